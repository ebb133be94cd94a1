import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayChangeFrom } from './group-rules.ts'

const at = (text: string) => new Date(`${text}T00:00:00Z`)

test('saying it the first time and changing it once are free; the next change waits a year', () => {
  expect(mayChangeFrom([], at('2026-11-23'), 12)).toBeNull()
  expect(mayChangeFrom([at('2026-11-22')], at('2026-11-23'), 12)).toBeNull()
  expect(mayChangeFrom([at('2026-01-05'), at('2026-11-22')], at('2026-11-23'), 12)).toEqual(at('2027-11-22'))
  expect(mayChangeFrom([at('2026-01-05'), at('2026-11-22')], at('2027-11-22'), 12)).toBeNull()
})

test('nobody changes more than once in any twelve months', () => {
  const day = 86_400_000
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 40 }), (waits) => {
      let now = at('2026-01-01').getTime()
      const choices: Date[] = []
      for (const wait of waits) {
        now += wait * day
        if (mayChangeFrom(choices, new Date(now), 12) === null) choices.push(new Date(now))
      }
      const changes = choices.slice(1)
      return changes.every((change, index) => index === 0 || change.getTime() - changes[index - 1]!.getTime() >= 365 * day)
    }),
    { seed: 20261123, numRuns: 200 },
  )
})
