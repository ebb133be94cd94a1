import { randomUUID } from 'node:crypto'
import { commandFloor, followFloor, readFloor } from '@ronghe/contract/council/floor.ts'
import * as meetings from '@ronghe/contract/council/meetings.ts'
import * as motions from '@ronghe/contract/council/motions.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { replay, whoIsNext, type FloorEvent } from '@ronghe/floor'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeBallotResult } from './floor.ts'
import { admittedMotion, clerkOf, everybody, hallOf, openHall, type Hall } from './floor.testing.ts'
import { openMotions, planMeeting } from './motions.testing.ts'
import { locals, newcomers, type CouncilTown } from './testing.ts'

let town: CouncilTown
let hall: Hall
const motionIds: string[] = []
beforeAll(async () => {
  town = await openMotions()
  motionIds.push(await admittedMotion(town, 'zhou', { title: '夜里十点后停机' }))
  motionIds.push(await admittedMotion(town, 'uncleHuang', { title: '修三号巷的灯', kind: 'money' }))
  motionIds.push(await admittedMotion(town, 'heYong', { title: '请印刷厂装隔音板' }))
  hall = await openHall(town)
})
afterAll(() => town.close())
const id = (who: CastKey) => town.idOf(who)
const at = () => ({ params: { meetingId: hall.meetingId } })
const stateOf = async (motionId: string) => (await town.anonymous.call(motions.readMotion, { params: { motionId } })).state

