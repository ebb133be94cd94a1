import { addDays, dayIn, startOfDay, type Calendar } from '@ronghe/server/platform/calendar/working-days.ts'
import { queryCode, uuid7 } from '@ronghe/server/platform/codes.ts'
import { castId, demoId, postId } from './load-cast.ts'
import { casePlans } from './case-plans.ts'
import { chanceOf, type Chance } from './chance.ts'
import type { RowOf } from './copy-rows.ts'
import type { Maker, Resident } from './residents.ts'

export interface MadeCounter {
  readonly windows: RowOf<'service_window'>[]
  readonly hours: RowOf<'counter_hours'>[]
  readonly slots: RowOf<'appointment_slot'>[]
  readonly bookings: RowOf<'booking'>[]
  readonly tickets: RowOf<'ticket'>[]
  readonly periods: RowOf<'ticket_period'>[]
  readonly days: RowOf<'counter_day'>[]
  readonly counters: RowOf<'counter'>[]
}

const minuteMs = 60_000
/** As the station's door says: 8:30 to 12 and 14 to 17:30 from Monday to Saturday, on Wednesdays until 20. */
const lines = [1, 2, 3, 4, 5, 6].flatMap((weekday) => [
  { weekday, from: 510, to: 720 },
  { weekday, from: 840, to: weekday === 3 ? 1200 : 1050 },
])
const slotMinutes = 20
const capacity = 2
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** The counter: three windows, its hours, what is booked for the coming days, today's line as far as the day has come. */
export function inventCounter(maker: Maker, calendar: Calendar, residents: readonly Resident[]): MadeCounter {
  const chance = chanceOf('counter')
  const { street, now } = maker
  const today = dayIn(street.zone, now)
  const minuteNow = Math.floor((now.getTime() - startOfDay(street.zone, today).getTime()) / minuteMs)
  const openOn = (day: string) =>
    calendar.isWorkingDay(day) || weekdayOf(day) === 6 ? lines.filter(({ weekday }) => weekday === weekdayOf(day)) : []
  const openNow = openOn(today).some(({ from, to }) => minuteNow >= from && minuteNow < to)
  const made: MadeCounter = {
    windows: [
      {
        number: 1,
        name: { 'zh-CN': '1号窗口', en: 'Window 1' },
        clerk: 'liTing',
        post: 'windowOne',
        languages: ['洪湖话', '粤语'],
      } as const,
      { number: 2, name: { 'zh-CN': '2号窗口', en: 'Window 2' }, clerk: 'heMin', post: 'windowTwo', languages: ['粤语'] } as const,
      { number: 3, name: { 'zh-CN': '3号窗口', en: 'Window 3' }, clerk: null, post: 'windowThree', languages: [] } as const,
    ].map(({ number, name, clerk, post, languages }) => ({
      street_id: street.id,
      id: windowId(street.id, number),
      number,
      name: JSON.stringify(name),
      model: number === 1,
      state: clerk && openNow ? 'open' : 'closed',
      post_id: clerk && openNow ? postId(street.id, post) : null,
      clerk_person_id: clerk && openNow ? castId(street.id, clerk) : null,
      languages: [...languages],
      changed_at: now,
    })),
    hours: lines.map(({ weekday, from, to }) => ({
      street_id: street.id,
      id: hoursId(street.id, weekday, from),
      weekday,
      from_minute: from,
      to_minute: to,
      slot_minutes: slotMinutes,
      capacity,
      since: addDays(today, -400),
    })),
    slots: [],
    bookings: [],
    tickets: [],
    periods: [],
    days: [],
    counters: [],
  }
  inventBookings(maker, chance, residents, made, today, openOn)
  inventLine(maker, chance, residents, made, { today, minuteNow, opened: openOn(today) })
  for (let back = 89; back > 0; back--) {
    const day = addDays(today, -back)
    if (openOn(day).length === 0) continue
    const walkIn = 28 + chance.below(30)
    const appointment = 8 + chance.below(14)
    made.days.push({
      street_id: street.id,
      day,
      appointment,
      walk_in: walkIn,
      wait_median: 6 + chance.below(9),
      wait_p90: 18 + chance.below(20),
      waited: walkIn + appointment - chance.below(4),
      serve_median: 6 + chance.below(4),
      serve_p90: 14 + chance.below(8),
      served: walkIn + appointment - chance.below(5),
    })
  }
  return made
}

export const windowId = (street: string, number: number): string => demoId(street, 'window', String(number))
const hoursId = (street: string, weekday: number, from: number): string => demoId(street, 'hours', String(weekday), String(from))

