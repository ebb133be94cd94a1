import type { Rule } from '@ronghe/contract/branch/occasions.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Field } from '../../../ui/Field.tsx'
import { NumberInput, Select } from '../../../ui/inputs.tsx'
import styles from './life.module.css'
import { lifeWords } from './words/words.ts'

const counts = [1, 2, 3, 4, 5] as const

/** A rule as a neighbour would say it. */
export function useRuleWords(): (rule: Rule) => string {
  const w = useWords(lifeWords)
  return ({ every, month, on }) => {
    const day = on.kind === 'date' ? w.onDate(on.date) : w.onWeekday(w.nths[on.nth - 1]!, w.weekdays[on.weekday - 1]!)
    if (every === 'month') return w.ruleMonth(day)
    return every === 'quarter' ? w.ruleQuarter(month, day) : w.ruleYear(w.months[month - 1]!, day)
  }
}

/** One question after the other: how often, in which month, on which day, and what when it does not suit. */
export function RuleFields({ value, onChange }: { readonly value: Rule; readonly onChange: (rule: Rule) => void }) {
  const w = useWords(lifeWords)
  const { every, month, on, moves } = value
  const months = { month: 1, quarter: 3, year: 12 }[every]
  return (
    <>
      <Field label={w.every} name="every">
        <Select
          value={every}
          onChange={(next) => onChange({ ...value, every: next, month: 1 })}
          options={(['month', 'quarter', 'year'] as const).map((one) => ({ value: one, label: w.everyOptions[one] }))}
        />
      </Field>
      {months > 1 && (
        <Field label={every === 'year' ? w.monthOfYear : w.monthOfQuarter} name="month">
          <Select
            value={String(month)}
            onChange={(next) => onChange({ ...value, month: Number(next) })}
            options={Array.from({ length: months }, (_, index) => ({
              value: String(index + 1),
              label: every === 'year' ? w.months[index]! : String(index + 1),
            }))}
          />
        </Field>
      )}
      <Field label={w.on} name="on">
        <Select
          value={on.kind}
          onChange={(kind) => onChange({ ...value, on: kind === 'date' ? { kind, date: 25 } : { kind, nth: 3, weekday: 6 } })}
          options={(['weekday', 'date'] as const).map((one) => ({ value: one, label: w.onOptions[one] }))}
        />
      </Field>
      {on.kind === 'date' ? (
        <Field label={w.date} name="date">
          <NumberInput
            value={on.date}
            onChange={(date) => onChange({ ...value, on: { kind: 'date', date: Math.min(31, Math.max(1, date ?? 1)) } })}
          />
        </Field>
      ) : (
        <div className={styles.pair}>
          <Field label={w.nth} name="nth">
            <Select
              value={String(on.nth)}
              onChange={(nth) => onChange({ ...value, on: { ...on, nth: Number(nth) } })}
              options={counts.map((one) => ({ value: String(one), label: w.nths[one - 1]! }))}
            />
          </Field>
          <Field label={w.weekday} name="weekday">
            <Select
              value={String(on.weekday)}
              onChange={(weekday) => onChange({ ...value, on: { ...on, weekday: Number(weekday) } })}
              options={w.weekdays.map((label, index) => ({ value: String(index + 1), label }))}
            />
          </Field>
        </div>
      )}
      <Field label={w.moves} name="moves">
        <Select
          value={moves}
          onChange={(next) => onChange({ ...value, moves: next })}
          options={(['stays', 'toWorkingDay', 'toDayOff'] as const).map((one) => ({ value: one, label: w.movesOptions[one] }))}
        />
      </Field>
    </>
  )
}
