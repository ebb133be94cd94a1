import type { ChoiceField, ChoicesField, Option } from '@ronghe/forms'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { freshId } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { ListEditor } from './ListEditor.tsx'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

/** What can be chosen: the words, a hint below them, and the value the answer is kept under. */
export function FieldOptions({
  editing,
  field,
  path,
}: {
  readonly editing: Editing
  readonly field: ChoiceField | ChoicesField
  readonly path: string
}) {
  const w = useWords(catalogueWords)
  const text = useText()
  return (
    <>
      <h4>{w.options}</h4>
      <ListEditor<Option>
        editing={editing}
        path={`${path}.options`}
        what={w.option}
        titleOf={(option) => text(option.label)}
        fresh={() => ({
          value: freshId(
            'option',
            field.options.map(({ value }) => value),
          ),
          label: { 'zh-CN': '' },
        })}
      >
        {(option, here) => (
          <>
            <TextPair editing={editing} path={`${here}.label`} label={w.optionLabel} />
            <TextPair editing={editing} path={`${here}.hint`} label={w.optionHint} optional />
            <Field label={w.optionValue} name={`${here}.value`} hint={w.optionValueHint} error={editing.fault(`${here}.value`)}>
              <TextInput value={option.value} onChange={(value) => editing.change(`${here}.value`, value.trim())} maxLength={60} short />
            </Field>
          </>
        )}
      </ListEditor>
    </>
  )
}
