import { expect, test } from 'vitest'
import { checkDefinition } from './check-definition.ts'
import type { Condition } from './condition.ts'
import type { Field, FormDefinition } from './definition.ts'
import { mistakeSentence, mistakeTexts } from './messages.ts'
import { permit } from './sample-form.test-data.ts'

const title = { 'zh-CN': '题', en: 'question' }
const form = (...fields: object[]): FormDefinition => ({
  id: 'f',
  version: 1,
  pages: fields.map((field, place) => ({ id: `p${place}`, title, fields: [field as Field] })),
})
const options = [{ value: 'x', label: title }]
const codes = (definition: FormDefinition) => checkDefinition(definition).map(({ code }) => code)
const deep = (levels: number): Condition => (levels === 0 ? { field: 'a', equals: 'x' } : { not: deep(levels - 1) })

test('the sample form has no mistake', () => {
  expect(checkDefinition(permit)).toEqual([])
})

test.each<[string, FormDefinition, string]>([
  ['no questions', form(), 'no-pages'],
  ['a page with nothing on it', { id: 'f', version: 1, pages: [{ id: 'p', title, fields: [] }] }, 'no-fields'],
  ['an id with a blank', form({ id: 'a b', kind: 'text' }), 'bad-id'],
  ['an id used twice', form({ id: 'a', kind: 'text' }, { id: 'a', kind: 'text' }), 'duplicate-id'],
  ['a page and a field of the same id', form({ id: 'p0', kind: 'text' }), 'duplicate-id'],
  [
    'two fields without labels',
    {
      id: 'f',
      version: 1,
      pages: [
        {
          id: 'p',
          title,
          fields: [
            { id: 'a', kind: 'text' },
            { id: 'b', kind: 'text', label: title },
          ],
        },
      ],
    },
    'label-missing',
  ],
  ['a condition on nothing', form({ id: 'a', kind: 'text', visibleWhen: { field: 'z', answered: true } }), 'unknown-field'],
  ['a condition on itself', form({ id: 'a', kind: 'text', visibleWhen: { field: 'a', answered: true } }), 'asks-ahead'],
  [
    'two questions that wait for each other',
    form(
      { id: 'a', kind: 'text', visibleWhen: { field: 'b', answered: true } },
      { id: 'b', kind: 'text', visibleWhen: { field: 'a', answered: true } },
    ),
    'asks-ahead',
  ],
  [
    'a condition on part of nothing',
    form({ id: 'a', kind: 'address' }, { id: 'b', kind: 'text', visibleWhen: { field: 'a.colour', answered: true } }),
    'unknown-field',
  ],
  ['an empty condition', form({ id: 'a', kind: 'text', visibleWhen: { any: [] } }), 'empty-condition'],
  [
    'a condition nested without end',
    form({ id: 'a', kind: 'choice', options, complete: true }, { id: 'b', kind: 'text', visibleWhen: deep(20) }),
    'too-deep',
  ],
  [
    'months since a name',
    form({ id: 'a', kind: 'text' }, { id: 'b', kind: 'text', visibleWhen: { field: 'a', monthsSince: 6 } }),
    'wrong-comparison',
  ],
  [
    'a number compared with a word',
    form({ id: 'a', kind: 'number' }, { id: 'b', kind: 'text', visibleWhen: { field: 'a', equals: 'two' } }),
    'wrong-comparison',
  ],
  [
    'an option that does not exist',
    form({ id: 'a', kind: 'choice', options, complete: true }, { id: 'b', kind: 'text', visibleWhen: { field: 'a', equals: 'y' } }),
    'not-an-option',
  ],
  ['nothing to choose from', form({ id: 'a', kind: 'choice', options: [], complete: true }), 'no-options'],
  ['the same option twice', form({ id: 'a', kind: 'choice', options: [...options, ...options], complete: true }), 'duplicate-option'],
  [
    'an option called none',
    form({ id: 'a', kind: 'choice', options: [{ value: 'none', label: title }], complete: true }),
    'reserved-option',
  ],
  ['choices without a way out', form({ id: 'a', kind: 'choice', options }), 'no-way-out'],
  ['a limit that is not a number', form({ id: 'a', kind: 'number', least: NaN }), 'bad-bound'],
  ['least above most', form({ id: 'a', kind: 'text', least: 5, most: 2 }), 'empty-range'],
  ['days the wrong way round', form({ id: 'a', kind: 'date', least: { daysFromToday: 1 }, most: { daysFromToday: 0 } }), 'empty-range'],
  ['a pattern that is none', form({ id: 'a', kind: 'text', pattern: { expression: '(', message: title } }), 'bad-pattern'],
  [
    'a pattern that could take for ever',
    form({ id: 'a', kind: 'text', pattern: { expression: '(a+)+b', message: title } }),
    'slow-pattern',
  ],
  ['an ID number that is not marked sensitive', form({ id: 'a', kind: 'idNumber' }), 'not-sensitive'],
  [
    'a text without Chinese',
    { id: 'f', version: 1, pages: [{ id: 'p', title: { 'zh-CN': '' }, fields: [{ id: 'a', kind: 'text' }] }] },
    'text-missing',
  ],
])('%s', (_, definition, code) => {
  expect(codes(definition)).toContain(code)
})

test('from outside a repeating page its fields cannot be asked about, its length can', () => {
  const children = {
    id: 'children',
    title,
    repeat: { least: 0, most: 3, itemTitle: title },
    fields: [{ id: 'nickname', kind: 'text' as const, label: title }],
  }
  const after = (visibleWhen: Condition): FormDefinition => ({
    id: 'f',
    version: 1,
    pages: [children, { id: 'p', title, visibleWhen, fields: [{ id: 'a', kind: 'text' }] }],
  })
  expect(codes(after({ field: 'nickname', answered: true }))).toEqual(['inside-repeat'])
  expect(codes(after({ field: 'children', atLeast: 1 }))).toEqual([])
})

test('a list that is asked later comes too late, like any other question', () => {
  const children = {
    id: 'children',
    title,
    repeat: { least: 0, most: 3, itemTitle: title },
    fields: [{ id: 'nickname', kind: 'text' as const, label: title }],
  }
  const early: FormDefinition = {
    id: 'f',
    version: 1,
    pages: [{ id: 'p', title, visibleWhen: { field: 'children', atLeast: 1 }, fields: [{ id: 'a', kind: 'text' }] }, children],
  }
  expect(codes(early)).toEqual(['asks-ahead'])
})

test('a missing translation is advice, with the place', () => {
  expect(checkDefinition({ ...permit, pages: [{ ...permit.pages[0]!, title: { 'zh-CN': '题' } }] })).toEqual([
    { path: 'pages.0.title', code: 'not-translated', advice: true },
  ])
})

test('every mistake has a sentence in both languages', () => {
  for (const [code, text] of Object.entries(mistakeTexts)) expect([code, Boolean(text['zh-CN'] && text.en)]).toEqual([code, true])
  expect(mistakeSentence({ path: '', code: 'asks-ahead', params: { field: 'firm' } }, 'en')).toBe(
    'The condition asks about “firm”, which comes later.',
  )
})
