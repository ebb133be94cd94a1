import {
  bookAppointment,
  bookAppointmentAtDesk,
  cancelAppointment,
  findAppointmentByPhone,
  listAppointmentsOfDay,
  listMyAppointments,
  listSlots,
  moveAppointment,
} from '@ronghe/contract/station/appointments.ts'
import { addClosure, addCounterHours, dropClosure, endCounterHours, readCounterPlan } from '@ronghe/contract/station/counter-plan.ts'
import { arriveForAppointment, arriveForAppointmentAtDesk, drawTicketAtDesk } from '@ronghe/contract/station/tickets.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, type Town } from '../../platform/database/testing.ts'
import { createPerson } from '../people/persons.ts'
import { hashToken, newToken } from '../../platform/auth/session.ts'
import { openCounter } from './counter.testing.ts'
import { openStation } from './testing.ts'

let town: Town
beforeAll(async () => {
  town = await openStation()
  await openCounter(town)
})
afterAll(() => town?.close())
beforeEach(() => town.at(monday))

const slotAt = async (day: string, time: string): Promise<string> => {
  const { days } = await town.anonymous.call(listSlots, { query: { service: 'residencePermit', from: day, days: 1 } })
  const slot = days[0]!.slots.find(({ startsAt }) => new Date(startsAt).getTime() === new Date(`${day}T${time}:00+08:00`).getTime())
  if (!slot) throw new Error(`no slot on ${day} at ${time}`)
  return slot.id
}
const book = async (who: CastKey, day: string, time: string) =>
  town.as(who).call(bookAppointment, { body: { slot: await slotAt(day, time), services: ['residencePermit'] } })

