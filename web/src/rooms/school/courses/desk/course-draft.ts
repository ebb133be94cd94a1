import type { CoursePlan, DeskCourse } from '@ronghe/contract/school/course-desk.ts'
import type { ChildrenKind, CourseModule } from '@ronghe/contract/school/courses.ts'
import { noText, sentText, sentTextOrNull, typedText, type TypedText } from '../../../programme/desk/BothLanguages.tsx'

/** A course as it is being typed. */
export interface CourseDraft {
  readonly module: CourseModule | ''
  readonly title: TypedText
  readonly about: TypedText
  readonly requirements: TypedText
  readonly minimum: number | null
  readonly seats: number | null
  readonly speaks: string
  readonly children: ChildrenKind
  readonly childPlaces: number | null
  readonly carers: number | null
  readonly approval: boolean
  readonly lecturers: readonly string[]
  readonly partners: readonly { readonly organId: string; readonly role: TypedText }[]
}

export const newDraft: CourseDraft = {
  module: '',
  title: noText,
  about: noText,
  requirements: noText,
  minimum: 6,
  seats: 20,
  speaks: '普通话',
  children: 'none',
  childPlaces: null,
  carers: 2,
  approval: false,
  lecturers: [],
  partners: [],
}

export const draftOf = (course: DeskCourse): CourseDraft => ({
  module: course.module,
  title: typedText(course.title),
  about: typedText(course.about),
  requirements: typedText(course.requirements),
  minimum: course.minimum,
  seats: course.seats,
  speaks: course.speaks.join('、'),
  children: course.children,
  childPlaces: course.childPlaces || null,
  carers: course.carers || 2,
  approval: course.approval,
  lecturers: course.lecturers.map(({ id }) => id),
  partners: course.parties.filter(({ host }) => !host).map(({ organ, role }) => ({ organId: organ.id, role: typedText(role) })),
})

export const spokenIn = (typed: string): string[] => typed.split(/[、,，;；\s]+/).filter((word) => word !== '')

export function missingInCourse(draft: CourseDraft, need: string, needNumber: string): Record<string, string> {
  const empty = (typed: TypedText) => typed['zh-CN'].trim() === ''
  return {
    ...(empty(draft.title) ? { 'title.zh-CN': need } : {}),
    ...(empty(draft.about) ? { 'about.zh-CN': need } : {}),
    ...(draft.module === '' ? { module: need } : {}),
    ...(draft.minimum === null ? { minimum: needNumber } : {}),
    ...(draft.seats === null ? { seats: needNumber } : {}),
    ...(spokenIn(draft.speaks).length === 0 ? { speaks: need } : {}),
    ...(draft.children !== 'none' && !draft.childPlaces ? { childPlaces: needNumber } : {}),
    ...(draft.children === 'childcare' && draft.carers === null ? { carers: needNumber } : {}),
    ...Object.fromEntries(
      draft.partners.flatMap(({ organId, role }, place) => [
        ...(organId === '' ? [[`partners.${place}.organId`, need]] : []),
        ...(empty(role) ? [[`partners.${place}.role.zh-CN`, need]] : []),
      ]),
    ),
  }
}

/** As it is sent, once nothing is missing. */
export const planOf = (draft: CourseDraft): CoursePlan => ({
  module: draft.module || 'localLife',
  title: sentText(draft.title),
  about: sentText(draft.about),
  requirements: sentTextOrNull(draft.requirements),
  minimum: draft.minimum ?? 1,
  seats: draft.seats ?? 1,
  speaks: spokenIn(draft.speaks).slice(0, 5),
  children: draft.children,
  childPlaces: draft.children === 'none' ? 0 : (draft.childPlaces ?? 0),
  carers: draft.children === 'childcare' ? (draft.carers ?? 0) : 0,
  approval: draft.approval,
  lecturers: [...draft.lecturers],
  partners: draft.partners.map(({ organId, role }) => ({ organId, role: sentText(role) })),
})
