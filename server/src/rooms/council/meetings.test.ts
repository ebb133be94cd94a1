import * as feed from '@ronghe/contract/programme/calendar-feed.ts'
import * as polls from '@ronghe/contract/council/meeting-polls.ts'
import * as meetings from '@ronghe/contract/council/meetings.ts'
import { listMessages } from '@ronghe/contract/people/messages.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locals, newcomers, openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
beforeAll(async () => void (town = await openCouncil()))
afterAll(() => town.close())

const council = () => ({ councilId: town.councilId })
const clerk = () => town.as('jiangWen')
const plan = {
  kind: 'ordinary' as const,
  startsAt: '2026-12-05T14:30:00+08:00',
  endsAt: '2026-12-05T16:30:00+08:00',
  place: '榕树路3号二楼',
  childcare: true,
  interpreters: ['hubei' as const],
}
const planned = (more: Partial<typeof plan> = {}) => clerk().call(meetings.planMeeting, { params: council(), body: { ...plan, ...more } })

describe('finding a time', () => {
  test('a delegate’s shifts are kept from everybody but the clerk’s count, and no time within them is offered or asked about', async () => {
    const body = { times: [{ weekday: 6, from: 0, to: 1440 }] }
    await town.as('sunLanying').call(polls.writeUnavailableTimes, { params: council(), body })
    expect(await town.as('sunLanying').call(polls.readUnavailableTimes, { params: council() })).toEqual(body)
    expect(await town.as('zhou').call(polls.readUnavailableTimes, { params: council() })).toEqual({ times: [] })
    const { items } = await clerk().call(polls.offerSlots, { params: council() })
    expect(items.length).toBeGreaterThanOrEqual(3)
    for (const { startsAt, cannot } of items) {
      expect(cannot).toBe(0)
      expect(new Date(startsAt).getUTCDay()).not.toBe(6)
    }
    const saturday = { startsAt: plan.startsAt, endsAt: plan.endsAt }
    const poll = { kind: 'ordinary' as const, place: plan.place, closesAt: '2026-11-27T20:00:00+08:00', slots: [saturday, items[0]!] }
    const refusal = await clerk().refused(polls.openPoll, { params: council(), body: poll })
    expect(refusal).toMatchObject({ code: 'slot-in-a-shift', articleAt: `/council/${town.councilId}/charter#meetings` })
    await town.as('sunLanying').call(polls.writeUnavailableTimes, { params: council(), body: { times: [] } })
  })

  test('a poll that leaves no time for the notice is refused with the article', async () => {
    const slots = [
      { startsAt: '2026-11-28T14:30:00+08:00', endsAt: '2026-11-28T16:30:00+08:00' },
      { startsAt: '2026-12-05T14:30:00+08:00', endsAt: '2026-12-05T16:30:00+08:00' },
    ]
    const body = { kind: 'ordinary' as const, place: plan.place, closesAt: '2026-11-27T20:00:00+08:00', slots }
    expect(await clerk().refused(polls.openPoll, { params: council(), body })).toMatchObject({
      code: 'poll-too-late-for-notice',
      article: expect.stringContaining('会议'),
    })
  })

  test('delegates answer, each sees the own answer only, the clerk sees both benches and chooses; the meeting stands planned', async () => {
    const slots = [
      { startsAt: '2026-12-04T19:00:00+08:00', endsAt: '2026-12-04T21:00:00+08:00' },
      { startsAt: '2026-12-05T14:30:00+08:00', endsAt: '2026-12-05T16:30:00+08:00' },
    ]
    const body = { kind: 'ordinary' as const, place: plan.place, closesAt: '2026-11-27T20:00:00+08:00', slots }
    const poll = await clerk().call(polls.openPoll, { params: council(), body })
    const answering = { params: { pollId: poll.id } }
    for (const who of [...newcomers.slice(0, 4), ...locals.slice(0, 4), 'liang'] as const)
      await town.as(who).call(polls.answerPoll, { ...answering, body: { answers: [{ number: 2, answer: 'yes' }] } })
    const own = await town.as('zhou').call(polls.answerPoll, {
      ...answering,
      body: {
        answers: [
          { number: 1, answer: 'no' },
          { number: 2, answer: 'ifNeeded' },
        ],
      },
    })
    expect(own.slots.map(({ mine, counts }) => [mine, counts])).toEqual([
      ['no', null],
      ['ifNeeded', null],
    ])
    await clerk().refused(polls.answerPoll, { ...answering, body: { answers: [{ number: 1, answer: 'yes' }] } })
    expect((await town.as('chen').refused(polls.listPolls, { params: council() })).code).toBe('council-not-delegate')
    const [seen] = (await clerk().call(polls.listPolls, { params: council() })).items
    expect(seen).toMatchObject({ answered: 9, delegates: 13 })
    expect(seen!.slots[1]!.counts).toEqual({
      newcomers: { yes: 3, ifNeeded: 1, no: 0 },
      locals: { yes: 4, ifNeeded: 0, no: 0 },
      chair: 'yes',
      quorum: true,
    })
    expect(seen!.slots[0]!.counts!.quorum).toBe(false)
    const meeting = await clerk().call(polls.chooseSlot, { ...answering, body: { number: 2 } })
    expect(meeting).toMatchObject({ state: 'planned', kind: 'ordinary', number: 1, startsAt: '2026-12-05T06:30:00.000Z' })
    expect((await clerk().refused(polls.chooseSlot, { ...answering, body: { number: 1 } })).code).toBe('poll-closed')
    // What is only planned is not the public's yet.
    expect((await town.anonymous.refused(meetings.readMeeting, { params: { meetingId: meeting.id } })).status).toBe(404)
  })
})

