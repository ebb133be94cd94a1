import * as agenda from '@ronghe/contract/council/agenda.ts'
import * as minutes from '@ronghe/contract/council/minutes.ts'
import * as motions from '@ronghe/contract/council/motions.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerkOf, everybody, openHall, type Hall } from './floor.testing.ts'
import { draft, openMotions } from './motions.testing.ts'
import type { CouncilTown } from './testing.ts'

/** Items without a motion of their own: what the floor decides about them moves what they are about. */
let town: CouncilTown
beforeAll(async () => {
  town = await openMotions()
})
afterAll(() => town.close())

const minutesOf = (meetingId: string) => town.as('zhou').call(minutes.readMinutes, { params: { meetingId } })
const agendaOf = async (meetingId: string) => (await town.as('zhou').call(agenda.readAgenda, { params: { meetingId } })).items
const onMinutes = async (hall: Hall) =>
  (await agendaOf(hall.meetingId)).flatMap(({ id, why }) => (why.rule === 'minutes' ? [{ id, of: why.meetingId }] : []))

async function held(day: string): Promise<Hall> {
  const hall = await openHall(town, { startsAt: `${day}T19:00:00+08:00` })
  await hall.open()
  return hall
}
async function decide(hall: Hall, itemId: string, mark: 'for' | 'against'): Promise<void> {
  const place = hall.itemIds.indexOf(itemId)
  await hall.debate(place)
  await hall.vote(Object.fromEntries(everybody.slice(1).map((who) => [who, mark])))
}

test('a vote on minutes approves those its item names as it is carried; those rejected come before the next meeting again', async () => {
  const first = await held('2026-12-05')
  await first.does('liang', { kind: 'close' })
  const second = await held('2026-12-12')
  await second.does('liang', { kind: 'close' })

  const third = await held('2026-12-19')
  const items = await onMinutes(third)
  expect(items.map(({ of }) => of)).toEqual([first.meetingId, second.meetingId])
  await decide(third, items[0]!.id, 'for')
  expect((await minutesOf(first.meetingId)).approvedIn?.id).toBe(third.meetingId)
  await decide(third, items[1]!.id, 'against')
  await third.does('liang', { kind: 'close' })
  expect((await minutesOf(second.meetingId)).approvedAt).toBeNull()

  // Approved in writing since the agenda went out: the vote changes nothing, and takes no other minutes for those.
  const fourth = await held('2026-12-26')
  const again = await onMinutes(fourth)
  expect(again.map(({ of }) => of)).toEqual([second.meetingId, third.meetingId])
  for (const who of everybody.slice(0, 7)) await town.as(who).call(minutes.confirmMinutes, { params: { meetingId: second.meetingId } })
  await clerkOf(town).call(minutes.approveMinutes, { params: { meetingId: second.meetingId }, body: { approvedIn: null } })
  await decide(fourth, again[0]!.id, 'for')
  expect((await minutesOf(second.meetingId)).approvedIn).toBeNull()
  expect((await minutesOf(third.meetingId)).approvedAt).toBeNull()
  await fourth.does('liang', { kind: 'close' })
})

test('a vote against an appeal lets the return stand, and it is not decided again', async () => {
  const { id } = await town
    .as('zengBo')
    .call(motions.writeMotion, { params: { councilId: town.councilId }, body: draft({ title: '修球场', exemptAs: 'safety' }) })
  await town.as('zengBo').call(motions.fileMotion, { params: { motionId: id }, body: {} })
  await clerkOf(town).call(motions.screenMotion, { params: { motionId: id }, body: { admit: false, reason: { 'zh-CN': '不清楚。' } } })
  await town.as('zengBo').call(motions.appealReturn, { params: { motionId: id }, body: { words: '很清楚。' } })
  const hall = await held('2027-01-09')
  const appeal = (await agendaOf(hall.meetingId)).find(({ kind }) => kind === 'appeal')!
  await decide(hall, appeal.id, 'against')
  expect(await town.anonymous.call(motions.readMotion, { params: { motionId: id } })).toMatchObject({
    state: 'returned',
    appeal: { outcome: 'dismissed' },
  })
  await hall.does('liang', { kind: 'close' })
  const next = await openHall(town, { startsAt: '2027-01-23T19:00:00+08:00' })
  expect((await agendaOf(next.meetingId)).map(({ kind }) => kind)).not.toContain('appeal')
})
