import { placeholdersOf, writeLetter, type Letter } from '@ronghe/forms'
import { type FocusEvent, useRef, useState } from 'react'
import { useLanguage, useText, useWords } from '../../../../platform/language/language.tsx'
import { useToday } from '../../../../platform/today.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import styles from './catalogue.module.css'
import { valueAt } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

/** Where the cursor stood last, so that an answer can be put there. */
interface Cursor {
  /** As in TextPair: the path of the text, with `.en` for the translation. */
  readonly name: string
  readonly at: number
}

/** A letter's texts, with the answers that may stand in them to pick from, and how it reads without any. */
export function LetterEditor({ editing, path, letter }: { readonly editing: Editing; readonly path: string; readonly letter: Letter }) {
  const w = useWords(catalogueWords).letter
  const text = useText()
  const { language } = useLanguage()
  const today = useToday()
  const cursor = useRef<Cursor>({ name: `${path}.body`, at: letter.body['zh-CN'].length })
  const [picked, setPicked] = useState('today')
  const label = (id: string): string => {
    const page = letter.form.pages.find(({ fields }) => fields.some((field) => field.id === id))
    const field = page?.fields.find((one) => one.id === id)
    return field && page ? text(field.label ?? page.title) : w.today
  }
  const put = (): void => {
    const { name, at } = cursor.current
    const english = name.endsWith('.en')
    const place = english ? name : `${name}.zh-CN`
    const now = (valueAt(editing.definition, place) as string | undefined) ?? ''
    editing.change(place, `${now.slice(0, at)}{${picked}}${now.slice(at)}`)
    cursor.current = { name, at: at + picked.length + 2 }
  }
  const remember = (event: FocusEvent): void => {
    const { target } = event
    if ((target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.name.startsWith(`${path}.`))
      cursor.current = { name: target.name, at: target.selectionStart ?? target.value.length }
  }
  const shown = writeLetter(letter, {}, today, language)
  return (
    <div onBlur={remember}>
      <TextPair editing={editing} path={`${path}.to`} label={w.to} />
      <TextPair editing={editing} path={`${path}.title`} label={w.title} />
      <TextPair editing={editing} path={`${path}.body`} label={w.body} hint={w.bodyHint} long />
      <div className={styles.pick}>
        <Field label={w.answer} name={`${path}.pick`}>
          <Select
            value={picked}
            onChange={setPicked}
            options={placeholdersOf(letter.form).map((id) => ({ value: id, label: `${label(id)} {${id}}` }))}
          />
        </Field>
        <ButtonRow>
          <Button kind="quiet" onPress={put}>
            {w.put}
          </Button>
        </ButtonRow>
      </div>
      <details className={styles.item}>
        <summary>{w.preview}</summary>
        <div className={styles.sheet}>
          <p>{shown.title}</p>
          <p>{shown.to}</p>
          <p className={styles.lines}>{shown.body}</p>
        </div>
      </details>
    </div>
  )
}
