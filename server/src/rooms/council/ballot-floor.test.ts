import * as ballots from '@ronghe/contract/council/ballots.ts'
import { readFloor } from '@ronghe/contract/council/floor.ts'
import * as motions from '@ronghe/contract/council/motions.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPart, readyBallot, vote } from './ballots.testing.ts'
import { admittedMotion, everybody, openHall, type Hall } from './floor.testing.ts'
import { openMotions } from './motions.testing.ts'
import type { CouncilTown } from './testing.ts'

let town: CouncilTown
beforeAll(async () => {
  town = await openMotions()
})
afterAll(() => town.close())
const id = (who: CastKey) => town.idOf(who)
const stateOf = async (motionId: string) => (await town.anonymous.call(motions.readMotion, { params: { motionId } })).state

/** Opens the motion's item, moves and seconds it. */
async function untilTheVote(hall: Hall, name: string, present: readonly CastKey[]): Promise<void> {
  await hall.open(present)
  const items = (await town.anonymous.call(readFloor, { params: { meetingId: hall.meetingId } })).agenda
  const item = items.find(({ title }) => title['zh-CN'] === name)!
  await hall.does('liang', { kind: 'openItem', itemId: item.id, because: '先议人事。' })
  await hall.does('zengBo', { kind: 'move', delegateId: id('zengBo') })
  await hall.does('zhou', { kind: 'second', delegateId: id('zhou'), amendmentId: null })
}

test('a motion about a person: the ballot is ready before the meeting, opened when it is announced, and its result moves floor and motion', async () => {
  const motionId = await admittedMotion(town, 'zengBo', { title: '推荐调解员', kind: 'person' })
  const open = await admittedMotion(town, 'zhou', { title: '修路灯' })
  const clerk = town.as('jiangWen')
  const plan = await clerk.call(ballots.readBallotPlan, { params: { councilId: town.councilId } })
  expect(plan.motions).toMatchObject([{ id: motionId, byBench: false }])
  expect(
    await clerk.refused(ballots.setUpBallot, {
      params: { councilId: town.councilId },
      body: { about: { kind: 'motion', motionId: open }, trustees: null, paperOnly: true },
    }),
  ).toMatchObject({ code: 'ballot-open-kind', article: expect.stringContaining('表决方式') })

  const held = await readyBallot(town, { kind: 'motion', motionId })
  const { params } = held
  expect(held.boxes.map(({ slips }) => slips.length)).toEqual([12])
  const hall = await openHall(town)
  const closesAt = new Date(town.now().getTime() + 7_200_000).toISOString()
  expect(await clerk.refused(ballots.openBallot, { params, body: { closesAt } })).toMatchObject({ code: 'ballot-motion-not-put' })
  const authority = town.as('fuQiang')
  expect(await authority.refused(ballots.handSlip, { params, body: { personId: id('zhou') } })).toMatchObject({
    code: 'ballot-motion-not-put',
  })

  const present = everybody.filter((who) => who !== 'panHui')
  await untilTheVote(hall, '推荐调解员', present)
  await hall.does('liang', { kind: 'announceBallot', ballotId: held.ballotId })
  expect(await stateOf(motionId)).toBe('putToVote')
  expect(await authority.refused(ballots.handSlip, { params, body: { personId: id('panHui') } })).toMatchObject({
    code: 'ballot-not-in-room',
  })
  for (const who of present.slice(1)) await authority.call(ballots.handSlip, { params, body: { personId: id(who) } })
  await clerk.call(ballots.openBallot, { params, body: { closesAt } })
  const slips = held.boxes[0]!.slips
  for (const [index, slip] of slips.slice(0, 11).entries())
    await vote(town, held, 0, slip, index < 8 ? [0, 1, 0] : index < 10 ? [0, 0, 1] : [1, 0, 0])
  await clerk.call(ballots.closeBallot, { params })
  await openPart(town, held, 0)
  expect(await openPart(town, held, 1)).toBe('published')

  expect(await stateOf(motionId)).toBe('carried')
  expect((await hall.state()).closed).toMatchObject([{ outcome: 'carried' }])
  expect((await hall.state()).lastResult).toMatchObject({
    way: 'secret',
    ballotId: held.ballotId,
    count: { total: { for: 8, against: 2, abstain: 1 } },
  })
  // The quorum is of those in the room, as the floor counts them, and no bench total exists.
  expect((await town.anonymous.call(ballots.readBallot, { params })).result).toMatchObject({
    outcome: 'carried',
    boxes: [{ bench: null, marks: [8, 2], blank: 1 }],
    conditions: expect.arrayContaining([
      { bench: null, what: 'quorum', has: 12, needs: 9, met: true },
      { bench: null, what: 'majority', has: 8, needs: 7, met: true },
    ]),
  })
})

test('a ballot the chair sets aside leaves the motion to the floor, where the vote is taken back and another may be held', async () => {
  const motionId = await admittedMotion(town, 'zengBo', { title: '换一位联络人', kind: 'person' })
  const held = await readyBallot(town, { kind: 'motion', motionId })
  const hall = await openHall(town, { startsAt: '2027-01-09T14:30:00+08:00' })
  await untilTheVote(hall, '换一位联络人', everybody)
  await hall.does('liang', { kind: 'announceBallot', ballotId: held.ballotId })
  const because = '一名监票人丢了钥匙，要重新来。'
  expect(await town.as('liang').call(ballots.setBallotAside, { params: held.params, body: { because } })).toEqual({ state: 'setAside' })
  expect(await town.anonymous.call(ballots.readBallot, { params: held.params })).toMatchObject({
    state: 'setAside',
    setAsideBecause: because,
    result: null,
  })
  await hall.does('liang', { kind: 'abandonVote', because })
  expect((await hall.state()).vote).toBeNull()
  // The motion is not decided, and a new ballot may be set up for it.
  const plan = await town.as('jiangWen').call(ballots.readBallotPlan, { params: { councilId: town.councilId } })
  expect(plan.motions.map((motion) => motion.id)).toContain(motionId)
})
