import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Activity, addShifts, changeShift } from '@ronghe/contract/volunteers/activities.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { setting } from '../../platform/settings/settings.ts'
import { activitySteps } from './activity-lifecycle.ts'
import { checkDay, checkSafety, heldFor } from './activity-planning.ts'
import { describeActivity, getActivity, getShift, settleActivity, type ActivityRow } from './activity-rows.ts'
import { mustLead } from './corps.ts'
import { act, callOff, placesOf, putInCalendar, shiftLink } from './shift-list.ts'
import { isNight, tooLongAtNight } from './shift-rules.ts'

const week = 7 * 24 * 3_600_000
type Times = Omit<BodyOf<typeof addShifts>, 'weeks'>

/** What a shift must be before anybody is asked to come. */
async function checkTimes(deed: Deed, activity: ActivityRow, { startsAt, endsAt, minimum, maximum, special }: Times): Promise<void> {
  const [from, until] = [new Date(startsAt), new Date(endsAt)]
  const { street } = deed
  checkDay(deed, 'startsAt', from)
  if (until <= from) throw unfit([{ path: 'endsAt', code: 'ends-before-start' }])
  if (until.getTime() - from.getTime() > 12 * 3_600_000) throw unfit([{ path: 'endsAt', code: 'volunteers-shift-too-long' }])
  if (maximum < minimum) throw unfit([{ path: 'maximum', code: 'volunteers-maximum-small' }])
  if (special > maximum) throw unfit([{ path: 'special', code: 'volunteers-special-many' }])
  if (special > 0 && !activity.needs_skill && !activity.needs_dialect)
    throw unfit([{ path: 'special', code: 'volunteers-special-nothing' }])
  const rules = await setting(deed, 'volunteers')
  if (tooLongAtNight({ from, until }, rules, street.zone)) throw refused('volunteers-night-hours', { params: { hours: rules.nightHours } })
  // Where children are, and on a patrol at night, nobody is alone (D11, 08).
  const pairs = activity.with_children || (activity.kind === 'patrol' && isNight({ from, until }, street.zone))
  if (pairs && minimum < 2) throw refused('volunteers-two-at-least')
}

export async function addShiftsTo(deed: Deed, activityId: string, { weeks, ...times }: BodyOf<typeof addShifts>): Promise<Activity> {
  const row = await heldFor(deed, activityId, 'addShifts')
  await checkTimes(deed, row, times)
  await insertShifts(deed, activityId, times, weeks)
  await deed.tx
    .updateTable('activity')
    .set({ state: activitySteps[row.state].addShifts!, ...(weeks > 1 ? { weekly: true } : {}) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', activityId)
    .execute()
  if (row.state !== 'draft') await checkSafety(deed, row)
  await record(deed, { kind: 'volunteers.shifts.added', plain: { activity: activityId, shifts: weeks } })
  await settleActivity(deed, activityId)
  return describeActivity(deed, await getActivity(deed, activityId))
}

/** A weekly one begins at the same hour every week: in the street's zone a week is always as long. */
async function insertShifts(deed: Deed, activityId: string, times: Times, weeks: number): Promise<void> {
  const rows = Array.from({ length: weeks }, (_, turn) => {
    const starts_at = new Date(new Date(times.startsAt).getTime() + turn * week)
    const ends_at = new Date(new Date(times.endsAt).getTime() + turn * week)
    return {
      street_id: deed.street.id,
      id: deed.id(),
      activity_id: activityId,
      starts_at,
      ends_at,
      minimum: times.minimum,
      maximum: times.maximum,
      special: times.special,
      night: isNight({ from: starts_at, until: ends_at }, deed.street.zone),
      place: times.place && JSON.stringify(times.place),
      created_at: deed.now,
    }
  })
  await deed.tx.insertInto('shift').values(rows).execute()
}

/** Moves a shift or changes its places. Who has a place keeps it, is told of the new time and may give it back. */
export async function changeShiftTo(deed: Deed, shiftId: string, times: BodyOf<typeof changeShift>): Promise<Activity> {
  const shift = await getShift(deed, shiftId, 'lock')
  const activity = await getActivity(deed, shift.activity_id)
  mustLead(deed, activity)
  if (shift.cancelled_at) throw refused('volunteers-shift-cancelled')
  if (shift.starts_at <= deed.now) throw refused('volunteers-shift-begun')
  await checkTimes(deed, activity, times)
  const [starts_at, ends_at] = [new Date(times.startsAt), new Date(times.endsAt)]
  const moved = starts_at.getTime() !== shift.starts_at.getTime() || ends_at.getTime() !== shift.ends_at.getTime()
  const changed = {
    ...shift,
    starts_at,
    ends_at,
    minimum: times.minimum,
    maximum: times.maximum,
    special: times.special,
    place: times.place,
    night: isNight({ from: starts_at, until: ends_at }, deed.street.zone),
  }
  await deed.tx
    .updateTable('shift')
    .set({
      starts_at,
      ends_at,
      minimum: changed.minimum,
      maximum: changed.maximum,
      special: changed.special,
      night: changed.night,
      place: times.place && JSON.stringify(times.place),
      ...(moved ? { below_told_at: null } : {}),
    })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', shiftId)
    .execute()
  // The old places are what the new ones are held against; offers are made with the new start.
  const list = await act(
    deed,
    { ...changed, maximum: shift.maximum, special: shift.special },
    { kind: 'changeCapacity', places: placesOf(changed) },
  )
  await checkSafety(deed, activity)
  await record(deed, { kind: 'volunteers.shift.changed', plain: { shift: shiftId, moved } })
  for (const { who, state } of list.entries) {
    if (state === 'placed') await putInCalendar(deed, activity, changed, who)
    if (moved && ['placed', 'offered', 'waiting'].includes(state))
      await notify(deed, who, { template: 'volunteers-moved', link: shiftLink(shiftId) })
  }
  return describeActivity(deed, await getActivity(deed, shift.activity_id))
}

export async function cancelShift(deed: Deed, shiftId: string, reason: string): Promise<Activity> {
  const shift = await getShift(deed, shiftId)
  const activity = await getActivity(deed, shift.activity_id)
  mustLead(deed, activity)
  if (shift.cancelled_at) throw refused('volunteers-shift-cancelled')
  if (shift.ends_at <= deed.now) throw refused('volunteers-shift-over')
  await callOff(deed, shiftId, reason)
  return describeActivity(deed, await getActivity(deed, shift.activity_id))
}

export const placeOf = (shift: { readonly place: unknown }, activity: { readonly place: unknown }): Text =>
  (shift.place ?? activity.place) as Text
