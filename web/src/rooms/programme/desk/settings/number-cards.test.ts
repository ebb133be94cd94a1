import { numberGroups, numbers, type NumberRule } from '@ronghe/contract/programme/numbers.ts'
import { expect, test } from 'vitest'
import { numberCards } from './number-cards.ts'

test.each(numberGroups)('every number of “%s” is on the page once', (group) => {
  const shown = numberCards[group].flatMap(({ names }) => names as readonly string[])
  expect(shown.toSorted()).toEqual(Object.keys(numbers[group]).toSorted())
})

test('what nothing asks for yet stands on a card that says so, and nothing else does', () => {
  const waiting = Object.entries<NumberRule>(numbers.clocks).flatMap(([name, { waitsFor }]) => (waitsFor ? [name] : []))
  const later = numberCards.clocks.find(({ card }) => card === 'later')!.names as readonly string[]
  expect(later.toSorted()).toEqual(waiting.toSorted())
})