describe('invitations', () => {
  test('less than the charter’s notice is refused with the article and the first possible day', async () => {
    const refusal = await clerk().refused(meetings.planMeeting, {
      params: council(),
      body: { ...plan, startsAt: '2026-11-25T19:00:00+08:00', endsAt: '2026-11-25T21:00:00+08:00' },
    })
    expect(refusal).toMatchObject({ code: 'meeting-notice-too-short', articleAt: `/council/${town.councilId}/charter#meetings` })
    expect(refusal.detail).toContain('2026-11-26')
    const { id } = await planned()
    town.at('2026-12-03T09:00:00+08:00')
    expect((await clerk().refused(meetings.notifyMeeting, { params: { meetingId: id } })).code).toBe('meeting-notice-too-short')
    town.at('2026-11-23T09:00:00+08:00')
  })

  test('everybody in office is told; the answer, the reason’s kind and what is needed reach the clerk and nobody else', async () => {
    const { id } = await planned()
    const at = { params: { meetingId: id } }
    expect((await town.as('zhou').refused(meetings.notifyMeeting, at)).status).toBe(403)
    expect((await clerk().call(meetings.notifyMeeting, at)).state).toBe('notified')
    const messages = await town.as('zhou').call(listMessages)
    expect(messages.items.map(({ link }) => link)).toContain(`/council/meetings/${id}`)
    await town.as('zhou').call(meetings.answerInvitation, { ...at, body: { answer: 'coming', children: 2, interpreter: 'hubei' } })
    const excused = await town.as('uncleHuang').call(meetings.answerInvitation, { ...at, body: { answer: 'excused', excuse: 'health' } })
    expect(excused.mine).toEqual({ answer: 'excused', excuse: 'health', children: 0, interpreter: null, present: false })
    const reason = await town.as('liZhiqiang').refused(meetings.answerInvitation, { ...at, body: { answer: 'excused' } })
    expect(reason.errors?.[0]?.path).toBe('excuse')
    expect((await town.as('chen').refused(meetings.answerInvitation, { ...at, body: { answer: 'coming' } })).code).toBe('no-invitation')
    await clerk().call(meetings.enterAnswer, {
      params: { meetingId: id, personId: town.idOf('zengBo') },
      body: { answer: 'coming', children: 1 },
    })
    const list = await clerk().call(meetings.listInvitations, at)
    expect(list.items).toHaveLength(13)
    expect(list.items.map(({ seatAs }) => seatAs).slice(0, 2)).toEqual(['chair', 'newcomers'])
    expect(list.items.find(({ personId }) => personId === town.idOf('uncleHuang'))).toMatchObject({ answer: 'excused', excuse: 'health' })
    expect(list.items.reduce((sum, { children }) => sum + children, 0)).toBe(3)
    expect(list.expected.total).toEqual({ present: 2, inOffice: 13, needed: 9 })
    expect((await town.as('liang').refused(meetings.listInvitations, at)).status).toBe(403)
    const looks = await town.rows(`select person_id from access_log where purpose = 'council.invitations.list' and person_id = $1`, [
      town.idOf('uncleHuang'),
    ])
    expect(looks).toHaveLength(1)
    // In public it is only known who was there in the end.
    expect(JSON.stringify(await town.anonymous.call(meetings.readMeeting, at))).not.toContain('health')
  })

  test('a meeting that is moved asks again and counts the change up; one called off says why', async () => {
    const { id } = await planned()
    const at = { params: { meetingId: id } }
    await clerk().call(meetings.notifyMeeting, at)
    await town.as('zhou').call(meetings.answerInvitation, { ...at, body: { answer: 'coming', children: 1 } })
    const { kind: _, ...change } = { ...plan, startsAt: '2026-12-06T14:30:00+08:00', endsAt: '2026-12-06T16:30:00+08:00' }
    await clerk().call(meetings.changeMeeting, { ...at, body: change })
    const moved = await town.as('zhou').call(meetings.readMeeting, at)
    expect(moved.mine).toMatchObject({ answer: null, children: 1 })
    const soon = { ...change, startsAt: '2026-11-24T19:00:00+08:00', endsAt: '2026-11-24T21:00:00+08:00' }
    expect((await clerk().refused(meetings.changeMeeting, { ...at, body: soon })).code).toBe('meeting-notice-too-short')
    await clerk().call(meetings.cancelMeeting, { ...at, body: { because: '场地漏水' } })
    expect(await town.anonymous.call(meetings.readMeeting, at)).toMatchObject({ state: 'cancelled', cancelledBecause: '场地漏水' })
    const file = await town.anonymous.raw(meetings.readMeetingCalendar, at)
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(file.body).toMatch(/STATUS:CANCELLED\r\n/)
    expect(file.body).toMatch(/SEQUENCE:2\r\n/)
  })

  test('the letter for the employer says when and where in both languages, and nothing of what is on the agenda', async () => {
    const { id } = await planned()
    const at = { params: { meetingId: id } }
    await clerk().call(meetings.notifyMeeting, at)
    const { name, letters } = await town.as('sunLanying').call(meetings.readEmployerLetter, at)
    expect(name).toBe('孙兰英')
    expect(letters.map(({ language }) => language)).toEqual(['zh-CN', 'en'])
    expect(letters[0]!.body).toContain('14:30')
    expect(letters[1]!.body).toContain('December 5, 2026')
    expect((await town.as('chen').refused(meetings.readEmployerLetter, at)).code).toBe('no-invitation')
  })
})

