import { sql } from 'kysely'
import type { Deed } from '../../../platform/deed.ts'
import { recordOf } from '../../council/meeting-events.ts'
import { speakingTime } from '../../council/meeting-record.ts'
import { meetingRows, toMeeting } from '../../council/meeting-rows.ts'
import { concernsBehind } from '../../council/resolution-adopting.ts'
import type { Days } from './definition.ts'

/** Seats of a council on a day: how many there are and how many of them somebody holds, by bench; null is the chair's. A council counts from its first term on. */
export interface Bench {
  readonly council: string
  readonly bench: 'newcomers' | 'locals' | null
  readonly seats: number
  readonly held: number
}

export async function benchesOn(deed: Deed, day: string): Promise<readonly Bench[]> {
  const { rows } = await sql<Bench>`
    select seat.council_id as council, seat.bench, count(distinct seat.id)::int as seats, count(distinct term.seat_id)::int as held
    from seat
    left join seat_term term on term.street_id = seat.street_id and term.seat_id = seat.id and ${day}::date between term.from_day and term.to_day
    where seat.street_id = ${deed.street.id}::uuid and (seat.ended_on is null or seat.ended_on >= ${day}::date)
      and exists (
        select from seat begun join seat_term first on first.street_id = begun.street_id and first.seat_id = begun.id and first.from_day <= ${day}::date
        where begun.street_id = seat.street_id and begun.council_id = seat.council_id)
    group by 1, 2
    order by 1, 2 nulls first`.execute(deed.tx)
  return rows
}

export async function firstSeated(deed: Deed): Promise<string | undefined> {
  const { first } = await deed.tx
    .selectFrom('seat_term')
    .select(({ fn }) => fn.min('from_day').as('first'))
    .where('street_id', '=', deed.street.id)
    .executeTakeFirstOrThrow()
  return first ?? undefined
}

/** How the time of one meeting was shared out; nobody is named. Milliseconds. */
export interface Speaking {
  readonly council: string
  readonly total: number
  /** Of whoever spoke longest. */
  readonly longest: number
  readonly byBench: { readonly newcomers: number; readonly locals: number; readonly chair: number }
  /** Delegates in office on that day. */
  readonly seats: { readonly newcomers: number; readonly locals: number }
  readonly present: number
  readonly spoke: number
}

const over = ['closed', 'minutesDraft', 'minutesApproved', 'published'] as const

const meetingsHeld = (deed: Deed) =>
  meetingRows(deed)
    .where('meeting.kind', '<>', 'practice')
    .where('meeting.state', 'in', [...over])

/** Of the meetings of some days in which anybody spoke. Practice is kept out of figures (08, Delegates' life). */
export async function speakingIn(deed: Deed, { first, last }: Days): Promise<readonly Speaking[]> {
  const rows = await meetingsHeld(deed)
    .where(sql<boolean>`street_day(meeting.street_id, meeting.starts_at) between ${first}::date and ${last}::date`)
    .orderBy('meeting.starts_at')
    .execute()
  const found: Speaking[] = []
  for (const row of rows) {
    const happened = await recordOf(deed, toMeeting(row))
    if (!happened) continue
    const { byPerson, byBench } = speakingTime(happened)
    const times = byPerson.map(({ ms }) => ms)
    const total = times.reduce((sum, ms) => sum + ms, 0)
    if (total === 0) continue
    const [newcomers, locals] = [byBench('newcomers').ms, byBench('locals').ms]
    const seats = (bench: string) => happened.delegates.filter((one) => one.bench === bench).length
    found.push({
      council: row.council_id,
      total,
      longest: Math.max(...times),
      byBench: { newcomers, locals, chair: total - newcomers - locals },
      seats: { newcomers: seats('newcomers'), locals: seats('locals') },
      present: happened.delegates.filter(({ state }) => state === 'present').length,
      spoke: byPerson.filter(({ turns }) => turns > 0).length,
    })
  }
  return found
}

export async function firstMeeting(deed: Deed): Promise<string | undefined> {
  const { rows } = await sql<{ first: string | null }>`
    select min(street_day(street_id, starts_at))::text as first from meeting
    where street_id = ${deed.street.id}::uuid and kind <> 'practice' and state = any(${[...over]})`.execute(deed.tx)
  return rows[0]?.first ?? undefined
}

/** Motions filed in some days: whether delegates had been where the matter is, and whether both groups had said what they think. */
export interface Hearing {
  readonly council: string
  readonly visited: boolean
  readonly bothHeard: boolean
}

export async function hearingsOf(deed: Deed, { first, last }: Days): Promise<readonly Hearing[]> {
  const motions = await deed.tx
    .selectFrom('motion')
    .select(['council_id', 'filed_on', 'lane_id', 'merged_concern_id', 'statement_ids', 'conversation_id', 'ground_figures'])
    .where('street_id', '=', deed.street.id)
    .where('filed_on', '>=', first)
    .where('filed_on', '<=', last)
    .orderBy('id')
    .execute()
  const found: Hearing[] = []
  for (const motion of motions) {
    const { rows } = await sql<{ visited: boolean }>`
      select exists (
        select from visit
        where visit.street_id = ${deed.street.id}::uuid and visit.council_id = ${motion.council_id}::uuid and visit.on_day <= ${motion.filed_on}::date
          and (visit.lane_id = ${motion.lane_id}::uuid or visit.id in (
            select visit_id from visit_concern where street_id = ${deed.street.id}::uuid and concern_id = any(${await concernsBehind(deed, motion)}::uuid[])))
      ) as visited`.execute(deed.tx)
    const figures = motion.ground_figures as { statements: readonly { groups: unknown }[] } | null
    found.push({
      council: motion.council_id,
      visited: rows[0]!.visited,
      bothHeard: (figures?.statements.length ?? 0) > 0 && figures!.statements.every(({ groups }) => groups !== null),
    })
  }
  return found
}
