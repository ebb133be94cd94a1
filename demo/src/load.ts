import { calendarOf } from '@ronghe/server/platform/calendar/working-days.ts'
import { seedCalendar } from '@ronghe/server/platform/calendar/seed.ts'
import { addStreet } from '@ronghe/server/platform/database/add-street.ts'
import type { Street } from '@ronghe/server/platform/database/streets.ts'
import { inStreet } from '@ronghe/server/platform/jobs/jobs.ts'
import { system } from '@ronghe/server/platform/auth/actor.ts'
import { uuid7 } from '@ronghe/server/platform/codes.ts'
import type { Platform } from '@ronghe/server/platform/platform.ts'
import { freezeProgrammeFigures } from '@ronghe/server/rooms/programme/programme.jobs.ts'
import { freezeMixed } from '@ronghe/server/rooms/school/courses/courses.jobs.ts'
import { freeze } from '@ronghe/server/platform/privacy/frozen-figures.ts'
import { freezeInsight } from '@ronghe/server/rooms/insight/freeze.ts'
import { freezeStationFigures } from '@ronghe/server/rooms/station/figures-night.ts'
import { beginningsFigure } from '@ronghe/server/rooms/volunteers/beginnings.ts'
import { givingFigure } from '@ronghe/server/rooms/volunteers/giving/giving.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import { chanceOf } from './chance.ts'
import { inventConcerns } from './concerns.ts'
import { inventCounter } from './counter.ts'
import { inventDeskDays } from './desk-days.ts'
import { inventDisputes } from './disputes.ts'
import { inventHazards } from './hazards.ts'
import { loadSurvey } from './insight-survey.ts'
import { loadNeighbourHours, pastTickets } from './insight-rooms.ts'
import { loadIdeas } from './insight-ideas.ts'
import { loadNeighbourClasses, loadTogether } from './insight-together.ts'
import { openBulk } from './bulk.ts'
import { loadCases } from './load-cases.ts'
import { loadCouncilYear } from './load-council.ts'
import { loadGround } from './council-ground.ts'
import { loadSupport } from './council-motions.ts'
import { loadBranchYear } from './load-branch.ts'
import { loadSchoolYear } from './load-school.ts'
import { loadVolunteersYear } from './load-volunteers.ts'
import { loadCast } from './load-cast.ts'
import { loadProgramme } from './load-programme.ts'
import { inventNamedLives } from './named-lives.ts'
import { groupRows, inventResidents, levelRows, personRows, profileRows, type Maker } from './residents.ts'
import { services } from './services/all.ts'
import { timeLeft } from './time-left.ts'
import { amounts, type Amounts, type DemoSize } from './sizes.ts'

export const sStreet: Street = {
  id: '00000000-0000-7000-8000-0000000000a1',
  slug: 's-street',
  name: { 'zh-CN': 'S街', en: 'S Street' },
  zone: 'Asia/Shanghai',
  demo: true,
}

/** What a resident and a case take to make up and to write, one compared with the other. */
const effort = { resident: 1, case: 3 } as const

export interface DemoOptions {
  readonly size: DemoSize | Amounts
  /** The moment the year ends; the present where it is left out. */
  readonly now?: Date
  /** One line per stage; how much is left where it takes a while. */
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
    const council = chanceOf('council')
    await loadCouncilYear({ ...deed, id: () => uuid7(now.getTime(), council.bytes) })
    const volunteers = chanceOf('volunteers')
    await loadVolunteersYear({ ...deed, id: () => uuid7(now.getTime(), volunteers.bytes) })
    const school = chanceOf('school')
    await loadSchoolYear({ ...deed, id: () => uuid7(now.getTime(), school.bytes) })
  })
  await loadBranchYear(platform, sStreet)
  say('S Street: its organs, posts, named people and services are there.')

  const maker: Maker = { street: sStreet, platform, now, actor: system }
  const year = now.getUTCFullYear()
  const calendar = calendarOf(sStreet.zone, seedCalendar(year - 1, year + 1))
  const bulk = await openBulk(ownerUrl, maker)
  const isLong = amount.residents > 20_000
  const left = timeLeft(present.clock, amount.residents * effort.resident + amount.cases * effort.case)
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
      if (isLong)
        say(`${Math.min(from + 20_000, residents.length)} of ${residents.length} residents (${left(some.length * effort.resident)})`)
    }
    const concerns = inventConcerns(maker, calendar, residents, amount.concerns)
    await bulk.write(async (copy) => {
      await copy('concern', concerns.concerns)
      await copy('concern_event', concerns.events)
      await copy('counter', concerns.counters)
      await copy('message', concerns.messages)
    }, concerns.journal)
    say(`${residents.length} invented residents and ${concerns.concerns.length} concerns.`)
    // After the invented residents and concerns, and before the cases, with whose leaves the journal puts these in order.
    await inStreet(platform, sStreet, loadGround)
    await inStreet(platform, sStreet, loadSupport)
    say('The council: visits, concerns brought together, resolutions and what became of them.')
    await loadCases(bulk, maker, calendar, {
      residents,
      count: amount.cases,
      saySome: (done, some) => {
        if (isLong) say(`${done} of ${amount.cases} cases (${left(some * effort.case)})`)
      },
    })
    say(`${amount.cases} cases of the past year.`)
    await loadTogether(bulk, maker, residents)
    await loadIdeas(bulk, maker, residents)
    await loadNeighbourHours(bulk, maker, residents)
    await inStreet(platform, sStreet, loadNeighbourClasses)
    await inStreet(platform, sStreet, loadSurvey)
    const counter = inventCounter(maker, calendar, residents)
    const hazards = inventHazards(maker, calendar, residents, amount.hazards)
    const disputes = inventDisputes(maker, residents, amount.disputes)
    const named = inventNamedLives(maker, residents)
    const desk = inventDeskDays(maker, calendar, residents)
    await bulk.write(async (copy) => {
      await copy('service_window', counter.windows)
      await copy('counter_hours', counter.hours)
      await copy('appointment_slot', counter.slots)
      await copy('booking', counter.bookings)
      await copy('ticket', [...counter.tickets, ...pastTickets(maker, counter.days)])
      await copy('ticket_period', counter.periods)
      await copy('counter_day', counter.days)
      await copy('residence_level', named.levels)
      await copy('data_request', named.requests)
      await copy('number_change', named.numberChanges)
      await copy('consent', named.consents)
      await copy('leave', desk.absences)
      await copy('shift_note', desk.notes)
      await copy('shift_note_reading', desk.readings)
      await copy('model_shift', desk.shifts)
      await copy('dispute', disputes.disputes)
      await copy('dispute_mediator', disputes.mediators)
      await copy('mediation_session', disputes.sessions)
      await copy('hazard', hazards.hazards)
      await copy('hazard_event', hazards.events)
      await copy('counter', [...counter.counters, ...hazards.counters])
    })
    say(`${counter.tickets.length} tickets today, ${counter.bookings.length} appointments, ${hazards.hazards.length} hazards.`)
    await bulk.orderJournal()
    await bulk.analyze()
    if (isLong) say('Counting the figures of the finished months, quarters and years …')
    await inStreet(platform, sStreet, async (deed) => {
      await freezeStationFigures(deed)
      await freezeProgrammeFigures(deed)
      await freezeMixed(deed)
      for (const figure of [givingFigure, beginningsFigure]) await freeze(deed, figure)
      await freezeInsight(deed)
    })
    say('The figures of the finished months, quarters and years are counted.')
  } finally {
    await bulk.close()
  }
}