function inventBookings(
  { street, now }: Maker,
  chance: Chance,
  residents: readonly Resident[],
  made: MadeCounter,
  today: string,
  openOn: (day: string) => typeof lines,
): void {
  const slots = new Map<string, RowOf<'appointment_slot'>>()
  for (let ahead = 0; ahead <= 7; ahead++) {
    const day = addDays(today, ahead)
    const midnight = startOfDay(street.zone, day).getTime()
    for (const { weekday, from, to } of openOn(day)) {
      for (let minute = from; minute + slotMinutes <= to; minute += slotMinutes) {
        const taken = chance.in(0.6 / Math.max(ahead, 1)) ? 1 + chance.below(capacity) : 0
        if (taken === 0) continue
        const startsAt = new Date(midnight + minute * minuteMs)
        const endsAt = new Date(startsAt.getTime() + slotMinutes * minuteMs)
        const id = demoId(street.id, 'slot', startsAt.toISOString())
        slots.set(id, {
          street_id: street.id,
          id,
          hours_id: hoursId(street.id, weekday, from),
          starts_at: startsAt,
          ends_at: endsAt,
          capacity,
          taken,
        })
        const first = chance.below(residents.length)
        for (let place = 0; place < taken; place++) {
          const resident = residents[(first + place) % residents.length]!
          made.bookings.push({
            street_id: street.id,
            id: uuid7(now.getTime(), chance.bytes),
            slot_id: id,
            person_id: resident.id,
            services: [chance.pick(Object.keys(casePlans))],
            speaks: resident.fromHonghu && chance.in(0.5) ? '洪湖话' : null,
            starts_at: startsAt,
            ends_at: endsAt,
            state: startsAt > now ? 'booked' : chance.in(0.9) ? 'arrived' : 'missed',
            booked_at: new Date(Math.min(now.getTime(), startsAt.getTime()) - (1 + chance.below(72)) * 3_600_000),
          })
        }
      }
    }
  }
  bookNamed(made, slots, street.id, now, chance)
  made.slots.push(...slots.values())
}

/** Two of the named people come by appointment too, where a place is left the day after tomorrow or later. */
function bookNamed(made: MadeCounter, slots: Map<string, RowOf<'appointment_slot'>>, street: string, now: Date, chance: Chance): void {
  const named = [
    { who: 'auntHuang', service: 'rentalTax', speaks: '粤语' },
    { who: 'chen', service: 'leaseFiling', speaks: '洪湖话' },
  ] as const
  const free = Array.from(slots.values()).filter(
    ({ starts_at, taken }) => new Date(starts_at as Date).getTime() > now.getTime() + 36 * 3_600_000 && (taken ?? 0) < capacity,
  )
  for (const [place, { who, service, speaks }] of named.entries()) {
    const slot = free[place * 3]
    if (!slot) continue
    slots.set(slot.id as string, { ...slot, taken: (slot.taken ?? 0) + 1 })
    made.bookings.push({
      street_id: street,
      id: uuid7(now.getTime(), chance.bytes),
      slot_id: slot.id,
      person_id: castId(street, who),
      services: [service],
      speaks,
      starts_at: slot.starts_at,
      ends_at: slot.ends_at,
      state: 'booked',
      booked_at: new Date(now.getTime() - 26 * 3_600_000),
    })
  }
}

interface Today {
  readonly today: string
  readonly minuteNow: number
  readonly opened: typeof lines
}

/** Two windows serve whoever came, in turn, until now; whoever is not done by now is at a window or waits. */
function inventLine(
  maker: Maker,
  chance: Chance,
  residents: readonly Resident[],
  made: MadeCounter,
  { today, minuteNow, opened }: Today,
): void {
  const { street, platform } = maker
  const midnight = startOfDay(street.zone, today).getTime()
  const moment = (minute: number) => new Date(midnight + minute * minuteMs)
  let number = 0
  const free = [0, 0]
  const calling = ['windowOne', 'windowTwo'] as const
  for (const { from, to } of opened) {
    for (let minute = from + chance.below(8); minute < Math.min(to - 10, minuteNow); minute += 2 + chance.below(11)) {
      number++
      const id = uuid7(moment(minute).getTime(), chance.bytes)
      const desk = free[0]! <= free[1]! ? 0 : 1
      const calledAt = Math.max(minute + 1, free[desk]!)
      const servedAt = calledAt + 1
      const doneAt = servedAt + 4 + chance.below(11)
      if (calledAt <= minuteNow) free[desk] = doneAt
      const state =
        doneAt <= minuteNow
          ? chance.in(0.05)
            ? 'noShow'
            : 'done'
          : servedAt <= minuteNow
            ? 'serving'
            : calledAt <= minuteNow
              ? 'called'
              : 'waiting'
      const resident = chance.in(0.7) ? residents[(number * 7919) % residents.length]! : undefined
      const window = windowId(street.id, desk + 1)
      const reached = state !== 'waiting'
      made.tickets.push({
        street_id: street.id,
        id,
        day: today,
        number,
        person_id: resident?.id ?? null,
        services: [chance.pick(Object.keys(casePlans))],
        speaks: resident?.fromHonghu ? '洪湖话' : null,
        channel: resident ? 'phone' : 'desk',
        code_hash: platform.sealer.lookup(street.id, 'code', `ticket ${queryCode(chance.bytes)}`),
        state,
        line_at: moment(minute),
        window_id: reached ? window : null,
        served_post: state === 'done' || state === 'serving' ? postId(street.id, calling[desk]!) : null,
        calls: reached ? 1 : 0,
        drawn_at: moment(minute),
        called_at: reached ? moment(calledAt) : null,
        ended_at: state === 'done' || state === 'noShow' ? moment(doneAt) : null,
      })
      const period = (kind: 'waiting' | 'called' | 'serving', start: number, end: number) =>
        made.periods.push({
          street_id: street.id,
          id: uuid7(moment(start).getTime(), chance.bytes),
          ticket_id: id,
          kind,
          window_id: kind === 'waiting' ? null : window,
          started_at: moment(start),
          ended_at: end <= minuteNow ? moment(end) : null,
        })
      period('waiting', minute, reached ? calledAt : minuteNow + 1)
      if (reached) period('called', calledAt, state === 'noShow' ? doneAt : servedAt)
      if (state === 'done' || state === 'serving') period('serving', servedAt, doneAt)
    }
  }
  if (number > 0) made.counters.push({ street_id: street.id, name: `ticket ${today}`, value: number })
}
