import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { giveConsent, listConsents } from '@ronghe/contract/people/consents.ts'
import { type Course, readCourse } from '@ronghe/contract/school/courses.ts'
import { enrol } from '@ronghe/contract/school/enrolments.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Facts } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { QuestionPage } from '../../../ui/QuestionPage.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { ChildFields } from './ChildFields.tsx'
import { useCourseWords } from './course-words.ts'
import { childrenIn, emptyDraft, missingIn, questionsFor, wishesOf, type EnrolmentDraft, type Question } from './enrolling.ts'
import { ownCourses } from './refreshed.ts'
import { courseWords } from './words/words.ts'

/** Enrolling, one question per page; what was answered stays when the page is lost. */
export function Enrol() {
  const courseId = useParam('courseId')
  const read = useQuery(reading(readCourse, { params: { courseId } }))
  return <Shown read={read}>{(course) => <Questions course={course} />}</Shown>
}

function Questions({ course }: { readonly course: Course }) {
  const w = useWords(courseWords)
  const text = useText()
  const navigate = useNavigate()
  const me = useSession().person?.id ?? ''
  const { value: draft, change: save, discard, state } = useDraft<EnrolmentDraft>(`enrolment:${course.id}:${me}`, emptyDraft)
  const [at, setAt] = useState<Question>('speaks')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const consent = useDeed(giveConsent, { refreshes: [listConsents] })
  const send = useDeed(enrol, { refreshes: ownCourses })
  const questions = questionsFor(course.children !== 'none' && course.childPlacesLeft > 0, draft)
  const step = Math.max(0, questions.indexOf(at))
  const change = (part: Partial<EnrolmentDraft>) => {
    setErrors({})
    save({ ...draft, ...part })
  }
  if (state === 'reading') return <Loading />
  const submit = async () => {
    if (childrenIn(draft).length > 0)
      await consent.mutateAsync({ params: { purpose: 'guardianOfChild' }, body: { version: consentTexts.guardianOfChild.version } })
    const { mine } = await send.mutateAsync({ params: { courseId: course.id }, body: wishesOf(draft) })
    await discard()
    toast(mine?.state === 'placed' ? w.sentPlaced : w.sentWaiting)
    void navigate({ to: '/school/courses/$courseId' as string, params: { courseId: course.id } as never })
  }
  const onNext = () => {
    const missing = missingIn(at, draft, w)
    setErrors(missing)
    if (Object.keys(missing).length > 0) return
    if (at === 'confirm') submit().catch(() => undefined) // what was refused is shown by the page
    else setAt(questions[step + 1]!)
  }
  const titles: Record<Question, string> = {
    speaks: w.speaksQuestion,
    children: w.childQuestion,
    child: w.childAbout,
    confirm: w.confirmQuestion,
  }
  const hints: Partial<Record<Question, string>> = {
    speaks: w.speaksHint,
    children: w.childHint(course.childPlacesLeft),
    child: w.childAboutHint,
  }
  return (
    <QuestionPage
      matter={`${w.enrolMatter} · ${text(course.title)}`}
      question={titles[at]}
      hint={hints[at]}
      step={step + 1}
      of={questions.length}
      back={{ to: '/school/courses/$courseId', params: { courseId: course.id }, label: w.toCourse }}
      next={at === 'confirm' ? w.send : w.next}
      onNext={onNext}
      busy={consent.isPending || send.isPending}
      saved={state === 'saved'}
      errors={errors}
      error={consent.error ?? send.error}
    >
      <Answer course={course} at={at} draft={draft} change={change} errors={{ ...errors, ...fieldErrorsOf(send.error) }} />
    </QuestionPage>
  )
}

interface Answering {
  readonly course: Course
  readonly at: Question
  readonly draft: EnrolmentDraft
  readonly change: (part: Partial<EnrolmentDraft>) => void
  readonly errors: Readonly<Record<string, string>>
}

function Answer({ course, at, draft, change, errors }: Answering) {
  const w = useWords(courseWords)
  if (at === 'speaks')
    return (
      <>
        <Choice<'none' | 'other'>
          label={w.speaksQuestion}
          hideLabel
          name="language"
          error={errors['language']}
          value={draft.language || undefined}
          onChange={(language) => change({ language })}
          options={[
            { value: 'none', label: w.speaksNone },
            { value: 'other', label: w.speaksOther },
          ]}
        />
        {draft.language === 'other' && (
          <Field name="speaks" label={w.speaksWhich} error={errors['speaks']}>
            <TextInput value={draft.speaks} onChange={(speaks) => change({ speaks })} maxLength={20} short />
          </Field>
        )}
      </>
    )
  if (at === 'children')
    return (
      <Choice<'0' | '1' | '2'>
        label={w.childQuestion}
        hideLabel
        name="children"
        error={errors['children']}
        value={draft.children || undefined}
        onChange={(children) => change({ children })}
        options={[
          { value: '0', label: w.childNo },
          { value: '1', label: w.childYes },
          ...(course.childPlacesLeft > 1 ? [{ value: '2' as const, label: w.childYesTwo }] : []),
        ]}
      />
    )
  if (at === 'child') return <ChildFields draft={draft} change={change} errors={errors} />
  return <Confirm course={course} draft={draft} />
}

function Confirm({ course, draft }: Pick<Answering, 'course' | 'draft'>) {
  const w = useWords(courseWords)
  const text = useText()
  const { begins } = useCourseWords()
  const { speaks, children } = wishesOf(draft)
  return (
    <>
      <Facts
        facts={[
          [w.confirmCourse, text(course.title)],
          [w.confirmWhen, `${begins(course)} · ${w.sessions(course.sessions)}`],
          [w.confirmSpeaks, speaks ?? w.speaksNone],
          ...(children.length > 0
            ? [
                [
                  w.confirmChildren,
                  children.map(({ nickname, age, collects }) => w.childLine(nickname, w.ages[age], collects)).join(' '),
                ] as const,
              ]
            : []),
        ]}
      />
      {(course.placesLeft === 0 || course.waiting > 0) && <Notice>{w.willWait}</Notice>}
    </>
  )
}
