import { activeOf, aheadOf, type WaitingList } from '@ronghe/waitlist'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { skills, type Skill } from '@ronghe/contract/volunteers/skills.ts'
import type { enterSignUp, listMyShifts, OwnSignUp, Shift, signUp } from '@ronghe/contract/volunteers/sign-ups.ts'
import { personOf } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { setting } from '../../platform/settings/settings.ts'
import { today } from '../programme/posts.ts'
import { actingPost } from '../programme/acting-post.ts'
import { engagementsBetween } from '../programme/engagements.ts'
import { isPublic } from './activity-lifecycle.ts'
import { getActivity, getShift, shiftLines, type ActivityRow, type ShiftRow } from './activity-rows.ts'
import { checkInOpen } from './check-in-code.ts'
import { leads, mustLead } from './corps.ts'
import { findPresence } from './presence.ts'
import { act, listOf, type Arrival } from './shift-list.ts'
import { refusalFor } from './shift-rules.ts'
import { placeOf } from './shifts.ts'
import { ownSkills } from './skills-seen.ts'
import { namedByPhone } from './teams.ts'
import { teamNames } from './team-rows.ts'
import { findVolunteer, firstTime } from './volunteer-rows.ts'

const week = 7 * 24 * 3_600_000

export async function readShift(deed: Deed, id: string): Promise<Shift> {
  const shift = await getShift(deed, id)
  const activity = await getActivity(deed, shift.activity_id)
  if (!isPublic(activity.state) && !leads(deed, activity)) throw notFound('shift')
  return describeShift(deed, activity, shift, await listOf(deed, shift))
}

async function describeShift(deed: Deed, activity: ActivityRow, shift: ShiftRow, list: WaitingList): Promise<Shift> {
  const [line] = await shiftLines(deed, [shift])
  const self = personOf(deed.actor)
  const mine = self ? await ownSignUp(deed, list, shift.id, self) : null
  const leading = leads(deed, activity)
  const teams = await teamNames(deed)
  const ahead = shift.starts_at > deed.now && !shift.cancelled_at && ['open', 'full', 'running'].includes(activity.state)
  const active = mine !== null && ['waiting', 'offered', 'placed'].includes(mine.state)
  const atDoor = mine?.state === 'placed' && !shift.cancelled_at && checkInOpen(shift, deed.now)
  return {
    ...line!,
    activity: {
      id: activity.id,
      kind: activity.kind,
      title: activity.title as Text,
      place: placeOf(shift, activity),
      briefing: (activity.briefing as Text | null) ?? null,
      needsProof: activity.needs_proof,
      team: activity.team_id && teams.has(activity.team_id) ? { id: activity.team_id, name: teams.get(activity.team_id)! } : null,
    },
    special: shift.special,
    mine,
    askAge: self !== null && (await findVolunteer(deed, self)) === undefined,
    may: [
      ...(ahead && !active ? [line!.placesLeft > 0 && line!.waiting === 0 ? ('signUp' as const) : ('wait' as const)] : []),
      ...(active && shift.ends_at > deed.now ? ['leave' as const] : []),
      ...(mine?.state === 'offered' && ahead ? (['accept', 'decline'] as const) : []),
      ...(atDoor && mine.checkedIn === null ? ['checkIn' as const] : []),
      ...(atDoor && mine.checkedIn !== null && mine.checkedOut === null ? ['checkOut' as const] : []),
      ...(leading ? ['lead' as const] : []),
    ],
  }
}

async function ownSignUp(deed: Deed, list: WaitingList, shiftId: string, self: string): Promise<OwnSignUp | null> {
  const entry = activeOf(list, self) ?? list.entries.findLast(({ who }) => who === self)
  if (!entry) return null
  const presence = await findPresence(deed, shiftId, self)
  return {
    id: entry.id,
    // An offer that has run out is one no more, also before the clock was looked at.
    state: entry.state === 'offered' && entry.until! <= deed.now ? 'passed' : entry.state,
    ahead: entry.state === 'waiting' ? aheadOf(list, entry) : 0,
    offerUntil: entry.until?.toISOString() ?? null,
    checkedIn: presence?.in_at.toISOString() ?? null,
    checkedOut: presence?.out_at?.toISOString() ?? null,
  }
}

