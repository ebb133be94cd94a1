import { readFloor } from '@ronghe/contract/council/floor.ts'
import * as motions from '@ronghe/contract/council/motions.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admittedMotion, everybody, openHall, type Hall } from './floor.testing.ts'
import { openMotions } from './motions.testing.ts'
import { locals, newcomers, type CouncilTown } from './testing.ts'

let town: CouncilTown
let hall: Hall
const motionIds: string[] = []
beforeAll(async () => {
  town = await openMotions()
  for (const who of ['zhou', 'uncleHuang', 'tanXiaomei'] as const) motionIds.push(await admittedMotion(town, who))
  hall = await openHall(town)
  await hall.open()
  await hall.does('jiangWen', { kind: 'nameDeputy', delegateId: id('guoLei') })
})
afterAll(() => town.close())

const id = (who: CastKey) => town.idOf(who)
const keyOf = (personId: string | null) => everybody.find((who) => id(who) === personId)!
const motionOf = async (item: number) => (await hall.state()).agenda.find((one) => one.id === hall.itemIds[item])!.motion!.id
const read = (motionId: string) => town.anonymous.call(motions.readMotion, { params: { motionId } })
const counted = (newcomersFor: number, localsFor: number) => ({
  newcomers: { for: newcomersFor, against: 6 - newcomersFor, abstain: 0 },
  locals: { for: localsFor, against: 6 - localsFor, abstain: 0 },
})

test('who chairs as a deputy says nothing, votes with the bench, and has no vote to break a tie, which fails', async () => {
  await hall.debate(0)
  await hall.does('liang', { kind: 'handOver' })
  const deputy = keyOf((await hall.state()).presidingId)
  expect([...newcomers, ...locals]).toContain(deputy)
  expect((await hall.refused('liang', { kind: 'putToVote', way: 'rollCall' })).code).toBe('floor-not-presiding')
  expect(await hall.refused(deputy, { kind: 'ask', delegateId: id(deputy), stance: 'for' })).toMatchObject({
    code: 'floor-neutral',
    articleAt: `/council/${town.councilId}/charter#chair`,
  })
  await hall.does('liang', { kind: 'ask', delegateId: id('liang'), stance: 'against' })
  await hall.does(deputy, { kind: 'giveFloor', toId: id('liang') })
  hall.wait(30)
  await hall.does('liang', { kind: 'endSpeech' })
  expect((await hall.refused('liang', { kind: 'takeBack' })).code).toBe('floor-chair-until-decided')

  await hall.does(deputy, { kind: 'putToVote', way: 'rollCall' })
  for (const who of newcomers) await hall.does(who, { kind: 'castVote', delegateId: id(who), mark: 'for' })
  for (const who of locals) await hall.does(who, { kind: 'castVote', delegateId: id(who), mark: 'against' })
  expect((await hall.refused('liang', { kind: 'castVote', delegateId: id('liang'), mark: 'for' })).code).toBe('floor-no-vote-of-yours')
  const motionId = await motionOf(0)
  await hall.does(deputy, { kind: 'closeVote' })
  expect((await hall.refused(deputy, { kind: 'breakTie', mark: 'for' })).code).toBe('floor-no-tie')
  const roll = { [id(deputy)]: (newcomers as readonly CastKey[]).includes(deputy) ? 'for' : 'against' }
  expect((await hall.state()).lastResult).toMatchObject({
    count: { total: { for: 6, against: 6 } },
    decision: { kind: 'rejected', chairVote: null },
    roll,
  })
  expect((await read(motionId)).state).toBe('rejected')
  expect((await hall.state()).presidingId).toBe(id('liang'))
})