describe('appointments', () => {
  test('free times are shown to anybody, day by day; the weekend has none, and what is over today is left out', async () => {
    town.at('2026-11-23T10:30:00+08:00')
    const { days, until } = await town.anonymous.call(listSlots, { query: { service: 'residencePermit' } })
    expect(until).toBe('2026-12-07')
    expect(days.map(({ slots }) => slots.length)).toEqual([4, 9, 9, 9, 9, 0, 0])
    expect(days[1]!.slots[0]).toMatchObject({ placesLeft: 2 })
  })

  test('is booked, moved and cancelled; each place given back is free at once', async () => {
    const booking = await book('chen', '2026-11-24', '09:00')
    expect(booking).toMatchObject({ state: 'booked', may: ['move', 'cancel'] })
    const left = async (time: string) =>
      (await town.anonymous.call(listSlots, { query: { from: '2026-11-24', days: 1 } })).days[0]!.slots.find(
        ({ startsAt }) => startsAt === new Date(`2026-11-24T${time}:00+08:00`).toISOString(),
      )?.placesLeft
    expect(await left('09:00')).toBe(1)
    await town.as('chen').call(moveAppointment, { params: { bookingId: booking.id }, body: { slot: await slotAt('2026-11-24', '10:00') } })
    expect([await left('09:00'), await left('10:00')]).toEqual([2, 1])
    expect((await town.as('chen').call(listMyAppointments)).items[0]).toMatchObject({
      id: booking.id,
      startsAt: '2026-11-24T02:00:00.000Z',
    })
    expect((await town.as('chen').call(cancelAppointment, { params: { bookingId: booking.id } })).state).toBe('cancelled')
    expect(await left('10:00')).toBe(2)
    expect((await town.as('chen').refused(cancelAppointment, { params: { bookingId: booking.id } })).code).toBe('booking-over')
  })

  test('somebody else’s appointment is as if it were not there; nobody books for others without a post', async () => {
    const booking = await book('liuFang', '2026-11-24', '09:20')
    expect(await town.as('chen').refused(cancelAppointment, { params: { bookingId: booking.id } })).toMatchObject({
      status: 404,
      code: 'no-booking',
    })
    const slot = await slotAt('2026-11-24', '09:40')
    expect(
      (
        await town
          .as('chen')
          .refused(bookAppointmentAtDesk, { body: { slot, services: ['residencePermit'], person: town.idOf('auntHuang') } })
      ).status,
    ).toBe(403)
    const booked = await town
      .as('heMin')
      .call(bookAppointmentAtDesk, { body: { slot, services: ['residencePermit'], person: town.idOf('auntHuang'), speaks: '粤语' } })
    expect(booked.speaks).toBe('粤语')
  })

  test('a time twice, a fourth at once, a time that is not on the list and an unknown service are refused', async () => {
    await book('smith', '2026-11-25', '09:00')
    expect(
      (
        await town
          .as('smith')
          .refused(bookAppointment, { body: { slot: await slotAt('2026-11-25', '09:00'), services: ['residencePermit'] } })
      ).code,
    ).toBe('booking-same-time')
    await book('smith', '2026-11-25', '10:00')
    await book('smith', '2026-11-25', '11:00')
    expect(
      (
        await town
          .as('smith')
          .refused(bookAppointment, { body: { slot: await slotAt('2026-11-25', '11:20'), services: ['residencePermit'] } })
      ).code,
    ).toBe('booking-enough')
    const slot = (await slotAt('2026-11-25', '11:20')).replace('1120', '1125')
    expect((await town.as('xu').refused(bookAppointment, { body: { slot, services: ['residencePermit'] } })).code).toBe('slot-not-open')
    expect(
      await town.as('xu').refused(bookAppointment, { body: { slot: await slotAt('2026-11-25', '11:20'), services: ['nothingLikeIt'] } }),
    ).toMatchObject({ status: 422, errors: [{ path: 'services.0' }] })
    expect((await town.as('xu').refused(bookAppointment, { body: { slot: 'tomorrow', services: [] } })).status).toBe(422)
  })

  test('hundreds at once for two places: two have one, nobody is booked twice and nothing is broken', async () => {
    const cookies = await strangers(process.env['RONGHE_FULL'] ? 500 : 100)
    const slot = await slotAt('2026-11-26', '09:00')
    const tries = await Promise.all(
      [...cookies, ...cookies].map((cookie) =>
        town.app.fastify.inject({
          method: 'POST',
          url: '/api/v1/my-appointments',
          headers: { host: 's-street.test', cookie, 'content-type': 'application/json' },
          payload: JSON.stringify({ slot, services: ['residencePermit'] }),
        }),
      ),
    )
    const codes = Object.groupBy(tries, ({ statusCode }) => statusCode)
    expect(codes[201]).toHaveLength(2)
    expect(tries.filter(({ statusCode }) => statusCode === 500)).toEqual([])
    expect(await town.rows('select taken, capacity from appointment_slot where starts_at = $1', ['2026-11-26T09:00:00+08:00'])).toEqual([
      { taken: 2, capacity: 2 },
    ])
    expect(
      await town.rows("select count(*)::int as n from booking where starts_at = $1 and state = 'booked'", ['2026-11-26T09:00:00+08:00']),
    ).toEqual([{ n: 2 }])
  })

  test('two people who change places with one another both get through or are told, never an error', async () => {
    const [one, two] = [await book('uncleHuang', '2026-11-27', '09:00'), await book('zhou', '2026-11-27', '09:20')]
    const [from, to] = [await slotAt('2026-11-27', '09:00'), await slotAt('2026-11-27', '09:20')]
    const moved = await Promise.all([
      town.as('uncleHuang').raw(moveAppointment, { params: { bookingId: one.id }, body: { slot: to } }),
      town.as('zhou').raw(moveAppointment, { params: { bookingId: two.id }, body: { slot: from } }),
    ])
    expect(moved.map(({ status }) => status)).toEqual([200, 200])
  })
})

