import type { ReversalReason } from '@ronghe/contract/volunteers/hours.ts'
import type { z } from 'zod/mini'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, notFound, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { housemates } from '../../people/households.ts'
import { engagementsBetween } from '../../programme/engagements.ts'
import { faultOfClaim, minutesOf, type Span } from './hours-law.ts'
import { getHours, getShiftLine, hoursRows, spanOfRow, timeThere, type HoursRow } from './hours-rows.ts'
import { paidTimes } from './paid-time.ts'
import { fallWith } from './proofs.ts'

/** A line of the paper list is entered for somebody by a post; everything else is asked of it as of a claim on the phone. */
export interface FromPaper {
  readonly paperId: string
  readonly postId: string
}

/** Enters hours, once every rule says yes. Whoever may confirm them is told. */
export async function claimHours(deed: Deed, personId: string, shiftId: string, claim: Span, paper?: FromPaper): Promise<string> {
  const shift = await getShiftLine(deed, shiftId)
  // Locked, so that two entries of one person are decided one after the other.
  const seen = await deed.tx
    .selectFrom('shift_presence')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .orderBy('id')
    .forUpdate()
    .execute()
  const presence = seen.find((one) => one.shift_id === shiftId)
  const standing = await hoursRows(deed)
    .where('entry.person_id', '=', personId)
    .where('reversal.id', 'is', null)
    .where((row) =>
      row.or([
        row('entry.shift_id', '=', shiftId),
        row.and([row('entry.starts_at', '<', claim.until), row('entry.ends_at', '>', claim.from)]),
      ]),
    )
    .execute()
  const elsewhere = await engagementsBetween(deed, personId, claim.from, claim.until)
  const { claimDays } = await setting(deed, 'volunteers')
  const fault = faultOfClaim(claim, {
    shift,
    presence: presence && timeThere(presence, shift),
    paperMissing: presence?.way === 'paper' && !(await hasPaper(deed, shiftId)),
    standing: standing.map((row) => ({ ...spanOfRow(row), sameShift: row.shift_id === shiftId })),
    elsewhere: elsewhere
      .filter(({ kind, thing_id }) => !(kind === 'shift' && thing_id === shiftId))
      .map(({ starts_at, ends_at }) => ({ from: starts_at, until: ends_at })),
    paid: await paidTimes(deed, personId, claim),
    now: deed.now,
    claimDays,
  })
  if (fault || !presence) throw refused(fault ?? 'hours-no-evidence', { params: { days: claimDays } })
  const id = deed.id()
  await deed.tx
    .insertInto('hours_entry')
    .values({
      street_id: deed.street.id,
      id,
      person_id: personId,
      shift_id: shiftId,
      presence_id: presence.id,
      starts_at: claim.from,
      ends_at: claim.until,
      minutes: minutesOf(claim),
      evidence: presence.way,
      channel: paper ? 'paper' : 'phone',
      paper_id: paper?.paperId ?? null,
      entered_by_post: paper?.postId ?? null,
      made_at: deed.now,
    })
    .execute()
  await record(deed, {
    kind: 'volunteers.hours.claimed',
    about: personId,
    plain: { entry: id, shift: shiftId, evidence: presence.way, channel: paper ? 'paper' : 'phone' },
  })
  if (!paper) await tellOthers(deed, personId, shiftId)
  return id
}

const hasPaper = async ({ tx, street }: Deed, shiftId: string): Promise<boolean> =>
  (await tx
    .selectFrom('hours_paper')
    .select('id')
    .where('street_id', '=', street.id)
    .where('shift_id', '=', shiftId)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** At most three who were there: enough for one of them to answer, and nobody is flooded. */
async function tellOthers(deed: Deed, personId: string, shiftId: string): Promise<void> {
  const here = deed.street.id
  const there = await deed.tx
    .selectFrom('shift_presence')
    .select('person_id')
    .where('street_id', '=', here)
    .where('shift_id', '=', shiftId)
    .where('person_id', '<>', personId)
    .orderBy('in_at')
    .limit(8)
    .execute()
  const served = await deed.tx
    .selectFrom('shift_served')
    .select('person_id')
    .where('street_id', '=', here)
    .where('shift_id', '=', shiftId)
    .execute()
  const kin = await housemates(deed, personId)
  const others = [...new Set([...served, ...there].map((row) => row.person_id))].filter((id) => id !== personId && !kin.has(id)).slice(0, 3)
  for (const other of others) await notify(deed, other, { template: 'hours-to-confirm', link: '/volunteers/hours/confirm' })
}

/** A correction is a second row that refers to the first; neither can be changed any more. */
export async function reverse(deed: Deed, row: HoursRow, reason: z.infer<typeof ReversalReason>): Promise<void> {
  await deed.tx
    .insertInto('hours_entry')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      reverses: row.id,
      person_id: row.person_id,
      shift_id: row.shift_id,
      presence_id: row.presence_id,
      starts_at: row.starts_at,
      ends_at: row.ends_at,
      minutes: -row.minutes,
      evidence: row.evidence,
      channel: 'phone',
      reason,
      made_at: deed.now,
    })
    .execute()
  await record(deed, { kind: 'volunteers.hours.reversed', about: row.person_id, plain: { entry: row.id, reason } })
  if (row.state === 'confirmed') await fallWith(deed, row)
}

export async function takeBack(deed: Deed, personId: string, entryId: string): Promise<void> {
  await lockEntry(deed, entryId)
  const row = await getHours(deed, entryId)
  if (row.person_id !== personId) throw notFound('hours-entry')
  if (row.state === 'reversed') throw refused('hours-reversed')
  await reverse(deed, row, 'own')
}

/** The book's rows cannot be locked by a role that may not change them; the presence they rest on can. */
export async function lockEntry({ tx, street }: Deed, entryId: string): Promise<void> {
  const entry = await tx
    .selectFrom('hours_entry')
    .select('presence_id')
    .where('street_id', '=', street.id)
    .where('id', '=', entryId)
    .executeTakeFirst()
  if (!entry) throw notFound('hours-entry')
  await tx
    .selectFrom('shift_presence')
    .select('id')
    .where('street_id', '=', street.id)
    .where('id', '=', entry.presence_id)
    .forUpdate()
    .execute()
}

/** Nobody enters or checks their own hours, or those of the people they live with. */
export async function notOneself(deed: Deed, personId: string, code: string): Promise<void> {
  const { actor } = deed
  if (actor.kind !== 'person') return
  if (actor.personId === personId || (await housemates(deed, personId)).has(actor.personId)) throw forbidden(code)
}
