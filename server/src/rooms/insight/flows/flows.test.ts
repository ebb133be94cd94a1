import { readFile } from 'node:fs/promises'
import { doors, readFlows } from '@ronghe/contract/insight/flows.ts'
import { loadLearners, type Learner } from '@ronghe/demo/school-learners.ts'
import { services } from '@ronghe/demo/services/all.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { freeze } from '../../../platform/privacy/frozen-figures.ts'
import { loadServices } from '../../station/services-editing.ts'
import { anActivity, servedTogether } from '../ties/gathering.testing.ts'
import { countDoors, type DoorCount } from './door-counts.ts'
import { flowsFigure, toHalf } from './flows.ts'

const seed = 20261123
let town: Town
let people: readonly Learner[]
const page = () => town.anonymous.call(readFlows)
const of = (group: Learner['group'], from: number, count: number): string[] =>
  people
    .filter((one) => one.group === group)
    .slice(from, from + count)
    .map(({ id }) => id)

/** A case of somebody's that was answered and closed. */
const served = (personId: string, closedAt: string): Promise<unknown> =>
  town.rows(
    `insert into service_case (street_id, id, number, code_hash, service_id, version_id, person_id, channel, group_at_filing, state, outcome,
       department, owner_post, filed_at, entered_at, decided_at, closed_at)
     select $1, gen_random_uuid(), $2::text, decode(md5($2::text), 'hex'), version.service_id, version.id, $3, 'phone', 'unstated', 'closed', 'granted',
       'street', $5, $4, $4, $4, $4
     from service_version version where version.street_id = $1 limit 1`,
    [town.street.id, `${personId} ${closedAt}`, personId, closedAt, town.idOf('heMin')],
  )

beforeAll(async () => {
  town = await openTown({ at: '2026-07-10T04:00:00+08:00' })
  await town.deed((deed) => loadServices(deed, services))
  await town.deed(async (deed) => {
    people = await loadLearners(deed, { newcomer: 40, local: 40 })
    const activity = await anActivity(deed)
    // Ten newcomers and eight locals were served in winter and served others in spring; nine newcomers the other way round.
    await servedTogether(deed, activity, '2026-04-04T09:00:00+08:00', [...of('newcomer', 0, 10), ...of('local', 0, 8)])
    await servedTogether(deed, activity, '2026-01-03T09:00:00+08:00', of('newcomer', 10, 9))
    // Three who only ever served, and one before the half-year began.
    await servedTogether(deed, activity, '2026-03-07T09:00:00+08:00', of('local', 30, 3))
    await servedTogether(deed, activity, '2025-12-31T23:00:00+08:00', of('local', 39, 1))
  })
  for (const id of [...of('newcomer', 0, 10), ...of('local', 0, 8)]) await served(id, '2026-02-10T10:00:00+08:00')
  for (const id of of('newcomer', 10, 9)) await served(id, '2026-05-10T10:00:00+08:00')
  // Twelve were served twice and did nothing else; that is one door.
  for (const id of of('newcomer', 20, 12)) for (const day of ['03', '05']) await served(id, `2026-${day}-10T10:00:00+08:00`)
})
afterAll(() => town.close())

test('the first door and the next, each person once, by group', async () => {
  const counts = await town.deed((deed) => countDoors(deed, { first: '2026-01-01', last: '2026-06-30' }))
  expect(counts).toEqual([
    { from: 'served', to: 'volunteering', group: 'local', people: 8 },
    { from: 'served', to: 'volunteering', group: 'newcomer', people: 10 },
    { from: 'served', to: null, group: 'newcomer', people: 12 },
    { from: 'volunteering', to: 'served', group: 'newcomer', people: 9 },
    { from: 'volunteering', to: null, group: 'local', people: 3 },
  ])
})

