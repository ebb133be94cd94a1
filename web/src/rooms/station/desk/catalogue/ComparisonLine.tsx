import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useToday } from '../../../../platform/today.ts'
import { Field, fieldId } from '../../../../ui/Field.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import styles from './catalogue.module.css'
import { ComparedValue } from './ComparedValue.tsx'
import type { Subject } from './condition-subjects.ts'
import { type Comparison, freshComparison, type How, howOf, howsFor } from './condition-tree.ts'
import { catalogueWords } from './words/words.ts'

/** [question] [how] [answer]. What cannot be is still shown as it stands, with what is wrong beside it. */
export function ComparisonLine({
  comparison,
  path,
  subjects,
  everything,
  fault,
  onChange,
}: {
  readonly comparison: Comparison
  readonly path: string
  readonly subjects: readonly Subject[]
  readonly everything: readonly Subject[]
  readonly fault: string | undefined
  readonly onChange: (next: Comparison) => void
}) {
  const w = useWords(catalogueWords).when
  const text = useText()
  const today = useToday()
  const name = ({ label, part }: Subject): string => (part ? w.partOf(text(label), w.parts[part]) : text(label))
  const subject = subjects.find((one) => one.name === comparison.field)
  const elsewhere = subject ? undefined : everything.find((one) => one.name === comparison.field)
  const known = subject ?? elsewhere
  const how = howOf(comparison)
  const say = (one: How): string => (one === 'atLeast' || one === 'atMost' ? w.bounds[measureOf(known)][one] : w.hows[one])
  const offered = known ? howsFor(known) : [how]
  const ask = (field: string): void => {
    const next = subjects.find((one) => one.name === field)
    if (next) onChange(freshComparison(next, howsFor(next).includes(how) && next.answer === known?.answer ? how : undefined, today))
  }
  return (
    <div className={styles.line} id={fieldId(path)} tabIndex={-1} role="group" aria-label={w.comparison}>
      {fault !== undefined && (
        <p className={styles.lineFault}>
          <Icon name="attention" /> {fault}
        </p>
      )}
      <Field label={w.which} name={`${path}.field`}>
        <Select
          value={comparison.field}
          onChange={ask}
          options={[
            ...subjects.map((one) => ({ value: one.name, label: name(one) })),
            ...(subject ? [] : [{ value: comparison.field, label: elsewhere ? w.later(name(elsewhere)) : w.missing(comparison.field) }]),
          ]}
        />
      </Field>
      <Field label={w.how} name={`${path}.how`}>
        <Select
          value={how}
          onChange={(next: How) => known && onChange(freshComparison(known, next, today))}
          options={(offered.includes(how) ? offered : [how, ...offered]).map((one) => ({ value: one, label: say(one) }))}
        />
      </Field>
      <ComparedValue comparison={comparison} path={path} subject={known} onChange={onChange} />
    </div>
  )
}

/** Days come early or late, lists have many or few, numbers are large or small. */
const measureOf = (subject: Subject | undefined): 'day' | 'count' | 'number' => {
  switch (subject?.answer) {
    case 'date':
    case 'month':
      return 'day'
    case 'list':
    case 'choices':
    case 'file':
      return 'count'
    default:
      return 'number'
  }
}
