import type { Draft } from '@ronghe/contract/station/forms.ts'
import type { CaseService, FormDefinition } from '@ronghe/forms'
import { describe, expect, test } from 'vitest'
import {
  adopt,
  changed,
  confirmed,
  emptyDraft,
  filesElsewhere,
  type FilingDraft,
  meet,
  partsOf,
  pick,
  tickedBefore,
  tickedNow,
  waitsHere,
  withKnown,
  withParts,
} from './filing-draft.ts'
import { sayPart, twoSided } from './two-sides.ts'

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
const definition = { form, documents: [] } as unknown as CaseService // only what is asked about here
const ten = '2026-11-23T02:00:00.000Z'
const eleven = '2026-11-23T03:00:00.000Z'
const noon = '2026-11-23T04:00:00.000Z'
const photo = { file: '0195c000-0000-7000-8000-00000000000a', name: 'a.jpg', type: 'image/jpeg', size: 1 }
const other = { ...photo, file: '0195c000-0000-7000-8000-00000000000b', name: 'b.jpg' }
const empty = emptyDraft('0195c000-0000-7000-8000-000000000001', 1)
const theirs: Draft = {
  key: 'permit',
  name: text('居住证申请'),
  version: 1,
  edit: 3,
  answers: { since: '2026-01', photos: [photo] },
  ticked: {},
  documents: [],
  papers: {},
  forPerson: null,
  times: { 'answers.since': ten },
  aside: [],
  page: 'contact',
  caseId: '0195c000-0000-7000-8000-000000000002',
  savedAt: '2026-11-23T06:00:00Z',
  newVersion: false,
  files: [photo.file],
}
const answering = (draft: FilingDraft, answers: FilingDraft['answers'], at: string): FilingDraft =>
  changed(draft, { ...draft, answers: { ...draft.answers, ...answers } }, at)

describe('the draft of this device and the one on the server', () => {
  test('an untouched device goes on where the other one stood, with its photos and its case number-to-be', () => {
    const met = meet(empty, theirs)
    expect(met).toMatchObject({
      caseId: theirs.caseId,
      edit: 3,
      page: 'contact',
      unsaved: false,
      answers: theirs.answers,
      stored: [photo.file],
    })
    expect(waitsHere(met)).toBe(false)
  })

  test('different questions answered on both are all there, and go to the server with the next save', () => {
    const here = answering(meet(empty, theirs), { applicant: { name: '陈国强' } }, eleven)
    const met = meet(here, { ...theirs, edit: 4, answers: { since: '2026-02', photos: [photo, other] } })
    expect(met.answers).toEqual({ since: '2026-02', applicant: { name: '陈国强' }, photos: [photo, other] })
    expect(met).toMatchObject({ edit: 4, unsaved: true, aside: [] })
    expect(filesElsewhere(met)).toEqual([other.file])
  })

  test('the same question answered on both keeps both with their times until one is picked, here or there', () => {
    const here = answering(meet(empty, theirs), { since: '2026-05' }, noon)
    const met = meet(here, { ...theirs, edit: 4, answers: { ...theirs.answers, since: '2026-04' }, times: { 'answers.since': eleven } })
    expect(twoSided(definition, met)).toEqual([
      {
        part: 'answers.since',
        label: text('哪个月来的？'),
        values: [
          { value: '2026-05', at: noon },
          { part: 'answers.since', value: '2026-04', at: eleven },
        ],
      },
    ])
    const picked = pick(met, 'answers.since', '2026-04', noon)
    expect(picked).toMatchObject({ answers: { since: '2026-04' }, aside: [], unsaved: true })
  })

  test('what is known is filled in once, never over what somebody has written, and is no edit of this device', () => {
    const known = { applicant: { name: '陈国强', phone: '19900000001' }, since: '2020-01' }
    const filled = withKnown(form, empty, known)
    expect(filled.answers).toEqual({ applicant: known.applicant })
    const written = withKnown(form, { ...empty, answers: { applicant: { name: '陈小强' } } }, known)
    expect(written.answers['applicant']).toEqual({ name: '陈小强' })
    const met = meet(filled, { ...theirs, answers: { applicant: { name: '陈小强' } } })
    expect(met).toMatchObject({ answers: { applicant: { name: '陈小强' } }, aside: [] })
  })

  test('what is typed while a save is on its way waits for the next one', () => {
    const sent = answering(empty, { since: '2026-03' }, ten)
    const typed = answering(sent, { since: '2026-04' }, eleven)
    expect(confirmed(typed, sent, { ...theirs, edit: 1, files: [] })).toMatchObject({ edit: 1, unsaved: true })
    expect(confirmed(sent, sent, { ...theirs, edit: 1, files: [] })).toMatchObject({ edit: 1, unsaved: false })
  })

  test('a photo taken here waits until it is stored; one of another device is told apart', () => {
    const draft = { ...empty, documents: [{ need: 'jobProof', ...photo }], files: { [photo.file]: new File([], 'a.jpg') } }
    expect(waitsHere(draft)).toBe(true)
    expect(waitsHere({ ...draft, stored: [photo.file] })).toBe(false)
    expect(filesElsewhere({ ...draft, files: {} })).toEqual([photo.file])
  })

  test('a form taken apart and put together again is the same form', () => {
    const draft = {
      ...empty,
      answers: theirs.answers,
      ticked: { share: 1 },
      documents: [{ need: 'jobProof', ...photo }],
      papers: { jobProof: 'letter' },
    }
    expect(withParts(empty, partsOf(draft))).toEqual(draft)
  })

  test('what was written before signing in joins the own form, and gives way to nothing the street filled in', () => {
    const own = withKnown(form, meet(empty, theirs), { applicant: { name: '陈国强' } })
    const stranger = answering(emptyDraft('s', 1), { applicant: { name: '国强' }, since: '2026-09' }, noon)
    expect(adopt(own, stranger)).toMatchObject({
      caseId: own.caseId,
      answers: { applicant: { name: '国强' }, since: '2026-09' },
      aside: [{ part: 'answers.since', value: '2026-01' }],
    })
  })
})

test('a box ticked for older words is not ticked any more, and the page can say so', () => {
  const draft = { ...empty, ticked: { share: 1, remind: 2 } }
  expect(tickedNow(draft, 2)).toEqual(['remind'])
  expect(tickedBefore(draft, 2)).toEqual(['share'])
})

test('an answer is said to the person in the words of the form', () => {
  expect(sayPart(definition, 'answers.applicant', { name: '陈国强', phone: '19900000001' }, 'zh-CN', {})).toBe('陈国强，19900000001')
})
