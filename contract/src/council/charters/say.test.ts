import { expect, test } from 'vitest'
import { articleKeys } from '../charter.ts'
import { compareTexts } from './compare.ts'
import { charterFields } from './form.ts'
import { choiceLabels, parameterLabels } from './parameters.ts'
import { articleText, parametersIn, sayValue, unknownNames } from './say.ts'
import { charterVariants } from './variants.ts'

test('shares are said in words', () => {
  expect(
    [
      [2, 3],
      [1, 2],
      [3, 4],
      [1, 5],
      [12, 25],
      [1, 1],
    ].map((share) => sayValue(share as [number, number], 'zh-CN')),
  ).toEqual(['三分之二', '一半', '四分之三', '五分之一', '二十五分之十二', '全部'])
  expect(
    [
      [2, 3],
      [1, 2],
      [3, 4],
      [1, 5],
      [12, 25],
      [1, 1],
    ].map((share) => sayValue(share as [number, number], 'en')),
  ).toEqual(['two-thirds', 'half', 'three-quarters', 'one-fifth', '12 of 25', 'all'])
})

test.each(Object.entries(charterVariants))('no article of %s leaves a name in braces, in either language', (_, charter) => {
  for (const key of articleKeys)
    for (const language of ['zh-CN', 'en'] as const) {
      const text = articleText(charter, key, language)
      expect(text.length).toBeGreaterThan(20)
      expect(text).not.toMatch(/[{}]|undefined|\[object/)
      expect(unknownNames(text)).toEqual([])
    }
  expect(articleText(charter, 'quorum', 'zh-CN')).toContain(sayValue(charter.parameters.quorum.total, 'zh-CN'))
})

test('every parameter has a name and a field, every choice its words', () => {
  const names = articleKeys.flatMap((key) => parametersIn(charterVariants.standard.parameters, key).map(([name]) => name))
  expect(Object.keys(parameterLabels).toSorted()).toEqual(names.toSorted())
  expect(charterFields.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  for (const field of charterFields) if ('options' in field) for (const option of field.options) expect(choiceLabels).toHaveProperty(option)
  expect(charterFields.find(({ name }) => name === 'floor.turns')).toEqual({ kind: 'count', name: 'floor.turns', least: 1, most: 5 })
})

test('a comparison keeps what stayed and shows what went and what came, sentence by sentence', () => {
  expect(compareTexts('每月一次。提前三天通知。主席写理由。', '每月一次。提前七天通知。主席写理由。')).toEqual([
    { kind: 'same', text: '每月一次。' },
    { kind: 'dropped', text: '提前三天通知。' },
    { kind: 'added', text: '提前七天通知。' },
    { kind: 'same', text: '主席写理由。' },
  ])
  expect(compareTexts('One. Two at 2.5 hours.', 'One. Two at 2.5 hours.').every(({ kind }) => kind === 'same')).toBe(true)
  expect(compareTexts('', 'New.')).toEqual([{ kind: 'added', text: 'New.' }])
})
