import { expect, test } from 'vitest'
import { readTyped, sayTyped } from './typed-choices.ts'

const ids = new Map([1, 3, 7, 12].map((number) => [number, `id-${number}`]))
const numbers = new Map([...ids].map(([number, id]) => [id, number]))

test('numbers are read as they stand on the paper, with whatever stands between them', () => {
  expect(readTyped(' 3 7，12 ', 'approval', ids)).toEqual([{ projectId: 'id-3' }, { projectId: 'id-7' }, { projectId: 'id-12' }])
  expect(readTyped('12、3', 'ranking', ids)).toEqual([{ projectId: 'id-12' }, { projectId: 'id-3' }])
  expect(readTyped('3=4 7：6', 'points', ids)).toEqual([
    { projectId: 'id-3', points: 4 },
    { projectId: 'id-7', points: 6 },
  ])
  expect(
    sayTyped(
      [
        { projectId: 'id-3', points: 4 },
        { projectId: 'id-7', points: 6 },
      ],
      numbers,
    ),
  ).toBe('3=4 7=6')
})

test('a number that is on no ballot, or points where there are none, is not guessed at', () => {
  for (const [text, form] of [
    ['4', 'approval'],
    ['3=4', 'approval'],
    ['3', 'points'],
    ['3=0', 'points'],
    ['三', 'ranking'],
  ] as const)
    expect(readTyped(text, form, ids)).toBeUndefined()
})
