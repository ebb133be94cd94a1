import { readPatrolBook } from '@ronghe/contract/volunteers/patrol.ts'
import { listAlerts, listRecipients } from '@ronghe/contract/volunteers/care.ts'
import { openTown, type Town } from '@ronghe/server/platform/database/testing.ts'
import { shift, team } from '@ronghe/server/rooms/volunteers/rounds.testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadRounds } from './volunteers-rounds.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

test('a patrol with a month of rounds and a year of findings, and two people who are visited', async () => {
  const patrol = await team(town, 'patrol', '巡逻队队长')
  const corps = await team(town, 'corps', '服务队队长')
  const who = ['chen', 'liuFang'] as const
  await shift(town, 'heDali', {
    teamId: patrol,
    kind: 'patrol',
    startsAt: '2026-11-25T20:00:00+08:00',
    endsAt: '2026-11-25T22:00:00+08:00',
    who,
  })
  await shift(town, 'qinYuelan', {
    teamId: corps,
    kind: 'care',
    startsAt: '2026-11-27T15:00:00+08:00',
    endsAt: '2026-11-27T17:00:00+08:00',
    who,
  })
  town.at('2026-11-28T09:00:00+08:00')
  await town.deed(loadRounds)
  const book = await town.as('heDali').call(readPatrolBook, { params: { teamId: patrol } })
  expect(book).toMatchObject({ armband: 'PA-7', found: { all: 8, open: 1, fixed: 7 }, routes: [{}, {}], rounds: [{ of: 4, over: true }] })
  const { items } = await town.as('shiHui').call(listRecipients, {})
  expect(items).toMatchObject([
    { number: 1, channel: 'phone', lastVisit: { onDay: '2026-11-27' } },
    { number: 2, channel: 'paper', rhythm: 'fortnightly' },
  ])
  expect((await town.as('shiHui').call(listAlerts, {})).items).toEqual([])
})
