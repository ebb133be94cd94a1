import {
  documentsNeeded,
  eligibility,
  faultSentence,
  firstPage,
  nextPage,
  previousPage,
  progress,
  validatePage,
  type Answers,
  type FormDefinition,
  type ServiceDefinition,
} from '@ronghe/forms'
import { useState } from 'react'
import { dayOf } from '../../../../platform/language/format.ts'
import { useLanguage, useText, useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { ProgressBar } from '../../../../ui/ProgressBar.tsx'
import { AnswerPage } from '../../AnswerPage.tsx'
import styles from './catalogue.module.css'
import { type Editing, formIn } from './editing.ts'
import type { KeptFiles } from '../../kept-files.ts'
import { catalogueWords } from './words/words.ts'

/** The draft as a resident walks through it, in the width of a phone; nothing is kept. */
export function PreviewPart({ editing }: { readonly editing: Editing }) {
  const w = useWords(catalogueWords).preview
  const form = formIn(editing.definition)
  if (!form || form.pages.length === 0) return <EmptyState title={w.empty} />
  return (
    <>
      <p className="muted">{w.lead}</p>
      <Walk form={form} definition={editing.definition} />
    </>
  )
}

function Walk({ form, definition }: { readonly form: FormDefinition; readonly definition: ServiceDefinition }) {
  const w = useWords(catalogueWords).preview
  const text = useText()
  const { language } = useLanguage()
  const [today] = useState(() => dayOf(new Date()))
  const [answers, setAnswers] = useState<Answers>({})
  const [at, setAt] = useState<string | undefined>(() => firstPage(form, {}, today))
  const [errors, setErrors] = useState<FieldErrors>({})
  const [files] = useState(filesWhileOpen)
  const page = form.pages.find(({ id }) => id === at)
  const next = (): void => {
    if (at === undefined) return
    const faults = Object.fromEntries(validatePage(form, at, answers, today).map((fault) => [fault.path, faultSentence(fault, language)]))
    setErrors(faults)
    if (Object.keys(faults).length === 0) setAt(nextPage(form, answers, today, at))
  }
  const again = (): void => {
    setAnswers({})
    setErrors({})
    setAt(firstPage(form, {}, today))
  }
  if (!page) return <End definition={definition} answers={answers} today={today} onAgain={again} />
  const { number, of } = progress(form, answers, today, page.id)
  const before = previousPage(form, answers, today, page.id)
  return (
    <div className={styles.phone}>
      <ProgressBar value={number} of={of} label={w.step(number, of)} />
      <p className="muted small">
        {text(definition.name)} · {w.step(number, of)}
      </p>
      <h3 className={styles.question}>{text(page.title)}</h3>
      {page.help && <p className="muted">{text(page.help)}</p>}
      <Form onSubmit={next} errors={errors} label={text(page.title)}>
        <AnswerPage
          form={form}
          page={page}
          answers={answers}
          change={(id, value) => setAnswers((known) => ({ ...known, [id]: value }))}
          errors={errors}
          today={today}
          files={files}
        />
        <ButtonRow>
          <Button type="submit">{w.next}</Button>
          {before !== undefined && (
            <Button kind="quiet" onPress={() => setAt(before)}>
              {w.back}
            </Button>
          )}
        </ButtonRow>
      </Form>
    </div>
  )
}

function End({
  definition,
  answers,
  today,
  onAgain,
}: {
  readonly definition: ServiceDefinition
  readonly answers: Answers
  readonly today: string
  readonly onAgain: () => void
}) {
  const w = useWords(catalogueWords).preview
  const text = useText()
  const { verdict } = eligibility(definition.eligibility, answers, today)
  const papers = documentsNeeded(definition, answers, today)
  return (
    <div className={styles.phone}>
      <h3>{w.end}</h3>
      <p>{w.verdict[verdict]}</p>
      <h4>{papers.length > 0 ? w.documents : w.noDocuments}</h4>
      <ul>
        {papers.map((need) => (
          <li key={need.id}>{text(need.name)}</li>
        ))}
      </ul>
      <ButtonRow>
        <Button kind="quiet" onPress={onAgain}>
          {w.again}
        </Button>
      </ButtonRow>
    </div>
  )
}

/** Pictures chosen while trying it out stay in the page and go nowhere. */
function filesWhileOpen(): KeptFiles {
  const files = new Map<string, File>()
  return {
    find: (mark) => files.get(mark),
    async keep(file) {
      const mark = `preview-${files.size}`
      files.set(mark, file)
      return mark
    },
    drop: (mark) => void files.delete(mark),
  }
}
