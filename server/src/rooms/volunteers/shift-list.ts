import {
  decide,
  isHolding,
  type Circumstances,
  type Entry,
  type ListCommand,
  type ListEvent,
  type Places,
  type WaitingList,
} from '@ronghe/waitlist'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { settingsOf } from '../../platform/settings/settings.ts'
import { disengage, engage } from '../programme/engagements.ts'
import { getActivity, getShift, settleActivity, type ActivityRow, type ShiftRow } from './activity-rows.ts'

/** How one comes to a turn: on the phone, or from paper under a post. */
export interface Arrival {
  readonly channel: 'phone' | 'paper'
  readonly post: string | null
  readonly briefedAt: Date | null
}
const byPhone: Arrival = { channel: 'phone', post: null, briefedAt: null }

/** Kinds of places, the narrow one first; a kind without places is not there. */
export const placesOf = ({ maximum, special }: Pick<ShiftRow, 'maximum' | 'special'>): readonly Places[] =>
  [
    { kind: 'special', count: special },
    { kind: 'any', count: maximum - special },
  ].filter(({ count }) => count > 0)

export async function circumstances(deed: Deed): Promise<Circumstances> {
  const { volunteers, messages } = await settingsOf(deed, ['volunteers', 'messages'])
  return {
    now: deed.now,
    zone: deed.street.zone,
    rules: {
      hours: volunteers.offerHours,
      soonWithinHours: 48,
      soonHours: volunteers.offerSoonHours,
      dayMinutes: volunteers.offerTodayMinutes,
      quietFrom: messages.quietFrom,
      quietTo: messages.quietTo,
    },
  }
}

/** The list of a shift as the package knows it. */
export async function listOf(deed: Deed, shift: ShiftRow): Promise<WaitingList> {
  const rows = await deed.tx
    .selectFrom('sign_up')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('shift_id', '=', shift.id)
    .orderBy('turn')
    .execute()
  return {
    places: placesOf(shift),
    minimum: shift.minimum,
    startsAt: shift.starts_at,
    cancelled: shift.cancelled_at !== null,
    nextTurn: shift.next_turn,
    entries: rows.map((row) => ({
      id: row.id,
      who: row.person_id,
      fits: row.fits,
      turn: row.turn,
      state: row.state,
      kind: row.place_kind,
      until: row.offer_until,
      askedBefore: row.asked_before,
    })),
  }
}

/** Carries a command out on the list of a shift that is locked, writes what changed and tells whoever it concerns. */
export async function act(deed: Deed, shift: ShiftRow, command: ListCommand, arrival = byPhone): Promise<WaitingList> {
  const before = await listOf(deed, shift)
  const decided = decide(before, command, await circumstances(deed))
  if (decided.kind === 'refused') throw refused(`volunteers-list-${decided.code}`)
  const { events, list } = decided
  await write(deed, shift, before, list, arrival)
  if (events.length > 0) await follow(deed, shift, list, events)
  return list
}

async function write(
  deed: Deed,
  shift: ShiftRow,
  before: WaitingList,
  after: WaitingList,
  { channel, post, briefedAt }: Arrival,
): Promise<void> {
  const known = new Map(before.entries.map((entry) => [entry.id, entry]))
  for (const entry of after.entries) {
    const old = known.get(entry.id)
    const columns = {
      turn: entry.turn,
      state: entry.state,
      place_kind: isHolding(entry) ? entry.kind : null,
      offer_until: entry.until,
      asked_before: entry.askedBefore,
      changed_at: deed.now,
    }
    if (!old)
      await deed.tx
        .insertInto('sign_up')
        .values({
          street_id: deed.street.id,
          id: entry.id,
          shift_id: shift.id,
          person_id: entry.who,
          fits: [...entry.fits],
          ...columns,
          briefed_at: briefedAt,
          channel,
          entered_by_post: post,
          created_at: deed.now,
        })
        .execute()
    else if (changed(old, entry))
      await deed.tx.updateTable('sign_up').set(columns).where('street_id', '=', deed.street.id).where('id', '=', entry.id).execute()
  }
  if (after.nextTurn !== before.nextTurn)
    await deed.tx
      .updateTable('shift')
      .set({ next_turn: after.nextTurn })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', shift.id)
      .execute()
}

const changed = (old: Entry, entry: Entry): boolean =>
  old.state !== entry.state || old.turn !== entry.turn || old.kind !== entry.kind || old.until?.getTime() !== entry.until?.getTime()

/** What follows from the events: calendars, messages, the journal, the state of the activity. */
async function follow(deed: Deed, shift: ShiftRow, list: WaitingList, events: readonly ListEvent[]): Promise<void> {
  const activity = await getActivity(deed, shift.activity_id)
  const link = shiftLink(shift.id)
  for (const event of events) {
    if (event.kind === 'capacityChanged' || event.kind === 'cancelled') continue
    const { who } = list.entries.find(({ id }) => id === event.entry)!
    await record(deed, { kind: `volunteers.sign-up.${event.kind}`, about: who, plain: { shift: shift.id, signUp: event.entry } })
    switch (event.kind) {
      case 'placed':
        await putInCalendar(deed, activity, shift, who)
        break
      case 'left':
        await disengage(deed, { kind: 'shift', thingId: shift.id, personId: who })
        break
      case 'offered':
        await notify(deed, who, { template: 'volunteers-offer', link })
        break
      case 'expired':
        await notify(deed, who, { template: event.again ? 'volunteers-asked-again' : 'volunteers-passed', link })
        break
      case 'signedUp':
      case 'declined':
    }
  }
  await settleActivity(deed, activity.id)
}

export const shiftLink = (id: string): string => `/volunteers/shifts/${id}`

export const putInCalendar = (deed: Deed, activity: ActivityRow, shift: ShiftRow, personId: string): Promise<void> =>
  engage(deed, {
    personId,
    kind: 'shift',
    thingId: shift.id,
    from: shift.starts_at,
    until: shift.ends_at,
    title: activity.title as Text,
    place: ((shift.place ?? activity.place) as Text | null) ?? null,
    link: shiftLink(shift.id),
  })

/** Called off: everybody who had a place, an offer or a turn is told, and nobody waits any longer. */
export async function callOff(deed: Deed, shiftId: string, reason: string): Promise<void> {
  const shift = await getShift(deed, shiftId, 'lock')
  const list = await act(deed, shift, { kind: 'cancel' })
  await deed.tx
    .updateTable('shift')
    .set({ cancelled_at: deed.now, cancelled_because: reason })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', shiftId)
    .execute()
  await disengage(deed, { kind: 'shift', thingId: shiftId })
  await record(deed, { kind: 'volunteers.shift.cancelled', plain: { shift: shiftId } })
  for (const { who, state } of list.entries)
    if (['placed', 'offered', 'waiting'].includes(state))
      await notify(deed, who, { template: 'volunteers-cancelled', link: shiftLink(shiftId) })
  await settleActivity(deed, shift.activity_id)
}
