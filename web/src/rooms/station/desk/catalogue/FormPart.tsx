import { formsIn, type FormDefinition } from '@ronghe/forms'
import { type FocusEvent, useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import styles from './catalogue.module.css'
import type { Editing } from './editing.ts'
import { PagesEditor } from './PagesEditor.tsx'
import { PreviewPart } from './PreviewPart.tsx'
import { catalogueWords } from './words/words.ts'

/** The questions of the service itself, with the resident's view beside them where there is room. */
export function FormPart({ editing }: { readonly editing: Editing }) {
  const w = useWords(catalogueWords)
  const [beside, setBeside] = useState(true)
  const [worked, setWorked] = useState<number>()
  const follow = (event: FocusEvent): void => {
    const place = /-pages-(\d+)/.exec(event.target.closest('[id*="-pages-"]')?.id ?? '')?.[1]
    if (place !== undefined) setWorked(Number(place))
  }
  const path = editing.definition.mode === 'case' ? 'form' : 'questions'
  const form = formsIn(editing.definition).find((one) => one.path === path)?.form
  if (!form) return <NoForm editing={editing} />
  return (
    <>
      <ButtonRow>
        <Button kind="plain" icon="eye" onPress={() => setBeside(!beside)}>
          {beside ? w.preview.hide : w.preview.beside}
        </Button>
      </ButtonRow>
      <div className={beside ? styles.beside : undefined}>
        <div onFocus={follow}>
          <PagesEditor editing={editing} form={form} path={path} />
        </div>
        {beside && (
          <aside className={styles.besideView} aria-label={w.parts.preview}>
            <PreviewPart editing={editing} worked={worked} />
          </aside>
        )}
      </div>
    </>
  )
}

function NoForm({ editing }: { readonly editing: Editing }) {
  const w = useWords(catalogueWords)
  const { key, version } = editing.definition
  const empty: FormDefinition = { id: key, version, pages: [] }
  return (
    <EmptyState
      title={w.noForm}
      next={<Button onPress={() => editing.restructure({ kind: 'put', path: 'questions', value: empty }, w.addForm)}>{w.addForm}</Button>}
    />
  )
}
