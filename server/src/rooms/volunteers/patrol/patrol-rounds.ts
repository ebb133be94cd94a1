import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { PatrolRound, reportFinding as reportOperation } from '@ronghe/contract/volunteers/patrol.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { addDays } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { findingsFrom, sendFinding } from '../../programme/findings.ts'
import { placeNames } from '../../programme/places.ts'
import { today } from '../../programme/posts.ts'
import { roundDays } from './patrol-book.ts'
import { armbandOf, lanesToChoose, roundRows, routesOf, ticksOf, toFindings, type RoundRow } from './patrol-rows.ts'
import { takesTicks } from './round-times.ts'

/** The rounds of the shifts somebody has a place on. For anybody else there is no such round. */
const ownRounds = (deed: Deed, personId: string) =>
  roundRows(deed).where(({ exists, selectFrom }) =>
    exists(
      selectFrom('sign_up')
        .select('sign_up.id')
        .whereRef('sign_up.street_id', '=', 'patrol_round.street_id')
        .whereRef('sign_up.shift_id', '=', 'patrol_round.shift_id')
        .where('sign_up.person_id', '=', personId)
        .where('sign_up.state', '=', 'placed'),
    ),
  )

async function getOwnRound(deed: Deed, personId: string, roundId: string): Promise<RoundRow> {
  const row = await ownRounds(deed, personId).where('patrol_round.id', '=', roundId).executeTakeFirst()
  if (!row) throw notFound('patrol-round')
  return row
}

export async function myRounds(deed: Deed, personId: string): Promise<{ items: PatrolRound[] }> {
  const rows = await ownRounds(deed, personId)
    .where('patrol_round.on_day', '>=', addDays(today(deed), -1))
    .orderBy('shift.starts_at')
    .limit(10)
    .execute()
  const items: PatrolRound[] = []
  for (const row of rows) items.push(await describe(deed, personId, row))
  return { items }
}

export const readRound = async (deed: Deed, personId: string, roundId: string): Promise<PatrolRound> =>
  describe(deed, personId, await getOwnRound(deed, personId, roundId))

/** What a patrol may do and what it never does is read before every round; until then there is no way to walk. */
export async function confirmBriefing(deed: Deed, personId: string, roundId: string): Promise<PatrolRound> {
  const row = await getOwnRound(deed, personId, roundId)
  await deed.tx
    .insertInto('patrol_briefed')
    .values({ street_id: deed.street.id, round_id: roundId, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await record(deed, { kind: 'volunteers.patrol.briefed', plain: { round: roundId } })
  return describe(deed, personId, row)
}

/** For the team: the row keeps no person, and the journal neither person nor hour. */
export async function tick(
  deed: Deed,
  personId: string,
  roundId: string,
  { checkpointId, done }: { readonly checkpointId: string; readonly done: boolean },
): Promise<PatrolRound> {
  const row = await walkable(deed, personId, roundId)
  const [route] = await routesOf(deed, { routeIds: [row.route_id] })
  if (!route?.checkpoints.some(({ id }) => id === checkpointId)) throw unfit([{ path: 'checkpointId', code: 'field-choice' }])
  await deed.tx
    .insertInto('patrol_tick')
    .values({ street_id: deed.street.id, round_id: roundId, checkpoint_id: checkpointId, done })
    .onConflict((conflict) => conflict.columns(['street_id', 'round_id', 'checkpoint_id']).doUpdateSet({ done }))
    .execute()
  await record(deed, { kind: 'volunteers.patrol.ticked', plain: { round: roundId }, withoutActor: true })
  return describe(deed, personId, row)
}

/** A thing, not a person: who reported it stays out of the station's report and of the journal. */
export async function reportFinding(
  deed: Deed,
  personId: string,
  roundId: string,
  { id, kind, laneId, words }: BodyOf<typeof reportOperation>,
): Promise<PatrolRound> {
  const row = await walkable(deed, personId, roundId)
  if (!(await placeNames(deed)).lanes.has(laneId)) throw unfit([{ path: 'laneId', code: 'field-choice' }])
  const isNew = await sendFinding(deed, { id, source: 'patrol', fromId: row.team_id, kind, laneId, words, onDay: row.on_day })
  if (isNew) await record(deed, { kind: 'volunteers.patrol.found', plain: { finding: id, what: kind }, withoutActor: true })
  return describe(deed, personId, row)
}

async function walkable(deed: Deed, personId: string, roundId: string): Promise<RoundRow> {
  const row = await getOwnRound(deed, personId, roundId)
  if (!(await isBriefed(deed, personId, roundId))) throw refused('volunteers-patrol-not-briefed')
  if (!takesTicks(row, deed.now)) throw refused('volunteers-patrol-not-now')
  return row
}

async function isBriefed(deed: Deed, personId: string, roundId: string): Promise<boolean> {
  const row = await deed.tx
    .selectFrom('patrol_briefed')
    .select('round_id')
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', roundId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

async function describe(deed: Deed, personId: string, row: RoundRow): Promise<PatrolRound> {
  const briefed = await isBriefed(deed, personId, row.id)
  const [route] = await routesOf(deed, { routeIds: [row.route_id] })
  const ticked = await ticksOf(deed, [row.id])
  const found = await findingsFrom(deed, row.team_id, { since: addDays(today(deed), -roundDays) })
  const open = takesTicks(row, deed.now)
  return {
    id: row.id,
    onDay: row.on_day,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    route: row.route as Text,
    team: row.team as Text,
    armband: await armbandOf(deed, row.team_id),
    briefed,
    checkpoints: briefed ? (route?.checkpoints ?? []).map(({ id, place, lane }) => ({ id, place, lane, done: ticked(row.id, id) })) : [],
    lanes: await lanesToChoose(deed),
    findings: await toFindings(deed, found.slice(0, 20)),
    may: [...(briefed || row.ends_at < deed.now ? [] : (['brief'] as const)), ...(briefed && open ? (['tick', 'report'] as const) : [])],
  }
}