describe('an appointment that has come', () => {
  test('stands at the head of its hour, before who drew a number within it', async () => {
    const booking = await book('liZhiqiang', '2026-11-23', '10:20')
    town.at('2026-11-23T09:50:00+08:00')
    const early = await town.as('heMin').call(drawTicketAtDesk, { body: {} })
    town.at('2026-11-23T10:05:00+08:00')
    const later = await town.as('heMin').call(drawTicketAtDesk, { body: {} })
    town.at('2026-11-23T10:15:00+08:00')
    const { ticket } = await town.as('liZhiqiang').call(arriveForAppointment, { params: { bookingId: booking.id } })
    expect([early.ticket.ahead, later.ticket.ahead, ticket.ahead]).toEqual([0, 1, 1])
    expect(await town.as('liZhiqiang').refused(arriveForAppointment, { params: { bookingId: booking.id } })).toMatchObject({
      code: 'booking-over',
    })
  })

  test('of another day is told to draw a number; at the desk it is found by the phone number', async () => {
    const tomorrow = await book('wuXia', '2026-11-24', '11:00')
    expect((await town.as('heMin').refused(arriveForAppointmentAtDesk, { params: { bookingId: tomorrow.id } })).code).toBe(
      'booking-not-today',
    )
    town.at('2026-11-24T10:50:00+08:00')
    const { items } = await town.as('heMin').call(findAppointmentByPhone, { body: { phone: '19900000009' } })
    expect(items).toMatchObject([{ id: tomorrow.id, person: '吴**' }])
    await town.as('heMin').call(arriveForAppointmentAtDesk, { params: { bookingId: tomorrow.id } })
    expect((await town.as('heMin').call(listAppointmentsOfDay, { query: {} })).items.find(({ id }) => id === tomorrow.id)).toMatchObject({
      state: 'arrived',
      person: '吴**',
      may: [],
    })
    expect((await town.as('wangJun').refused(listAppointmentsOfDay, { query: {} })).status).toBe(403)
    const gone = await book('xu', '2026-11-26', '10:20')
    await town.as('xu').call(cancelAppointment, { params: { bookingId: gone.id } })
    // Who cancelled stays on the desk's list, so that nobody waits for them or thinks the list is wrong.
    expect(
      (await town.as('heMin').call(listAppointmentsOfDay, { query: { day: '2026-11-26' } })).items.find(({ id }) => id === gone.id),
    ).toMatchObject({
      state: 'cancelled',
      may: [],
    })
    expect(
      await town.rows("select purpose from access_log where person_id = $1 and purpose = 'appointment'", [town.idOf('wuXia')]),
    ).not.toEqual([])
  })
})

describe('the plan', () => {
  test('closing a day cancels its appointments and tells who had one; opening after all brings the times back', async () => {
    const booking = await book('auntHuang', '2026-12-01', '09:00')
    const { closure, cancelled } = await town
      .as('luoYan')
      .call(addClosure, { body: { from: '2026-12-01', to: '2026-12-01', reason: { 'zh-CN': '停电检修' } } })
    expect(cancelled).toBe(1)
    expect((await town.as('auntHuang').call(listMyAppointments)).items.find(({ id }) => id === booking.id)?.state).toBe('cancelled')
    expect(
      await town.rows("select template from message where person_id = $1 and template = 'appointment-closed'", [town.idOf('auntHuang')]),
    ).toHaveLength(1)
    expect((await town.anonymous.call(listSlots, { query: { from: '2026-12-01', days: 1 } })).days[0]).toMatchObject({
      closed: { 'zh-CN': '停电检修' },
      slots: [],
    })
    await town.as('luoYan').call(dropClosure, { params: { closureId: closure.id } })
    expect((await town.anonymous.call(listSlots, { query: { from: '2026-12-01', days: 1 } })).days[0]!.slots).toHaveLength(9)
  })

  test('hours are added and ended by the station’s lead only; what was booked for later is named', async () => {
    const body = { weekday: 6, from: 540, to: 600, capacity: 1 }
    expect((await town.as('heMin').refused(addCounterHours, { body })).status).toBe(403)
    expect((await town.as('luoYan').refused(addCounterHours, { body: { ...body, to: 500 } })).errors?.[0]).toMatchObject({
      path: 'to',
      code: 'hours-backwards',
    })
    const hours = await town.as('luoYan').call(addCounterHours, { body })
    const saturday = await book('liang', '2026-11-28', '09:00')
    const ended = await town.as('luoYan').call(endCounterHours, { params: { hoursId: hours.id }, body: { until: '2026-11-27' } })
    expect(ended.affected).toEqual([saturday.id])
    expect((await town.anonymous.call(readCounterPlan)).hours.find(({ id }) => id === hours.id)).toMatchObject({ until: '2026-11-27' })
  })
})

/** People with a session, made at once. */
async function strangers(count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => newToken())
  await town.deed(async (deed) => {
    for (const [index, token] of tokens.entries()) {
      const person = await createPerson(deed, { name: `街坊${index}`, origin: 'demo' })
      await deed.tx
        .insertInto('session')
        .values({
          street_id: deed.street.id,
          id: deed.id(),
          token_hash: hashToken(token),
          person_id: person,
          kind: 'open',
          created_at: deed.now,
          seen_at: deed.now,
          expires_at: new Date(deed.now.getTime() + 86_400_000),
        })
        .execute()
    }
  })
  return tokens.map((token) => `ronghe=${token}`)
}
