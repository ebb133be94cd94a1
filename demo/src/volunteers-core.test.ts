import { listActivities, readBeginnings } from '@ronghe/contract/volunteers/activities.ts'
import { listTeams } from '@ronghe/contract/volunteers/teams.ts'
import { freeze } from '@ronghe/server/platform/privacy/frozen-figures.ts'
import { beginningsFigure } from '@ronghe/server/rooms/volunteers/beginnings.ts'
import { openTown, type Town } from '@ronghe/server/platform/database/testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadVolunteers } from './volunteers-core.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await town.deed(loadVolunteers)
})
afterAll(() => town.close())

test('the volunteers have a year behind them and a week ahead', async () => {
  const { items } = await town.anonymous.call(listActivities)
  expect(items.map(({ title }) => title['zh-CN'])).toEqual(
    expect.arrayContaining(['周六清一清榕树巷', '周三下午陪聊', '周五晚上走一圈', '周日陪孩子画画']),
  )
  expect((await town.anonymous.call(listTeams)).items).toHaveLength(2)
  expect((await town.anonymous.call(listTeams, { query: { closed: 'yes' } })).items).toHaveLength(1)
  const months = await town.rows("select distinct date_trunc('month', in_at) from shift_presence")
  expect(months.length).toBeGreaterThan(9)
  const [line] = await town.rows<{ waiting: string }>("select count(*) as waiting from sign_up where state = 'waiting'")
  expect(Number(line!.waiting)).toBeGreaterThanOrEqual(3)
})

test('ideas of residents came to something: the last finished quarter tells how many, when they are enough', async () => {
  const opened = await town.rows<{ n: number }>(
    "select count(*)::int as n from activity where started_by is not null and opened_at >= '2026-07-01+08' and opened_at < '2026-10-01+08'",
  )
  await town.deed((deed) => freeze(deed, beginningsFigure))
  const { quarter, total } = await town.anonymous.call(readBeginnings)
  expect(quarter).toBe('2026-Q3')
  expect(total).toEqual(opened[0]!.n >= 5 ? { kind: 'shown', count: opened[0]!.n } : { kind: 'few' })
  expect(opened[0]!.n).toBeGreaterThan(0)
})