test('an extraordinary meeting: one-fifth of the delegates ask, and then it must be planned', async () => {
  const request = await town.as('zhou').call(polls.requestMeeting, { params: council(), body: { reason: '电梯连着坏了三次' } })
  expect(request).toMatchObject({ backers: ['周桂兰'], needed: 3, reachedAt: null })
  expect(await town.as('uncleHuang').refused(polls.requestMeeting, { params: council(), body: { reason: '再来一个' } })).toMatchObject({
    code: 'meeting-request-open',
    articleAt: `/council/${town.councilId}/charter#meetings`,
  })
  const at = { params: { requestId: request.id } }
  await town.as('uncleHuang').call(polls.backMeetingRequest, at)
  await town.as('uncleHuang').call(polls.backMeetingRequest, at)
  expect((await town.as('chen').refused(polls.backMeetingRequest, at)).status).toBe(403)
  const reached = await town.as('zengBo').call(polls.backMeetingRequest, at)
  expect(reached.backers).toHaveLength(3)
  expect(reached.reachedAt).not.toBeNull()
  const told = await town.as('jiangWen').call(listMessages)
  expect(told.items[0]?.link).toBe('/desk/council/meetings')
  const { id } = await clerk().call(meetings.planMeeting, {
    params: council(),
    body: { ...plan, kind: 'extraordinary', requestId: request.id },
  })
  const [open] = (await town.anonymous.call(polls.listMeetingRequests, { params: council() })).items
  expect(open).toMatchObject({ meetingId: id, may: [] })
})

