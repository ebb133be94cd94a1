import type { CalendarDay } from '@ronghe/contract/programme/settings.ts'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { DateInput, Select, TextInput } from '../../../../ui/inputs.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import styles from '../desk.module.css'
import { settingsWords } from './words/words.ts'

const fresh = { day: '', kind: 'holiday' as CalendarDay['kind'], name: '' }

/** The days of one year as they would be saved; nothing changes before they are. */
export function CalendarYear({
  year,
  days,
  busy,
  error,
  onSave,
}: {
  readonly year: number
  readonly days: readonly CalendarDay[]
  readonly busy: boolean
  readonly error: unknown
  readonly onSave: (days: readonly CalendarDay[]) => void
}) {
  const w = useWords(settingsWords)
  const format = useFormat()
  const [typed, setTyped] = useState(days)
  const [next, setNext] = useState(fresh)
  const [faults, setFaults] = useState<FieldErrors>({})
  const add = (): void => {
    const blanks: FieldErrors = { ...(next.day === '' && { day: w.missing }), ...(next.name.trim() === '' && { name: w.missing }) }
    setFaults(blanks)
    if (Object.keys(blanks).length > 0) return
    setTyped(
      [...typed.filter(({ day }) => day !== next.day), { ...next, name: next.name.trim() }].toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    )
    setNext(fresh)
  }
  return (
    <>
      <Table
        caption={w.calendarCaption(year)}
        rows={typed}
        rowKey={({ day }) => day}
        empty={<EmptyState title={w.noDays}>{w.noDaysNext}</EmptyState>}
        columns={[
          { key: 'day', label: w.day, cell: ({ day }) => format.day(day) },
          {
            key: 'kind',
            label: w.dayKind,
            cell: ({ kind }) => <Tag tone={kind === 'holiday' ? 'going' : 'attention'}>{w.calendarKinds[kind]}</Tag>,
          },
          { key: 'name', label: w.dayName, cell: ({ name }) => name },
          {
            key: 'act',
            label: '',
            cell: ({ day }) => (
              <Button kind="plain" onPress={() => setTyped(typed.filter((one) => one.day !== day))}>
                {w.removeDay(format.day(day))}
              </Button>
            ),
          },
        ]}
      />
      <Form onSubmit={add} errors={faults} label={w.addDay}>
        <div className={styles.pairThree}>
          <Field label={w.day} name="day" error={faults['day']}>
            <DateInput value={next.day} onChange={(day) => setNext({ ...next, day })} min={`${year}-01-01`} max={`${year}-12-31`} />
          </Field>
          <Field label={w.dayKind} name="kind">
            <Select
              value={next.kind}
              onChange={(kind) => setNext({ ...next, kind })}
              options={(['holiday', 'workday'] as const).map((value) => ({ value, label: w.calendarKinds[value] }))}
            />
          </Field>
          <Field label={w.dayName} name="name" error={faults['name']}>
            <TextInput value={next.name} onChange={(name) => setNext({ ...next, name })} maxLength={60} />
          </Field>
        </div>
        <Button type="submit" kind="quiet">
          {w.addDay}
        </Button>
      </Form>
      {typed.length > 0 && (
        <Form onSubmit={() => onSave(typed)} busy={busy} error={error} label={w.saveCalendar}>
          <ButtonRow>
            <Button type="submit" busy={busy}>
              {w.saveCalendar}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </>
  )
}
