import { readAgenda } from '@ronghe/contract/council/agenda.ts'
import { listMotions } from '@ronghe/contract/council/motions.ts'
import { openTown, type Town } from '@ronghe/server/platform/database/testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCouncilYear } from './load-council.ts'
import { organId } from './load-cast.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await town.deed(loadCouncilYear)
})
afterAll(() => town.close())

test('the demo year has motions in every part of their way, and votes moved those that were decided', async () => {
  const { items } = await town.anonymous.call(listMotions, {
    params: { councilId: organId(town.street.id, 'council') },
    query: { which: 'all', limit: 100 },
  })
  const stateOf = (title: string) => items.find((motion) => motion.title['zh-CN'] === title)?.state
  expect(
    [
      '五巷口加一道减速带',
      '货车白天停一侧，留出消防通道',
      '早点摊七点以前可以摆',
      '垃圾房早晚各清一次',
      '外来车辆一律不许进巷',
      '祠堂前装一座遮雨棚',
    ].map(stateOf),
  ).toEqual(['carried', 'carried', 'rejected', 'onAgenda', 'returned', 'filed'])
  expect(items.filter(({ state }) => state === 'seekingSupport')).toHaveLength(1)
})

test('the next meeting has its agenda: the appeal first, then the minutes, then the benches in turn', async () => {
  const [next] = await town.rows<{ id: string }>(
    `select m.id from meeting m join agenda a on a.meeting_id = m.id where m.state in ('planned', 'notified') and m.kind = 'ordinary' and m.street_id = $1`,
    [town.street.id],
  )
  const { items } = await town.anonymous.call(readAgenda, { params: { meetingId: next!.id } })
  expect(items.map(({ kind }) => kind)).toEqual(['appeal', 'minutes', 'motion', 'motion'])
  expect(items.filter(({ kind }) => kind === 'motion').map(({ bench }) => bench)).toEqual(expect.arrayContaining(['newcomers', 'locals']))
})
