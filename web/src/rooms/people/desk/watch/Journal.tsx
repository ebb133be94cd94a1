import { listJournal } from '@ronghe/contract/people/security.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useToday } from '../../../../platform/today.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { readingPages } from '../../../../platform/queries.ts'
import { Button } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { DateInput, TextInput } from '../../../../ui/inputs.tsx'
import { Pager } from '../../../../ui/Pager.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import styles from '../people-desk.module.css'
import { watchWords } from './words/words.ts'

const everything = { kind: '', operation: '', day: '' }

/** Entries of the journal by day and kind, newest first. */
export function Journal() {
  const today = useToday()
  const w = useWords(watchWords)
  const format = useFormat()
  const [typed, setTyped] = useState(everything)
  const [asked, setAsked] = useState(everything)
  const pages = useInfiniteQuery(
    readingPages(listJournal, {
      query: {
        ...(asked.kind !== '' && { kind: asked.kind }),
        ...(asked.operation !== '' && { operation: asked.operation }),
        ...(asked.day !== '' && { day: asked.day }),
      },
    }),
  )
  const only = (part: Partial<typeof everything>): void => {
    setTyped({ ...asked, ...part })
    setAsked({ ...asked, ...part })
  }
  return (
    <>
      <Form onSubmit={() => setAsked({ kind: typed.kind.trim(), operation: typed.operation.trim(), day: typed.day })} label={w.filter}>
        <div className={styles.tools}>
          <Field label={w.day} name="day" optional>
            <DateInput value={typed.day} onChange={(day) => setTyped({ ...typed, day })} max={today} />
          </Field>
          <Field label={w.kind} name="kind" optional>
            <TextInput value={typed.kind} onChange={(kind) => setTyped({ ...typed, kind })} maxLength={80} placeholder={w.kindHint} />
          </Field>
          <Field label={w.operation} name="operation" optional>
            <TextInput
              value={typed.operation}
              onChange={(operation) => setTyped({ ...typed, operation })}
              maxLength={80}
              placeholder={w.operationHint}
            />
          </Field>
          <Button type="submit" kind="quiet">
            {w.filter}
          </Button>
          {Object.values(asked).some((part) => part !== '') && (
            <Button
              kind="plain"
              onPress={() => {
                setTyped(everything)
                setAsked(everything)
              }}
            >
              {w.clear}
            </Button>
          )}
        </div>
      </Form>
      <Shown read={pages}>
        {({ pages: read }) => (
          <>
            <Table
              caption={w.journalCaption}
              rows={read.flatMap((page) => page.items)}
              rowKey={({ id }) => id}
              empty={<EmptyState title={w.journalNone}>{w.journalNoneNext}</EmptyState>}
              columns={[
                { key: 'at', label: w.at, cell: ({ at }) => format.moment(at) },
                {
                  key: 'kind',
                  label: w.kind,
                  cell: ({ kind }) => (
                    <Button kind="plain" onPress={() => only({ kind })}>
                      {kind}
                    </Button>
                  ),
                },
                {
                  key: 'operation',
                  label: w.operation,
                  cell: ({ operation }) =>
                    operation !== null && (
                      <Button kind="plain" onPress={() => only({ operation })}>
                        {operation}
                      </Button>
                    ),
                },
                { key: 'code', label: w.code, cell: ({ code }) => code },
                { key: 'index', label: w.index, number: true, cell: ({ index }) => (index === null ? w.notYet : index) },
              ]}
            />
            <Pager pages={pages} />
          </>
        )}
      </Shown>
    </>
  )
}