test('a half-year is shown two weeks after its end, once and for good, and keeps no id of anybody', async () => {
  await town.deed((deed) => freeze(deed, flowsFigure))
  expect(await page()).toMatchObject({ halves: [{ period: '2025-H2' }], next: { period: '2026-H1', shownFrom: '2026-07-15' } })
  town.at('2026-07-15T04:00:00+08:00')
  await town.deed((deed) => freeze(deed, flowsFigure))
  const { halves } = await page()
  expect(halves.map(({ period }) => period)).toEqual(['2026-H1', '2025-H2'])
  const [first] = halves
  const service = first!.doors.find(({ from }) => from === 'served')!
  expect(service.people.total).toEqual({ kind: 'shown', count: 30 })
  expect(service.next.find(({ to }) => to === 'volunteering')).toMatchObject({
    people: { total: { kind: 'shown', count: 18 } },
    share: { kind: 'shown', value: 0.6, low: expect.closeTo(0.423, 3) as number, high: expect.closeTo(0.754, 3) as number },
  })
  expect(first!.doors.map(({ from }) => from)).toEqual(doors)
  const kept = JSON.stringify(await town.rows("select counts from frozen_figure where figure = 'insight.flows'"))
  for (const { id } of await town.rows<{ id: string }>('select id from person')) expect(kept).not.toContain(id)
  await served(of('local', 20, 1)[0]!, '2026-06-10T10:00:00+08:00')
  await town.deed((deed) => freeze(deed, flowsFigure))
  expect((await page()).halves).toEqual(halves)
})

test('neither opinion votes nor ballots are joined with anybody: the counting names no table of theirs', async () => {
  const text = await readFile(new URL('door-counts.ts', import.meta.url), 'utf8')
  const tables = [...text.matchAll(/(?:from|join) ([a-z_.]+)/g)].map(([, table]) => table)
  expect(tables).toContain('motion_support')
  for (const table of tables) expect(table).not.toMatch(/stance|opinion|ballot|allocation|branch|dispute|care|concern/)
})

test('where the street wishes it counts are rounded, and the shares are those of the rounded ones', () => {
  const half = toHalf(
    '2026-H1',
    [
      { from: 'served', to: 'learning', group: 'newcomer', people: 22 },
      { from: 'served', to: null, group: 'newcomer', people: 61 },
    ],
    10,
  )
  const [service] = half.doors
  expect(service!.people.total).toEqual({ kind: 'shown', count: 80 })
  expect(service!.next.find(({ to }) => to === null)).toMatchObject({
    people: { total: { kind: 'shown', count: 60 } },
    share: { value: 0.75 },
  })
  expect(service!.untold).toEqual({ kind: 'shown', count: 20 })
})

describe('what is shown', () => {
  const count = fc.record({
    from: fc.constantFrom(...doors),
    to: fc.constantFrom(...doors, null),
    group: fc.constantFrom('newcomer' as const, 'local' as const, 'unstated' as const),
    people: fc.nat(15),
  })

  test(`no count below five, no share of a hidden count, no single hidden group beside a shown sum (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(count, { maxLength: 40 }), (counts) => {
        const half = toHalf('2026-H1', counts.filter(({ from, to }) => from !== to) satisfies readonly DoorCount[])
        for (const { people: all, next, untold } of half.doors) {
          if (untold.kind === 'shown') expect(untold.count).toBeGreaterThanOrEqual(5)
          for (const { people: some, share } of [{ people: all, share: undefined }, ...next]) {
            const groups = [some.newcomer, some.local, some.unstated]
            for (const one of [...groups, some.total]) if (one.kind === 'shown') expect(one.count).toBeGreaterThanOrEqual(5)
            if (some.total.kind === 'shown') expect(groups.filter(({ kind }) => kind === 'few')).not.toHaveLength(1)
            if (share?.kind === 'shown') expect([some.total.kind, all.total.kind]).toEqual(['shown', 'shown'])
          }
        }
      }),
      { seed, numRuns: 400 },
    )
  })
})
