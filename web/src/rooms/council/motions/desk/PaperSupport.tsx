import { confirmPaperSupport, enterPaperSupport, listPaperSupport, readMotion } from '@ronghe/contract/council/motions.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { NumberInput, TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import styles from '../motions.module.css'
import { motionWords } from '../words/words.ts'

/** A list signed on paper, typed as fast as it is read; another person counts it before it counts. */
export function PaperSupport({ motionId }: { readonly motionId: string }) {
  const w = useWords(motionWords)
  const format = useFormat()
  const [sheet, setSheet] = useState('')
  const [typed, setTyped] = useState('')
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(enterPaperSupport, {
    refreshes: [listPaperSupport, readMotion],
    onDone: () => {
      setSheet('')
      setTyped('')
    },
  })
  const send = (): void => {
    const lines = typed.split('\n').filter((line) => line.trim() !== '')
    const signers = lines.map((line) => /^\s*([\d\s-]{5,20}?)\s+(\S.*?)\s*$/u.exec(line))
    const bad = signers.findIndex((one) => one === null)
    const found: FieldErrors = bad >= 0 || lines.length === 0 ? { signers: w.paperBad(bad < 0 ? 1 : bad + 1) } : {}
    setFaults(found)
    if (Object.keys(found).length > 0 || sheet.trim() === '') return
    deed.mutate({
      params: { motionId },
      body: {
        sheet: sheet.trim(),
        signers: signers.flatMap((one) => (one ? [{ phone: one[1]!.replaceAll(/[\s-]/g, ''), name: one[2]! }] : [])),
      },
    })
  }
  return (
    <Card title={w.paperTitle}>
      <p>{w.paperLead}</p>
      <Form onSubmit={send} busy={deed.isPending} errors={faults} error={deed.error} label={w.paperTitle}>
        <Field label={w.paperSheet} name="sheet">
          <TextInput value={sheet} onChange={setSheet} maxLength={40} short />
        </Field>
        <Field label={w.paperLines} name="signers" error={faults['signers']}>
          <TextArea value={typed} onChange={setTyped} rows={6} />
        </Field>
        <ButtonRow>
          <Button type="submit" kind="quiet" busy={deed.isPending}>
            {w.paperDo}
          </Button>
        </ButtonRow>
      </Form>
      {deed.data && (
        <Notice tone={deed.data.cannotCount.length > 0 ? 'attention' : 'info'}>
          <p>{w.paperDone(deed.data.entered)}</p>
          {deed.data.cannotCount.length > 0 && <p>{w.paperCannot(format.list(deed.data.cannotCount.map(String)))}</p>}
        </Notice>
      )}
      <Sheets motionId={motionId} />
    </Card>
  )
}

function Sheets({ motionId }: { readonly motionId: string }) {
  const w = useWords(motionWords)
  return (
    <Shown read={useQuery(reading(listPaperSupport, { params: { motionId } }))}>
      {({ sheets }) =>
        sheets.length > 0 && (
          <>
            <h3>{w.paperSheets}</h3>
            <ul>
              {sheets.map((sheet) => (
                <li key={sheet.sheet} className={styles.part}>
                  {sheet.sheet} · {w.paperSigners(sheet.signers)}{' '}
                  <Tag tone={sheet.confirmed ? 'going' : 'attention'}>{sheet.confirmed ? w.paperConfirmed : w.paperWaits}</Tag>
                  {sheet.mayConfirm && <Confirm motionId={motionId} sheet={sheet.sheet} />}
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Shown>
  )
}

function Confirm({ motionId, sheet }: { readonly motionId: string; readonly sheet: string }) {
  const w = useWords(motionWords)
  const [counted, setCounted] = useState<number | null>(null)
  const deed = useDeed(confirmPaperSupport, { refreshes: [listPaperSupport, readMotion] })
  return (
    <>
      <Field label={w.paperCount}>
        <NumberInput value={counted} onChange={setCounted} />
      </Field>
      {deed.error && <RefusalLine error={deed.error} />}
      <Button
        kind="quiet"
        disabled={counted === null}
        busy={deed.isPending}
        onPress={() => counted !== null && deed.mutate({ params: { motionId }, body: { sheet, signers: counted } })}
      >
        {w.paperConfirm}
      </Button>
    </>
  )
}