describe('a meeting', () => {
  test('is opened with a quorum, by the clerk or the chair, and a refusal cites the article', async () => {
    for (const who of everybody.slice(0, 8))
      await clerkOf(town).call(meetings.signIn, { params: { meetingId: hall.meetingId, personId: id(who) }, body: { here: true } })
    expect(await hall.refused('jiangWen', { kind: 'open' })).toMatchObject({
      code: 'floor-no-quorum',
      detail: '到会的人还不够：现在 8 人，要有 9 人。请再等一等，或者另定时间。',
      article: '《章程》第8条（法定人数）',
      articleAt: `/council/${town.councilId}/charter#quorum`,
    })
    expect((await hall.refused('zhou', { kind: 'open' })).code).toBe('floor-not-presiding')
    await hall.open(everybody.slice(0, 12))
    expect((await hall.state()).present).toHaveLength(12)
    expect((await town.anonymous.call(meetings.readMeeting, at())).state).toBe('open')
  })

  test('is commanded by delegates and the clerk only, each in their own name; anybody reads it', async () => {
    const ask = { commandId: randomUUID(), command: { kind: 'ask', delegateId: id('zhou'), stance: 'for' } } as const
    expect((await town.anonymous.refused(commandFloor, { ...at(), body: ask })).code).toBe('sign-in-first')
    expect((await town.as('chen').refused(commandFloor, { ...at(), body: ask })).code).toBe('council-not-delegate')
    expect((await town.as('directorHe').refused(commandFloor, { ...at(), body: ask })).code).toBe('council-not-delegate')
    expect((await hall.refused('heYong', { kind: 'raisePoint', delegateId: id('zhou'), point: 'rules' })).code).toBe('floor-not-yourself')
    expect(
      (await town.as('zhou').refused(commandFloor, { ...at(), body: { commandId: 'x', command: { kind: 'sing' } } as never })).status,
    ).toBe(422)
    const { me, events } = await town.as('zhou').call(readFloor, at())
    expect(me).toEqual({ delegateId: id('zhou'), clerk: false, mark: null })
    expect(events[0]).toMatchObject({ number: 1, kind: 'meetingOpened', by: null })
    expect((await town.anonymous.call(readFloor, at())).me).toEqual({ delegateId: null, clerk: false, mark: null })
  })

  test('whoever signs in while it runs comes by an event; nobody signs in from home', async () => {
    expect((await hall.refused('chenYaozong', { kind: 'come', delegateId: id('chenYaozong') })).code).toBe('floor-not-present')
    await clerkOf(town).call(meetings.signIn, { params: { ...at().params, personId: id('chenYaozong') }, body: { here: true } })
    expect((await hall.state()).present).toContain(id('chenYaozong'))
    const [event] = (await town.anonymous.call(readFloor, { ...at(), query: { after: 1 } })).events
    expect(event).toMatchObject({ number: 2, kind: 'delegateCame', how: 'list' })
  })

  test('the motion goes along: moved, seconded, debated', async () => {
    await hall.does('liang', { kind: 'openItem', itemId: hall.itemIds[0]!, because: null })
    expect((await hall.refused('uncleHuang', { kind: 'ask', delegateId: id('uncleHuang'), stance: 'against' })).code).toBe(
      'floor-not-moved',
    )
    await hall.does('zhou', { kind: 'move', delegateId: id('zhou') })
    expect(await stateOf(motionIds[0]!)).toBe('moved')
    await hall.does('uncleHuang', { kind: 'second', delegateId: id('uncleHuang'), amendmentId: null })
    expect(await stateOf(motionIds[0]!)).toBe('seconded')
    await hall.does('zhou', { kind: 'ask', delegateId: id('zhou'), stance: 'for' })
    await hall.does('jiangWen', { kind: 'ask', delegateId: id('uncleHuang'), stance: 'against' })
    expect(await hall.refused('liang', { kind: 'giveFloor', toId: id('uncleHuang') })).toMatchObject({
      code: 'floor-not-next',
      detail: '按章程轮到周桂兰。',
      articleAt: `/council/${town.councilId}/charter#floor`,
    })
    await hall.does('liang', { kind: 'giveFloor', toId: id('zhou') })
    expect(await stateOf(motionIds[0]!)).toBe('debated')
  })

  test('a command repeated after a lost answer is answered, not repeated', async () => {
    const commandId = randomUUID()
    const once = await hall.does('heYong', { kind: 'ask', delegateId: id('heYong'), stance: 'against' }, commandId)
    expect(once.map(({ kind }) => kind)).toEqual(['floorAsked'])
    const { last, events } = await town
      .as('heYong')
      .call(commandFloor, { ...at(), body: { commandId, command: { kind: 'ask', delegateId: id('heYong'), stance: 'against' } } })
    expect([last, events]).toEqual([once[0]!.number, []])
    expect((await hall.state()).item!.motion!.waiting.filter(({ delegateId }) => delegateId === id('heYong'))).toHaveLength(1)
  })

  test('twenty who ask at once get numbers without gaps', async () => {
    const before = (await hall.state()).number
    const asking = [...newcomers.slice(1, 6), ...locals.slice(1, 6)].filter((who) => who !== 'heYong')
    await Promise.all(asking.map((who) => hall.does(who, { kind: 'ask', delegateId: id(who), stance: 'for' })))
    const { events } = await town.anonymous.call(readFloor, { ...at(), query: { after: before } })
    expect(events.map(({ number }) => number)).toEqual(asking.map((_, index) => before + 1 + index))
    expect(whoIsNext(await hall.state())[0]).toMatchObject({ delegateId: id('uncleHuang'), because: ['otherSide', 'otherBench'] })
    for (const who of asking) await hall.does(who, { kind: 'withdrawAsk', delegateId: id(who) })
  })

  test('a turn ends at its second, whoever speaks next; how a delegate votes is seen when the vote is closed', async () => {
    hall.wait(400)
    await hall.does('tanXiaomei', { kind: 'tick' })
    const state = await hall.state()
    expect(state.item!.motion!.speeches).toMatchObject([{ delegateId: id('zhou'), ms: 180_000, why: 'time' }])
    for (const who of ['uncleHuang', 'heYong'] as const) {
      await hall.does('liang', { kind: 'giveFloor', toId: id(who) })
      hall.wait(20)
      expect(await hall.refused('liang', { kind: 'endSpeech' })).toMatchObject({ code: 'floor-not-cut-short' })
      await hall.does(who, { kind: 'endSpeech' })
    }
    await hall.does('liang', { kind: 'putToVote', way: 'rollCall' })
    await hall.does('zhou', { kind: 'castVote', delegateId: id('zhou'), mark: 'for' })
    expect((await hall.state()).vote!.marks[id('zhou')]).toEqual({ mark: null, how: 'device' })
    expect((await town.as('zhou').call(readFloor, at())).me.mark).toBe('for')
    expect((await town.as('heYong').call(readFloor, at())).me.mark).toBeNull()
    for (const who of ['heYong', 'liZhiqiang'] as const) await hall.does(who, { kind: 'castVote', delegateId: id(who), mark: 'for' })
    await hall.does('uncleHuang', { kind: 'castVote', delegateId: id('uncleHuang'), mark: 'against' })
    await hall.does('liang', { kind: 'closeVote' })
    expect((await hall.state()).lastResult).toMatchObject({ decision: { kind: 'carried' }, roll: { [id('zhou')]: 'for' } })
    expect(await stateOf(motionIds[0]!)).toBe('carried')
  })

  test('money needs each bench: nine for and three against is lost, and the motion with it', async () => {
    await hall.debate(1)
    await hall.vote({
      ...Object.fromEntries(newcomers.map((who) => [who, 'for'])),
      ...Object.fromEntries(locals.map((who, index) => [who, index < 3 ? 'for' : 'against'])),
    })
    const { lastResult } = await hall.state()
    expect(lastResult!.count.total).toMatchObject({ for: 9, against: 3 })
    expect(lastResult!.decision.conditions.filter(({ met }) => !met)).toEqual([
      { bench: 'locals', what: 'majority', has: 3, needs: 4, met: false },
    ])
    expect(await stateOf(motionIds[1]!)).toBe('rejected')
  })

  test('closed, it carries over what was not reached, keeps who was there and its minutes', async () => {
    await hall.does('liang', { kind: 'close' })
    expect((await hall.refused('liang', { kind: 'resume' })).code).toBe('floor-closed')
    expect(await stateOf(motionIds[2]!)).toBe('admitted')
    const meeting = await town.anonymous.call(meetings.readMeeting, at())
    expect(meeting.attendance.filter(({ state }) => state === 'present')).toHaveLength(13)
    expect(meeting.minutes).not.toBeNull()
  })

  test('in the database the list has no names and the numbers have no gaps', async () => {
    const rows = await town.rows<{ number: number; event: unknown }>('select number, event from meeting_event order by number')
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
    expect(JSON.stringify(rows)).not.toContain('周桂兰')
  })
})