export async function signUpFor(
  deed: Deed,
  shiftId: string,
  personId: string,
  { briefed, minor }: BodyOf<typeof signUp>,
  arrival: Pick<Arrival, 'channel' | 'post'> = { channel: 'phone', post: null },
): Promise<WaitingList> {
  const { shift, activity } = await heldShift(deed, shiftId)
  const volunteer = (await findVolunteer(deed, personId)) ?? (await firstTime(deed, personId, minor, arrival.post))
  if (volunteer.minor) {
    if (activity.kind === 'patrol' || activity.with_children) throw refused('volunteers-adults-only')
    if (shift.night) throw refused('volunteers-minor-by-day')
    if (!volunteer.guardian_seen_on) throw refused('volunteers-guardian-first')
  }
  if (activity.briefing && !briefed) throw refused('volunteers-read-briefing')
  await checkPromises(deed, shift, personId)
  const fits = await fitsOf(deed, activity, personId)
  if (!fits.includes('special') && shift.special === shift.maximum)
    throw refused('volunteers-needs', { params: { what: needed(deed, activity) } })
  return act(
    deed,
    shift,
    { kind: 'signUp', entry: deed.id(), who: personId, fits },
    { ...arrival, briefedAt: activity.briefing ? deed.now : null },
  )
}

export async function signUpSelf(deed: Deed, shiftId: string, personId: string, body: BodyOf<typeof signUp>): Promise<Shift> {
  await signUpFor(deed, shiftId, personId, body)
  return readShift(deed, shiftId)
}

/** On paper or by word of mouth: the same line and the same rules, entered by whoever leads. */
export async function enterSignUpOf(
  deed: Deed,
  shiftId: string,
  { name, phone, briefed }: BodyOf<typeof enterSignUp>,
): Promise<ReplyOf<typeof enterSignUp>> {
  mustLead(deed, await getActivity(deed, (await getShift(deed, shiftId)).activity_id))
  const personId = await namedByPhone(deed, name, phone)
  const post = actingPost(deed, 'volunteers.lead')?.id ?? null
  const list = await signUpFor(deed, shiftId, personId, { briefed, minor: false }, { channel: 'paper', post })
  return { personId, state: activeOf(list, personId)!.state }
}

/** The shift, its row locked, and its activity, when somebody can still come to it. */
async function heldShift(deed: Deed, shiftId: string): Promise<{ shift: ShiftRow; activity: ActivityRow }> {
  const shift = await getShift(deed, shiftId, 'lock')
  const activity = await getActivity(deed, shift.activity_id)
  if (!isPublic(activity.state)) throw notFound('shift')
  if (activity.state === 'cancelled' || shift.cancelled_at) throw refused('volunteers-list-cancelled')
  if (shift.starts_at <= deed.now) throw refused('volunteers-list-started')
  return { shift, activity }
}

/** Nobody is in two places, and nobody gives more than is good for them. The person's row makes two sign-ups at once take turns. */
async function checkPromises(deed: Deed, shift: ShiftRow, personId: string): Promise<void> {
  const person = await deed.tx
    .selectFrom('person')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', personId)
    .where('state', '=', 'active')
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!person) throw notFound('person')
  const [from, until] = [shift.starts_at, shift.ends_at]
  const around = await engagementsBetween(deed, personId, new Date(from.getTime() - week), new Date(until.getTime() + week))
  const promised = around
    .filter(({ kind, thing_id }) => !(kind === 'shift' && thing_id === shift.id))
    .map(({ kind, starts_at, ends_at }) => ({ from: starts_at, until: ends_at, shift: kind === 'shift' }))
  const rules = await setting(deed, 'volunteers')
  const code = refusalFor({ from, until }, promised, rules, deed.street.zone)
  if (!code) return
  throw refused(code, {
    params: {
      hours: code === 'volunteers-rest' ? rules.restHours : code === 'volunteers-night-hours' ? rules.nightHours : rules.hoursAWeek,
      nights: rules.nightsAWeek,
    },
  })
}

