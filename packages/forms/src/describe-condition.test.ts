import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCondition, anyForm } from './arbitrary.test-data.ts'
import { describeCondition } from './describe-condition.ts'
import { permit } from './sample-form.test-data.ts'

const zh = (condition: Parameters<typeof describeCondition>[0]) => describeCondition(condition, permit, 'zh-CN')
const en = (condition: Parameters<typeof describeCondition>[0]) => describeCondition(condition, permit, 'en')

test('one comparison reads as a sentence with the question and the option in their own words', () => {
  expect(zh({ field: 'basis', equals: 'job' })).toBe('“您有下面哪一样？”是“稳定的工作”')
  expect(en({ field: 'basis', in: ['job', 'dwelling'] })).toBe(
    '“Which of these do you have?” is “A steady job” or “A steady place to live”',
  )
  expect(zh({ field: 'basis', equals: 'none' })).toBe('“您有下面哪一样？”是“都没有，或说不清”')
  expect(en({ field: 'contract', equals: true })).toBe('“Is there a contract?” is “Yes”')
  expect(zh({ field: 'since', monthsSince: 6 })).toBe('从“您是哪个月来的？”到今天满 6 个月')
  expect(zh({ field: 'firm', answered: false })).toBe('“单位名称”没填')
  expect(en({ field: 'children', atLeast: 2 })).toBe('“Do children live with you?” has at least 2')
  expect(zh({ field: 'signedOn', atMost: '2026-01-01' })).toBe('“哪天签的？”不晚于 2026-01-01')
  expect(zh({ field: 'home.community', equals: 'songbai' })).toBe('“住址”的社区是“songbai”')
})

test('what stands inside is put in brackets, so that and and or are not mistaken', () => {
  const nested = {
    all: [
      { field: 'contract', equals: true },
      {
        any: [{ field: 'basis', equals: 'job' }, { not: { field: 'since', monthsSince: 6 } }],
      },
    ],
  }
  expect(zh(nested)).toBe('“签合同了吗？”是“是”，并且（“您有下面哪一样？”是“稳定的工作”，或者不是：从“您是哪个月来的？”到今天满 6 个月）')
  expect(en(nested)).toBe(
    '“Is there a contract?” is “Yes”, and (“Which of these do you have?” is “A steady job”, or not: at least 6 whole months have passed since “Which month did you come?”)',
  )
})

test('a question or an option that is not there is shown as it stands', () => {
  expect(zh({ field: 'income', atLeast: 3 })).toBe('“income”不小于 3')
  expect(en({ field: 'basis', equals: 'castle' })).toBe('“Which of these do you have?” is “castle”')
})

test('whatever the condition is, there are words for it', () => {
  fc.assert(
    fc.property(anyCondition, anyForm, fc.constantFrom('zh-CN' as const, 'en' as const), (condition, form, language) => {
      expect(describeCondition(condition, form, language)).not.toMatch(/^$|undefined|\[object/)
    }),
    { seed: 20261123 },
  )
})
