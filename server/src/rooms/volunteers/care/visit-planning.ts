import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { CareShift, planVisit as planOperation } from '@ronghe/contract/volunteers/care.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { recordAccess } from '../../../platform/privacy/access.ts'
import { housemates } from '../../people/households.ts'
import { findPersons } from '../../people/persons.ts'
import { getRecipient } from './recipient-rows.ts'
import { changeVisit } from './outcomes.ts'
import { isPaired, visitRows } from './visit-rows.ts'

/** How far back a shift is still listed, for what comes in on paper. */
const yesterday = 24 * 3_600_000

const careShiftRows = (deed: Deed) =>
  deed.tx
    .selectFrom('shift')
    .innerJoin('activity', (join) =>
      join.onRef('activity.street_id', '=', 'shift.street_id').onRef('activity.id', '=', 'shift.activity_id'),
    )
    .select(['shift.id', 'activity.title', 'shift.starts_at', 'shift.ends_at'])
    .where('shift.street_id', '=', deed.street.id)
    .where('activity.kind', '=', 'care')
    .where('shift.cancelled_at', 'is', null)

/** Adults who have a place on these shifts: a minor is never one of a pair (08). */
async function adultsOn(deed: Deed, shiftIds: readonly string[]) {
  if (shiftIds.length === 0) return []
  return deed.tx
    .selectFrom('sign_up')
    .innerJoin('volunteer', (join) =>
      join.onRef('volunteer.street_id', '=', 'sign_up.street_id').onRef('volunteer.person_id', '=', 'sign_up.person_id'),
    )
    .select(['sign_up.shift_id', 'sign_up.person_id'])
    .where('sign_up.street_id', '=', deed.street.id)
    .where('sign_up.shift_id', 'in', [...shiftIds])
    .where('sign_up.state', '=', 'placed')
    .where('volunteer.minor', '=', false)
    .orderBy('sign_up.turn')
    .execute()
}

export async function listCareShifts(deed: Deed): Promise<{ items: CareShift[] }> {
  const shifts = await careShiftRows(deed)
    .where('shift.ends_at', '>', new Date(deed.now.getTime() - yesterday))
    .orderBy('shift.starts_at')
    .limit(20)
    .execute()
  const ids = shifts.map(({ id }) => id)
  const adults = await adultsOn(deed, ids)
  const visits =
    ids.length === 0
      ? []
      : await visitRows(deed)
          .innerJoin('care_recipient as visited', (join) =>
            join.onRef('visited.street_id', '=', 'care_visit.street_id').onRef('visited.id', '=', 'care_visit.recipient_id'),
          )
          .select('visited.number')
          .where('care_visit.shift_id', 'in', ids)
          .orderBy('visited.number')
          .execute()
  const people = [...adults.map(({ person_id }) => person_id), ...visits.flatMap(({ first_id, second_id }) => [first_id, second_id])]
  const names = new Map((await findPersons(deed, people)).map(({ id, name }) => [id, name]))
  await recordAccess(
    deed,
    [...names.keys()].map((personId) => ({ personId, purpose: 'volunteerShift', permission: 'volunteers.care' as const })),
  )
  return {
    items: shifts.map(({ id, title, starts_at, ends_at }) => ({
      id,
      title: title as Text,
      startsAt: starts_at.toISOString(),
      endsAt: ends_at.toISOString(),
      adults: adults
        .filter(({ shift_id }) => shift_id === id)
        .map(({ person_id }) => ({ personId: person_id, name: names.get(person_id) ?? '' })),
      visits: visits
        .filter(({ shift_id }) => shift_id === id)
        .map((visit) => ({
          id: visit.id,
          number: visit.number,
          pair: [visit.first_id, visit.second_id].map((person) => names.get(person) ?? ''),
          paired: isPaired(visit),
          outcome: visit.outcome,
        })),
    })),
  }
}

/** Two adults of the shift, and neither of them from the household that is visited. */
export async function planVisit(deed: Deed, { recipientId, shiftId, pair }: BodyOf<typeof planOperation>): Promise<{ id: string }> {
  const recipient = await getRecipient(deed, recipientId)
  if (!recipient.person_id) throw refused('volunteers-care-not-agreed')
  const shift = await careShiftRows(deed).where('shift.id', '=', shiftId).executeTakeFirst()
  if (!shift) throw notFound('shift')
  if (shift.ends_at <= deed.now) throw refused('volunteers-shift-over')
  const adults = (await adultsOn(deed, [shiftId])).map(({ person_id }) => person_id)
  if (pair[0] === pair[1] || !pair.every((person) => adults.includes(person))) throw refused('volunteers-care-pair')
  const home = await housemates(deed, recipient.person_id)
  if (pair.some((person) => person === recipient.person_id || home.has(person))) throw refused('volunteers-care-own-home')
  const id = await keepPair(deed, recipientId, shift, pair)
  for (const person of pair) await notify(deed, person, { template: 'care-visit-planned', link: '/volunteers/visits' })
  await record(deed, { kind: 'volunteers.care.planned', about: recipient.person_id, plain: { visit: id, shift: shiftId } })
  return { id }
}

/** A new visit, or two who go in the place of two who no longer can. */
async function keepPair(
  deed: Deed,
  recipientId: string,
  shift: { readonly id: string; readonly ends_at: Date },
  pair: readonly [string, string],
): Promise<string> {
  const known = await visitRows(deed)
    .where('care_visit.shift_id', '=', shift.id)
    .where('care_visit.recipient_id', '=', recipientId)
    .executeTakeFirst()
  if (known && (isPaired(known) || known.outcome)) throw refused('volunteers-care-planned-already')
  const people = { first_id: pair[0], second_id: pair[1] }
  if (known) {
    const settled = known.alert === 'noPair' && !known.settled_at ? { settled_at: deed.now } : {}
    await changeVisit(deed, known.id, { ...people, ...settled })
    return known.id
  }
  const id = deed.id()
  await deed.tx
    .insertInto('care_visit')
    .values({ street_id: deed.street.id, id, recipient_id: recipientId, shift_id: shift.id, ...people, ends_at: shift.ends_at })
    .execute()
  return id
}
