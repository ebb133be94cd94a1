import { readService } from '@ronghe/contract/station/services.ts'
import {
  documentsNeeded,
  eligibility,
  faultSentence,
  formOf,
  nextPage,
  previousPage,
  progress,
  type ServiceDefinition,
  validatePage,
  visiblePages,
} from '@ronghe/forms'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { dayOf } from '../../platform/language/format.ts'
import { useLanguage, useText, useWords } from '../../platform/language/language.tsx'
import { useDraft } from '../../platform/offline/draft.ts'
import { useKept } from '../../platform/offline/kept.ts'
import { useParam } from '../../platform/params.ts'
import { reading } from '../../platform/queries.ts'
import { useSession } from '../../platform/session/session.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { QuestionPage } from '../../ui/QuestionPage.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { AnswerPage } from './AnswerPage.tsx'
import { questionsOf } from './asked-fields.ts'
import type { KeptFiles } from './kept-files.ts'
import { Verdict } from './Verdict.tsx'
import { servicesWords } from './words/services/words.ts'

/** Page ids have no dash, so this one is free. */
const verdictPage = 'my-result'
/** Where the answers are kept: on this phone, apart for each person who uses it. */
export const answersForm = (service: string, person: string | undefined): string => `may:${service}:${person ?? 'nobody'}`

/** "May I?": a question a page, then the verdict with its reasons. Nothing leaves the phone. */
export function Eligibility() {
  const key = useParam('key')
  return (
    <Shown read={useKept(reading(readService, { params: { key } }))}>
      {({ definition, notOffered }) => <Questions definition={definition} offered={notOffered === null} />}
    </Shown>
  )
}

function Questions({ definition, offered }: { readonly definition: ServiceDefinition; readonly offered: boolean }) {
  const w = useWords(servicesWords)
  const text = useText()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const [today] = useState(() => dayOf(new Date()))
  const pageId = useParam('page')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const draft = useDraft<Readonly<Record<string, unknown>>>(answersForm(definition.key, useSession().person?.id), {})
  const whole = formOf(definition)
  if (draft.state === 'reading') return <Loading />
  const matter = w.mayTitle(text(definition.name))
  const form = whole && questionsOf(whole, definition.eligibility)
  const answers = draft.value
  if (!form || form.pages.length === 0)
    return (
      <>
        <PageHeader title={matter} back={{ to: '/services/$key', params: { key: definition.key } }} />
        <EmptyState
          title={w.noRules}
          next={
            <LinkButton to="/services/$key" params={{ key: definition.key }}>
              {w.toGuide}
            </LinkButton>
          }
        />
      </>
    )
  const to = (page: string | undefined) => ({ to: '/services/$key/may/$page', params: { key: definition.key, page: page ?? verdictPage } })
  if (pageId === verdictPage)
    return (
      <Verdict
        definition={definition}
        offered={offered}
        found={eligibility(definition.eligibility, answers, today)}
        documents={documentsNeeded(definition, answers, today)}
        back={to(visiblePages(form, answers, today).at(-1)?.id)}
        first={to(form.pages[0]?.id)}
      />
    )
  const page = form.pages.find(({ id }) => id === pageId) ?? form.pages[0]!
  const place = progress(form, answers, today, page.id)
  const before = previousPage(form, answers, today, page.id)
  const after = nextPage(form, answers, today, page.id)
  const next = (): void => {
    const faults = validatePage(form, page.id, answers, today)
    setErrors(Object.fromEntries(faults.map((fault) => [fault.path, faultSentence(fault, language)])))
    if (faults.length === 0) void navigate(to(after) as never)
  }
  return (
    <QuestionPage
      matter={matter}
      question={text(page.title)}
      hint={
        place.number === 1 ? (
          <>
            {page.help && text(page.help)} {w.mayLead}
          </>
        ) : (
          page.help && text(page.help)
        )
      }
      step={place.number}
      of={place.of}
      back={before ? to(before) : { to: '/services/$key', params: { key: definition.key } }}
      next={after ? w.mayNext : w.mayResult}
      onNext={next}
      errors={errors}
    >
      <AnswerPage
        form={form}
        page={page}
        answers={answers}
        change={(id, value) => draft.change((all) => ({ ...all, [id]: value }))}
        errors={errors}
        today={today}
        files={noFiles}
      />
      {page.why && (
        <Notice tone="why" title={text(page.why.title)}>
          {text(page.why.text)}
        </Notice>
      )}
    </QuestionPage>
  )
}

/** No question of "may I" asks for a picture. */
export const noFiles: KeptFiles = {
  find: () => undefined,
  keep: () => Promise.reject(new Error('no picture is asked for here')),
  drop: () => {},
}
