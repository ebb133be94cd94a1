import { castId, communityId, organId } from '@ronghe/demo/load-cast.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Town } from '../../../platform/database/testing.ts'
import type { Deed } from '../../../platform/deed.ts'
import { file, openStation } from '../../station/testing.ts'
import { anActivity, servedTogether } from '../ties/gathering.testing.ts'
import { unitCounts } from './unit-counts.ts'

let town: Town
let [here, there] = ['', '']
const october = { first: '2026-10-01', last: '2026-10-31' }
const counted = () => town.deed((deed) => unitCounts.count(deed, october))
const n = (lines: readonly { readonly community: string | null; readonly n: number; readonly amount: number }[]) =>
  Object.fromEntries(
    lines.map(({ community, n: many, amount }) => [community === here ? 'here' : 'there', amount > 0 ? [many, amount] : many]),
  )

beforeAll(async () => {
  town = await openStation()
  ;[here, there] = [communityId(town.street.id, 'songbai'), communityId(town.street.id, 'rongshu')]
})
afterAll(() => town.close())

/** A joint activity on a day, in a community, with organs behind it. */
async function together(deed: Deed, day: string, community: string | null, organs: readonly string[], state = 'done'): Promise<void> {
  const id = deed.id()
  const street = deed.street.id
  await sql`insert into joint_activity (street_id, id, title, what, community_id, starts_at, ends_at, state, came_of, because, planned_by, created_at)
    values (${street}, ${id}, '{"zh-CN":"同乐日"}', '{"zh-CN":"一起过节"}', ${community}, ${`${day}T09:00:00+08:00`}, ${`${day}T11:00:00+08:00`}, ${state},
            ${state === 'done' ? '{"zh-CN":"办成了"}' : null}, ${state === 'cancelled' ? '{"zh-CN":"下雨"}' : null}, ${deed.id()}, ${deed.now})`.execute(
    deed.tx,
  )
  await sql`insert into joint_item (street_id, kind, thing_id, title, link, on_day)
    values (${street}, 'jointActivity', ${id}, '{"zh-CN":"同乐日"}', '/together', ${day})`.execute(deed.tx)
  for (const organ of organs)
    await sql`insert into joint_party (street_id, kind, thing_id, organ_id, host, role)
      values (${street}, 'jointActivity', ${id}, ${organ}, false, '{"zh-CN":"帮忙"}')`.execute(deed.tx)
}

test('organs together are two beside a branch; a branch counts where another organ is with it; what was called off, or elsewhere, does not', async () => {
  await town.deed(async (deed) => {
    const [corps, school, branch] = (['corps', 'school', 'branch'] as const).map((key) => organId(deed.street.id, key))
    await together(deed, '2026-10-03', here, [corps!, school!])
    await together(deed, '2026-10-10', here, [corps!, school!, branch!])
    await together(deed, '2026-10-17', here, [corps!, branch!])
    await together(deed, '2026-10-24', here, [branch!])
    await together(deed, '2026-10-31', there, [corps!, school!])
    await together(deed, '2026-10-31', here, [corps!, school!], 'cancelled')
    await together(deed, '2026-10-31', null, [corps!, school!])
    await together(deed, '2026-11-01', here, [corps!, school!])
  })
  const { together: organs, togetherWithBranch: branches } = await counted()
  expect(n(organs)).toEqual({ here: 2, there: 1 })
  expect(n(branches)).toEqual({ here: 2, there: 0 })
})

test('cases count where they are from, in the month they were decided, with the days they took', async () => {
  for (const [decided, community] of [
    ['2026-10-09', here],
    ['2026-10-12', here],
    ['2026-11-02', here],
    ['2026-10-31', null],
  ] as const) {
    const { id } = await file(town, 'chen', 'leaseFiling')
    await town.rows(
      "update service_case set state = 'decided', outcome = 'granted', community_id = $2, filed_at = $3, decided_at = $4 where id = $1",
      [id, community, '2026-10-02T09:00:00+08:00', `${decided}T23:30:00+08:00`],
    )
  }
  expect(n((await counted()).decided)).toEqual({ here: [2, 17] })
})

test('service counts where it is done, a class where the learner lives, by who was there', async () => {
  await town.deed(async (deed) => {
    const street = deed.street.id
    const people = (['chen', 'auntHuang', 'zhou'] as const).map((who) => castId(street, who))
    const activity = await anActivity(deed)
    await deed.tx.updateTable('activity').set({ community_id: there }).where('street_id', '=', street).where('id', '=', activity).execute()
    await servedTogether(deed, activity, '2026-10-05T09:00:00+08:00', people)
    await servedTogether(deed, activity, '2026-11-05T09:00:00+08:00', people)
    await sql`insert into profile (street_id, person_id, community_id, changed_at) values
      (${street}, ${people[0]}, ${here}, now()), (${street}, ${people[1]}, ${there}, now()), (${street}, ${people[2]}, ${here}, now())
      on conflict (street_id, person_id) do update set community_id = excluded.community_id`.execute(deed.tx)
    const [course, session] = [deed.id(), deed.id()]
    await sql`insert into course (street_id, id, organ_id, module, state, title, description, minimum, seats, speaks, children, child_places, carers, approval, partners, created_at)
      values (${street}, ${course}, ${organId(street, 'school')}, 'localLife', 'running', '{"zh-CN":"学粤语"}', '{"zh-CN":"学粤语"}', 1, 20, '{yue}', 'none', 0, 0, false,
              '[]', now())`.execute(deed.tx)
    await sql`insert into course_session (street_id, id, course_id, number, starts_at, ends_at, changed_at)
      values (${street}, ${session}, ${course}, 1, '2026-10-31T19:00:00+08:00', '2026-10-31T21:00:00+08:00', now())`.execute(deed.tx)
    for (const [at, person] of people.entries())
      await sql`insert into class_attendance (street_id, session_id, person_id, present, way, at) values (${street}, ${session}, ${person}, ${at < 2}, 'code', now())`.execute(
        deed.tx,
      )
  })
  const { served, attended } = await counted()
  expect(n(served)).toEqual({ there: 3 })
  expect(n(attended)).toEqual({ here: 1, there: 1 })
})

test('it begins with the first day anything of it is known', async () => {
  expect(await town.deed((deed) => unitCounts.since(deed))).toBe('2026-10-02')
})