test('the chair whose organisation is concerned does not chair the item; the article is cited', async () => {
  const organ = await town.rows<{ organ_id: string }>(
    `select post.organ_id from appointment join post on post.id = appointment.post_id
     where appointment.person_id = $1 and post.kind = 'providerHead'`,
    [id('liang')],
  )
  const motionId = await admittedMotion(town, 'panHui', { title: '请服务方加开夜间班', aboutOrganId: organ[0]!.organ_id })
  const other = await openHall(town, { startsAt: '2026-12-19T14:30:00+08:00' })
  await other.open()
  const { items } = await town.anonymous.call((await import('@ronghe/contract/council/agenda.ts')).readAgenda, {
    params: { meetingId: other.meetingId },
  })
  const item = items.find(({ motion }) => motion?.id === motionId)!
  await other.does('jiangWen', { kind: 'nameDeputy', delegateId: id('guoLei') })
  await other.does('liang', { kind: 'openItem', itemId: item.id, because: '服务方的人在。' })
  expect((await other.state()).presidingId).toBe(id('guoLei'))
  expect(await other.refused('liang', { kind: 'takeBack' })).toMatchObject({
    code: 'floor-presiding-interest',
    articleAt: `/council/${town.councilId}/charter#interest`,
  })
  await other.does('panHui', { kind: 'move', delegateId: id('panHui') })
  await other.does('panHui', { kind: 'withdrawMotion', delegateId: id('panHui') })
  expect(await stateOf(motionId)).toBe('withdrawn')
  expect((await other.state()).presidingId).toBe(id('liang'))
  await other.does('liang', { kind: 'close' })
})

