import { expect, test } from 'vitest'
import { compareVersions } from './compare-versions.ts'
import type { ChoiceField, FormDefinition } from './definition.ts'
import { permit } from './sample-form.test-data.ts'

const withPages = (pages: FormDefinition['pages']): FormDefinition => ({ ...permit, version: 2, pages })

test('a form compared with itself has no change, also when the keys come back in another order', () => {
  const reordered = JSON.parse(
    JSON.stringify(permit, (_, value: unknown) =>
      value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value,
    ),
  )
  expect(compareVersions(permit, reordered)).toEqual([])
})

test('a question taken out loses its answers', () => {
  const changes = compareVersions(permit, withPages(permit.pages.filter((page) => page.id !== 'children')))
  expect(changes[0]).toEqual({ kind: 'removed', what: 'page', id: 'children', losesAnswers: true })
  expect(changes.filter(({ what }) => what === 'field').map(({ id }) => id)).toEqual(['nickname', 'school', 'schoolName'])
})

test('one page moved to the front is one move, not five', () => {
  const last = permit.pages.at(-1)!
  expect(compareVersions(permit, withPages([last, ...permit.pages.slice(0, -1)])).filter(({ what }) => what === 'page')).toEqual([
    { kind: 'moved', what: 'page', id: 'identity', losesAnswers: false },
  ])
})

test('a reworded question keeps its answers, an option taken out does not', () => {
  const [arrival, ground, ...rest] = permit.pages
  const basis = ground!.fields[0] as ChoiceField
  const reworded = withPages([
    { ...arrival!, title: { 'zh-CN': '哪个月来广州的？', en: 'When did you come to Guangzhou?' } },
    { ...ground!, fields: [{ ...basis, options: basis.options.slice(1) }] },
    ...rest,
  ])
  expect(compareVersions(permit, reworded)).toEqual([
    { kind: 'changed', what: 'page', id: 'arrival', properties: ['title'], losesAnswers: false },
    { kind: 'changed', what: 'field', id: 'basis', properties: ['options'], losesAnswers: true },
  ])
})
