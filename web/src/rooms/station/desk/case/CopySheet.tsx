import { readCopySheet } from '@ronghe/contract/station/cases-papers.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useShortcut } from '../../../../platform/keyboard/shortcuts.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { Button } from '../../../../ui/Button.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { deskWords } from '../words/words.ts'
import styles from './case.module.css'

type Sheet = ReplyOf<typeof readCopySheet>

/** The fields in the order of the department's own system, each on one key, so that nothing is typed from memory. */
export function CopySheet() {
  const w = useWords(deskWords)
  const caseId = useParam('caseId')
  // Reading it is recorded, so it is read once for each visit and not again in the background.
  const read = useQuery({ ...reading(readCopySheet, { params: { caseId } }), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  return (
    <>
      <PageHeader title={w.copySheet} lead={w.copySheetLead} back={{ to: '/cases/$view/$caseId', params: { view: 'all', caseId } }} />
      <Shown read={read}>{(sheet) => <Fields sheet={sheet} />}</Shown>
    </>
  )
}

function Fields({ sheet }: { readonly sheet: Sheet }) {
  const w = useWords(deskWords)
  const [copied, setCopied] = useState<readonly number[]>([])
  const copy = async (place: number): Promise<void> => {
    const field = sheet.fields[place]
    if (!field) return
    const done = await toClipboard(field.value)
    toast(done ? w.copied(field.label) : w.copyFailed)
    if (done) setCopied((before) => [...before, place])
  }
  const next = sheet.fields.findIndex((_, place) => !copied.includes(place))
  useShortcut('n', w.nextField, () => void copy(next))
  return (
    <>
      <p>
        {w.codeLine(sheet.number)}
        {sheet.departmentNumber !== null && ` · ${w.departmentNumber} ${sheet.departmentNumber}`}
      </p>
      <ul className={styles.copies}>
        {sheet.fields.map((field, place) => (
          <li key={field.key} className={styles.copy} data-copied={copied.includes(place) || undefined}>
            <FieldKey place={place} label={field.label} onPress={() => void copy(place)} />
            <span className="muted">{field.label}</span>
            <strong>{field.value}</strong>
            <Button kind="plain" onPress={() => void copy(place)}>
              {w.copy}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** 1 to 9, then the letters that no place of the page uses. */
const keys = '123456789abdefghijlmoqrstuvwxyz'
const keyAt = (place: number): string | undefined => keys[place]

function FieldKey({ place, label, onPress }: { readonly place: number; readonly label: string; readonly onPress: () => void }) {
  const key = keyAt(place)
  useShortcut(key ?? '', key === undefined ? undefined : label, onPress)
  return <kbd aria-hidden="true">{key ?? ''}</kbd>
}

/** The clipboard's own interface is missing over plain http; the older way works there. */
async function toClipboard(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = value
    document.body.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    return done
  }
}
