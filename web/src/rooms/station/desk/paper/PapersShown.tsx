import { dropDocument, uploadDocument } from '@ronghe/contract/station/documents.ts'
import { documentsNeeded, type CaseService } from '@ronghe/forms'
import { useState } from 'react'
import { call, send } from '../../../../api.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Tick } from '../../../../ui/Choice.tsx'
import { Field, FieldGroup } from '../../../../ui/Field.tsx'
import { FileInput } from '../../../../ui/FileInput.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import type { Entry } from './entry.ts'
import styles from './paper.module.css'
import { paperWords } from './words/words.ts'

/** Each paper the answers call for: shown and handed back, or kept as a picture. */
export function PapersShown({
  definition,
  entry,
  change,
  today,
}: {
  readonly definition: CaseService
  readonly entry: Entry
  readonly change: (part: Partial<Entry>) => void
  readonly today: string
}) {
  const w = useWords(paperWords)
  const text = useText()
  const needs = documentsNeeded(definition, entry.answers, today)
  if (needs.length === 0) return <p className="muted">{w.noPapers}</p>
  const see = (need: string, seen: boolean): void =>
    change({ seen: seen ? [...entry.seen, need] : entry.seen.filter((one) => one !== need) })
  return (
    <>
      <p className="muted">{w.papersLead}</p>
      <div className={styles.papers}>
        {needs.map((need) => (
          <FieldGroup key={need.id} label={text(need.name)} name={`seen-${need.id}`} optional>
            <Tick checked={entry.seen.includes(need.id)} onChange={(seen) => see(need.id, seen)} label={w.seen} />
            {need.handedIn === 'copy' && !entry.seen.includes(need.id) && <Pictures need={need.id} entry={entry} change={change} />}
          </FieldGroup>
        ))}
      </div>
    </>
  )
}

/** Stored at once; the case takes them when it is filed, and what no case takes is deleted within a day. */
function Pictures({
  need,
  entry,
  change,
}: {
  readonly need: string
  readonly entry: Entry
  readonly change: (part: Partial<Entry>) => void
}) {
  const w = useWords(paperWords)
  const [files, setFiles] = useState<readonly { readonly file: File; readonly id: string }[]>([])
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const update = async (next: readonly File[]): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      const kept = files.filter(({ file }) => next.includes(file))
      for (const { id } of files.filter((one) => !kept.includes(one))) await call(dropDocument, { params: { fileId: id } })
      const added = []
      for (const file of next.filter((one) => !files.some((known) => known.file === one))) {
        const form = new FormData()
        form.append('file', file)
        added.push({ file, id: (await send(uploadDocument, form)).id })
      }
      const all = [...kept, ...added]
      setFiles(all)
      change({
        documents: [
          ...entry.documents.filter((one) => one.need !== need),
          ...all.map(({ file, id }) => ({ need, file: id, name: file.name })),
        ],
      })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Field label={w.addFile} name={`file-${need}`} optional>
        <FileInput files={files.map(({ file }) => file)} onChange={(next) => void update(next)} />
      </Field>
      {busy && <Loading rows={0}>{w.uploading}</Loading>}
      {error !== undefined && <RefusalLine error={error} />}
    </>
  )
}
