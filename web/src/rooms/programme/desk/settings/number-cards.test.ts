import { numberGroups, numbers } from '@ronghe/contract/programme/numbers.ts'
import { expect, test } from 'vitest'
import { numberCards } from './number-cards.ts'

test.each(numberGroups)('every number of “%s” is on the page once', (group) => {
  const shown = numberCards[group].flatMap(({ names }) => names as readonly string[])
  expect(shown.toSorted()).toEqual(Object.keys(numbers[group]).toSorted())
})
