import type { Problem, Shift, Volunteer } from '@ronghe/roster'
import { addDays, startOfDay } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { engagementsBetween } from '../../programme/engagements.ts'
import { placeNames } from '../../programme/places.ts'
import { skillsSeen } from '../skills-seen.ts'
import { freeIn, localTime } from './free-times.ts'

/** What the last four weeks weigh; only who is asked next depends on it. */
const loadDays = 28

/** The open shifts of a team in a week, and those of the team who said when they are free. Which group anybody belongs to is no input (D3). */
export async function problemOf(deed: Deed, teamId: string, monday: string): Promise<Problem> {
  const { zone } = deed.street
  const from = startOfDay(zone, monday)
  const until = startOfDay(zone, addDays(monday, 7))
  const shifts = await openShifts(deed, teamId, from > deed.now ? from : deed.now, until)
  const numbers = await setting(deed, 'volunteers')
  return {
    shifts: shifts.map(({ shift }) => shift),
    volunteers: shifts.length === 0 ? [] : await members(deed, teamId, monday, { from, until, shifts }),
    rules: {
      restHours: numbers.restHours,
      nightHours: numbers.nightHours,
      nightsPerWeek: numbers.nightsAWeek,
      hoursPerWeek: numbers.hoursAWeek,
    },
  }
}

interface OpenShift {
  readonly shift: Shift
  /** Asked already: yes, no, or no answer yet. */
  readonly asked: readonly string[]
  /** A proof that was seen must still hold on this day. */
  readonly proofOn: string | null
}

async function openShifts(deed: Deed, teamId: string, from: Date, until: Date): Promise<OpenShift[]> {
  const { tx, street } = deed
  const rows = await tx
    .selectFrom('shift')
    .innerJoin('activity', (join) =>
      join.onRef('activity.street_id', '=', 'shift.street_id').onRef('activity.id', '=', 'shift.activity_id'),
    )
    .select([
      'shift.id',
      'shift.starts_at',
      'shift.ends_at',
      'shift.minimum',
      'shift.maximum',
      'shift.special',
      'activity.kind',
      'activity.lane_id',
      'activity.with_children',
      'activity.needs_skill',
      'activity.needs_proof',
      'activity.needs_dialect',
    ])
    .where('shift.street_id', '=', street.id)
    .where('activity.team_id', '=', teamId)
    .where('activity.state', 'in', ['open', 'full', 'running'])
    .where('shift.cancelled_at', 'is', null)
    .where('shift.starts_at', '>', from)
    .where('shift.starts_at', '<', until)
    .orderBy('shift.starts_at')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const placed = await tx
    .selectFrom('sign_up')
    .select(['shift_id', 'person_id'])
    .where('street_id', '=', street.id)
    .where('shift_id', 'in', ids)
    .where('state', 'in', ['placed', 'offered'])
    .execute()
  const asked = await tx
    .selectFrom('roster_line')
    .select(['shift_id', 'person_id', 'state'])
    .where('street_id', '=', street.id)
    .where('shift_id', 'in', ids)
    .where('state', '<>', 'proposed')
    .execute()
  return rows.flatMap((row) => {
    const here = asked.filter(({ shift_id }) => shift_id === row.id)
    const already = new Set([
      ...placed.filter(({ shift_id }) => shift_id === row.id).map(({ person_id }) => person_id),
      ...here.filter(({ state }) => state === 'asked').map(({ person_id }) => person_id),
    ])
    if (already.size >= row.minimum) return []
    const needs = [row.needs_skill, row.needs_dialect].filter((need) => need !== null)
    const everybody = needs.length > 0 && row.special >= row.minimum
    const pair = row.with_children || row.kind === 'care'
    return [
      {
        shift: {
          id: row.id,
          from: localTime(street.zone, row.starts_at),
          until: localTime(street.zone, row.ends_at),
          min: row.minimum,
          max: Math.max(row.maximum, pair || row.kind === 'patrol' ? 2 : 1),
          ...(everybody ? { requires: needs } : { wants: needs }),
          ...(row.lane_id ? { lane: row.lane_id } : {}),
          patrol: row.kind === 'patrol',
          pair,
          already: [...already],
        },
        asked: here.map(({ person_id }) => person_id),
        proofOn: row.needs_proof ? localTime(street.zone, row.starts_at).slice(0, 10) : null,
      },
    ]
  })
}

