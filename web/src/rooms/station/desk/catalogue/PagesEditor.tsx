import type { FormDefinition, Page } from '@ronghe/forms'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { freshId } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { ListEditor } from './ListEditor.tsx'
import { PageEditor } from './PageEditor.tsx'
import { catalogueWords } from './words/words.ts'

/** The pages of a form in the order they are asked, one question each. */
export function PagesEditor({
  editing,
  form,
  path,
}: {
  readonly editing: Editing
  readonly form: FormDefinition
  /** Where the form lies in the definition. */
  readonly path: string
}) {
  const w = useWords(catalogueWords)
  const text = useText()
  const taken = form.pages.flatMap((page) => [page.id, ...page.fields.map(({ id }) => id)])
  return (
    <ListEditor<Page>
      editing={editing}
      path={`${path}.pages`}
      what={w.page}
      titleOf={(page) => text(page.title) + (page.repeat ? ` · ${w.repeats}` : '')}
      fresh={() => ({
        id: freshId('page', taken),
        title: { 'zh-CN': '' },
        fields: [{ id: freshId('field', taken), kind: 'text', required: true }],
      })}
    >
      {(page, here, place) => <PageEditor editing={editing} form={form} page={page} path={here} place={place} />}
    </ListEditor>
  )
}
