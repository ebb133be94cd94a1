import fc from 'fast-check'
import { expect, test } from 'vitest'
import { main } from './bin.ts'
import { allotDoors, drawDoors, frameText, readFrame } from './draw-doors.ts'

const seeded = { seed: 20261123, numRuns: 300 } as const
const lanes = fc
  .uniqueArray(fc.record({ lane: fc.stringMatching(/^[a-z0-9]{1,8}$/), dwellings: fc.nat(400) }), {
    selector: ({ lane }) => lane,
    minLength: 1,
    maxLength: 12,
  })
  .chain((rows) =>
    fc.tuple(fc.constant(rows), fc.nat(3)).chain(([all, least]) => fc.tuple(fc.constant(all), fc.constant(least), fc.nat(2000))),
  )

test('shares by hand: two in each lane first, the other ten by size, the half to the larger remainder', () => {
  const frame = allotDoors(
    [
      { lane: 'c', dwellings: 12 },
      { lane: 'a', dwellings: 62 },
      { lane: 'b', dwellings: 32 },
    ],
    16,
    2,
  )
  // 60, 30 and 10 are left, ten doors: 6, 3 and 1.
  expect(frame).toEqual([
    { lane: 'a', dwellings: 62, doors: 8 },
    { lane: 'b', dwellings: 32, doors: 5 },
    { lane: 'c', dwellings: 12, doors: 3 },
  ])
})

test('every door is given out, none twice, no lane gets more than it has or less than its least', () => {
  fc.assert(
    fc.property(lanes, ([rows, least, doors]) => {
      const minima = rows.reduce((all, { dwellings }) => all + Math.min(least, dwellings), 0)
      if (minima > doors) {
        expect(() => allotDoors(rows, doors, least)).toThrow(RangeError)
        return
      }
      const frame = allotDoors(rows, doors, least)
      const dwellings = rows.reduce((all, row) => all + row.dwellings, 0)
      expect(frame.reduce((all, row) => all + row.doors, 0)).toBe(Math.min(doors, dwellings))
      for (const row of frame) {
        expect(row.doors).toBeLessThanOrEqual(row.dwellings)
        expect(row.doors).toBeGreaterThanOrEqual(Math.min(least, row.dwellings))
      }
      // The order in which lanes were typed decides nothing.
      expect(allotDoors(rows.toReversed(), doors, least)).toEqual(frame)
      for (const { lane, numbers } of drawDoors(frame, 'seed')) {
        const row = frame.find((one) => one.lane === lane)!
        expect(new Set(numbers).size).toBe(row.doors)
        expect(numbers.every((number) => number >= 1 && number <= row.dwellings)).toBe(true)
      }
      expect(readFrame(frameText(frame))).toEqual(frame)
    }),
    seeded,
  )
})

test('every dwelling of a lane has the same chance: 4000 draws of 3 of 12, chi-square below its 0.1 % point', () => {
  const hits = Array.from({ length: 12 }, () => 0)
  for (let draw = 0; draw < 4000; draw++)
    for (const number of drawDoors([{ lane: 'x', dwellings: 12, doors: 3 }], `draw ${draw}`)[0]!.numbers) hits[number - 1]!++
  // Drawn without putting back the counts vary less than the multinomial's, so the bound is on the safe side.
  const chiSquare = hits.reduce((all, count) => all + (count - 1000) ** 2 / 1000, 0)
  expect(chiSquare).toBeLessThan(31.26)
})

test('the command draws what the function draws, and another seed draws others', async () => {
  const frame = 'lane,dwellings,doors\na,40,4\nb,12,2\n'
  const said: string[] = []
  const io = {
    out: (line: string) => void said.push(line),
    err: (line: string) => void said.push(line),
    read: (name: string) => (name === 'frame.csv' ? frame : 'lane,dwellings\n'),
    write: () => {},
    now: () => 0,
    newSeed: () => 'never',
  }
  expect(await main(['doors', '--frame', 'frame.csv', '--seed', 'secret word'], io)).toBe(0)
  const drawn = drawDoors(readFrame(frame), 'secret word')
  expect(said).toEqual(drawn.map(({ lane, numbers }) => `${lane}: ${numbers.join(', ')}`))
  expect(drawDoors(readFrame(frame), 'another word')).not.toEqual(drawn)
  expect(await main(['doors', '--frame', 'wrong.csv', '--seed', 'x'], io)).toBe(1)
  expect(await main(['doors', '--frame', 'frame.csv'], io)).toBe(2)
})
