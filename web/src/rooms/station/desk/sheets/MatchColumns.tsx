import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { listQueue } from '@ronghe/contract/station/cases-desk.ts'
import { checkImport, runImport, type startImport } from '@ronghe/contract/station/imports.ts'
import { useMemo, useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { Table } from '../../../../ui/Table.tsx'
import styles from './sheets.module.css'
import { sheetsWords } from './words/words.ts'

type Started = ReplyOf<typeof startImport>

/** Which column is what; then every row with what would become of it; then writing the good ones. */
export function MatchColumns({ started, onAgain }: { readonly started: Started; readonly onAgain: () => void }) {
  const w = useWords(sheetsWords).import
  const format = useFormat()
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>(started.suggested)
  const params = { importId: started.id }
  const check = useDeed(checkImport)
  const run = useDeed(runImport, { refreshes: [listQueue] })
  const unmatched = started.fields.filter(({ field, needed }) => needed && !mapping[field]).map(({ label }) => label)
  const change = (field: string, column: string): void => {
    const next = { ...mapping, [field]: column }
    if (column === '') delete next[field]
    setMapping(next)
    check.reset()
  }
  // A sheet of cases could answer every question of every service: what it needs and what was recognised comes first.
  const [first, rest] = useMemo(
    () => [started.fields.filter((field) => isFirst(started, field)), started.fields.filter((field) => !isFirst(started, field))] as const,
    [started],
  )
  const columns = (fields: Started['fields']) => (
    <div className={styles.mapping}>
      {fields.map(({ field, label, needed }) => (
        <Field key={field} label={label} name={field} optional={!needed}>
          <Select
            value={mapping[field] ?? ''}
            placeholder={w.noColumn}
            onChange={(column) => change(field, column)}
            options={started.columns.map((column) => ({ value: column, label: column }))}
          />
        </Field>
      ))}
    </div>
  )
  if (run.data)
    return (
      <Card title={w.written(run.data.written)}>
        {run.data.known > 0 && <p>{w.known(run.data.known)}</p>}
        <Faults faults={run.data.faults} />
        <ButtonRow>
          <Button onPress={onAgain}>{w.again}</Button>
        </ButtonRow>
      </Card>
    )
  return (
    <>
      <Card title={`${w.mapping} · ${w.readRows(started.rows)}`}>
        <Form onSubmit={() => check.mutate({ params, body: { mapping } })} busy={check.isPending} error={check.error} label={w.mapping}>
          {columns(first)}
          {rest.length > 0 && (
            <details className={styles.rest}>
              <summary>{w.otherFields(rest.length)}</summary>
              {columns(rest)}
            </details>
          )}
          {unmatched.length > 0 && <Notice tone="attention">{w.neededMissing(format.list(unmatched))}</Notice>}
          <ButtonRow>
            {unmatched.length === 0 && (
              <Button type="submit" kind={check.data ? 'quiet' : 'main'} busy={check.isPending}>
                {check.data ? w.checkAgain : w.check}
              </Button>
            )}
            <Button kind="plain" onPress={onAgain}>
              {w.again}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
      {check.data && (
        <Card title={w.good(check.data.good)}>
          {check.data.known > 0 && <p>{w.known(check.data.known)}</p>}
          <Faults faults={check.data.faults} />
          {check.data.good > 0 && (
            <Form
              onSubmit={() => run.mutate({ params, body: { mapping } })}
              busy={run.isPending}
              error={run.error}
              label={w.good(check.data.good)}
            >
              <ButtonRow>
                <Button type="submit" busy={run.isPending}>
                  {w.run(check.data.good)}
                </Button>
              </ButtonRow>
            </Form>
          )}
        </Card>
      )}
    </>
  )
}

const isFirst = ({ fields, suggested }: Started, { field, needed }: Started['fields'][number]): boolean =>
  needed || suggested[field] !== undefined || fields.length <= 6

type Fault = ReplyOf<typeof checkImport>['faults'][number]

function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const w = useWords(sheetsWords).import
  if (faults.length === 0) return <p>{w.allGood}</p>
  return (
    <Table
      caption={w.faults(new Set(faults.map(({ row }) => row)).size)}
      columns={[
        { key: 'row', label: w.row, cell: ({ row }) => w.rowOf(row), sortBy: ({ row }) => row },
        { key: 'column', label: w.column, cell: ({ column }) => column ?? '' },
        { key: 'problem', label: w.problem, cell: ({ sentence }) => sentence, sortBy: ({ sentence }) => sentence },
      ]}
      rows={faults}
      rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
    />
  )
}