describe('signing in', () => {
  test('the code on the screen changes, is good for a minute and a half, and needs the screen’s key; the quorum follows', async () => {
    const { id } = await planned({ place: '会场' })
    const at = { params: { meetingId: id } }
    await clerk().call(meetings.notifyMeeting, at)
    const { key } = await clerk().call(meetings.openSignInScreen, at)
    expect((await town.as('zhou').refused(meetings.openSignInScreen, at)).status).toBe(403)
    town.at('2026-12-05T12:00:00+08:00')
    const early = await town.anonymous.call(meetings.readSignInCode, { ...at, query: { key } })
    expect((await town.as('zhou').refused(meetings.signInByCode, { ...at, body: { code: early.code } })).code).toBe('sign-in-too-early')
    town.at('2026-12-05T14:00:00+08:00')
    expect((await town.anonymous.refused(meetings.readSignInCode, { ...at, query: { key: 'x'.repeat(32) } })).status).toBe(404)
    const screen = await town.anonymous.call(meetings.readSignInCode, { ...at, query: { key } })
    expect(screen.seconds).toBeLessThanOrEqual(30)
    const { code } = screen
    town.at('2026-12-05T14:01:00+08:00')
    expect((await town.anonymous.call(meetings.readSignInCode, { ...at, query: { key } })).code).not.toBe(code)
    expect((await town.as('zhou').call(meetings.signInByCode, { ...at, body: { code: code.toLowerCase() } })).mine!.present).toBe(true)
    expect((await town.as('chen').refused(meetings.signInByCode, { ...at, body: { code } })).status).toBe(403)
    town.at('2026-12-05T14:02:00+08:00')
    expect((await town.as('heYong').refused(meetings.signInByCode, { ...at, body: { code } })).code).toBe('sign-in-code-old')
    const byList = (who: Parameters<typeof town.idOf>[0], here: boolean) => ({
      params: { meetingId: id, personId: town.idOf(who) },
      body: { here },
    })
    await clerk().call(meetings.signIn, byList('heYong', true))
    await town.as('liang').call(meetings.signIn, byList('uncleHuang', true))
    expect((await town.as('zhou').refused(meetings.signIn, byList('heYong', false))).status).toBe(403)
    expect((await clerk().refused(meetings.signIn, byList('chen', true))).status).toBe(422)
    const page = await town.anonymous.call(meetings.readMeeting, at)
    expect(page.here.toSorted()).toEqual(['zhou', 'heYong', 'uncleHuang'].map((who) => town.idOf(who as 'zhou')).toSorted())
    expect([page.quorum!.total.present, page.quorum!.newcomers.present, page.quorum!.locals.present]).toEqual([3, 2, 1])
    await clerk().call(meetings.signIn, byList('heYong', false))
    await clerk().call(meetings.signIn, byList('heYong', false))
    expect((await town.anonymous.call(meetings.readMeeting, at)).quorum!.total).toEqual({ present: 2, inOffice: 13, needed: 9 })
    town.at('2026-11-23T09:00:00+08:00')
  })
})

