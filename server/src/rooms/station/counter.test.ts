import { listMyEngagements } from '@ronghe/contract/programme/engagements.ts'
import { addModelShift, dropModelShift, listModelRoster, listModelShifts, takeModelShift } from '@ronghe/contract/station/counter-plan.ts'
import {
  addWindow,
  callNext,
  changeWindow,
  closeWindow,
  finishTicket,
  holdTicket,
  linkTicketCase,
  listQueueAtCounter,
  listWindows,
  markNoShow,
  openWindow,
  readCounterFigures,
  recallTicket,
  returnTicket,
  serveTicket,
  transferTicket,
} from '@ronghe/contract/station/counter.ts'
import {
  drawTicket,
  drawTicketAtDesk,
  leaveLine,
  leaveLineByCode,
  listMyTickets,
  readHall,
  readPlaceInLine,
} from '@ronghe/contract/station/tickets.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { exemptionOf } from '../../platform/privacy/exemptions.ts'
import type { Town } from '../../platform/database/testing.ts'
import { openCounter, sitDown } from './counter.testing.ts'
import { file, openStation } from './testing.ts'

let town: Town
let windows: { one: string; two: string }
let day = 0
beforeAll(async () => {
  town = await openStation()
  windows = await openCounter(town)
})
afterAll(() => town?.close())
/** Every test has a day of its own: numbers, windows and line begin anew. */
beforeEach(async () => {
  day += 2
  town.at(new Date(Date.parse('2026-11-22T09:00:00+08:00') + day * 86_400_000))
  await town.drain(['station.counter-night'])
  for (const windowId of [windows.one, windows.two])
    await town.as('luoYan').call(changeWindow, { params: { windowId }, body: { name: { 'zh-CN': '窗口' }, services: [], model: false } })
  await sitDown(town, windows)
})

const walkIn = async (wanted: { services?: string[]; speaks?: string } = {}) => town.as('heMin').call(drawTicketAtDesk, { body: wanted })
const next = async (who: 'liTing' | 'heMin', windowId: string) => (await town.as(who).call(callNext, { params: { windowId } })).ticket
const minutes = (count: number) => town.at(new Date(town.now().getTime() + count * 60_000))

describe('the line', () => {
  test('numbers are counted without gaps from A001 every day, ten drawn at once as well', async () => {
    const drawn = await Promise.all(Array.from({ length: 10 }, () => walkIn()))
    expect(drawn.map(({ ticket }) => ticket.label).toSorted()).toEqual(
      Array.from({ length: 10 }, (_, index) => `A0${String(index + 1).padStart(2, '0')}`),
    )
    minutes(24 * 60)
    expect((await walkIn()).ticket.label).toBe('A001')
  })

  test('however often one phone asks at once, it has one ticket', async () => {
    const asked = Array.from({ length: process.env['RONGHE_FULL'] ? 1000 : 200 }, () => town.as('xu').raw(drawTicket, { body: {} }))
    const replies = await Promise.all(asked)
    // A thousand at once are more than the house lets in at a time: those told to come back in a moment have no ticket and lost nothing.
    expect(replies.filter(({ status }) => status >= 500 && status !== 503)).toEqual([])
    expect(replies.some(({ status }) => status < 300)).toBe(true)
    expect(await town.rows('select 1 from ticket where person_id = $1', [town.idOf('xu')])).toHaveLength(1)
  })

  test('a ticket drawn by phone is one ticket for several matters; drawing again answers the same one', async () => {
    expect((await town.as('chen').call(listMyTickets)).items).toEqual([])
    const [one, again] = await Promise.all(
      [1, 2].map(() => town.as('chen').call(drawTicket, { body: { services: ['residencePermit', 'leaseFiling'], speaks: '洪湖话' } })),
    )
    expect(one!.ticket.id).toBe(again!.ticket.id)
    expect(one!.ticket.services).toHaveLength(2)
    expect(
      await town.rows('select last_value from (select value as last_value from counter where name like $1) c', [
        `ticket ${one!.ticket.day}`,
      ]),
    ).toEqual([{ last_value: 1 }])
  })

  test('the place in line is told by the code on the slip, without a name; a wrong code is no ticket', async () => {
    await walkIn()
    const { code } = await walkIn()
    const place = await town.anonymous.call(readPlaceInLine, { params: { code: code! } })
    expect(place).toMatchObject({ label: 'A002', ahead: 1, windowsOpen: 2, may: ['leave'] })
    expect(await town.anonymous.refused(readPlaceInLine, { params: { code: 'ABCD-1234' } })).toMatchObject({
      status: 404,
      code: 'no-ticket',
    })
    expect((await town.anonymous.call(leaveLineByCode, { params: { code: code! } })).state).toBe('left')
  })

  test('a ticket that asks for a dialect goes to the window that speaks it, and to any window when nobody does', async () => {
    const honghu = await walkIn({ speaks: '洪湖话' })
    const any = await walkIn()
    expect(await next('heMin', windows.two)).toMatchObject({ label: any.ticket.label })
    expect(await next('liTing', windows.one)).toMatchObject({ label: honghu.ticket.label })
    const wenzhou = await walkIn({ speaks: '温州话' })
    await town.as('heMin').call(markNoShow, { params: { ticketId: any.ticket.id } })
    expect(await next('heMin', windows.two)).toMatchObject({ label: wenzhou.ticket.label })
  })

  test('nobody is stranded: a service no open window has is called by any', async () => {
    await town
      .as('luoYan')
      .call(changeWindow, { params: { windowId: windows.two }, body: { name: { 'zh-CN': '税务' }, services: ['rentalTax'], model: false } })
    await walkIn({ services: ['residencePermit'] })
    expect(await next('heMin', windows.two)).toBeNull()
    await town.as('liTing').call(closeWindow, { params: { windowId: windows.one }, body: {} })
    expect(await next('heMin', windows.two)).toMatchObject({ label: 'A001' })
  })

  test('a window at lunch is covered: its tickets are called by the one that stands in', async () => {
    await town
      .as('luoYan')
      .call(changeWindow, { params: { windowId: windows.two }, body: { name: { 'zh-CN': '税务' }, services: ['rentalTax'], model: false } })
    const { ticket } = await walkIn({ services: ['residencePermit'] })
    expect(
      (await town.as('liTing').refused(closeWindow, { params: { windowId: windows.one }, body: { why: 'lunch', coveredBy: windows.one } }))
        .errors?.[0],
    ).toMatchObject({ code: 'window-cover-closed' })
    const closed = await town
      .as('liTing')
      .call(closeWindow, { params: { windowId: windows.one }, body: { why: 'lunch', coveredBy: windows.two } })
    expect(closed).toMatchObject({ state: 'lunch', coveredBy: 2 })
    expect(await next('heMin', windows.two)).toMatchObject({ label: ticket.label })
  })
})

