import type { CaseService, DocumentNeed } from '@ronghe/forms'
import { expect, test } from 'vitest'
import { emptyDraft } from './filing-draft.ts'
import { stepAfter, stepsOf } from './filing-steps.ts'

const text = (words: string) => ({ 'zh-CN': words })
const contract: DocumentNeed = {
  id: 'contract',
  name: text('劳动合同'),
  alternatives: [],
  waivable: false,
  handedIn: 'copy',
  keptWhere: text('随案件'),
  when: { field: 'basis', equals: 'job' },
}
const service = {
  documents: [contract],
  consents: [],
  form: {
    id: 'permit',
    version: 1,
    pages: [
      {
        id: 'ground',
        title: text('有哪一样？'),
        fields: [
          {
            id: 'basis',
            kind: 'choice',
            complete: true,
            options: [
              { value: 'job', label: text('工作') },
              { value: 'home', label: text('住处') },
            ],
          },
        ],
      },
      { id: 'work', title: text('在哪里上班？'), visibleWhen: { field: 'basis', equals: 'job' }, fields: [{ id: 'firm', kind: 'text' }] },
      { id: 'contact', title: text('怎么联系？'), fields: [{ id: 'applicant', kind: 'person' }] },
    ],
  },
} as unknown as CaseService // only what the steps look at
const today = '2026-11-23'
const answered = (basis: string) => ({ ...emptyDraft('0195c000-0000-7000-8000-000000000001', 1), answers: { basis } })

test('the way through a form follows the answers, and papers come before the last look', () => {
  expect(stepsOf(service, answered('job'), today)).toEqual(['ground', 'work', 'contact', 'hand-in', 'check-all'])
  expect(stepsOf(service, answered('home'), today)).toEqual(['ground', 'contact', 'check-all'])
})

test('what may be agreed to is a page of its own', () => {
  const asks = { ...service, consents: [{ purpose: 'x', text: text('同意'), withoutIt: text('也行') }] }
  expect(stepsOf(asks, answered('home'), today)).toEqual(['ground', 'contact', 'agree-to', 'check-all'])
})

test('a page that an answer has hidden goes on where it stood', () => {
  const steps = stepsOf(service, answered('home'), today)
  expect(stepAfter(service, steps, 'work')).toBe('contact')
  expect(stepAfter(service, steps, 'contact')).toBe('check-all')
})
