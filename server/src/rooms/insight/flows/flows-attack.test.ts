import { doors } from '@ronghe/contract/insight/flows.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openAttacker } from '../indicators/attacker.testing.ts'
import type { DoorCount } from './door-counts.ts'
import { toHalf } from './flows.ts'

const seed = 20261123
const groups = ['newcomer', 'local', 'unstated'] as const
/** As streets have them: many, few, none. */
const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 40 }))
const unseen = doors.flatMap((from) =>
  [...doors.filter((door) => door !== from), null].flatMap((to) => groups.map((group) => ({ from, to, group }))),
)
type Unseen = (typeof unseen)[number]
const those = (fits: (one: Unseen) => boolean): number[] => unseen.flatMap((one, index) => (fits(one) ? [index] : []))

test(`with everything the page tells nobody can show of a way, a group or a door that it has fewer than five (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(count, { minLength: unseen.length, maxLength: unseen.length }), async (people) => {
      const half = toHalf(
        '2026-H1',
        unseen.map((one, index): DoorCount => ({ ...one, people: people[index]! })),
      )
      const attacker = await openAttacker(unseen.length, 60)
      const secrets: number[][] = []
      const meet = (shown: Shown, counts: number[]): void => {
        if (shown.kind === 'shown') attacker.learn(counts, shown.count)
        else secrets.push(counts)
      }
      for (const { from, people: all, next, untold } of half.doors) {
        meet(
          all.total,
          those((one) => one.from === from),
        )
        for (const group of groups)
          meet(
            all[group],
            those((one) => one.from === from && one.group === group),
          )
        for (const { to, people: some } of next) {
          meet(
            some.total,
            those((one) => one.from === from && one.to === to),
          )
          for (const group of groups)
            meet(
              some[group],
              those((one) => one.from === from && one.to === to && one.group === group),
            )
        }
        const hidden = next.filter(({ people: some }) => some.total.kind === 'few').map(({ to }) => to)
        if (untold.kind === 'shown')
          attacker.learn(
            those((one) => one.from === from && hidden.includes(one.to)),
            untold.count,
          )
      }
      for (const counts of secrets)
        if (counts.reduce((sum, index) => sum + people[index]!, 0) < 5) expect(attacker.most(counts)).toBeGreaterThanOrEqual(5)
    }),
    { seed, numRuns: 25 },
  )
}, 60_000)