describe('calling', () => {
  test('forty calls at two windows at once call forty different tickets, in order at each window', async () => {
    for (let index = 0; index < 40; index += 1) await walkIn()
    const called: string[] = []
    const work = async (who: 'liTing' | 'heMin', windowId: string): Promise<void> => {
      for (;;) {
        const ticket = await next(who, windowId)
        if (!ticket) return
        called.push(ticket.label)
        await town.as(who).call(serveTicket, { params: { ticketId: ticket.id } })
        await town.as(who).call(finishTicket, { params: { ticketId: ticket.id } })
      }
    }
    await Promise.all([work('liTing', windows.one), work('heMin', windows.two)])
    expect(called).toHaveLength(40)
    expect(new Set(called).size).toBe(40)
  })

  test('of two calls from one window at once one calls and the other is told who stands there', async () => {
    await walkIn()
    await walkIn()
    const replies = await Promise.all([1, 2].map(() => town.as('heMin').raw(callNext, { params: { windowId: windows.two } })))
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(replies.find(({ status }) => status === 409)?.body).toContain('window-serving')
  })

  test('serve, hold for a paper, come back to the same window, go on to another, done; every period is kept', async () => {
    const { ticket } = await walkIn()
    const params = { ticketId: ticket.id }
    minutes(12)
    expect(await next('heMin', windows.two)).toMatchObject({ id: ticket.id, waitedMinutes: 12 })
    await town.as('heMin').call(recallTicket, { params })
    await town.as('heMin').call(serveTicket, { params })
    minutes(5)
    expect((await town.as('heMin').call(holdTicket, { params })).state).toBe('held')
    expect(await next('heMin', windows.two)).toBeNull()
    minutes(10)
    await town.as('liTing').call(returnTicket, { params })
    await walkIn()
    expect(await next('heMin', windows.two)).toMatchObject({ id: ticket.id })
    expect((await town.as('heMin').refused(transferTicket, { params, body: { window: windows.two } })).code).toBe('window-same')
    await town.as('heMin').call(transferTicket, { params, body: { window: windows.one } })
    expect(await next('liTing', windows.one)).toMatchObject({ id: ticket.id })
    expect(await town.as('heMin').refused(serveTicket, { params })).toMatchObject({ code: 'ticket-not-mine' })
    await town.as('liTing').call(serveTicket, { params })
    minutes(3)
    const done = await town.as('liTing').call(finishTicket, { params })
    expect(done).toMatchObject({ ticket: { state: 'done', may: [] }, ratingCode: expect.stringMatching(/^\w{4}-\w{4}-\w{4}-\w{4}$/) })
    const periods = await town.rows<{ kind: string; ended_at: Date | null }>(
      'select kind, ended_at from ticket_period where ticket_id = $1 order by started_at, id',
      [ticket.id],
    )
    expect(periods.every(({ ended_at }) => ended_at !== null)).toBe(true)
    expect(periods.map(({ kind }) => kind).toSorted()).toEqual([
      'called',
      'called',
      'called',
      'held',
      'serving',
      'serving',
      'waiting',
      'waiting',
      'waiting',
    ])
    expect((await town.as('liTing').refused(serveTicket, { params })).code).toBe('ticket-step')
  })

  test('a case is linked to the visit; whoever was called shows covered, and that it was shown is kept', async () => {
    const filed = await file(town, 'chen', 'residencePermit')
    await town.as('chen').call(drawTicket, { body: { services: ['residencePermit'] } })
    const ticket = (await next('heMin', windows.two))!
    expect(ticket).toMatchObject({ person: '陈**', personId: town.idOf('chen') })
    expect((await town.as('heMin').call(linkTicketCase, { params: { ticketId: ticket.id }, body: { case: filed.id } })).cases).toEqual([
      { id: filed.id, number: filed.number },
    ])
    expect(await town.rows("select reader_id from access_log where person_id = $1 and purpose = 'counter'", [town.idOf('chen')])).toEqual([
      { reader_id: town.idOf('heMin') },
    ])
    expect((await town.as('heMin').refused(linkTicketCase, { params: { ticketId: ticket.id }, body: { case: ticket.id } })).code).toBe(
      'no-case',
    )
  })

  test('whoever is next but one is told on the phone, once', async () => {
    await walkIn()
    await town.as('chen').call(drawTicket, { body: {} })
    for (const who of ['liTing', 'heMin'] as const) {
      await next(who, who === 'liTing' ? windows.one : windows.two)
      await town.drain()
    }
    expect(
      await town.rows("select count(*)::int as n from message where person_id = $1 and template = 'ticket-soon'", [town.idOf('chen')]),
    ).toEqual([{ n: 1 }])
  })

  test('the queue names nobody; residents and departments have no counter', async () => {
    await town.as('chen').call(drawTicket, { body: {} })
    const queue = await town.as('heMin').call(listQueueAtCounter, { query: {} })
    expect(queue).toMatchObject({ waiting: 1, items: [{ person: null, personId: null, channel: 'phone' }] })
    expect((await town.as('chen').refused(listQueueAtCounter, { query: {} })).status).toBe(403)
    expect((await town.as('wangJun').refused(callNext, { params: { windowId: windows.two } })).status).toBe(403)
    expect((await town.as('heMin').refused(callNext, { params: { windowId: windows.one } })).code).toBe('window-not-mine')
    const [own] = (await town.as('chen').call(listMyTickets)).items
    expect((await town.as('liuFang').refused(leaveLine, { params: { ticketId: own!.id } })).code).toBe('no-ticket')
  })
})

