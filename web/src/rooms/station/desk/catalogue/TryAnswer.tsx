import { type Field as AskedField, faultSentence, validateForm } from '@ronghe/forms'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../../platform/language/language.tsx'
import { useToday } from '../../../../platform/today.ts'
import { Icon } from '../../../../ui/Icon.tsx'
import { AnswerField } from '../../AnswerField.tsx'
import styles from './catalogue.module.css'
import { filesWhileOpen } from './files-while-open.ts'
import { catalogueWords } from './words/words.ts'

/** An answer to try: taken, or the very sentence the resident would read. */
export function TryAnswer({ field, path }: { readonly field: AskedField; readonly path: string }) {
  const w = useWords(catalogueWords).tryOut
  const { language } = useLanguage()
  const today = useToday()
  const [value, setValue] = useState<unknown>()
  const [files] = useState(filesWhileOpen)
  // The rules alone: when it is asked and needed is tried in the preview of the whole form.
  const { visibleWhen: _asked, requiredWhen: _needed, ...alone } = { ...field, id: 'answer' }
  const form = { id: 'try', version: 1, pages: [{ id: 'page', title: { 'zh-CN': w.title }, fields: [alone as AskedField] }] }
  const fault = value === undefined ? undefined : validateForm(form, { answer: value }, today)[0]
  return (
    <section className={styles.tryOut} aria-label={w.title}>
      <h4>{w.title}</h4>
      <AnswerField
        field={alone as AskedField}
        path={`try-${path}`}
        value={value}
        onChange={setValue}
        errors={{}}
        asTitle
        title={w.title}
        today={today}
        files={files}
      />
      <p role="status" className={fault ? styles.fault : styles.accepted}>
        {value === undefined ? (
          <span className="muted">{w.lead}</span>
        ) : fault ? (
          <>
            <Icon name="attention" /> {w.refused(faultSentence(fault, language))}
          </>
        ) : (
          <>
            <Icon name="check" /> {w.accepted}
          </>
        )}
      </p>
    </section>
  )
}
