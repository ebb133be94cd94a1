import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawNoise } from './noise.ts'

const seed = 20261123

/** Mulberry32: good enough to test a distribution, and the same every time. */
function seeded(start: number) {
  let state = start
  return (n: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * n)
  }
}

test('the noise has the discrete Laplace distribution: the ratio of neighbours is exp(-epsilon), zero as often as it must be', () => {
  for (const percent of [25, 50, 100]) {
    const below = seeded(seed + percent)
    const draws = 60_000
    const seen = new Map<number, number>()
    for (let draw = 0; draw < draws; draw++) {
      const noise = drawNoise(percent, below)
      seen.set(noise, (seen.get(noise) ?? 0) + 1)
    }
    const alpha = Math.exp(-percent / 100)
    const expected = (value: number) => ((1 - alpha) / (1 + alpha)) * alpha ** Math.abs(value)
    for (const value of [-3, -2, -1, 0, 1, 2, 3]) {
      const p = expected(value)
      // Five standard errors of a share.
      expect(Math.abs(seen.get(value)! / draws - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / draws))
    }
  }
})

test('two counts that differ by one event give any answer with chances that differ by at most exp(epsilon)', () => {
  const below = seeded(7)
  const draws = 80_000
  const histogram = (count: number) => {
    const seen = new Map<number, number>()
    for (let draw = 0; draw < draws; draw++) {
      const answer = count + drawNoise(100, below)
      seen.set(answer, (seen.get(answer) ?? 0) + 1)
    }
    return seen
  }
  const [three, four] = [histogram(3), histogram(4)]
  for (const [answer, often] of three) {
    const other = four.get(answer) ?? 0
    if (often < 2000 || other < 2000) continue
    expect(Math.abs(Math.log(often / other))).toBeLessThan(1 + 0.1)
  }
})

test('what is no epsilon is refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ max: 0 }), fc.integer({ min: 1001 }), fc.double({ noInteger: true })), (percent) => {
      expect(() => drawNoise(percent, () => 0)).toThrow(RangeError)
    }),
    { seed },
  )
})
