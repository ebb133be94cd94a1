import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { dropReportTemplate, fillReportTemplate, listReportTemplates, uploadReportTemplate } from '@ronghe/contract/station/cases-excel.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../../../api.ts'
import { download, saveAs } from '../../../../platform/download.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed, useRefresh } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { Select, TextInput } from '../../../../ui/inputs.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { SheetInput } from './SheetInput.tsx'
import styles from './sheets.module.css'
import { sheetsWords } from './words/words.ts'

type Template = ReplyOf<typeof listReportTemplates>['items'][number]
type NextMonth = ReplyOf<typeof listReportTemplates>['next']

/** The office's own sheets, filled in for a period. */
export function ReportTemplates() {
  const w = useWords(sheetsWords).reports
  const read = useQuery(reading(listReportTemplates))
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} />
      <Shown read={read}>
        {({ items, names, next }) => (
          <>
            <Card title={w.templates}>
              {items.length === 0 ? (
                <EmptyState title={w.none}>{w.noneNext}</EmptyState>
              ) : (
                items.map((template) => <TemplateLine key={template.id} template={template} next={next} />)
              )}
              {items.length > 0 && <p className="muted small">{w.counted}</p>}
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

function TemplateLine({ template, next }: { readonly template: Template; readonly next: NextMonth }) {
  const w = useWords(sheetsWords).reports
  const format = useFormat()
  const months = monthsBefore(next.month)
  const [first, setFirst] = useState(months[0]!)
  const [last, setLast] = useState(months[0]!)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [sure, setSure] = useState(false)
  const drop = useDeed(dropReportTemplate, { refreshes: [listReportTemplates], onDone: () => toast(w.dropped) })
  const fill = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    const [from, to] = first <= last ? [first, last] : [last, first]
    await download(fillReportTemplate, { params: { templateId: template.id }, body: { from: `${from}-01`, to: lastDayOf(to) } }).then(
      (sheet) => {
        saveAs(sheet, `${template.name}_${from}_${to}.xlsx`)
        toast(w.filled)
      },
      setError,
    )
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
          <MonthField label={w.from} name={`from-${template.id}`} value={first} onChange={setFirst} months={months} />
          <MonthField label={w.to} name={`to-${template.id}`} value={last} onChange={setLast} months={months} />
        </div>
        <p className="muted small">{w.notCounted(w.month(...yearAndMonth(next.month)), format.day(next.shownFrom))}</p>
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

function MonthField({
  label,
  name,
  value,
  onChange,
  months,
}: {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly onChange: (month: string) => void
  readonly months: readonly string[]
}) {
  const w = useWords(sheetsWords).reports
  return (
    <Field label={label} name={name}>
      <Select
        value={value}
        onChange={onChange}
        options={months.map((month) => ({ value: month, label: w.month(...yearAndMonth(month)) }))}
      />
    </Field>
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

/** The two years before a month that is not counted yet. */
function monthsBefore(next: string): readonly string[] {
  const [year, month] = yearAndMonth(next)
  return Array.from({ length: 24 }, (_, back) => {
    const count = year * 12 + month - 2 - back
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  })
}

const yearAndMonth = (month: string): [number, number] => [Number(month.slice(0, 4)), Number(month.slice(5))]
const lastDayOf = (month: string): string => new Date(Date.UTC(...yearAndMonth(month), 0)).toISOString().slice(0, 10)
