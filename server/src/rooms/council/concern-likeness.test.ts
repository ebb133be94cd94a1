import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alikeGroups, likeness, sharedPairs, type Comparable } from './concern-likeness.ts'

const seed = 20261123
const lamp = (id: string, words: string, laneId: string | null = 'three'): Comparable => ({
  id,
  topic: 'safety',
  communityId: 'songbai',
  laneId,
  words,
})

test('three neighbours who say the same of one lane are suggested together; another matter is left alone', () => {
  const groups = alikeGroups([
    lamp('a', '三号巷晚上路灯不亮，下夜班看不清。'),
    lamp('b', '路灯坏了好久，晚上巷子里看不清路。'),
    lamp('c', '希望三号巷路灯早点修，老人晚上不敢出门。'),
    { id: 'd', topic: 'school', communityId: 'songbai', laneId: 'three', words: '孩子上学要居住证，不知道怎么办。' },
  ])
  expect(groups).toHaveLength(1)
  expect(groups[0]!.ids.toSorted()).toEqual(['a', 'b', 'c'])
})

test('the same words about another topic are not suggested', () => {
  expect(alikeGroups([lamp('a', '路灯不亮'), { ...lamp('b', '路灯不亮'), topic: 'housing' }])).toEqual([])
})

const comparable = fc.record({
  topic: fc.constantFrom('safety', 'housing'),
  communityId: fc.constantFrom(null, 'songbai', 'hebian'),
  laneId: fc.constantFrom(null, 'three', 'five'),
  words: fc.string({ unit: fc.constantFrom('路', '灯', '坏', '了', '，', ' ', 'a'), maxLength: 12 }),
})

test('likeness lies between 0 and 1, is the same both ways, and most with itself', () => {
  fc.assert(
    fc.property(comparable, comparable, (one, other) => {
      const [first, second] = [
        { id: '1', ...one },
        { id: '2', ...other },
      ]
      expect(likeness(first, second)).toBeGreaterThanOrEqual(0)
      expect(likeness(first, second)).toBeLessThanOrEqual(1)
      expect(likeness(first, second)).toBe(likeness(second, first))
      expect(sharedPairs(first.words, first.words)).toBe([...first.words.replaceAll(/[， ]/g, '')].length > 1 ? 1 : 0)
    }),
    { seed },
  )
})

test('nobody is in two groups, and every group has at least two', () => {
  fc.assert(
    fc.property(fc.array(comparable, { maxLength: 12 }), (list) => {
      const ids = alikeGroups(list.map((one, index) => ({ id: String(index), ...one }))).map((group) => group.ids)
      expect(new Set(ids.flat()).size).toBe(ids.flat().length)
      for (const group of ids) expect(group.length).toBeGreaterThan(1)
    }),
    { seed },
  )
})
