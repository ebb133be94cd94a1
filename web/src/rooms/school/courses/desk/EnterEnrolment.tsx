import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { findPeople } from '@ronghe/contract/people/desk.ts'
import { listCourses, type CourseLine } from '@ronghe/contract/school/courses.ts'
import { enterEnrolment } from '@ronghe/contract/school/enrolments.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../../api.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useSearchText } from '../../../../platform/params.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { Select, TextInput } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { ChildFields } from '../ChildFields.tsx'
import { useCourseWords } from '../course-words.ts'
import { childrenIn, emptyDraft, missingIn, wishesOf, type EnrolmentDraft } from '../enrolling.ts'
import { courseWords } from '../words/words.ts'
import styles from './course-desk.module.css'
import { deskCourseReads } from './desk-reads.ts'
import { courseDeskWords } from './words/words.ts'

/** For whoever comes to the window, calls, or hands in the paper form. */
export function EnterEnrolment() {
  const w = useWords(courseDeskWords)
  const read = useQuery(reading(listCourses, { query: { which: 'open', limit: 100 } }))
  return (
    <>
      <PageHeader title={w.enterTitle} lead={w.enterLead} />
      <Shown read={read}>{({ items }) => (items.length === 0 ? <EmptyState title={w.enterNone} /> : <Entering courses={items} />)}</Shown>
    </>
  )
}

function Entering({ courses }: { readonly courses: readonly CourseLine[] }) {
  const w = useWords(courseDeskWords)
  const c = useWords(courseWords)
  const text = useText()
  const { begins, places } = useCourseWords()
  const [courseId, setCourseId] = useState(useSearchText('course') ?? '')
  const [personId, setPersonId] = useState('')
  const [channel, setChannel] = useState<'desk' | 'paper'>('desk')
  const [draft, setDraft] = useState<EnrolmentDraft>({ ...emptyDraft, language: 'none', children: '0' })
  const [missing, setMissing] = useState<Record<string, string>>({})
  const course = courses.find(({ id }) => id === courseId)
  const enter = useDeed(enterEnrolment, {
    refreshes: [...deskCourseReads, listCourses],
    onDone: () => {
      setPersonId('')
      setDraft({ ...emptyDraft, language: 'none', children: '0' })
    },
  })
  const change = (part: Partial<EnrolmentDraft>) => setDraft({ ...draft, ...part })
  const withChild = childrenIn(draft).length > 0
  const submit = () => {
    const found: Record<string, string> = {
      ...(course ? {} : { courseId: w.need }),
      ...(personId ? {} : { personId: w.need }),
      ...(withChild ? missingIn('child', draft, c) : {}),
    }
    setMissing(found)
    if (!course || Object.keys(found).length > 0) return
    const wishes = wishesOf({ ...draft, language: draft.speaks.trim() ? 'other' : 'none' })
    const guardianSigned = withChild ? consentTexts.guardianOfChild.version : null
    enter.mutate({ params: { courseId }, body: { personId, channel, guardianSigned, ...wishes } })
  }
  return (
    <>
      {enter.data && <Notice>{enter.data.state === 'placed' ? w.enterPlaced : w.enterWaiting(enter.data.ahead ?? 0)}</Notice>}
      <div className={styles.found}>
        <FindPerson chosen={personId} onChoose={setPersonId} error={missing['personId']} />
      </div>
      <Form onSubmit={submit} busy={enter.isPending} errors={missing} error={enter.error} label={w.enterTitle}>
        <Field name="courseId" label={w.enterCourse} error={missing['courseId']}>
          <Select
            value={courseId}
            onChange={setCourseId}
            options={courses.map((one) => ({ value: one.id, label: `${text(one.title)} · ${begins(one)} · ${places(one)}` }))}
          />
        </Field>
        <Choice<'desk' | 'paper'>
          name="channel"
          label={w.enterChannel}
          value={channel}
          onChange={setChannel}
          options={[
            { value: 'desk', label: w.enterDesk },
            { value: 'paper', label: w.enterPaper },
          ]}
        />
        <Field name="speaks" label={w.enterSpeaks} error={fieldErrorsOf(enter.error)['speaks']} optional>
          <TextInput value={draft.speaks} onChange={(speaks) => change({ speaks })} maxLength={20} short />
        </Field>
        {course && course.children !== 'none' && (
          <Choice<'0' | '1' | '2'>
            name="children"
            label={w.enterChild}
            value={draft.children || '0'}
            onChange={(children) => change({ children })}
            options={[
              { value: '0', label: c.childNo },
              { value: '1', label: c.childYes },
              { value: '2', label: c.childYesTwo },
            ]}
          />
        )}
        {course && withChild && <ChildFields draft={draft} change={change} errors={missing} agreement={w.enterSigned} />}
        <Button type="submit" busy={enter.isPending}>
          {w.enterDo}
        </Button>
      </Form>
    </>
  )
}

function FindPerson({
  chosen,
  onChoose,
  error,
}: {
  readonly chosen: string
  readonly onChoose: (personId: string) => void
  readonly error: string | undefined
}) {
  const w = useWords(courseDeskWords)
  const [typed, setTyped] = useState('')
  const find = useMutation({
    mutationFn: () => call(findPeople, { query: /^[\d\s]+$/.test(typed) ? { phone: typed.replaceAll(/\s/g, '') } : { name: typed } }),
    onSuccess: ({ items }) => onChoose(items.length === 1 ? items[0]!.id : ''),
  })
  return (
    <Card>
      <Form onSubmit={() => typed.trim() !== '' && find.mutate()} busy={find.isPending} label={w.enterFind}>
        <Field name="personId" label={w.enterPhone} error={error}>
          <TextInput value={typed} onChange={setTyped} maxLength={40} />
        </Field>
        <Button type="submit" kind="quiet" busy={find.isPending}>
          {w.enterFind}
        </Button>
      </Form>
      {find.error && <RefusalLine error={find.error} />}
      {find.data && find.data.items.length === 0 && <Notice tone="attention">{w.enterNobody}</Notice>}
      {find.data && find.data.items.length > 0 && (
        <Choice
          label={w.enterFound}
          value={chosen || undefined}
          onChange={onChoose}
          options={find.data.items.map(({ id, name, phone }) => ({ value: id, label: name, ...(phone ? { hint: phone } : {}) }))}
        />
      )}
    </Card>
  )
}
