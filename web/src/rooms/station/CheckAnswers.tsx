import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { answerLines, type CaseService, doubts, faultSentence, validateForm } from '@ronghe/forms'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ProblemError } from '../../api.ts'
import { useLanguage, useText, useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { useOnline } from '../../platform/offline/online.ts'
import { reading, useRefresh } from '../../platform/queries.ts'
import { useSession } from '../../platform/session/session.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { QuestionPage } from '../../ui/QuestionPage.tsx'
import { fileForm } from './file-form.ts'
import { filesElsewhere, tickedBefore, tickedNow } from './filing-draft.ts'
import type { StepPage } from './filing-page.ts'
import { agreePage, handInPage, papersFor } from './filing-steps.ts'
import { namesOfPlaces } from './names-of-places.ts'
import styles from './station.module.css'
import { twoSided } from './two-sides.ts'
import type { Filing } from './use-filing.ts'
import { filingWords } from './words/filing/words.ts'
import { ForWhom, SignInFirst, ThrowAway } from './CheckFoot.tsx'

/** Everything on one page, each line leading back to its question; then it is filed, once, with or without a line. */
export function CheckAnswers({
  definition,
  filing,
  today,
  ...page
}: StepPage & { readonly definition: CaseService; readonly filing: Filing; readonly today: string }) {
  const w = useWords(filingWords)
  const text = useText()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const refresh = useRefresh()
  const online = useOnline()
  const signedIn = useSession().person !== null
  const places = useKept(reading(listPlaces))
  const [attempt, setAttempt] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false })
  const { draft } = filing
  // What comes after filing must be here before the line goes.
  useEffect(() => void import('./CaseReceipt.tsx').catch(() => {}), [])
  const names = namesOfPlaces(places.data, text)
  const elsewhere = filesElsewhere(draft).length
  const undecided = twoSided(definition, draft).length
  const lines = answerLines(definition.form, draft.answers, today, language, names)
  const faults = [...faultsHere(definition, draft.answers, today, language), ...faultsFrom(attempt.error)]
  const faultOf = (path: string): string | undefined => faults.find(([at]) => at === path || at.startsWith(`${path}.`))?.[1]
  const doubtOf = (path: string): string | undefined => {
    const doubt = doubts(definition.form, draft.answers, today).find((one) => one.path === path)
    return doubt && faultSentence(doubt, language)
  }
  const handing = filing.handingInFor === undefined ? {} : { for: filing.handingInFor }
  const agreeable = draft.forPerson === undefined ? definition.consents : []
  const submit = async (): Promise<void> => {
    if (faults.length > 0) {
      // Straight to the first question that wants something.
      const first = lines.find((line) => faultOf(line.path) !== undefined)
      if (first)
        await navigate({
          to: '/services/$key/form/$page',
          params: { key: definition.key, page: first.page },
          search: { from: 'check', ...handing },
        } as never)
      return
    }
    if (elsewhere > 0 || undecided > 0) return document.getElementById('not-yet')?.focus()
    setAttempt({ busy: true })
    try {
      const { sent } = await fileForm(definition, draft, today, text(definition.name))
      if (sent) await filing.discard()
      else filing.change((now) => ({ ...now, filed: true }))
      if (sent) await refresh({ id: 'station.cases.mine' })
      await navigate({
        to: '/cases/$caseId/receipt',
        params: { caseId: draft.caseId },
        search: filing.handingInFor === undefined ? {} : { handed: 'in' },
        replace: true,
      } as never)
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'case-filed-otherwise') return filing.markFiled()
      setAttempt({ busy: false, error })
    }
  }
  const inside = (
    <>
      {(elsewhere > 0 || undecided > 0) && (
        <div id="not-yet" tabIndex={-1}>
          <Notice tone="attention" title={w.notYet}>
            {undecided > 0 && <p>{w.undecided(undecided)}</p>}
            {elsewhere > 0 && <p>{w.elsewhere(elsewhere)}</p>}
          </Notice>
        </div>
      )}
      {agreeable.length > 0 && tickedBefore(draft, definition.version).length > 0 && <Notice tone="attention">{w.agreeAgain}</Notice>}
      {faults.length > 0 && <Notice tone="attention" title={w.mistakes} />}
      <ul className={styles.checks}>
        {lines.map((line) => (
          <Line
            key={line.path}
            label={line.label}
            answer={line.answer || w.notAnswered}
            fault={faultOf(line.path)}
            doubt={doubtOf(line.path)}
            service={definition.key}
            page={line.page}
            handing={handing}
          />
        ))}
        {papersFor(definition, draft, today).map((paper) => {
          const count = draft.documents.filter(({ need }) => need === paper.id).length
          const answer = paper.handedIn !== 'copy' ? w.toBring : count > 0 ? w.attached(count) : w.notAttached
          return (
            <Line key={paper.id} label={text(paper.name)} answer={answer} service={definition.key} page={handInPage} handing={handing} />
          )
        })}
        {agreeable.map(({ purpose, text: words }) => (
          <Line
            key={purpose}
            label={text(words)}
            answer={tickedNow(draft, definition.version).includes(purpose) ? w.agreed : w.notAgreed}
            service={definition.key}
            page={agreePage}
            handing={handing}
          />
        ))}
      </ul>
      {filing.handingInFor === undefined ? <ForWhom filing={filing} /> : <Notice tone="why">{w.handInAgree}</Notice>}
      {!online && <Notice>{w.offlineNote}</Notice>}
    </>
  )
  const foot = <ThrowAway definition={definition} filing={filing} />
  if (!signedIn)
    return (
      <SignInFirst definition={definition} page={page} foot={foot}>
        {inside}
      </SignInFirst>
    )
  return (
    <>
      <QuestionPage
        {...page}
        question={w.checkTitle}
        hint={w.checkHint}
        next={w.file}
        onNext={() => void submit()}
        busy={attempt.busy}
        {...(faultsFrom(attempt.error).length === 0 && { error: attempt.error })}
      >
        {inside}
      </QuestionPage>
      {foot}
    </>
  )
}

function Line({
  label,
  answer,
  fault,
  doubt,
  service,
  page,
  handing,
}: {
  readonly label: string
  readonly answer: string
  readonly fault?: string | undefined
  readonly doubt?: string | undefined
  readonly service: string
  readonly page: string
  readonly handing: { readonly for?: string }
}) {
  const w = useWords(filingWords)
  return (
    <li>
      <Link
        className={styles.check}
        to="/services/$key/form/$page"
        params={{ key: service, page } as never}
        search={{ from: 'check', ...handing } as never}
      >
        <span>
          <span className="muted small">{label}</span>
          <span className={styles.answer}>{answer}</span>
          {fault !== undefined && <strong className={styles.fault}>{fault}</strong>}
          {doubt !== undefined && <span className="muted small">{doubt}</span>}
        </span>
        <span className={styles.change}>{w.change}</span>
      </Link>
    </li>
  )
}

const faultsHere = (definition: CaseService, answers: Filing['draft']['answers'], today: string, language: 'zh-CN' | 'en') =>
  validateForm(definition.form, answers, today).map((fault) => [fault.path, faultSentence(fault, language)] as const)

/** Errors of the server name the answers as `answers.since`. */
const faultsFrom = (error: unknown): readonly (readonly [string, string])[] =>
  error instanceof ProblemError
    ? Object.entries(error.fieldErrors).flatMap(([path, sentence]) =>
        path.startsWith('answers.') ? [[path.slice('answers.'.length), sentence] as const] : [],
      )
    : []
