import { type OccasionKind, OccasionKind as kinds } from '@ronghe/contract/branch/occasions.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import type { FieldErrors } from '../../../ui/Form.tsx'
import { Select, TextArea, TextInput, TimeInput } from '../../../ui/inputs.tsx'
import { clockOf, minuteOf } from './clock.ts'
import styles from './life.module.css'
import { lifeWords } from './words/words.ts'

/** As it is being written: in Chinese, times as hours, the agenda a line each. */
export interface Writing {
  readonly kind: OccasionKind
  readonly title: string
  readonly place: string
  readonly agenda: string
  readonly from: string
  readonly to: string
  readonly openToAll: boolean
}

export const nothingWritten: Writing = { kind: 'serve', title: '', place: '', agenda: '', from: '19:00', to: '20:30', openToAll: false }

interface What {
  readonly kind: OccasionKind
  readonly title: Text
  readonly place: Text
  readonly agenda: readonly Text[]
  readonly from: number
  readonly to: number
  readonly openToAll: boolean
}

export const toWriting = ({ kind, title, place, agenda, from, to, openToAll }: What): Writing => ({
  kind,
  title: title['zh-CN'],
  place: place['zh-CN'],
  agenda: agenda.map((line) => line['zh-CN']).join('\n'),
  from: clockOf(from),
  to: clockOf(to),
  openToAll,
})

/** A text that was not touched keeps its translation. */
export function toWhat(written: Writing, before?: What) {
  const keep = (words: string, old: Text | undefined): Text => (old?.['zh-CN'] === words.trim() ? old : { 'zh-CN': words.trim() })
  const lines = written.agenda
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 12)
  return {
    kind: written.kind,
    title: keep(written.title, before?.title),
    place: keep(written.place, before?.place),
    agenda: lines.map((line) => before?.agenda.find((old) => old['zh-CN'] === line) ?? { 'zh-CN': line }),
    from: minuteOf(written.from) ?? 0,
    to: minuteOf(written.to) ?? 0,
    openToAll: written.openToAll,
  }
}

export function WhatFields({
  value,
  onChange,
  errors,
}: {
  readonly value: Writing
  readonly onChange: (value: Writing) => void
  readonly errors: FieldErrors
}) {
  const w = useWords(lifeWords)
  const set = (part: Partial<Writing>): void => onChange({ ...value, ...part })
  return (
    <>
      <Field label={w.kind} name="kind">
        <Select
          value={value.kind}
          onChange={(kind) => set({ kind })}
          options={kinds.options.map((one) => ({ value: one, label: w.kinds[one] }))}
        />
      </Field>
      <Field label={w.title} name="title" error={errors['title'] ?? errors['title.zh-CN']}>
        <TextInput value={value.title} onChange={(title) => set({ title })} maxLength={60} />
      </Field>
      <Field label={w.place} name="place" error={errors['place'] ?? errors['place.zh-CN']}>
        <TextInput value={value.place} onChange={(place) => set({ place })} maxLength={80} />
      </Field>
      <TimeFields value={value} onChange={set} errors={errors} />
      <Field label={w.agendaLines} name="agenda" hint={w.agendaHint} error={errors['agenda']} optional>
        <TextArea value={value.agenda} onChange={(agenda) => set({ agenda })} rows={3} />
      </Field>
      <div className={styles.stack}>
        <Tick checked={value.openToAll} onChange={(openToAll) => set({ openToAll })} label={w.openLabel} hint={w.openHint} />
      </div>
    </>
  )
}

export function TimeFields({
  value,
  onChange,
  errors,
}: {
  readonly value: Pick<Writing, 'from' | 'to'>
  readonly onChange: (part: Partial<Pick<Writing, 'from' | 'to'>>) => void
  readonly errors: FieldErrors
}) {
  const w = useWords(lifeWords)
  return (
    <div className={styles.pair}>
      <Field label={w.from} name="from" error={errors['from']}>
        <TimeInput value={value.from} onChange={(from) => onChange({ from })} />
      </Field>
      <Field label={w.to} name="to" error={errors['to']}>
        <TimeInput value={value.to} onChange={(to) => onChange({ to })} />
      </Field>
    </div>
  )
}