/** Kinds of places somebody can take, the narrow one first. */
async function fitsOf(deed: Deed, activity: ActivityRow, personId: string): Promise<readonly string[]> {
  if (!activity.needs_skill && !activity.needs_dialect) return ['any']
  const { dialects, skills: own } = (await ownSkills(deed, [personId])).get(personId)!
  const speaks = !activity.needs_dialect || dialects.includes(activity.needs_dialect)
  const skill = own.find((one) => one.skill === activity.needs_skill)
  const proven = skill?.verifiedUntil != null && skill.verifiedUntil >= today(deed)
  const can = !activity.needs_skill || (skill !== undefined && (!activity.needs_proof || proven))
  return speaks && can ? ['special', 'any'] : ['any']
}

function needed(deed: Deed, { needs_skill, needs_dialect }: ActivityRow): string {
  const skill = needs_skill ? skills[needs_skill as Skill] : undefined
  const words = [skill?.[deed.language], needs_dialect].filter((word) => word)
  return words.join(deed.language === 'en' ? ', ' : '、')
}

/** At every moment, for no reason, without a trace that anybody counts. */
export async function leaveShift(deed: Deed, shiftId: string, personId: string): Promise<Shift> {
  const shift = await getShift(deed, shiftId, 'lock')
  await act(deed, shift, { kind: 'leave', entry: activeOf(await listOf(deed, shift), personId)?.id ?? 'none' })
  return readShift(deed, shiftId)
}

export async function answerOffer(deed: Deed, shiftId: string, personId: string, answer: 'accept' | 'decline'): Promise<Shift> {
  const shift = await getShift(deed, shiftId, 'lock')
  if (answer === 'accept') await checkPromises(deed, shift, personId)
  const entry = (await listOf(deed, shift)).entries.findLast(({ who }) => who === personId)
  await act(deed, shift, { kind: answer, entry: entry?.id ?? 'none' })
  return readShift(deed, shiftId)
}

/** My coming shifts and turns, and for a leader those of the own teams. */
export async function myShifts(deed: Deed, personId: string): Promise<ReplyOf<typeof listMyShifts>> {
  const soon = new Date(deed.now.getTime() + 2 * week)
  const rows = await deed.tx
    .selectFrom('shift')
    .innerJoin('activity', (join) =>
      join.onRef('activity.street_id', '=', 'shift.street_id').onRef('activity.id', '=', 'shift.activity_id'),
    )
    .leftJoin('team', (join) => join.onRef('team.street_id', '=', 'activity.street_id').onRef('team.id', '=', 'activity.team_id'))
    .leftJoin('sign_up', (join) =>
      join
        .onRef('sign_up.street_id', '=', 'shift.street_id')
        .onRef('sign_up.shift_id', '=', 'shift.id')
        .on('sign_up.person_id', '=', personId)
        .on('sign_up.state', 'in', ['waiting', 'offered', 'placed']),
    )
    .select(['shift.id', 'shift.starts_at', 'shift.ends_at', 'shift.cancelled_at', 'shift.place as own_place', 'activity.title'])
    .select(['activity.place', 'activity.organ_id', 'team.leader_post', 'sign_up.state', 'sign_up.offer_until'])
    .where('shift.street_id', '=', deed.street.id)
    .where('shift.ends_at', '>', new Date(deed.now.getTime() - 3_600_000))
    .where('activity.state', 'in', ['open', 'full', 'running', 'confirmingHours', 'cancelled'])
    .where(({ or, and, eb }) =>
      or([eb('sign_up.state', 'is not', null), and([eb('team.leader_post', 'is not', null), eb('shift.starts_at', '<', soon)])]),
    )
    .orderBy('shift.starts_at')
    .orderBy('shift.id')
    .execute()
  const own = rows.filter(({ state, leader_post }) => state !== null || (leader_post !== null && holdsPost(deed, leader_post)))
  return {
    items: own.slice(0, 100).map((row) => ({
      shiftId: row.id,
      title: row.title as Text,
      place: (row.own_place ?? row.place) as Text,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      state: row.state ?? 'left',
      offerUntil: row.offer_until?.toISOString() ?? null,
      cancelled: row.cancelled_at !== null,
      leading: row.leader_post !== null && holdsPost(deed, row.leader_post),
    })),
  }
}

const holdsPost = (deed: Deed, postId: string): boolean => deed.actor.kind === 'person' && deed.actor.posts.some(({ id }) => id === postId)