test('a motion about a person waits for its secret ballot and takes its result', async () => {
  const motionId = await admittedMotion(town, 'zengBo', { title: '推荐调解员', kind: 'person' })
  const other = await openHall(town, { startsAt: '2027-01-09T14:30:00+08:00' })
  await other.open()
  const items = (await town.anonymous.call(readFloor, { params: { meetingId: other.meetingId } })).agenda
  const item = items.find(({ title }) => title['zh-CN'] === '推荐调解员')!
  await other.does('liang', { kind: 'openItem', itemId: item.id, because: '先议人事。' })
  await other.does('zengBo', { kind: 'move', delegateId: id('zengBo') })
  await other.does('zhou', { kind: 'second', delegateId: id('zhou'), amendmentId: null })
  expect(await other.refused('liang', { kind: 'putToVote', way: 'rollCall' })).toMatchObject({ code: 'floor-vote-secret' })
  const ballotId = await town.deed(async (deed) => {
    const ballot = deed.id()
    const [version] = await deed.tx.selectFrom('charter_version').select('id').where('council_id', '=', town.councilId).execute()
    await deed.tx
      .insertInto('secret_ballot')
      .values({
        street_id: deed.street.id,
        id: ballot,
        council_id: town.councilId,
        kind: 'motion',
        motion_id: motionId,
        meeting_id: other.meetingId,
        title: JSON.stringify({ 'zh-CN': '推荐调解员' }),
        answers: '[]',
        least: 1,
        most: 1,
        rule: 'motion',
        voters: 'delegates',
        state: 'open',
        charter_version_id: version!.id,
        created_at: deed.now,
      })
      .execute()
    return ballot
  })
  await other.does('liang', { kind: 'announceBallot', ballotId })
  expect(await stateOf(motionId)).toBe('putToVote')
  const result = { meetingId: other.meetingId, ballotId, counts: { total: { for: 9, against: 3, abstain: 0 } } }
  await town.deed((deed) => takeBallotResult(deed, result))
  await town.deed((deed) => takeBallotResult(deed, result))
  expect(await stateOf(motionId)).toBe('carried')
  expect((await other.state()).closed).toMatchObject([{ outcome: 'carried' }])
  await other.does('liang', { kind: 'close' })
})

test('a practice meeting is the same floor, for the council only, and moves no motion', async () => {
  const meetingId = await planMeeting(town, '2027-01-20T19:00:00+08:00', 0, 'practice')
  await town.deed(async ({ tx, street, id: newId, now }) => {
    await tx.updateTable('meeting').set({ state: 'notified' }).where('id', '=', meetingId).execute()
    await tx.insertInto('agenda').values({ street_id: street.id, meeting_id: meetingId, state: 'confirmed', proposed_at: now }).execute()
    await tx
      .insertInto('agenda_item')
      .values({
        street_id: street.id,
        id: newId(),
        meeting_id: meetingId,
        position: 1,
        kind: 'practice',
        title: JSON.stringify({ 'zh-CN': '练习：榕树下放不放棋桌' }),
        why: JSON.stringify({ rule: 'practice' }),
      })
      .execute()
  })
  town.at('2027-01-20T19:00:00+08:00')
  expect((await town.anonymous.refused(readFloor, { params: { meetingId } })).code).toBe('no-meeting')
  expect((await town.anonymous.refused(followFloor, { params: { meetingId } })).code).toBe('no-meeting')
  const { agenda } = await town.as('zhou').call(readFloor, { params: { meetingId } })
  const practice = hallOf(town, meetingId, [agenda[0]!.id])
  await practice.open()
  await practice.debate()
  await practice.vote({ zhou: 'for' })
  const { events } = await town.as('zhou').call(readFloor, { params: { meetingId } })
  expect(replay(events as unknown as FloorEvent[]).closed).toMatchObject([{ outcome: 'carried' }])
  await practice.does('liang', { kind: 'close' })
})
