import fc from 'fast-check'
import { expect, test } from 'vitest'
import { showLanes } from './lane-outcomes.ts'

const few = { kind: 'few' }

test('a lane of which only one part is small takes another with it, because all drawn doors and the total are public', () => {
  const { lanes, total } = showLanes([
    { drawn: 60, answered: 25 },
    { drawn: 40, answered: 20 },
    { drawn: 20, answered: 3 },
  ])
  expect(lanes[0]).toEqual({ answered: { kind: 'shown', count: 25 }, not: { kind: 'shown', count: 35 } })
  expect(lanes[1]).toEqual({ answered: few, not: few })
  expect(lanes[2]).toEqual({ answered: few, not: few })
  expect(total.answered).toEqual({ kind: 'shown', count: 48 })
})

test('one lane with few answers alone: nothing is told', () => {
  expect(showLanes([{ drawn: 40, answered: 4 }]).total).toEqual({ answered: few, not: few })
})

test('whoever tries every way to fill the lanes learns of no part that it is small (random small streets, brute force)', () => {
  const k = 3
  const lane = fc.nat(9).chain((drawn) => fc.record({ drawn: fc.constant(drawn), answered: fc.nat(drawn) }))
  fc.assert(
    fc.property(fc.array(lane, { minLength: 1, maxLength: 4 }), (lanes) => {
      const shown = showLanes(lanes, k)
      // Every fill that agrees with all that is public: doors drawn, lanes shown, the total where it is shown.
      let fills: number[][] = [[]]
      lanes.forEach(({ drawn }, at) => {
        const { answered } = shown.lanes[at]!
        const possible = answered.kind === 'shown' ? [answered.count] : Array.from({ length: drawn + 1 }, (_, count) => count)
        fills = fills.flatMap((fill) => possible.map((count) => [...fill, count]))
      })
      const total = shown.total.answered
      if (total.kind === 'shown') fills = fills.filter((fill) => fill.reduce((all, count) => all + count, 0) === total.count)
      expect(fills).toContainEqual(lanes.map(({ answered }) => answered))
      lanes.forEach(({ drawn }, at) => {
        if (shown.lanes[at]!.answered.kind === 'shown') {
          expect(Math.min(lanes[at]!.answered, drawn - lanes[at]!.answered)).toBeGreaterThanOrEqual(k)
          return
        }
        const enough = Math.min(k, drawn)
        expect(fills.some((fill) => fill[at]! >= enough)).toBe(true)
        expect(fills.some((fill) => drawn - fill[at]! >= enough)).toBe(true)
      })
    }),
    { seed: 20261123, numRuns: 400 },
  )
})
