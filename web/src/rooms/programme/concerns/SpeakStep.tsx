import { Navigate, useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useParam } from '../../../platform/params.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { QuestionPage } from '../../../ui/QuestionPage.tsx'
import { concernWords } from '../words/resident/concerns/words.ts'
import { CheckAndSend } from './CheckAndSend.tsx'
import { AskPlace, AskStaff, AskTopic, AskWords } from './questions.tsx'
import { mayShow, nothingSaid, type Speaking, speakingDraft, type Step, steps } from './speaking.ts'

/** One question of the five. The browser's back leads to the one before, and nothing is lost. */
export function SpeakStep() {
  const w = useWords(concernWords)
  const navigate = useNavigate()
  const step = useParam('step') as Step
  const draft = useDraft<Speaking>(speakingDraft, nothingSaid)
  if (draft.state === 'reading') return <Loading />
  const said = draft.value
  if (!steps.includes(step) || !mayShow(step, said)) return <Navigate to="/concerns/new" replace />
  const place = steps.indexOf(step)
  const before = steps[place - 1]
  const back = before ? { to: '/concerns/new/$step', params: { step: before } } : { to: '/concerns/new' }
  if (step === 'check') return <CheckAndSend said={said} change={draft.change} discard={draft.discard} back={back} />
  const frame = { matter: w.matter, step: place + 1, of: steps.length, back, next: w.next, saved: draft.state === 'saved' }
  const goOn = (): void => {
    const after = steps[place + 1]!
    if (mayShow(after, said)) void navigate({ to: '/concerns/new/$step', params: { step: after } as never })
  }
  const set = (part: Partial<Speaking>): void => draft.change((now) => ({ ...now, ...part, key: undefined }))
  if (step === 'words') return <AskWords frame={frame} said={said} set={set} goOn={goOn} />
  const questions = { staff: w.staffQuestion, topic: w.topicQuestion, place: w.placeQuestion }
  const hints = { staff: w.staffHint, topic: undefined, place: w.placeHint }
  return (
    <QuestionPage {...frame} question={questions[step]} hint={hints[step]} onNext={goOn}>
      {step === 'staff' && <AskStaff said={said} set={set} />}
      {step === 'topic' && <AskTopic said={said} set={set} />}
      {step === 'place' && <AskPlace said={said} set={set} />}
    </QuestionPage>
  )
}