describe('the hall', () => {
  test('shows numbers and windows, never a name; unchanged it is a 304 without a body', async () => {
    await town.as('chen').call(drawTicket, { body: {} })
    await walkIn()
    await next('liTing', windows.one)
    const first = await town.anonymous.raw(readHall)
    expect(JSON.parse(first.body)).toMatchObject({
      windows: [
        { number: 1, label: 'A001', ticketState: 'called', calls: 1 },
        { number: 2, label: null },
      ],
      called: [{ label: 'A001', window: 1 }],
      waiting: 1,
      next: ['A002'],
    })
    expect(first.body).not.toContain('陈')
    const again = await town.anonymous.raw(readHall, { headers: { 'if-none-match': String(first.headers['etag']) } })
    expect([again.status, again.body]).toEqual([304, ''])
  })
})

describe('windows', () => {
  test('are set up by the lead, a number is had once, and one clerk sits at one window', async () => {
    const body = { number: 1, name: { 'zh-CN': '重复' } }
    expect((await town.as('heMin').refused(addWindow, { body })).status).toBe(403)
    expect((await town.as('luoYan').refused(addWindow, { body })).errors?.[0]).toMatchObject({
      path: 'number',
      code: 'window-number-taken',
    })
    expect(await town.as('heMin').refused(openWindow, { params: { windowId: windows.one }, body: {} })).toMatchObject({
      code: 'window-other-open',
    })
    expect((await town.as('liTing').call(listWindows)).items).toMatchObject([
      { number: 1, mine: true, languages: ['洪湖话', '粤语'], may: ['call', 'close'] },
      { number: 2, mine: false },
    ])
  })

  test('a window cannot close while somebody stands there', async () => {
    await walkIn()
    await next('heMin', windows.two)
    expect((await town.as('heMin').refused(closeWindow, { params: { windowId: windows.two }, body: {} })).code).toBe('window-serving')
  })
})

