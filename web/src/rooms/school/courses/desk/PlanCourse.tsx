import { changeCourse, listDeskCourses, planCourse, readDeskCourse } from '@ronghe/contract/school/course-desk.ts'
import { readCourse } from '@ronghe/contract/school/courses.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useParam } from '../../../../platform/params.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { draftOf, missingInCourse, newDraft, planOf, type CourseDraft } from './course-draft.ts'
import { CourseFields } from './CourseFields.tsx'
import { courseDeskWords } from './words/words.ts'

/** A new course, as a draft that nobody else sees; what was typed is still there tomorrow. */
export function NewCourse() {
  const w = useWords(courseDeskWords)
  const me = useSession().person?.id ?? ''
  const draft = useDraft<CourseDraft>(`course:new:${me}`, newDraft)
  const open = useOpen()
  const plan = useDeed(planCourse, { refreshes: [listDeskCourses] })
  if (draft.state === 'reading') return <Loading />
  return (
    <>
      <PageHeader title={w.newTitle} back={{ to: '/school/courses', label: w.toList }} />
      <CourseForm
        draft={draft.value}
        change={draft.change}
        busy={plan.isPending}
        error={plan.error}
        onSave={() => plan.mutate({ body: planOf(draft.value) }, { onSuccess: ({ id }) => void draft.discard().then(() => open(id)) })}
      />
    </>
  )
}

export function EditCourse() {
  const courseId = useParam('courseId')
  const read = useQuery(reading(readDeskCourse, { params: { courseId } }))
  return <Shown read={read}>{(course) => <Editing courseId={courseId} initial={draftOf(course)} />}</Shown>
}

function Editing({ courseId, initial }: { readonly courseId: string; readonly initial: CourseDraft }) {
  const w = useWords(courseDeskWords)
  const open = useOpen()
  const [draft, setDraft] = useState(initial)
  const change = useDeed(changeCourse, { refreshes: [listDeskCourses, readDeskCourse, readCourse], onDone: ({ id }) => open(id) })
  return (
    <>
      <PageHeader title={w.editTitle} back={{ to: '/school/courses/$courseId', params: { courseId }, label: w.planPart }} />
      <CourseForm
        draft={draft}
        change={setDraft}
        busy={change.isPending}
        error={change.error}
        onSave={() => change.mutate({ params: { courseId }, body: planOf(draft) })}
      />
    </>
  )
}

function CourseForm({
  draft,
  change,
  busy,
  error,
  onSave,
}: {
  readonly draft: CourseDraft
  readonly change: (draft: CourseDraft) => void
  readonly busy: boolean
  readonly error: unknown
  readonly onSave: () => void
}) {
  const w = useWords(courseDeskWords)
  const [missing, setMissing] = useState<Record<string, string>>({})
  const submit = () => {
    const found = missingInCourse(draft, w.need, w.needNumber)
    setMissing(found)
    if (Object.keys(found).length === 0) onSave()
  }
  return (
    <Form onSubmit={submit} busy={busy} errors={missing} error={error}>
      <CourseFields
        draft={draft}
        change={(part) => {
          setMissing({})
          change({ ...draft, ...part })
        }}
        errors={{ ...fieldErrorsOf(error), ...missing }}
      />
      <ButtonRow>
        <Button type="submit" busy={busy}>
          {w.save}
        </Button>
      </ButtonRow>
    </Form>
  )
}

function useOpen(): (courseId: string) => void {
  const w = useWords(courseDeskWords)
  const navigate = useNavigate()
  return (courseId) => {
    toast(w.saved)
    void navigate({ to: '/school/courses/$courseId' as string, params: { courseId } as never })
  }
}
