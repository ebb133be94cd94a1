import type { Outcome } from '@ronghe/contract/station/cases.ts'
import { calendarOf } from '@ronghe/server/platform/calendar/working-days.ts'
import { seedCalendar } from '@ronghe/server/platform/calendar/seed.ts'
import { system } from '@ronghe/server/platform/auth/actor.ts'
import { sealer } from '@ronghe/server/platform/privacy/fields.ts'
import { createKeys } from '@ronghe/server/platform/privacy/keys.ts'
import type { Platform } from '@ronghe/server/platform/platform.ts'
import { standingOf, type Step } from '@ronghe/server/rooms/station/case-lifecycle.ts'
import { expect, test } from 'vitest'
import { inventCases } from './cases.ts'
import { sStreet } from './load.ts'
import { inventResidents } from './residents.ts'
import { services } from './services/all.ts'

const offered = new Map(
  services.flatMap((definition) =>
    definition.mode === 'case' ? [[definition.key, { definition, serviceId: sStreet.id, versionId: sStreet.id }] as const] : [],
  ),
)

/** A working afternoon, a Sunday night, the middle of the national holiday, the first morning after the new year's. */
test.for(['2026-11-23T15:00:00+08:00', '2026-11-22T23:30:00+08:00', '2026-10-04T12:00:00+08:00', '2026-01-05T07:00:00+08:00'])(
  'whenever the demo is loaded, every one of its cases is what its events amount to: %s',
  (moment) => {
    const now = new Date(moment)
    // Making up cases seals and hashes, and needs nothing else of a platform.
    const platform = { sealer: sealer(createKeys(now).shared, 'intl') } as unknown as Platform
    const calendar = calendarOf(sStreet.zone, seedCalendar(now.getUTCFullYear() - 1, now.getUTCFullYear() + 1))
    const maker = { street: sStreet, platform, now, actor: system }
    let count = 0
    for (const made of inventCases(maker, calendar, { residents: inventResidents(500, now), services: offered, count: 1200 })) {
      const events = Map.groupBy(made.events, ({ case_id }) => case_id)
      for (const row of made.cases) {
        const happened = events.get(row.id)!
        const standing = standingOf(happened.map(({ kind, details }) => stepOf(kind, details ?? '{}')))
        expect([standing.state, standing.outcome, standing.reopened, happened.length], row.number).toEqual([
          row.state,
          row.outcome,
          row.reopened,
          row.events,
        ])
        expect(happened.every(({ at }, place) => place === 0 || at >= happened[place - 1]!.at)).toBe(true)
        expect(happened.at(-1)!.at <= now).toBe(true)
        count++
      }
    }
    expect(count).toBe(1200)
  },
)

const stepOf = (kind: string, details: string): Step =>
  (kind === 'asked'
    ? { kind, permitted: true }
    : kind === 'decided'
      ? { kind, outcome: (JSON.parse(details) as { outcome: Outcome }).outcome }
      : { kind }) as Step
