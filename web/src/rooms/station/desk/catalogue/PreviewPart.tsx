import {
  faultSentence,
  firstPage,
  formOf,
  nextPage,
  previousPage,
  progress,
  validatePage,
  visiblePages,
  type Answers,
  type FormDefinition,
  type Page,
  type ServiceDefinition,
} from '@ronghe/forms'
import { useState } from 'react'
import { dayOf } from '../../../../platform/language/format.ts'
import { useLanguage, useText, useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { ProgressBar } from '../../../../ui/ProgressBar.tsx'
import { AnswerPage } from '../../AnswerPage.tsx'
import styles from './catalogue.module.css'
import type { Editing } from './editing.ts'
import { filesWhileOpen } from './files-while-open.ts'
import { MayBox } from './MayBox.tsx'
import { catalogueWords } from './words/words.ts'

/** The draft as a resident walks through it, in the width of a phone; nothing is kept. */
export function PreviewPart({
  editing,
  worked,
}: {
  readonly editing: Editing
  /** The page being worked on beside it: the view follows. */ readonly worked?: number | undefined
}) {
  const w = useWords(catalogueWords).preview
  const form = formOf(editing.definition)
  if (!form || form.pages.length === 0) return <EmptyState title={w.empty} />
  return (
    <>
      <p className="muted">{w.lead}</p>
      <Walk form={form} definition={editing.definition} worked={worked} />
    </>
  )
}

function Walk({
  form,
  definition,
  worked,
}: {
  readonly form: FormDefinition
  readonly definition: ServiceDefinition
  readonly worked: number | undefined
}) {
  const w = useWords(catalogueWords).preview
  const text = useText()
  const { language } = useLanguage()
  const [today] = useState(() => dayOf(new Date()))
  const [answers, setAnswers] = useState<Answers>({})
  const [at, setAt] = useState<string | undefined>(() => firstPage(form, {}, today))
  const [errors, setErrors] = useState<FieldErrors>({})
  const [files] = useState(filesWhileOpen)
  const [followed, setFollowed] = useState(worked)
  if (worked !== followed) {
    setFollowed(worked)
    setErrors({})
    setAt(worked === undefined ? at : form.pages[worked]?.id)
  }
  // A page that was taken out while it was looked at gives way to the first; after the last comes the end.
  const page = form.pages.find(({ id }) => id === at) ?? (at === undefined ? undefined : form.pages[0])
  const before = page && previousPage(form, answers, today, page.id)
  const asked = page && visiblePages(form, answers, today).includes(page)
  const next = (): void => {
    if (!page) return
    const faults = Object.fromEntries(
      validatePage(form, page.id, answers, today).map((fault) => [fault.path, faultSentence(fault, language)]),
    )
    setErrors(faults)
    if (Object.keys(faults).length === 0) setAt(nextPage(form, answers, today, page.id))
  }
  const again = (): void => {
    setAnswers({})
    setErrors({})
    setAt(firstPage(form, {}, today))
  }
  return (
    <div className={styles.walk}>
      <div className={styles.phone}>
        {page ? (
          <>
            <Question form={form} page={page} answers={answers} today={today} matter={text(definition.name)} />
            {!asked && <Notice>{w.notAsked}</Notice>}
            <Form onSubmit={next} errors={errors} label={text(page.title)}>
              {asked && (
                <>
                  <AnswerPage
                    form={form}
                    page={page}
                    answers={answers}
                    change={(id, value) => setAnswers((known) => ({ ...known, [id]: value }))}
                    errors={errors}
                    today={today}
                    files={files}
                  />
                  {page.why && (
                    <Notice tone="why" title={text(page.why.title)}>
                      {text(page.why.text)}
                    </Notice>
                  )}
                </>
              )}
              <ButtonRow>
                <Button type="submit">{w.next}</Button>
                {before !== undefined && (
                  <Button kind="quiet" onPress={() => setAt(before)}>
                    {w.back}
                  </Button>
                )}
              </ButtonRow>
            </Form>
          </>
        ) : (
          <>
            <h3>{w.end}</h3>
            <Consents definition={definition} />
            <ButtonRow>
              <Button kind="quiet" onPress={again}>
                {w.again}
              </Button>
            </ButtonRow>
          </>
        )}
      </div>
      <MayBox definition={definition} answers={answers} today={today} />
    </div>
  )
}

/** How far along, and the question. */
function Question({
  form,
  page,
  answers,
  today,
  matter,
}: {
  readonly form: FormDefinition
  readonly page: Page
  readonly answers: Answers
  readonly today: string
  readonly matter: string
}) {
  const w = useWords(catalogueWords).preview
  const text = useText()
  const { number, of } = progress(form, answers, today, page.id)
  return (
    <>
      <ProgressBar value={number} of={of} label={w.step(number, of)} />
      <p className="muted small">
        {matter} · {w.step(number, of)}
      </p>
      <h3 className={styles.question}>{text(page.title)}</h3>
      {page.help && <p className="muted">{text(page.help)}</p>}
    </>
  )
}

/** What may be agreed to at the end, unticked as residents find it. */
function Consents({ definition }: { readonly definition: ServiceDefinition }) {
  const w = useWords(catalogueWords).preview
  const text = useText()
  if (definition.consents.length === 0) return null
  return (
    <>
      <h4>{w.consents}</h4>
      <ul>
        {definition.consents.map(({ purpose, text: words, withoutIt }) => (
          <li key={purpose}>
            {text(words)} <span className="muted small">{text(withoutIt)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
