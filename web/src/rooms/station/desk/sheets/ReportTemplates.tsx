import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { dropReportTemplate, fillReportTemplate, listReportTemplates, uploadReportTemplate } from '@ronghe/contract/station/cases-excel.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../../../api.ts'
import { download, saveAs } from '../../../../platform/download.ts'
import { dayOf, useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed, useRefresh } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, TextInput } from '../../../../ui/inputs.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { SheetInput } from './SheetInput.tsx'
import styles from './sheets.module.css'
import { sheetsWords } from './words/words.ts'

type Template = ReplyOf<typeof listReportTemplates>['items'][number]

/** The office's own sheets, filled in for a period. */
export function ReportTemplates() {
  const w = useWords(sheetsWords).reports
  const read = useQuery(reading(listReportTemplates))
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} />
      <Shown read={read}>
        {({ items, names }) => (
          <>
            <Card title={w.templates}>
              {items.length === 0 ? (
                <EmptyState title={w.none}>{w.noneNext}</EmptyState>
              ) : (
                items.map((template) => <TemplateLine key={template.id} template={template} />)
              )}
            </Card>
            <Card title={w.upload}>
              <UploadTemplate />
            </Card>
            <Table
              caption={w.names}
              columns={[
                { key: 'name', label: w.nameColumn, cell: ({ name }) => `{{${name}}}`, sortBy: ({ name }) => name },
                { key: 'meaning', label: w.meaning, cell: ({ meaning }) => meaning },
              ]}
              rows={names}
              rowKey={({ name }) => name}
            />
          </>
        )}
      </Shown>
    </>
  )
}

function TemplateLine({ template }: { readonly template: Template }) {
  const w = useWords(sheetsWords).reports
  const format = useFormat()
  const [today] = useState(() => dayOf(new Date()))
  const [from, setFrom] = useState(`${today.slice(0, 7)}-01`)
  const [to, setTo] = useState(today)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [sure, setSure] = useState(false)
  const drop = useDeed(dropReportTemplate, { refreshes: [listReportTemplates], onDone: () => toast(w.dropped) })
  const fill = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    await download(fillReportTemplate, { params: { templateId: template.id }, body: { from, to } }).then((sheet) => {
      saveAs(sheet, `${template.name}_${from}_${to}.xlsx`)
      toast(w.filled)
    }, setError)
    setBusy(false)
  }
  return (
    <section className={styles.template} aria-label={template.name}>
      <h3>{template.name}</h3>
      <p className="muted small">
        {w.cells(template.cells)} · {w.uploadedAt(format.moment(template.uploadedAt))}
      </p>
      <Form onSubmit={() => void fill()} busy={busy} error={error} label={template.name}>
        <div className={styles.mapping}>
          <Field label={w.from} name={`from-${template.id}`}>
            <DateInput value={from} onChange={setFrom} max={to} />
          </Field>
          <Field label={w.to} name={`to-${template.id}`}>
            <DateInput value={to} onChange={setTo} min={from} />
          </Field>
        </div>
        <ButtonRow>
          <Button type="submit" busy={busy}>
            {w.fill}
          </Button>
          <Button kind="plain" onPress={() => setSure(true)}>
            {w.drop}
          </Button>
        </ButtonRow>
      </Form>
      <Dialog title={w.drop} open={sure} onClose={() => setSure(false)}>
        <p>{w.dropSure(template.name)}</p>
        {drop.error && <RefusalLine error={drop.error} />}
        <ButtonRow>
          <Button kind="careful" busy={drop.isPending} onPress={() => drop.mutate({ params: { templateId: template.id } })}>
            {w.drop}
          </Button>
        </ButtonRow>
      </Dialog>
    </section>
  )
}

function UploadTemplate() {
  const w = useWords(sheetsWords).reports
  const refresh = useRefresh()
  const [name, setName] = useState('')
  const [file, setFile] = useState<File>()
  const [round, setRound] = useState(0)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const words = useWords(sheetsWords).import
  const upload = async (): Promise<void> => {
    setMissing(file === undefined)
    if (!file) return
    setBusy(true)
    setError(undefined)
    const form = new FormData()
    form.append('name', name.trim() || file.name.replace(/\.xlsx$/i, ''))
    form.append('file', file)
    await send(uploadReportTemplate, form).then(async () => {
      toast(w.uploaded)
      setName('')
      setFile(undefined)
      setRound(round + 1)
      await refresh(listReportTemplates)
    }, setError)
    setBusy(false)
  }
  return (
    <Form onSubmit={() => void upload()} busy={busy} errors={missing ? { file: words.chooseFile } : {}} error={error} label={w.upload}>
      <Field label={w.name} name="name" error={fieldErrorsOf(error)['name']} optional>
        <TextInput value={name} onChange={setName} maxLength={80} />
      </Field>
      <SheetInput key={round} label={w.file} hint={w.fileHint} onChange={setFile} error={missing ? words.chooseFile : undefined} />
      <ButtonRow>
        <Button type="submit" busy={busy}>
          {w.uploadDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
