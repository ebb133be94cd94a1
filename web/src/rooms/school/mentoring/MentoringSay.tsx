import {
  type MentoringOffer,
  type MentoringSide,
  offerMentoring,
  readMentoring,
  readMyMentoring,
} from '@ronghe/contract/school/mentoring.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Choice, Choices, Tick } from '../../../ui/Choice.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { QuestionPage } from '../../../ui/QuestionPage.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { useMentoringChoices } from './choice-words.ts'
import { mentoringWords } from './words/words.ts'

interface Said extends Omit<MentoringOffer, 'side'> {
  readonly step: number
  readonly agreed: boolean
}
const steps = (side: MentoringSide, given: boolean): readonly ('skills' | 'languages' | 'times' | 'places' | 'organ' | 'consent')[] => [
  'skills',
  'languages',
  'times',
  ...(side === 'mentor' ? (['places', 'organ'] as const) : []),
  ...(given ? [] : (['consent'] as const)),
]

/** What I can show or want to learn: one question per page, the consent last and unticked. */
export function MentoringSay() {
  const side: MentoringSide = useParam('side') === 'mentor' ? 'mentor' : 'learner'
  const mine = useQuery(reading(readMyMentoring))
  return <Shown read={mine}>{(known) => <Asking key={side} side={side} known={known} />}</Shown>
}

function Asking({ side, known }: { readonly side: MentoringSide; readonly known: ReplyOf<typeof readMyMentoring> }) {
  const w = useWords(mentoringWords)
  const text = useText()
  const c = useMentoringChoices()
  const navigate = useNavigate()
  const { person } = useSession()
  const before = known.profiles.find((profile) => profile.side === side)
  const draft = useDraft<Said>(`mentoring:${side}:${person?.id ?? ''}`, {
    skills: before?.skills ?? [],
    languages: before?.languages ?? [],
    times: before?.times ?? [],
    places: before?.places ?? 1,
    organId: before?.organId ?? null,
    step: 0,
    agreed: false,
  })
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const organs = useQuery(reading(readMentoring)).data?.organs ?? []
  const send = useDeed(offerMentoring, {
    refreshes: [readMyMentoring, readMentoring],
    onDone() {
      toast(w.saved)
      void draft.discard().then(() => navigate({ to: '/school/mentoring' }))
    },
  })
  if (draft.state === 'reading') return <Loading />
  const { value, change } = draft
  const all = steps(side, known.consent.given)
  const at = Math.min(value.step, all.length - 1)
  const question = all[at]!
  const last = at === all.length - 1
  const go = (): void => {
    const missing =
      (question === 'skills' || question === 'languages' || question === 'times') && value[question].length === 0
        ? { [question]: w.pickOne }
        : question === 'consent' && !value.agreed
          ? { consent: w.agreeFirst }
          : {}
    setErrors(missing)
    if (Object.keys(missing).length > 0) return
    if (!last) return change((now) => ({ ...now, step: at + 1 }))
    const { step: _, agreed: __, ...offer } = value
    send.mutate({ body: { ...offer, side, ...(known.consent.given ? {} : { consentVersion: known.consent.version }) } })
  }
  const words = {
    skills: w.skillsQuestion[side],
    languages: w.languagesQuestion,
    times: w.timesQuestion,
    places: w.placesQuestion,
    organ: w.organQuestion,
    consent: w.consentQuestion,
  }[question]
  const hint = {
    skills: w.skillsHint,
    languages: w.languagesHint,
    times: undefined,
    places: undefined,
    organ: w.organHint,
    consent: undefined,
  }[question]
  return (
    <QuestionPage
      matter={w.offerTitle[side]}
      question={words}
      hint={hint}
      step={at + 1}
      of={all.length}
      back={{ to: '/school/mentoring' }}
      next={last ? w.send[side] : w.next}
      onNext={go}
      busy={send.isPending}
      saved={draft.state === 'saved'}
      errors={errors}
      error={send.error}
    >
      {question === 'skills' && (
        <Choices
          hideLabel
          label={words}
          name="skills"
          error={errors['skills']}
          value={value.skills}
          options={c.skills}
          onChange={(skills) => change((now) => ({ ...now, skills: [...skills] }))}
        />
      )}
      {question === 'languages' && (
        <Choices
          hideLabel
          label={words}
          name="languages"
          error={errors['languages']}
          value={value.languages}
          options={c.languages}
          onChange={(languages) => change((now) => ({ ...now, languages: [...languages] }))}
        />
      )}
      {question === 'times' && (
        <Choices
          hideLabel
          label={words}
          name="times"
          error={errors['times']}
          value={value.times}
          options={c.times}
          onChange={(times) => change((now) => ({ ...now, times: [...times] }))}
        />
      )}
      {question === 'places' && (
        <Choice
          hideLabel
          label={words}
          name="places"
          value={String(value.places)}
          options={['1', '2', '3'].map((count) => ({ value: count, label: w.placesOf(Number(count)) }))}
          onChange={(count) => change((now) => ({ ...now, places: Number(count) }))}
        />
      )}
      {question === 'organ' && (
        <Choice
          hideLabel
          label={words}
          name="organId"
          value={value.organId ?? 'none'}
          options={[{ value: 'none', label: w.organNone }, ...organs.map(({ id, name }) => ({ value: id, label: text(name) }))]}
          onChange={(id) => change((now) => ({ ...now, organId: id === 'none' ? null : id }))}
        />
      )}
      {question === 'consent' && (
        <>
          <Card title={text(known.consent.title)}>
            <p>{text(known.consent.text)}</p>
          </Card>
          <Tick checked={value.agreed} onChange={(agreed) => change((now) => ({ ...now, agreed }))} label={w.agree} />
        </>
      )}
    </QuestionPage>
  )
}
