import type { ConsentNeed } from '@ronghe/forms'
import { useWords } from '../../../../platform/language/language.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { freshId } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { ListEditor } from './ListEditor.tsx'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

/** What a resident may agree to, each with its purpose, its text and how the service goes on without it (D5). */
export function ConsentsPart({ editing }: { readonly editing: Editing }) {
  const w = useWords(catalogueWords).consents
  const { consents, version } = editing.definition
  return (
    <>
      <p className="muted">{w.lead}</p>
      <p>{w.version(version)}</p>
      <ListEditor<ConsentNeed>
        editing={editing}
        path="consents"
        what={w.one}
        titleOf={(consent) => consent.purpose}
        fresh={() => ({
          purpose: freshId(
            'purpose',
            consents.map(({ purpose }) => purpose),
          ),
          text: { 'zh-CN': '' },
          withoutIt: { 'zh-CN': '' },
        })}
      >
        {(consent, path) => (
          <>
            <Field label={w.purpose} name={`${path}.purpose`} hint={w.purposeHint} error={editing.fault(`${path}.purpose`)}>
              <TextInput value={consent.purpose} onChange={(next) => editing.change(`${path}.purpose`, next.trim())} maxLength={60} short />
            </Field>
            <TextPair editing={editing} path={`${path}.text`} label={w.text} hint={w.textHint} long />
            <TextPair editing={editing} path={`${path}.withoutIt`} label={w.withoutIt} hint={w.withoutItHint} long />
          </>
        )}
      </ListEditor>
    </>
  )
}
