import { listActivities, readBeginnings } from '@ronghe/contract/volunteers/activities.ts'
import { listTeams } from '@ronghe/contract/volunteers/teams.ts'
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

test('ideas of residents came to something, enough to be counted, not enough to tell every group', async () => {
  expect(await town.anonymous.call(readBeginnings)).toMatchObject({
    // Nobody of them would rather not say, which is few as well, and hides the next smallest with it.
    unstated: { kind: 'few' },
    total: { kind: 'shown', count: 12 },
  })
})
