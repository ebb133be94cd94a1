import { useState } from 'react'
import { useWords } from '../../platform/language/language.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/inputs.tsx'
import styles from './station.module.css'
import { answerWords } from './words/answer/words.ts'

const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'))

/** `2026-03` from a year and a month; not every phone has a picker for months. The newest year comes first. */
export function MonthInput({
  path,
  value,
  onChange,
  least = '1950-01-01',
  most,
}: {
  readonly path: string
  readonly value: string
  readonly onChange: (value: string | undefined) => void
  readonly least?: string | undefined
  readonly most: string
}) {
  const w = useWords(answerWords)
  const [year, setYear] = useState(value.slice(0, 4))
  const [month, setMonth] = useState(value.slice(5, 7))
  const choose = (nextYear: string, nextMonth: string): void => {
    setYear(nextYear)
    setMonth(nextMonth)
    onChange(nextYear === '' || nextMonth === '' ? undefined : `${nextYear}-${nextMonth}`)
  }
  const first = Number(least.slice(0, 4))
  const last = Number(most.slice(0, 4))
  const years = Array.from({ length: last - first + 1 }, (_, back) => String(last - back))
  const possible = months.filter((one) => year === '' || (`${year}-${one}` <= most.slice(0, 7) && `${year}-${one}` >= least.slice(0, 7)))
  return (
    <div className={styles.pair}>
      <Field label={w.year} name={`${path}.year`}>
        <Select
          value={year}
          placeholder={w.chooseYear}
          onChange={(next) => choose(next, month)}
          options={years.map((one) => ({ value: one, label: w.yearNamed(one) }))}
        />
      </Field>
      <Field label={w.month} name={`${path}.month`}>
        <Select
          value={possible.includes(month) ? month : ''}
          placeholder={w.chooseMonth}
          onChange={(next) => choose(year, next)}
          options={possible.map((one) => ({ value: one, label: w.monthNamed(Number(one)) }))}
        />
      </Field>
    </div>
  )
}
