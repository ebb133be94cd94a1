import type { TextField } from '@ronghe/forms'
import { useWords } from '../../../../platform/language/language.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Select, TextInput } from '../../../../ui/inputs.tsx'
import { Amount } from './Amount.tsx'
import styles from './catalogue.module.css'
import type { Editing } from './editing.ts'
import { type PatternKind, sortNames, toExpression, toPatternKind } from './pattern-kinds.ts'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

/** The form a text must have, chosen rather than written; the sentence is what the resident reads when it does not fit. */
export function PatternEditor({ editing, field, path }: { readonly editing: Editing; readonly field: TextField; readonly path: string }) {
  const w = useWords(catalogueWords).pattern
  const here = `${path}.pattern`
  const pattern = field.pattern && toPatternKind(field.pattern.expression)
  const put = (next: PatternKind): void => editing.change(`${here}.expression`, toExpression(next))
  const choose = (kind: PatternKind['kind'] | ''): void => {
    if (kind === '') return editing.restructure({ kind: 'put', path: here, value: undefined }, w.label)
    const next: PatternKind =
      kind === 'own'
        ? { kind, expression: field.pattern?.expression ?? '' }
        : { kind, least: pattern && 'least' in pattern ? pattern.least : 4, most: pattern && 'most' in pattern ? pattern.most : 4 }
    editing.restructure(
      { kind: 'put', path: here, value: { expression: toExpression(next), message: field.pattern?.message ?? { 'zh-CN': '' } } },
      w.label,
    )
  }
  return (
    <>
      <div className={styles.grid}>
        <Field label={w.label} name={here} optional>
          <Select
            value={pattern?.kind ?? ''}
            placeholder={w.none}
            onChange={choose}
            options={[...sortNames, 'own' as const].map((kind) => ({ value: kind, label: w.kinds[kind] }))}
          />
        </Field>
        {pattern && pattern.kind !== 'own' && (
          <>
            <Field label={w.least} name={`${here}.least`}>
              <Amount value={pattern.least} onChange={(least) => put({ ...pattern, least: least ?? 1 })} />
            </Field>
            <Field label={w.most} name={`${here}.most`} error={editing.fault(`${here}.expression`)}>
              <Amount value={pattern.most} onChange={(most) => put({ ...pattern, most: most ?? 1 })} />
            </Field>
          </>
        )}
        {pattern?.kind === 'own' && (
          <Field label={w.expression} name={`${here}.expression`} hint={w.expressionHint} error={editing.fault(`${here}.expression`)}>
            <TextInput value={pattern.expression} onChange={(expression) => put({ kind: 'own', expression })} maxLength={200} />
          </Field>
        )}
      </div>
      {field.pattern && <TextPair editing={editing} path={`${here}.message`} label={w.message} hint={w.messageHint} />}
    </>
  )
}
