import { boundDay, type DayBound } from '@ronghe/forms'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useToday } from '../../../../platform/today.ts'
import { Field } from '../../../../ui/Field.tsx'
import { DateInput, Select } from '../../../../ui/inputs.tsx'
import { Amount } from './Amount.tsx'
import styles from './catalogue.module.css'
import type { Editing } from './editing.ts'
import { catalogueWords } from './words/words.ts'

type Way = 'today' | 'after' | 'before' | 'fixed'

/** A day that may not be passed: today, so many days from it, or one fixed day; with the day that means today. */
export function DayBoundInput({
  editing,
  path,
  label,
  value,
}: {
  readonly editing: Editing
  readonly path: string
  readonly label: string
  readonly value: DayBound | undefined
}) {
  const w = useWords(catalogueWords).bound
  const format = useFormat()
  const today = useToday()
  const way = wayOf(value)
  const days = typeof value === 'object' ? Math.abs(value.daysFromToday) : 0
  const put = (next: DayBound | undefined): void => editing.change(path, next)
  const choose = (next: Way | ''): void => {
    if (next === '') put(undefined)
    else if (next === 'fixed') put(value === undefined ? today : boundDay(value, today))
    else put({ daysFromToday: next === 'today' ? 0 : next === 'after' ? days || 30 : -(days || 30) })
  }
  return (
    <div>
      <Field label={label} name={path} error={editing.fault(path)} optional>
        <Select
          value={way ?? ''}
          placeholder={w.none}
          onChange={choose}
          options={(['today', 'after', 'before', 'fixed'] as const).map((one) => ({ value: one, label: w[one] }))}
        />
      </Field>
      {(way === 'after' || way === 'before') && (
        <Field label={w.days} name={`${path}.daysFromToday`}>
          <Amount value={days} onChange={(next) => put({ daysFromToday: way === 'after' ? (next ?? 1) : -(next ?? 1) })} />
        </Field>
      )}
      {way === 'fixed' && (
        <Field label={w.day} name={`${path}.day`}>
          <DateInput value={String(value)} onChange={put} />
        </Field>
      )}
      {typeof value === 'object' && <p className={styles.meaning}>{w.meansToday(format.day(boundDay(value, today)))}</p>}
    </div>
  )
}

function wayOf(value: DayBound | undefined): Way | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string') return 'fixed'
  return value.daysFromToday === 0 ? 'today' : value.daysFromToday > 0 ? 'after' : 'before'
}
