import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { checkIn, enterPaperList, showCode } from '@ronghe/contract/volunteers/check-in.ts'
import type { listAttendees } from '@ronghe/contract/volunteers/sign-ups.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { findPersons } from '../people/persons.ts'
import { actingPost } from '../programme/acting-post.ts'
import { getActivity, getShift, type ActivityRow, type ShiftRow } from './activity-rows.ts'
import { changesInMs, checkInOpen, checkInTimes, codeNow, isCode } from './check-in-code.ts'
import { mustLead } from './corps.ts'
import { findPresence, presenceOf } from './presence.ts'
import { placeOf } from './shifts.ts'

async function ledShift(deed: Deed, shiftId: string): Promise<{ shift: ShiftRow; activity: ActivityRow }> {
  const shift = await getShift(deed, shiftId)
  const activity = await getActivity(deed, shift.activity_id)
  mustLead(deed, activity)
  return { shift, activity }
}

export async function codeOfShift(deed: Deed, shiftId: string): Promise<ReplyOf<typeof showCode>> {
  const { shift, activity } = await ledShift(deed, shiftId)
  if (shift.cancelled_at) throw refused('volunteers-shift-cancelled')
  const { from, until } = checkInTimes(shift)
  if (!checkInOpen(shift, deed.now)) throw refused('volunteers-code-not-now')
  return {
    title: activity.title as Text,
    code: codeNow(deed, shiftId),
    changesInMs: changesInMs(deed.now),
    from: from.toISOString(),
    until: until.toISOString(),
  }
}

/** Arriving twice is arriving once; leaving needs that one arrived. */
export async function checkInSelf(
  deed: Deed,
  shiftId: string,
  personId: string,
  { code, way }: BodyOf<typeof checkIn>,
): Promise<ReplyOf<typeof checkIn>> {
  const shift = await getShift(deed, shiftId, 'lock')
  if (shift.cancelled_at) throw refused('volunteers-shift-cancelled')
  if (!checkInOpen(shift, deed.now)) throw refused('volunteers-code-not-now')
  if (!isCode(deed, shiftId, code)) throw refused('volunteers-code-wrong')
  const placed = await deed.tx
    .selectFrom('sign_up')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('shift_id', '=', shiftId)
    .where('person_id', '=', personId)
    .where('state', '=', 'placed')
    .executeTakeFirst()
  if (!placed) throw refused('volunteers-no-place-here')
  const before = await findPresence(deed, shiftId, personId)
  if (way === 'out' && !before) throw refused('volunteers-not-arrived')
  if (way === 'in' && !before) await insertPresence(deed, shiftId, personId, { in_at: deed.now, out_at: null, way: 'code' })
  // The first going counts; a moment after arriving is no going.
  if (way === 'out' && !before!.out_at && deed.now > before!.in_at)
    await deed.tx
      .updateTable('shift_presence')
      .set({ out_at: deed.now })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', before!.id)
      .execute()
  if ((way === 'in') === !before || way === 'out')
    await record(deed, { kind: `volunteers.presence.${way}`, about: personId, plain: { shift: shiftId, way: 'code' } })
  const now = (await findPresence(deed, shiftId, personId))!
  const { title } = await getActivity(deed, shift.activity_id)
  return { inAt: now.in_at.toISOString(), outAt: now.out_at?.toISOString() ?? null, title: title as Text }
}

interface Coming {
  readonly in_at: Date
  readonly out_at: Date | null
  readonly way: 'code' | 'paper'
}

export async function insertPresence(
  deed: Deed,
  shiftId: string,
  personId: string,
  coming: Coming,
  by: { readonly person: string; readonly post: string } | null = null,
): Promise<void> {
  await deed.tx
    .insertInto('shift_presence')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      shift_id: shiftId,
      person_id: personId,
      ...coming,
      entered_by: by?.person ?? null,
      entered_by_post: by?.post ?? null,
      entered_at: deed.now,
    })
    .execute()
}

