import type { TookPart } from '@ronghe/contract/insight/ties.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openAttacker } from '../indicators/attacker.testing.ts'
import { toTiesQuarter } from './ties-quarter.ts'
import type { Part } from './who-took-part.ts'

const seed = 20261123
const names = new Map(['c1', 'c2'].map((id) => [id, { 'zh-CN': id, en: id }]))
const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 40 }))
const unseen = ['c1', 'c2', null].flatMap((community) =>
  ['湖北洪湖', null].flatMap((county) =>
    (['newcomer', 'local', 'unstated'] as const).flatMap((group) => [true, false].map((took) => ({ community, county, group, took }))),
  ),
)
type Unseen = (typeof unseen)[number]
const those = (fits: (one: Unseen) => boolean): number[] => unseen.flatMap((one, index) => (fits(one) ? [index] : []))

test(`with both tables and the totals nobody can show that fewer than five of anybody came, or did not (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(count, { minLength: unseen.length, maxLength: unseen.length }), async (people) => {
      const who = unseen.map((one, index): Part => ({ ...one, people: people[index]! }))
      const ties = { kind: 'tooLittle' as const, gatherings: 0, people: [0, 0, 0] as const }
      const shown = toTiesQuarter('2026-Q3', { ties, mixedPercent: 20, atKind: {}, gatherings: {}, who }, names)
      const attacker = await openAttacker(unseen.length, 60)
      const secrets: number[][] = []
      const meet = ({ group, took, not }: TookPart, fits: (one: Unseen) => boolean): void => {
        for (const [part, so] of [
          [took, true],
          [not, false],
        ] as const) {
          const counts = those((one) => fits(one) && one.took === so && (group === 'all' || one.group === group))
          if (part.kind === 'shown') attacker.learn(counts, part.count)
          else secrets.push(counts)
        }
      }
      for (const part of shown.people) meet(part, () => true)
      for (const { by, rows } of shown.who)
        for (const { name, groups } of rows)
          for (const part of groups)
            meet(part, (one) => (by === 'community' ? one.community : one.county) === (name === null ? null : name['zh-CN']))
      for (const counts of secrets)
        if (counts.reduce((sum, index) => sum + people[index]!, 0) < 5) expect(attacker.most(counts)).toBeGreaterThanOrEqual(5)
    }),
    { seed, numRuns: 30 },
  )
}, 60_000)
