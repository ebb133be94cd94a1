import type { WeeklyTime } from '@ronghe/contract/council/meeting-polls.ts'
import type { Deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal/record.ts'
import { actingDelegate, delegatesInOffice } from './delegates.ts'
import type { Weekly } from './meeting-times.ts'

const rowsOf = (deed: Deed, councilId: string) =>
  deed.tx
    .selectFrom('unavailable_time')
    .select(['person_id', 'weekday', 'from_minute', 'to_minute'])
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .orderBy('weekday')
    .orderBy('from_minute')

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]
const toTime = ({ weekday, from_minute, to_minute }: Row): WeeklyTime => ({ weekday, from: from_minute, to: to_minute })

export async function myUnavailableTimes(deed: Deed, councilId: string): Promise<{ times: WeeklyTime[] }> {
  const { personId } = await actingDelegate(deed, councilId)
  return { times: (await rowsOf(deed, councilId).where('person_id', '=', personId).execute()).map(toTime) }
}

export async function writeUnavailableTimes(deed: Deed, councilId: string, times: readonly WeeklyTime[]): Promise<{ times: WeeklyTime[] }> {
  const { personId } = await actingDelegate(deed, councilId)
  const { tx, street } = deed
  await tx
    .deleteFrom('unavailable_time')
    .where('street_id', '=', street.id)
    .where('council_id', '=', councilId)
    .where('person_id', '=', personId)
    .execute()
  if (times.length > 0)
    await tx
      .insertInto('unavailable_time')
      .values(
        times.map(({ weekday, from, to }) => ({
          street_id: street.id,
          id: deed.id(),
          council_id: councilId,
          person_id: personId,
          weekday,
          from_minute: from,
          to_minute: to,
          created_at: deed.now,
        })),
      )
      .execute()
  await record(deed, { kind: 'council.unavailable-times.written', about: personId, plain: { times: times.length } })
  return myUnavailableTimes(deed, councilId)
}

/** Per delegate in office, without saying whose they are. */
export async function unavailableInOffice(deed: Deed, councilId: string): Promise<readonly (readonly Weekly[])[]> {
  const inOffice = new Set((await delegatesInOffice(deed, councilId)).map(({ personId }) => personId))
  const rows = await rowsOf(deed, councilId).execute()
  return [
    ...Map.groupBy(
      rows.filter(({ person_id }) => inOffice.has(person_id)),
      ({ person_id }) => person_id,
    ).values(),
  ].map((own) => own.map(toTime))
}