test('a calendar address shows its owner’s meetings, moved and called off, until it is revoked, and the secret is nowhere in the database', async () => {
  const { path } = await town.as('zhou').call(feed.makeCalendarFeed)
  const file = path!.slice('/calendar/'.length)
  const fetched = async () => {
    const { status, body } = await town.anonymous.raw(feed.fetchCalendarFeed, { params: { file } })
    expect(status).toBe(200)
    // Long lines are folded.
    return (body
      .replaceAll('\r\n ', '')
      .match(new RegExp(`BEGIN:VEVENT(?:(?!END:VEVENT)[\\s\\S])*UID:${id}@ronghe[\\s\\S]*?END:VEVENT`)) ?? [''])[0]
  }
  const { id } = await planned({ place: '会场' })
  const at = { params: { meetingId: id } }
  expect(await fetched()).toBe('')
  await clerk().call(meetings.notifyMeeting, at)
  const sequenceOf = (event: string) => Number(/SEQUENCE:(\d+)/.exec(event)![1])
  const invited = await fetched()
  expect(invited).toContain('LOCATION:会场')
  const { startsAt, endsAt } = await town.anonymous.call(meetings.readMeeting, at)
  await clerk().call(meetings.changeMeeting, {
    ...at,
    body: { startsAt, endsAt, place: '松柏祠堂', childcare: false, interpreters: [] },
  })
  const moved = await fetched()
  expect(moved).toContain('LOCATION:松柏祠堂')
  expect(sequenceOf(moved)).toBeGreaterThan(sequenceOf(invited))
  await clerk().call(meetings.cancelMeeting, { ...at, body: { because: '台风' } })
  const calledOff = await fetched()
  expect(calledOff).toContain('STATUS:CANCELLED')
  expect(sequenceOf(calledOff)).toBeGreaterThan(sequenceOf(moved))
  expect(await town.as('zhou').call(feed.readCalendarFeed)).toMatchObject({ path: null })
  const stored = await town.rows<{ row: string }>(`select calendar_feed::text as row from calendar_feed`)
  expect(stored.some(({ row }) => row.includes(file.slice(0, 20)))).toBe(false)
  const second = await town.as('zhou').call(feed.makeCalendarFeed)
  expect((await town.anonymous.raw(feed.fetchCalendarFeed, { params: { file } })).status).toBe(404)
  await town.as('zhou').call(feed.revokeCalendarFeed)
  expect((await town.anonymous.raw(feed.fetchCalendarFeed, { params: { file: second.path!.slice('/calendar/'.length) } })).status).toBe(404)
})

test('the induction keeps its place for one delegate and tells nobody', async () => {
  await town.as('zhou').call(polls.finishInductionPage, { params: { page: 'speaking' } })
  expect(await town.as('zhou').call(polls.finishInductionPage, { params: { page: 'speaking' } })).toEqual({ done: ['speaking'] })
  expect(await town.as('heYong').call(polls.readInduction)).toEqual({ done: [] })
  expect((await town.as('jiangWen').refused(polls.readInduction)).status).toBe(403)
})

test('practice is on no public list', async () => {
  const { id, number } = await planned({ kind: 'practice' as never })
  expect(number).toBeNull()
  await clerk().call(meetings.notifyMeeting, { params: { meetingId: id } })
  const open = await town.anonymous.call(meetings.listMeetings, { params: council(), query: { limit: 100 } })
  expect(open.items.some((meeting) => meeting.id === id)).toBe(false)
  const own = await town.as('zhou').call(meetings.listMeetings, { params: council(), query: { limit: 100 } })
  expect(own.items.some((meeting) => meeting.id === id)).toBe(true)
})
