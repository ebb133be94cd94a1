import { expect, test } from 'vitest'
import { emptyDraft, missingIn, questionsFor, wishesOf, type EnrolmentDraft } from './enrolling.ts'
import { zh } from './words/zh-CN.ts'

const withChild: EnrolmentDraft = {
  ...emptyDraft,
  language: 'other',
  speaks: ' 洪湖话 ',
  children: '1',
  child: [{ nickname: '圆圆', age: '6to8', collects: '外婆' }, emptyDraft.child[1]!],
}

test('children are asked about only where they can come, and their details only when one does', () => {
  expect(questionsFor(false, withChild)).toEqual(['speaks', 'confirm'])
  expect(questionsFor(true, emptyDraft)).toEqual(['speaks', 'children', 'confirm'])
  expect(questionsFor(true, withChild)).toEqual(['speaks', 'children', 'child', 'confirm'])
})

test('a child needs all three and the guardian’s own tick; what belongs to nobody is not asked', () => {
  expect(missingIn('child', withChild, zh)).toEqual({ agreed: zh.needAgree })
  expect(missingIn('child', { ...withChild, agreed: true }, zh)).toEqual({})
  expect(Object.keys(missingIn('child', { ...withChild, children: '2', agreed: true }, zh))).toEqual([
    'children.1.nickname',
    'children.1.age',
    'children.1.collects',
  ])
  expect(missingIn('speaks', emptyDraft, zh)).toEqual({ language: zh.needAnswer })
})

test('what is sent is what was answered last', () => {
  expect(wishesOf(withChild)).toEqual({ speaks: '洪湖话', children: [{ nickname: '圆圆', age: '6to8', collects: '外婆' }] })
  expect(wishesOf({ ...withChild, language: 'none', children: '0' })).toEqual({ speaks: null, children: [] })
})