describe('figures of the counter', () => {
  test('show medians of five visits and more for finished days, and nothing of fewer', async () => {
    for (let index = 0; index < 6; index += 1) await walkIn()
    for (let index = 0; index < 6; index += 1) {
      minutes(2)
      const ticket = (await next('heMin', windows.two))!
      await town.as('heMin').call(serveTicket, { params: { ticketId: ticket.id } })
      minutes(4)
      await town.as('heMin').call(finishTicket, { params: { ticketId: ticket.id } })
    }
    const from = town.now().toISOString().slice(0, 10)
    minutes(24 * 60)
    await walkIn()
    const to = town.now().toISOString().slice(0, 10)
    minutes(16 * 60)
    await town.drain(['station.counter-night'])
    const { days } = await town.as('luoYan').call(readCounterFigures, { query: { from, to } })
    expect(days).toMatchObject([
      { day: to, visits: { total: { kind: 'few' } }, waitMedianMinutes: { kind: 'few' } },
      {
        day: from,
        visits: { total: { kind: 'shown', count: 6 }, walkIn: { kind: 'few' } },
        waitMedianMinutes: { kind: 'shown', value: 17 },
        serveP90Minutes: { kind: 'shown', value: 4 },
      },
    ])
    expect((await town.as('heMin').refused(readCounterFigures, { query: { from, to } })).status).toBe(403)
    // A new day begins with closed windows and an empty line.
    expect((await town.anonymous.call(readHall)).windows.map(({ state }) => state)).toEqual(['closed', 'closed'])
  })
})

test('the only plain counts of the counter are room in the line and at the windows, and both are on the list of what need not be hidden', async () => {
  const counts = (reply: object): string[] =>
    Object.entries(reply).flatMap(([name, value]) =>
      typeof value === 'number' ? [name] : value && typeof value === 'object' ? counts(value) : [],
    )
  await town.as('chen').call(drawTicket, { body: {} })
  const seen = new Set([...counts(await town.anonymous.call(readHall)), ...counts(await town.as('chen').call(listMyTickets))])
  expect([...seen].toSorted()).toEqual(['ahead', 'calls', 'number', 'waiting', 'windowsOpen'])
  expect([exemptionOf('station.peopleAhead')?.reason, exemptionOf('station.placesLeft')?.reason]).toEqual(['capacity', 'capacity'])
})

describe('the model window', () => {
  test('is served by whoever takes a shift; the roster is a person and a time, and only the lead sees names', async () => {
    const lead = town.as('luoYan')
    const shift = await lead.call(addModelShift, { body: { day: '2027-01-05', from: 540, to: 660 } })
    const overlap = await lead.call(addModelShift, { body: { day: '2027-01-05', from: 600, to: 720 } })
    const params = { shiftId: shift.id }
    expect((await town.as('chen').refused(addModelShift, { body: { day: '2027-01-05', from: 540, to: 660 } })).status).toBe(403)
    const taken = await Promise.all((['chen', 'xu'] as const).map((who) => town.as(who).raw(takeModelShift, { params })))
    expect(taken.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const holder = taken[0]!.status === 200 ? 'chen' : 'xu'
    expect((await town.as(holder).refused(takeModelShift, { params: { shiftId: overlap.id } })).code).toBe('shift-clash')
    expect((await town.as('liuFang').call(listModelShifts)).items[0]).toEqual({
      id: shift.id,
      day: '2027-01-05',
      from: 540,
      to: 660,
      taken: true,
      mine: false,
      may: [],
    })
    expect((await lead.call(listModelRoster, { query: {} })).items[0]).toMatchObject({ personId: town.idOf(holder) })
    expect((await town.as('heMin').refused(listModelRoster, { query: {} })).status).toBe(403)
    const duties = async () => (await town.as(holder).call(listMyEngagements)).items.filter(({ kind }) => kind === 'duty')
    expect(await duties(), 'nobody is asked to be elsewhere meanwhile').toHaveLength(1)
    expect((await town.as(holder).call(dropModelShift, { params })).may).toEqual(['take'])
    expect(await duties()).toEqual([])
    expect(Object.keys((await town.rows('select * from model_shift'))[0]!).toSorted()).toEqual([
      'day',
      'from_minute',
      'id',
      'person_id',
      'street_id',
      'to_minute',
    ])
  })
})