test('an amendment is decided by hands counted twice, before the motion; papers need two persons who agree', async () => {
  const motionId = await motionOf(1)
  const { id: amendmentId } = await amend(motionId, 'heYong', '三号巷的作坊晚上九点到早上七点不开机。')
  await hall.debate(1)
  await hall.does('heYong', { kind: 'moveAmendment', delegateId: id('heYong'), amendmentId })
  expect((await hall.refused('liang', { kind: 'putToVote', way: 'hands' })).code).toBe('floor-not-seconded')
  await hall.does('panHui', { kind: 'second', delegateId: id('panHui'), amendmentId })
  await hall.does('liang', { kind: 'putToVote', way: 'hands' })
  await hall.does('jiangWen', { kind: 'enterCount', counts: counted(6, 4) })
  expect((await hall.refused('liang', { kind: 'closeVote' })).code).toBe('floor-counts-needed')
  const [again] = await hall.does('jiangWen', { kind: 'enterCount', counts: counted(5, 4) })
  expect(again).toMatchObject({ agrees: false })
  expect((await hall.refused('liang', { kind: 'closeVote' })).code).toBe('floor-counts-needed')
  await hall.does('jiangWen', { kind: 'enterCount', counts: counted(5, 4) })
  await hall.does('liang', { kind: 'closeVote' })
  const amended = await read(motionId)
  expect(amended).toMatchObject({ version: 2, amendments: [{ state: 'merged', decidedBy: 'vote' }] })
  expect(amended.lines[0]).toContain('九点')
  expect((await hall.state()).item!.motion!.amendments).toMatchObject([{ state: 'carried' }])
  expect((await hall.state()).item!.motion!.lines).toEqual(amended.lines)

  expect((await hall.refused('liang', { kind: 'putToVote', way: 'hands' })).code).toBe('floor-other-way')
  await hall.does('liang', { kind: 'putToVote', way: 'paper' })
  await hall.does('jiangWen', { kind: 'enterCount', counts: counted(6, 3) })
  expect(await hall.refused('jiangWen', { kind: 'enterCount', counts: counted(6, 3) })).toMatchObject({
    code: 'floor-second-person',
    articleAt: `/council/${town.councilId}/charter#ballot`,
  })
  expect(
    (await hall.refused('panHui', { kind: 'enterCount', counts: { ...counted(6, 3), newcomers: { for: 7, against: 0, abstain: 0 } } }))
      .code,
  ).toBe('floor-count-wrong')
  await hall.does('panHui', { kind: 'enterCount', counts: counted(6, 2) })
  expect((await hall.refused('liang', { kind: 'closeVote' })).code).toBe('floor-counts-needed')
  await hall.does('jiangWen', { kind: 'enterCount', counts: counted(6, 2) })
  await hall.does('liang', { kind: 'closeVote' })
  expect((await read(motionId)).outcome).toMatchObject({ kind: 'carried', figures: { way: 'paper', total: { for: 8, against: 4 } } })
})

test('adjourned to another day, the speaker has the time that was left; carried over, the speeches stand', async () => {
  const motionId = await motionOf(2)
  await hall.debate(2)
  await hall.does('heYong', { kind: 'ask', delegateId: id('heYong'), stance: 'for' })
  await hall.does('liang', { kind: 'giveFloor', toId: id('heYong') })
  hall.wait(60)
  await hall.does('jiangWen', { kind: 'adjourn', because: '停电了，明天接着开。' })
  expect((await hall.refused('heYong', { kind: 'endSpeech' })).code).toBe('floor-adjourned')
  town.at('2026-12-06T09:00:00+08:00')
  await hall.does('jiangWen', { kind: 'resume' })
  expect((await hall.state()).item!.motion!.speaking).toMatchObject({ delegateId: id('heYong'), usedMs: 60_000 })
  hall.wait(20)
  await hall.does('heYong', { kind: 'endSpeech' })
  await hall.does('panHui', { kind: 'propose', delegateId: id('panHui'), step: 'postpone', words: '等街道报价。' })
  await hall.does('liang', { kind: 'putToVote', way: 'hands' })
  for (const _ of [1, 2]) await hall.does('jiangWen', { kind: 'enterCount', counts: counted(6, 6) })
  await hall.does('liang', { kind: 'closeVote' })
  expect((await read(motionId)).state).toBe('postponed')
  await hall.does('liang', { kind: 'close' })

  const next = await openHall(town, { startsAt: '2026-12-19T14:30:00+08:00' })
  await next.open()
  const { agenda } = await town.anonymous.call(readFloor, { params: { meetingId: next.meetingId } })
  expect(agenda.filter(({ kind }) => kind === 'motion')).toHaveLength(1)
  await next.does('liang', { kind: 'openItem', itemId: agenda.find(({ kind }) => kind === 'motion')!.id, because: '先议这一件。' })
  expect((await next.state()).item!.motion!.speeches).toMatchObject([{ delegateId: id('heYong'), stance: 'for', ms: 80_000 }])
  await next.does('zhou', { kind: 'move', delegateId: id('zhou') })
  await next.does('uncleHuang', { kind: 'second', delegateId: id('uncleHuang'), amendmentId: null })
  await next.does('heYong', { kind: 'ask', delegateId: id('heYong'), stance: 'for' })
  await next.does('liang', { kind: 'giveFloor', toId: id('heYong') })
  expect((await next.refused('heYong', { kind: 'ask', delegateId: id('heYong'), stance: 'for' })).code).toBe('floor-turns-used')
})

const amend = async (motionId: string, who: CastKey, line: string) =>
  (
    await town.as(who).call(motions.proposeAmendment, {
      params: { motionId },
      body: { version: 1, fromLine: 1, toLine: 1, lines: [line], reason: '九点孩子就睡了。' },
    })
  ).amendments.at(-1)!
