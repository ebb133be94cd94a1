import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { LaneOfPlan } from '@ronghe/contract/council/visits.ts'
import type { Deed } from '../../platform/deed.ts'
import { placeNames } from '../programme/places.ts'
import { charterInForce } from './charter.ts'

/**
 * Where nobody has been for longest comes first. It is a plan of places: it knows no doors and no people, and the visits it counts are
 * public acts of delegates.
 */
export async function visitPlan(deed: Deed, councilId: string): Promise<{ items: LaneOfPlan[] }> {
  await charterInForce(deed, councilId)
  const visits = await visitsByLane(deed, councilId)
  const { lanes, communities } = await placeNames(deed)
  const items = [...lanes].map(([laneId, { name, communityId }]): LaneOfPlan => {
    const there = visits.get(laneId)
    return {
      laneId,
      lane: name,
      communityId,
      community: communities.get(communityId)!,
      visits: there?.count ?? 0,
      lastOn: there?.last ?? null,
      benches: there?.benches ?? [],
    }
  })
  return { items: items.toSorted((one, other) => ((one.lastOn ?? '') < (other.lastOn ?? '') ? -1 : one.lastOn === other.lastOn ? 0 : 1)) }
}

interface LaneVisits {
  readonly count: number
  readonly last: string
  readonly benches: Bench[]
}

/** Visits of a council by lane: how many, the last day, and which benches went. */
export async function visitsByLane(deed: Deed, councilId: string): Promise<ReadonlyMap<string, LaneVisits>> {
  const rows = await deed.tx
    .selectFrom('visit')
    .innerJoin('visit_delegate', (join) =>
      join.onRef('visit_delegate.street_id', '=', 'visit.street_id').onRef('visit_delegate.visit_id', '=', 'visit.id'),
    )
    .innerJoin('seat_term', (join) =>
      join.onRef('seat_term.street_id', '=', 'visit.street_id').onRef('seat_term.id', '=', 'visit_delegate.term_id'),
    )
    .innerJoin('seat', (join) => join.onRef('seat.street_id', '=', 'visit.street_id').onRef('seat.id', '=', 'seat_term.seat_id'))
    .select(['visit.id', 'visit.lane_id', 'visit.on_day', 'seat.bench'])
    .where('visit.street_id', '=', deed.street.id)
    .where('visit.council_id', '=', councilId)
    .orderBy('visit.on_day')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ lane_id }) => lane_id)].map(([lane, there]) => [
      lane,
      {
        count: new Set(there.map(({ id }) => id)).size,
        last: there.at(-1)!.on_day,
        benches: [...new Set(there.flatMap(({ bench }) => bench ?? []))].toSorted(),
      },
    ]),
  )
}

/** How often a lane was visited: the charter's common ground of a single lane asks for it. */
export const visitsToLane = async (deed: Deed, councilId: string, laneId: string): Promise<number> =>
  (await visitsByLane(deed, councilId)).get(laneId)?.count ?? 0
