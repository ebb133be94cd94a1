import type { EligibilityRule, FormDefinition } from '@ronghe/forms'
import { expect, test } from 'vitest'
import { questionsOf } from './asked-fields.ts'

const text = (words: string) => ({ 'zh-CN': words })
const form: FormDefinition = {
  id: 'permit',
  version: 1,
  pages: [
    { id: 'whom', title: text('给谁办？'), fields: [{ id: 'forWhom', kind: 'choice', complete: true, options: [] }] },
    {
      id: 'when',
      title: text('哪个月来的？'),
      visibleWhen: { field: 'forWhom', equals: 'self' },
      fields: [
        { id: 'since', kind: 'month' },
        { id: 'remark', kind: 'text' },
      ],
    },
    { id: 'identity', title: text('身份证号'), fields: [{ id: 'idNumber', kind: 'idNumber', sensitive: true }] },
  ],
}
const rule = (when: EligibilityRule['when']): EligibilityRule => ({ id: 'rule', text: text('住满半年'), when })

test('only what a rule looks at is asked, and what decides whether that is asked', () => {
  const asked = questionsOf(form, [rule({ field: 'since', monthsSince: 6 })])
  expect(asked.pages.map(({ id, fields }) => [id, fields.map((field) => field.id)])).toEqual([
    ['whom', ['forWhom']],
    ['when', ['since']],
  ])
})

test('an ID number is not asked of somebody who only wants to know', () => {
  const asked = questionsOf(form, [
    rule({ all: [{ not: { field: 'since', answered: false } }, { any: [{ field: 'forWhom', equals: 'self' }] }] }),
  ])
  expect(asked.pages.flatMap(({ fields }) => fields.map(({ id }) => id))).not.toContain('idNumber')
})

test('a service without rules asks nothing', () => {
  expect(questionsOf(form, []).pages).toEqual([])
})