interface Week {
  readonly from: Date
  readonly until: Date
  readonly shifts: readonly OpenShift[]
}

async function members(deed: Deed, teamId: string, monday: string, { from, until, shifts }: Week): Promise<Volunteer[]> {
  const { tx, street } = deed
  const rows = await tx
    .selectFrom('team_member')
    .innerJoin('volunteer', (join) =>
      join.onRef('volunteer.street_id', '=', 'team_member.street_id').onRef('volunteer.person_id', '=', 'team_member.person_id'),
    )
    .select(['volunteer.person_id', 'available', 'near_lanes', 'nights', 'minor', 'guardian_seen_on'])
    .where('team_member.street_id', '=', street.id)
    .where('team_member.team_id', '=', teamId)
    .orderBy('volunteer.person_id')
    .execute()
  const able = rows.filter(({ minor, guardian_seen_on }) => !minor || guardian_seen_on !== null)
  const ids = able.map(({ person_id }) => person_id)
  const seen = await skillsSeen(deed, ids)
  const given = await hoursGiven(deed, ids)
  const near = await nearness(deed)
  const proofOn = shifts.find((one) => one.proofOn !== null)?.proofOn
  const volunteers: Volunteer[] = []
  for (const row of able) {
    const engaged = await engagementsBetween(
      deed,
      row.person_id,
      new Date(from.getTime() - 86_400_000),
      new Date(until.getTime() + 86_400_000),
    )
    const period = ({ starts_at, ends_at }: { starts_at: Date; ends_at: Date }) => ({
      from: localTime(street.zone, starts_at),
      until: localTime(street.zone, ends_at),
    })
    const { dialects = [], skills = [] } = seen.get(row.person_id) ?? {}
    const proven = skills.filter(({ verifiedUntil }) => proofOn === undefined || proofOn === null || (verifiedUntil ?? '') >= proofOn)
    volunteers.push({
      id: row.person_id,
      minor: row.minor,
      nights: row.nights,
      available: freeIn(row.available, monday),
      skills: [...dialects, ...proven.map(({ skill }) => skill)],
      lanes: near(row.near_lanes),
      hoursGiven: given.get(row.person_id) ?? 0,
      held: engaged.filter(({ kind }) => kind === 'shift').map(period),
      busy: [
        ...engaged.filter(({ kind }) => kind !== 'shift').map(period),
        // Nobody is asked twice for one shift, whatever they answered.
        ...shifts.filter(({ asked }) => asked.includes(row.person_id)).map(({ shift }) => ({ from: shift.from, until: shift.until })),
      ],
    })
  }
  return volunteers
}

/** Whole hours of the last four weeks; finer ones would only make the search longer. */
async function hoursGiven(deed: Deed, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('shift_presence')
    .select(['person_id', 'in_at', 'out_at'])
    .where('street_id', '=', deed.street.id)
    .where('person_id', 'in', [...ids])
    .where('in_at', '>', new Date(deed.now.getTime() - loadDays * 86_400_000))
    .where('out_at', 'is not', null)
    .execute()
  const sums = new Map<string, number>()
  for (const { person_id, in_at, out_at } of rows)
    sums.set(person_id, (sums.get(person_id) ?? 0) + (out_at!.getTime() - in_at.getTime()) / 3_600_000)
  return new Map([...sums].map(([id, hours]) => [id, Math.round(hours)]))
}

/** 0 the lanes somebody named, 1 the others of the same communities (08: "distance" means the lanes a volunteer named). */
async function nearness(deed: Deed): Promise<(named: readonly string[]) => Record<string, 0 | 1>> {
  const { lanes } = await placeNames(deed)
  return (named) => {
    const communities = new Set(named.map((lane) => lanes.get(lane)?.communityId))
    return Object.fromEntries(
      [...lanes].flatMap(([id, { communityId }]): [string, 0 | 1][] =>
        named.includes(id) ? [[id, 0]] : communities.has(communityId) ? [[id, 1]] : [],
      ),
    )
  }
}
