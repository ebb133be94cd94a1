import type { Field as AskedField, Page } from '@ronghe/forms'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { ConditionEditor } from './ConditionEditor.tsx'
import { freshId } from './edit-at.ts'
import { type Editing, formIn, formPath } from './editing.ts'
import { FieldEditor } from './FieldEditor.tsx'
import { ListEditor } from './ListEditor.tsx'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

/** The questions, one page each, in the order they are asked. */
export function FormPart({ editing }: { readonly editing: Editing }) {
  const w = useWords(catalogueWords)
  const text = useText()
  const form = formIn(editing.definition)
  const path = formPath(editing.definition)
  if (!form)
    return (
      <p>
        {w.noForm}{' '}
        <Button
          kind="quiet"
          onPress={() => editing.change(path, { id: editing.definition.key, version: editing.definition.version, pages: [] })}
        >
          {w.addForm}
        </Button>
      </p>
    )
  const taken = form.pages.flatMap((page) => [page.id, ...page.fields.map(({ id }) => id)])
  return (
    <ListEditor<Page>
      editing={editing}
      path={`${path}.pages`}
      what={w.page}
      titleOf={(page) => text(page.title)}
      fresh={() => ({
        id: freshId('page', taken),
        title: { 'zh-CN': '' },
        fields: [{ id: freshId('field', taken), kind: 'text', required: true }],
      })}
    >
      {(page, here) => (
        <>
          <TextPair editing={editing} path={`${here}.title`} label={w.pageTitle} />
          <TextPair editing={editing} path={`${here}.help`} label={w.pageHelp} optional />
          <Field label={w.id} name={`${here}.id`} hint={w.fieldIdHint} error={editing.fault(`${here}.id`)}>
            <TextInput value={page.id} onChange={(id) => editing.change(`${here}.id`, id.trim())} maxLength={60} short />
          </Field>
          <ConditionEditor editing={editing} path={`${here}.visibleWhen`} label={w.pageWhen} />
          <h4>{w.fieldsIn}</h4>
          <ListEditor<AskedField>
            editing={editing}
            path={`${here}.fields`}
            what={w.field}
            titleOf={(field) => `${field.label ? text(field.label) : text(page.title)} · ${w.kinds[field.kind]}`}
            fresh={() => ({ id: freshId('field', taken), kind: 'text', label: { 'zh-CN': '' } })}
          >
            {(field, at) => <FieldEditor editing={editing} field={field} path={at} />}
          </ListEditor>
        </>
      )}
    </ListEditor>
  )
}
