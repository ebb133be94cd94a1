import type { Draft } from '@ronghe/contract/station/forms.ts'
import type { FormDefinition } from '@ronghe/forms'
import { expect, test } from 'vitest'
import { emptyDraft, meet, takeOver, withKnown, withoutPictures } from './filing-draft.ts'

const text = (words: string) => ({ 'zh-CN': words })
const form: FormDefinition = {
  id: 'permit',
  version: 1,
  pages: [
    { id: 'when', title: text('哪个月来的？'), fields: [{ id: 'since', kind: 'month' }] },
    { id: 'contact', title: text('怎么联系？'), fields: [{ id: 'applicant', kind: 'person', known: 'self' }] },
    { id: 'more', title: text('照片'), fields: [{ id: 'photos', kind: 'file', accept: ['image'], most: 3 }] },
  ],
}
const here = { ...emptyDraft('0195c000-0000-7000-8000-000000000001'), answers: { since: '2026-03', photos: [{ file: 'mark' }] } }
const theirs: Draft = {
  key: 'permit',
  name: text('居住证申请'),
  version: 1,
  edit: 3,
  answers: { since: '2026-01' },
  page: 'contact',
  caseId: '0195c000-0000-7000-8000-000000000002',
  savedAt: '2026-11-23T06:00:00Z',
  newVersion: false,
}

test('the newer draft goes on by itself, and only where both were changed is the person asked', () => {
  expect(meet(form, emptyDraft('a'), theirs)).toBe('theirs')
  expect(meet(form, { ...here, edit: 2 }, theirs)).toBe('theirs')
  expect(meet(form, { ...here, edit: 3, unsaved: true }, theirs)).toBe('here')
  expect(meet(form, { ...here, edit: 2, unsaved: true }, theirs)).toBe('ask')
})

test('a draft that was filed on another phone is not offered again here, unless something was added since', () => {
  expect(meet(form, { ...here, edit: 3 }, null)).toBe('start again')
  expect(meet(form, { ...here, edit: 3, unsaved: true }, null)).toBe('here')
  expect(meet(form, here, null)).toBe('here')
})

test('going on with the other phone’s draft keeps its case number-to-be and the pictures taken here', () => {
  const taken = takeOver(form, here, theirs)
  expect(taken.caseId).toBe(theirs.caseId)
  expect(taken.answers).toEqual({ since: '2026-01', photos: [{ file: 'mark' }] })
  expect(taken.page).toBe('contact')
})

test('pictures are not part of what is saved on the server', () => {
  expect(withoutPictures(form, here.answers)).toEqual({ since: '2026-03' })
})

test('what is known is filled in once and never over what somebody has written', () => {
  const known = { applicant: { name: '陈国强', phone: '19900000001' }, since: '2020-01' }
  expect(withKnown(form, here, known).answers).toMatchObject({ since: '2026-03', applicant: known.applicant })
  const written = withKnown(form, { ...here, answers: { applicant: { name: '陈小强' } } }, known)
  expect(written.answers['applicant']).toEqual({ name: '陈小强' })
  expect(written.prefilled).toBe(true)
})
