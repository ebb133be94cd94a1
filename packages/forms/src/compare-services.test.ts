import { expect, test } from 'vitest'
import { compareServices } from './compare-services.ts'
import { permit } from './sample-form.test-data.ts'
import { permitService } from './sample-service.test-data.ts'
import type { CaseService } from './service.ts'

const changes = (changed: Partial<CaseService>, language: 'zh-CN' | 'en' = 'zh-CN') =>
  compareServices(permitService, { ...permitService, ...changed }, language)

test('the same service has no difference, whatever the order of its keys', () => {
  expect(compareServices(permitService, JSON.parse(JSON.stringify(permitService)) as CaseService, 'en')).toEqual([])
})

test('a difference is told where it is, before and after, in words', () => {
  expect(
    changes({ whoMay: { ...permitService.whoMay, newcomer: { state: 'closed', law: { 'zh-CN': '某法第三条' }, since: '2027-01-01' } } }),
  ).toEqual([
    {
      path: 'whoMay.newcomer',
      where: '谁能办 · 来穗一方',
      kind: 'changed',
      before: '能办 · 从 2016-01-01 起',
      after: '不能办 · 某法第三条 · 从 2027-01-01 起',
      losesAnswers: false,
    },
  ])
})

test('a condition is compared as the sentence it says', () => {
  const [first, ...rest] = permitService.eligibility
  expect(changes({ eligibility: [{ ...first!, when: { not: { field: 'since', monthsSince: 3 } } }, ...rest] }, 'en')).toEqual([
    expect.objectContaining({
      path: 'eligibility.halfYear.when',
      before: 'at least 6 whole months have passed since “Which month did you come?”',
      after: 'not: at least 3 whole months have passed since “Which month did you come?”',
    }),
  ])
})

test('a paper that is new is one difference, one that went is another, and a changed order is told', () => {
  const [idCard, contract, photo] = permitService.documents
  const book = { ...idCard!, id: 'book', name: { 'zh-CN': '户口簿', en: 'Register' } }
  expect(changes({ documents: [photo!, contract!, book] }).map(({ path, kind, before, after }) => [path, kind, before, after])).toEqual([
    ['documents.idCard', 'removed', '身份证', null],
    ['documents.book', 'added', null, '户口簿'],
    ['documents', 'moved', '身份证 → 劳动合同 → 照片', '照片 → 劳动合同 → 户口簿'],
  ])
})

test('where somebody half way through would lose an answer, it is said', () => {
  const pages = permit.pages.map((page) =>
    page.id === 'ground'
      ? { ...page, fields: page.fields.map((field) => ('options' in field ? { ...field, options: field.options.slice(1) } : field)) }
      : page,
  )
  const found = changes({ form: { ...permit, pages: pages.filter(({ id }) => id !== 'children') } })
  expect(found.filter(({ losesAnswers }) => losesAnswers).map(({ path }) => path)).toEqual([
    'form.field.basis.options',
    'form.page.children',
    'form.field.nickname',
    'form.field.school',
    'form.field.schoolName',
  ])
})

test('a translation that was corrected is a difference in either language', () => {
  for (const language of ['zh-CN', 'en'] as const)
    expect(changes({ result: { 'zh-CN': permitService.result['zh-CN'], en: 'A card' } }, language).map(({ path }) => path)).toEqual([
      'result',
    ])
})
