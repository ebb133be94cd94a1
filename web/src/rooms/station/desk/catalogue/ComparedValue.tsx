import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { none, type Scalar } from '@ronghe/forms'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Choices } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { DateInput, type Option, Select, TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { Amount } from './Amount.tsx'
import type { Subject } from './condition-subjects.ts'
import type { Comparison } from './condition-tree.ts'
import { catalogueWords } from './words/words.ts'

interface Compared {
  readonly comparison: Comparison
  readonly path: string
  readonly subject: Subject | undefined
  readonly onChange: (next: Comparison) => void
}

/** What an answer is compared with, in the input that fits the question; nothing for "answered". */
export function ComparedValue({ comparison, path, subject, onChange }: Compared) {
  const w = useWords(catalogueWords).when
  const { field } = comparison
  const offered = useOffered(subject)
  const money = subject?.answer === 'money'
  if ('answered' in comparison) return null
  if ('monthsSince' in comparison)
    return (
      <Field label={w.months} name={`${path}.value`}>
        <Amount value={comparison.monthsSince} onChange={(months) => onChange({ field, monthsSince: months ?? 0 })} />
      </Field>
    )
  if ('atLeast' in comparison || 'atMost' in comparison) {
    const least = 'atLeast' in comparison
    const bound = least ? comparison.atLeast : comparison.atMost
    const put = (next: number | string): void => onChange(least ? { field, atLeast: next } : { field, atMost: next })
    return (
      <Field label={w.value} name={`${path}.value`}>
        {typeof bound === 'number' ? (
          <Amount
            value={money ? bound / 100 : bound}
            decimals
            onChange={(next) => put(money ? Math.round((next ?? 0) * 100) : (next ?? 0))}
          />
        ) : subject?.answer === 'month' ? (
          <TextInput short value={bound} onChange={put} maxLength={7} placeholder="2026-01" />
        ) : (
          <DateInput value={bound} onChange={put} />
        )}
      </Field>
    )
  }
  if ('in' in comparison) {
    const chosen = comparison.in.map(String)
    return offered.length > 0 ? (
      <Choices
        label={w.values}
        name={`${path}.value`}
        value={chosen}
        onChange={(next) => onChange({ field, in: next })}
        options={withMissing(offered, chosen)}
      />
    ) : (
      <Field label={w.values} name={`${path}.value`} hint={w.valuesHint}>
        <TextArea rows={3} value={chosen.join('\n')} onChange={(typed) => onChange({ field, in: typed.split('\n') })} maxLength={2000} />
      </Field>
    )
  }
  const value = 'has' in comparison ? comparison.has : comparison.equals
  const put = (next: Scalar): void => onChange('has' in comparison ? { field, has: String(next) } : { field, equals: next })
  if (typeof value === 'number')
    return (
      <Field label={w.value} name={`${path}.value`}>
        <Amount
          value={money ? value / 100 : value}
          decimals
          onChange={(next) => put(money ? Math.round((next ?? 0) * 100) : (next ?? 0))}
        />
      </Field>
    )
  const boolean = subject?.answer === 'yesNo' || subject?.answer === 'confirm'
  return (
    <Field label={w.value} name={`${path}.value`}>
      {offered.length > 0 ? (
        <Select
          value={String(value)}
          onChange={(next) => put(boolean && next !== none ? next === 'true' : next)}
          options={withMissing(offered, [String(value)])}
        />
      ) : (
        <TextInput value={String(value)} onChange={put} maxLength={200} />
      )}
    </Field>
  )
}

/** The answers a question offers; for a community the street's own. */
function useOffered(subject: Subject | undefined): readonly Option[] {
  const w = useWords(catalogueWords).when
  const text = useText()
  const community = subject?.part === 'community'
  const places = useQuery({ ...reading(listPlaces), enabled: community })
  if (community) return (places.data?.communities ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))
  const field = subject?.part === undefined ? subject?.field : undefined
  if (!field) return []
  const way = 'none' in field && field.none ? [{ value: none, label: text(field.none.label) }] : []
  if (field.kind === 'yesNo' || field.kind === 'confirm') return [{ value: 'true', label: w.yes }, { value: 'false', label: w.no }, ...way]
  return 'options' in field ? [...field.options.map(({ value, label }) => ({ value, label: text(label) || value })), ...way] : []
}

/** An option that has gone stays to be seen, and can be chosen away from. */
const withMissing = (offered: readonly Option[], chosen: readonly string[]): readonly Option[] => [
  ...offered,
  ...chosen.filter((value) => !offered.some((option) => option.value === value)).map((value) => ({ value, label: `“${value}”` })),
]
