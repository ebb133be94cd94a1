import { calendarOf } from '@ronghe/server/platform/calendar/working-days.ts'
import { seedCalendar } from '@ronghe/server/platform/calendar/seed.ts'
import { addStreet } from '@ronghe/server/platform/database/add-street.ts'
import type { Street } from '@ronghe/server/platform/database/streets.ts'
import { inStreet } from '@ronghe/server/platform/jobs/jobs.ts'
import { system } from '@ronghe/server/platform/auth/actor.ts'
import { uuid7 } from '@ronghe/server/platform/codes.ts'
import type { Platform } from '@ronghe/server/platform/platform.ts'
import { addUpQuarters } from '@ronghe/server/rooms/station/equity-figures.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import { chanceOf } from './chance.ts'
import { inventConcerns } from './concerns.ts'
import { inventCounter } from './counter.ts'
import { inventDisputes } from './disputes.ts'
import { inventHazards } from './hazards.ts'
import { openBulk } from './bulk.ts'
import { loadCases } from './load-cases.ts'
import { loadCast } from './load-cast.ts'
import { loadProgramme } from './load-programme.ts'
import { groupRows, inventResidents, levelRows, personRows, profileRows, type Maker } from './residents.ts'
import { services } from './services/all.ts'
import { amounts, type Amounts, type DemoSize } from './sizes.ts'

export const sStreet: Street = {
  id: '00000000-0000-7000-8000-0000000000a1',
  slug: 's-street',
  name: { 'zh-CN': 'S街', en: 'S Street' },
  zone: 'Asia/Shanghai',
  demo: true,
}

export interface DemoOptions {
  readonly size: DemoSize | Amounts
  /** The moment the year ends; the present where it is left out. */
  readonly now?: Date
  /** One line per stage; with a share of the whole where it takes a while. */
  say(line: string): void
}

/**
 * Fills an empty database with S Street: its organs, posts and named people, its services, and a year of invented life ending now. Named
 * things are made by the rooms themselves; what there is much of is made up row by row with the rooms' own rules and copied in.
 */
export async function loadDemo(
  { platform: present, ownerUrl }: { readonly platform: Platform; readonly ownerUrl: string },
  { size, say, now = present.clock() }: DemoOptions,
): Promise<void> {
  const amount = typeof size === 'string' ? amounts[size] : size
  const platform: Platform = { ...present, clock: () => now }
  await addStreet(ownerUrl, sStreet, { now })
  const ids = chanceOf('services')
  await inStreet(platform, sStreet, async (deed) => {
    await loadCast(deed)
    await loadServices({ ...deed, id: () => uuid7(now.getTime(), ids.bytes) }, services)
    await loadProgramme(deed)
  })
  say('S Street: its organs, posts, named people and services are there.')

  const maker: Maker = { street: sStreet, platform, now, actor: system }
  const year = now.getUTCFullYear()
  const calendar = calendarOf(sStreet.zone, seedCalendar(year - 1, year + 1))
  const bulk = await openBulk(ownerUrl, maker)
  try {
    const residents = inventResidents(amount.residents, now)
    for (let from = 0; from < residents.length; from += 20_000) {
      const some = residents.slice(from, from + 20_000)
      await bulk.write(async (copy) => {
        await copy('person', personRows(maker, some))
        await copy('group_choice', groupRows(maker, some))
        await copy('profile', profileRows(maker, some))
        await copy('residence_level', levelRows(maker, some))
      })
      if (residents.length > 20_000) say(`${Math.min(from + 20_000, residents.length)} of ${residents.length} residents`)
    }
    const concerns = inventConcerns(maker, calendar, residents, amount.concerns)
    await bulk.write(async (copy) => {
      await copy('concern', concerns.concerns)
      await copy('concern_event', concerns.events)
      await copy('counter', concerns.counters)
    }, concerns.journal)
    say(`${residents.length} invented residents and ${concerns.concerns.length} concerns.`)
    await loadCases(bulk, maker, calendar, { residents, count: amount.cases, say })
    const counter = inventCounter(maker, calendar, residents)
    const hazards = inventHazards(maker, calendar, residents, amount.hazards)
    const disputes = inventDisputes(maker, residents, amount.disputes)
    await bulk.write(async (copy) => {
      await copy('service_window', counter.windows)
      await copy('counter_hours', counter.hours)
      await copy('appointment_slot', counter.slots)
      await copy('booking', counter.bookings)
      await copy('ticket', counter.tickets)
      await copy('ticket_period', counter.periods)
      await copy('counter_day', counter.days)
      await copy('dispute', disputes.disputes)
      await copy('dispute_mediator', disputes.mediators)
      await copy('mediation_session', disputes.sessions)
      await copy('hazard', hazards.hazards)
      await copy('hazard_event', hazards.events)
      await copy('counter', [...counter.counters, ...hazards.counters])
    })
    say(`${counter.tickets.length} tickets today, ${counter.bookings.length} appointments, ${hazards.hazards.length} hazards.`)
    await inStreet(platform, sStreet, addUpQuarters)
    say('The figures of the finished quarters are added up.')
  } finally {
    await bulk.close()
  }
}
