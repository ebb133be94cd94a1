import { type Field as AskedField, type FormDefinition, kindWords, type Page } from '@ronghe/forms'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Amount } from './Amount.tsx'
import styles from './catalogue.module.css'
import { ConditionEditor } from './ConditionEditor.tsx'
import { freshId } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { FieldEditor } from './FieldEditor.tsx'
import { IdInput } from './IdInput.tsx'
import { ListEditor } from './ListEditor.tsx'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

interface OnePage {
  readonly editing: Editing
  readonly form: FormDefinition
  readonly page: Page
  readonly path: string
  readonly place: number
}

/** One question: its words, the box below it, whether it repeats, when it is asked, and what is filled in. */
export function PageEditor({ editing, form, page, path, place }: OnePage) {
  const w = useWords(catalogueWords)
  const text = useText()
  const taken = form.pages.flatMap((one) => [one.id, ...one.fields.map(({ id }) => id)])
  return (
    <>
      <TextPair editing={editing} path={`${path}.title`} label={w.pageTitle} />
      <TextPair editing={editing} path={`${path}.help`} label={w.pageHelp} optional />
      <IdInput editing={editing} path={`${path}.id`} value={page.id} form={form} />
      <WhyBox editing={editing} page={page} path={path} />
      <Repeat editing={editing} page={page} path={path} />
      <ConditionEditor editing={editing} path={`${path}.visibleWhen`} label={w.pageWhen} form={form} standing={{ page: place }} />
      <h4>{w.fieldsIn}</h4>
      <ListEditor<AskedField>
        editing={editing}
        path={`${path}.fields`}
        what={w.field}
        titleOf={(field) => `${field.label ? text(field.label) : text(page.title)} · ${text(kindWords[field.kind])}`}
        fresh={() => ({ id: freshId('field', taken), kind: 'text', label: { 'zh-CN': '' } })}
      >
        {(field, here, at) => <FieldEditor editing={editing} field={field} path={here} form={form} standing={{ page: place, field: at }} />}
      </ListEditor>
    </>
  )
}

/** The box under the question that answers a doubt: the landlord will not sign? */
function WhyBox({ editing, page, path }: Pick<OnePage, 'editing' | 'page' | 'path'>) {
  const w = useWords(catalogueWords)
  const turn = (wanted: boolean): void =>
    editing.restructure(
      { kind: 'put', path: `${path}.why`, value: wanted ? { title: { 'zh-CN': '' }, text: { 'zh-CN': '' } } : undefined },
      w.why,
    )
  return (
    <>
      <Tick checked={page.why !== undefined} onChange={turn} label={w.why} hint={w.whyHint} />
      {page.why && (
        <div className={styles.inset}>
          <TextPair editing={editing} path={`${path}.why.title`} label={w.whyTitle} />
          <TextPair editing={editing} path={`${path}.why.text`} label={w.whyText} long />
        </div>
      )}
    </>
  )
}

/** A page filled in several times: how often at least and at most, and what one of them is called. */
function Repeat({ editing, page, path }: Pick<OnePage, 'editing' | 'page' | 'path'>) {
  const w = useWords(catalogueWords)
  const { repeat } = page
  const turn = (wanted: boolean): void =>
    editing.restructure(
      { kind: 'put', path: `${path}.repeat`, value: wanted ? { least: 0, most: 5, itemTitle: { 'zh-CN': '' } } : undefined },
      w.repeatPage,
    )
  return (
    <>
      <Tick checked={repeat !== undefined} onChange={turn} label={w.repeatPage} hint={w.repeatHint} />
      {repeat && (
        <div className={styles.inset}>
          <div className={styles.grid}>
            {(['least', 'most'] as const).map((limit) => (
              <Field
                key={limit}
                label={w.repeatLimits[limit]}
                name={`${path}.repeat.${limit}`}
                error={editing.fault(`${path}.repeat.${limit}`)}
              >
                <Amount value={repeat[limit]} onChange={(count) => editing.change(`${path}.repeat.${limit}`, count ?? 0)} />
              </Field>
            ))}
          </div>
          <TextPair editing={editing} path={`${path}.repeat.itemTitle`} label={w.repeatTitle} hint={w.repeatTitleHint} />
        </div>
      )}
    </>
  )
}