/** Who comes and who was there, in the order of sign-up. */
export async function attendees(deed: Deed, shiftId: string): Promise<ReplyOf<typeof listAttendees>> {
  const { shift, activity } = await ledShift(deed, shiftId)
  const rows = await deed.tx
    .selectFrom('sign_up')
    .select(['person_id', 'state', 'channel'])
    .where('street_id', '=', deed.street.id)
    .where('shift_id', '=', shiftId)
    .where('state', 'in', ['waiting', 'offered', 'placed'])
    .orderBy('turn')
    .execute()
  const presence = new Map((await presenceOf(deed, shiftId)).map((row) => [row.person_id, row]))
  const people = new Map(
    (
      await findPersons(
        deed,
        rows.map(({ person_id }) => person_id),
      )
    ).map((person) => [person.id, person]),
  )
  await recordAccess(
    deed,
    rows.map(({ person_id }) => ({
      personId: person_id,
      purpose: 'volunteerShift',
      subject: { kind: 'shift', id: shiftId },
      permission: 'volunteers.lead' as const,
    })),
  )
  return {
    title: activity.title as Text,
    place: placeOf(shift, activity),
    startsAt: shift.starts_at.toISOString(),
    endsAt: shift.ends_at.toISOString(),
    items: rows.flatMap(({ person_id, state, channel }) => {
      const person = people.get(person_id)
      const was = presence.get(person_id)
      if (!person) return []
      return {
        personId: person_id,
        name: person.name,
        phone: person.phone,
        state,
        fromPaper: channel === 'paper',
        inAt: was?.in_at.toISOString() ?? null,
        outAt: was?.out_at?.toISOString() ?? null,
        way: was?.way ?? null,
      }
    }),
    may: [
      ...(shift.starts_at <= deed.now && !shift.cancelled_at ? (['enterPaper'] as const) : []),
      ...(checkInOpen(shift, deed.now) && !shift.cancelled_at ? (['showCode'] as const) : []),
      ...(shift.starts_at > deed.now && !shift.cancelled_at ? (['enterSignUp'] as const) : []),
    ],
  }
}

/** The signed list. Whoever types it in is never on it; who checked in by code keeps that row. */
export async function enterPaper(
  deed: Deed,
  shiftId: string,
  { rows }: BodyOf<typeof enterPaperList>,
): Promise<ReplyOf<typeof enterPaperList>> {
  const { shift } = await ledShift(deed, shiftId)
  const { actor } = deed
  if (shift.cancelled_at) throw refused('volunteers-shift-cancelled')
  if (shift.starts_at > deed.now) throw refused('volunteers-shift-not-begun')
  const post = actingPost(deed, 'volunteers.lead')
  if (actor.kind !== 'person' || !post) throw refused('volunteers-not-your-team')
  await getShift(deed, shiftId, 'lock')
  const placed = new Set(await placedIn(deed, shiftId))
  const { from, until } = checkInTimes(shift)
  const faults = rows.flatMap(({ personId, inAt, outAt }, index) => {
    const [came, went] = [new Date(inAt), new Date(outAt)]
    if (personId === actor.personId) return [{ path: `rows.${index}.personId`, code: 'volunteers-not-oneself' }]
    if (!placed.has(personId)) return [{ path: `rows.${index}.personId`, code: 'volunteers-no-place-here' }]
    if (went <= came) return [{ path: `rows.${index}.outAt`, code: 'ends-before-start' }]
    if (came < from || went > until || went > deed.now) return [{ path: `rows.${index}.outAt`, code: 'volunteers-outside-shift' }]
    return []
  })
  if (faults.length > 0) throw unfit(faults)
  let written = 0
  for (const { personId, inAt, outAt } of rows) {
    if (await findPresence(deed, shiftId, personId)) continue
    const coming = { in_at: new Date(inAt), out_at: new Date(outAt), way: 'paper' as const }
    await insertPresence(deed, shiftId, personId, coming, { person: actor.personId, post: post.id })
    await record(deed, { kind: 'volunteers.presence.entered', about: personId, plain: { shift: shiftId, way: 'paper' } })
    written++
  }
  return { written }
}

async function placedIn(deed: Deed, shiftId: string): Promise<readonly string[]> {
  const rows = await deed.tx
    .selectFrom('sign_up')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('shift_id', '=', shiftId)
    .where('state', '=', 'placed')
    .execute()
  return rows.map(({ person_id }) => person_id)
}
