import type { ChildAge } from '@ronghe/contract/school/courses.ts'
import type { EnrolmentWishes } from '@ronghe/contract/school/enrolments.ts'
import type { CourseWords } from './words/zh-CN.ts'

/** An enrolment as it is being answered, question by question. */
export interface EnrolmentDraft {
  readonly language: 'none' | 'other' | ''
  readonly speaks: string
  readonly children: '0' | '1' | '2' | ''
  readonly child: readonly ChildDraft[]
  readonly agreed: boolean
}
export interface ChildDraft {
  readonly nickname: string
  readonly age: ChildAge | ''
  readonly collects: string
}

export const noChild: ChildDraft = { nickname: '', age: '', collects: '' }
export const emptyDraft: EnrolmentDraft = { language: '', speaks: '', children: '', child: [noChild, noChild], agreed: false }

export type Question = 'speaks' | 'children' | 'child' | 'confirm'

/** What is asked: nothing about children where none can come. */
export const questionsFor = (takesChildren: boolean, draft: EnrolmentDraft): readonly Question[] => [
  'speaks',
  ...(takesChildren ? (['children'] as const) : []),
  ...(takesChildren && draft.children !== '' && draft.children !== '0' ? (['child'] as const) : []),
  'confirm',
]

export const childrenIn = ({ children, child }: EnrolmentDraft): readonly ChildDraft[] => child.slice(0, Number(children || 0))

/** What is still missing in the answer to one question, by field. */
export function missingIn(
  question: Question,
  draft: EnrolmentDraft,
  w: Pick<CourseWords, 'needAnswer' | 'needWhich' | 'needNickname' | 'needAge' | 'needCollects' | 'needAgree'>,
): Record<string, string> {
  const missing: Record<string, string> = {}
  if (question === 'speaks') {
    if (draft.language === '') missing['language'] = w.needAnswer
    if (draft.language === 'other' && draft.speaks.trim() === '') missing['speaks'] = w.needWhich
  }
  if (question === 'children' && draft.children === '') missing['children'] = w.needAnswer
  if (question === 'child') {
    childrenIn(draft).forEach(({ nickname, age, collects }, place) => {
      if (nickname.trim() === '') missing[`children.${place}.nickname`] = w.needNickname
      if (age === '') missing[`children.${place}.age`] = w.needAge
      if (collects.trim() === '') missing[`children.${place}.collects`] = w.needCollects
    })
    if (!draft.agreed) missing['agreed'] = w.needAgree
  }
  return missing
}

export const wishesOf = (draft: EnrolmentDraft): EnrolmentWishes => ({
  speaks: draft.language === 'other' ? draft.speaks.trim() : null,
  children: childrenIn(draft).flatMap(({ nickname, age, collects }) =>
    age === '' ? [] : [{ nickname: nickname.trim(), age, collects: collects.trim() }],
  ),
})
