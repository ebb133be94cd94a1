import { exportCases } from '@ronghe/contract/station/cases-excel.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { listServices } from '@ronghe/contract/station/services.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { download, saveAs } from '../../../../platform/download.ts'
import { dayOf } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, Select, TextInput } from '../../../../ui/inputs.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { deskWords } from '../words/words.ts'
import styles from './sheets.module.css'
import { sheetsWords } from './words/words.ts'

type Body = BodyOf<typeof exportCases>

/** Cases as a sheet, for a purpose that is written down; names and numbers only where it needs them. */
export function ExportCases() {
  const w = useWords(sheetsWords).export
  const d = useWords(deskWords)
  const text = useText()
  const [body, setBody] = useState<Body>(() => {
    const today = dayOf(new Date())
    return { from: `${today.slice(0, 7)}-01`, to: today, withNames: false, purpose: '' }
  })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const services = useQuery(reading(listServices, { query: { limit: 100 } }))
  const change = (part: Partial<Body>): void => setBody({ ...body, ...part })
  const run = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    await download(exportCases, { body: { ...body, purpose: body.purpose.trim() } }).then((sheet) => {
      saveAs(sheet, w.fileName(body.from, body.to))
      toast(w.done)
    }, setError)
    setBusy(false)
  }
  const errors = fieldErrorsOf(error)
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} />
      <Card>
        <Form onSubmit={() => void run()} busy={busy} error={error} label={w.title}>
          <div className={styles.mapping}>
            <Field label={w.from} name="from" error={errors['from']}>
              <DateInput value={body.from} onChange={(from) => change({ from })} max={body.to} />
            </Field>
            <Field label={w.to} name="to" error={errors['to']}>
              <DateInput value={body.to} onChange={(to) => change({ to })} min={body.from} />
            </Field>
            <Field label={w.service} name="service" optional>
              <Select
                value={body.service ?? ''}
                placeholder={w.any}
                onChange={(service) => change({ service: service || undefined })}
                options={(services.data?.items ?? []).map(({ key, name }) => ({ value: key, label: text(name) }))}
              />
            </Field>
            <Field label={w.state} name="state" optional>
              <Select
                value={body.state ?? ''}
                placeholder={w.any}
                onChange={(state) => change({ state: state || undefined })}
                options={entries(d.states)}
              />
            </Field>
            <Field label={w.channel} name="channel" optional>
              <Select
                value={body.channel ?? ''}
                placeholder={w.any}
                onChange={(channel) => change({ channel: channel || undefined })}
                options={entries(d.channels)}
              />
            </Field>
          </div>
          <Field label={w.purpose} name="purpose" hint={w.purposeHint} error={errors['purpose']}>
            <TextInput value={body.purpose} onChange={(purpose) => change({ purpose })} maxLength={200} />
          </Field>
          <Tick checked={body.withNames} onChange={(withNames) => change({ withNames })} label={w.withNames} hint={w.withNamesHint} />
          <ButtonRow>
            <Button type="submit" busy={busy}>
              {w.run}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </>
  )
}

const entries = <V extends string>(labels: Readonly<Record<V, string>>) =>
  (Object.entries(labels) as [V, string][]).map(([value, label]) => ({ value, label }))
