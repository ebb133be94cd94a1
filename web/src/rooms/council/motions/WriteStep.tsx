import { Navigate, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useParam } from '../../../platform/params.ts'
import { useSession } from '../../../platform/session/session.tsx'
import type { FieldErrors } from '../../../ui/Form.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import type { Back } from '../../../ui/PageHeader.tsx'
import { QuestionPage } from '../../../ui/QuestionPage.tsx'
import { CheckMotion } from './CheckMotion.tsx'
import { AskGround } from './AskGround.tsx'
import { AskCost, AskDoer, AskKind, AskLines, AskParties, AskReasons, AskTitle } from './questions.tsx'
import { linesOf, nothingWritten, type Step, steps, type Writing, writingDraft } from './writing.ts'
import { motionWords } from './words/words.ts'

/** One question of the nine. Every keystroke is kept on the device; back leads to the question before. */
export function WriteStep() {
  const councilId = useParam('councilId')
  const { person } = useSession()
  const step = useParam('step') as Step
  const draft = useDraft<Writing>(writingDraft(councilId, person?.id ?? ''), nothingWritten)
  if (draft.state === 'reading') return <Loading />
  if (!steps.includes(step)) return <Navigate to={'/council/$councilId/motions/new' as string} params={{ councilId } as never} replace />
  return <Question key={step} councilId={councilId} step={step} draft={draft} />
}

function Question({
  councilId,
  step,
  draft,
}: {
  readonly councilId: string
  readonly step: Step
  readonly draft: ReturnType<typeof useDraft<Writing>>
}) {
  const w = useWords(motionWords)
  const navigate = useNavigate()
  const [missing, setMissing] = useState<FieldErrors>({})
  const said = draft.value
  const place = steps.indexOf(step)
  const before = steps[place - 1]
  const back: Back = before
    ? { to: '/council/$councilId/motions/new/$step', params: { councilId, step: before } }
    : { to: '/council/$councilId/motions/new', params: { councilId } }
  const frame = {
    matter: w.matter,
    question: w.questions[step],
    hint: w.hints[step],
    step: place + 1,
    of: steps.length,
    back,
    next: place === steps.length - 2 ? w.check : w.next,
    saved: draft.state === 'saved',
  }
  if (step === 'check') return <CheckMotion councilId={councilId} draft={draft} frame={frame} />
  const lacks = (): FieldErrors => {
    if (step === 'title' && said.title.trim() === '') return { title: w.missing.title }
    if (step === 'lines' && linesOf(said.text).length === 0) return { lines: w.missing.lines }
    if (step === 'reasons' && said.reasons.trim() === '') return { reasons: w.missing.reasons }
    if (step === 'doer' && said.doer.trim() === '') return { doer: w.missing.doer }
    return {}
  }
  const goOn = (): void => {
    const found = lacks()
    setMissing(found)
    if (Object.keys(found).length === 0)
      void navigate({ to: '/council/$councilId/motions/new/$step' as string, params: { councilId, step: steps[place + 1]! } as never })
  }
  const asking = { said, set: (part: Partial<Writing>): void => draft.change((now) => ({ ...now, ...part })), missing }
  return (
    <QuestionPage {...frame} errors={missing} onNext={goOn}>
      {step === 'title' && <AskTitle {...asking} />}
      {step === 'lines' && <AskLines {...asking} />}
      {step === 'reasons' && <AskReasons {...asking} />}
      {step === 'doer' && <AskDoer {...asking} />}
      {step === 'cost' && <AskCost {...asking} />}
      {step === 'kind' && <AskKind {...asking} councilId={councilId} />}
      {step === 'ground' && <AskGround {...asking} councilId={councilId} />}
      {step === 'parties' && <AskParties {...asking} councilId={councilId} />}
    </QuestionPage>
  )
}
