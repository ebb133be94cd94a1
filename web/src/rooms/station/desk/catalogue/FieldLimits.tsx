import type { Field as AskedField } from '@ronghe/forms'
import { needWords } from '@ronghe/forms'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Choices, Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import { Amount } from './Amount.tsx'
import styles from './catalogue.module.css'
import { DayBoundInput } from './DayBoundInput.tsx'
import type { Editing } from './editing.ts'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

interface Limited {
  readonly editing: Editing
  readonly field: AskedField
  readonly path: string
}

/** How long, how much, how early or late, how many: what this kind of answer may be held to. */
export function FieldLimits({ editing, field, path }: Limited) {
  const w = useWords(catalogueWords)
  const text = useText()
  const { change, fault } = editing
  switch (field.kind) {
    case 'text':
    case 'longText':
      return (
        <div className={styles.grid}>
          <Limit editing={editing} path={`${path}.least`} label={w.leastLetters} value={field.least} />
          <Limit editing={editing} path={`${path}.most`} label={w.mostLetters} value={field.most} />
        </div>
      )
    case 'number':
      return (
        <>
          <div className={styles.grid}>
            <Limit editing={editing} path={`${path}.least`} label={w.least} value={field.least} decimals />
            <Limit editing={editing} path={`${path}.most`} label={w.most} value={field.most} decimals />
            <Tick checked={field.whole === true} onChange={(whole) => change(`${path}.whole`, whole || undefined)} label={w.whole} />
          </div>
          <TextPair editing={editing} path={`${path}.unit`} label={w.unit} optional />
        </>
      )
    case 'money':
      return (
        <div className={styles.grid}>
          <Limit editing={editing} path={`${path}.least`} label={w.leastMoney} value={field.least} decimals times={100} />
          <Limit editing={editing} path={`${path}.most`} label={w.mostMoney} value={field.most} decimals times={100} />
        </div>
      )
    case 'date':
    case 'month':
      return (
        <div className={styles.grid}>
          <DayBoundInput editing={editing} path={`${path}.least`} label={w.earliest} value={field.least} />
          <DayBoundInput editing={editing} path={`${path}.most`} label={w.latest} value={field.most} />
        </div>
      )
    case 'choices':
      return <Limit editing={editing} path={`${path}.most`} label={w.mostChoices} value={field.most} />
    case 'address':
      return <Tick checked={field.coarse === true} onChange={(coarse) => change(`${path}.coarse`, coarse || undefined)} label={w.coarse} />
    case 'person':
      return (
        <div className={styles.grid}>
          {(['phone', 'relation'] as const).map((part) => (
            <Field key={part} label={w.personParts[part]} name={`${path}.${part}`} optional>
              <Select
                value={field[part] ?? ''}
                placeholder={w.notAsked}
                onChange={(need) => change(`${path}.${part}`, need || undefined)}
                options={(['asked', 'needed'] as const).map((need) => ({ value: need, label: text(needWords[need]) }))}
              />
            </Field>
          ))}
        </div>
      )
    case 'file':
      return (
        <>
          <Choices
            label={w.accept}
            name={`${path}.accept`}
            error={fault(`${path}.accept`)}
            value={field.accept}
            onChange={(accept) => change(`${path}.accept`, accept)}
            options={(['image', 'pdf'] as const).map((kind) => ({ value: kind, label: w.acceptKinds[kind] }))}
          />
          <Field label={w.mostFiles} name={`${path}.most`} error={fault(`${path}.most`)}>
            <Amount value={field.most} onChange={(most) => change(`${path}.most`, most ?? 0)} />
          </Field>
        </>
      )
    default:
      return null
  }
}

/** `times` is what one unit of the typed number is stored as: money is typed in yuan and kept in cents. */
const Limit = ({
  editing,
  path,
  label,
  value,
  decimals = false,
  times = 1,
}: {
  readonly editing: Editing
  readonly path: string
  readonly label: string
  readonly value: number | undefined
  readonly decimals?: boolean
  readonly times?: number
}) => (
  <Field label={label} name={path} error={editing.fault(path)} optional>
    <Amount
      value={value === undefined ? null : value / times}
      onChange={(next) => editing.change(path, next === null ? undefined : times === 1 ? next : Math.round(next * times))}
      decimals={decimals}
    />
  </Field>
)
