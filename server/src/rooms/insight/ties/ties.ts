import { gatheringKinds, type GatheringKind, type readTies } from '@ronghe/contract/insight/ties.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { sql } from 'kysely'
import { addDays, startOfDay } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { frozen, nextShown, type FrozenFigure } from '../../../platform/privacy/frozen-figures.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { groupsOf } from '../../people/group.ts'
import { today } from '../../programme/posts.ts'
import { sinceCounted } from '../since-counted.ts'
import { firstGathering, gatheredIn, type Gathered } from './participations.ts'
import { testApart } from './ties-worker.ts'
import { toTiesQuarter, type TiesCounts } from './ties-quarter.ts'
import { whoTookPart } from './who-took-part.ts'

/** Paper lists of shifts and classes are entered within a week, the attendance of a meeting by the next one. */
export const tiesFigure: FrozenFigure<TiesCounts> = {
  figure: 'insight.ties',
  every: 'quarter',
  waits: 14,
  since: (deed) => sinceCounted(deed, tiesFigure.figure, () => firstGathering(deed)),
  async count(deed, days) {
    const until = startOfDay(deed.street.zone, addDays(days.last, 1))
    // Whoever was somewhere alone met nobody.
    const joint = (await gatheredIn(deed, days)).filter(({ people }) => people.length > 1)
    const took = [...new Set(joint.flatMap(({ people }) => people))].toSorted()
    const groupOf = await groupsOf(deed, took, until)
    const number = new Map(took.map((id, index) => [id, String(index)]))
    const { mixedPercent } = await setting(deed, 'school')
    const ties = await testApart(
      {
        ties: 'mixing',
        gatherings: joint.map(({ kind, people }, index) => ({ id: String(index), kind, people: people.map((id) => number.get(id)!) })),
        of: new Map(took.map((id) => [number.get(id)!, groupOf.get(id) ?? 'unstated'])),
        seed: `ties ${deed.street.slug} ${days.first}`,
        rules: { mixedPercent },
      },
      () => sql`select 1`.execute(deed.tx),
    )
    const ofKind = (kind: GatheringKind): readonly Gathered[] => joint.filter((one) => one.kind === kind)
    const kinds = gatheringKinds.filter((kind) => ofKind(kind).length > 0)
    return {
      ties,
      mixedPercent,
      gatherings: Object.fromEntries(kinds.map((kind) => [kind, ofKind(kind).length])),
      atKind: Object.fromEntries(
        kinds.map((kind) => {
          const counts = { newcomer: 0, local: 0, unstated: 0 }
          for (const id of new Set(ofKind(kind).flatMap(({ people }) => people))) counts[groupOf.get(id) ?? 'unstated']++
          return [kind, counts]
        }),
      ),
      who: await whoTookPart(deed, until, took),
    }
  },
}

export async function readTiesPage(deed: Deed): Promise<ReplyOf<typeof readTies>> {
  const counted = await frozen(deed, tiesFigure)
  const communities = await deed.tx.selectFrom('community').select(['id', 'name']).where('street_id', '=', deed.street.id).execute()
  const { roundTo } = await setting(deed, 'figures')
  const names = new Map(communities.map(({ id, name }) => [id, name as Text]))
  return {
    quarters: [...counted]
      .toSorted(([a], [b]) => (a < b ? 1 : -1))
      .slice(0, 12)
      .map(([period, { counts }]) => toTiesQuarter(period, counts, names, roundTo)),
    next: nextShown(tiesFigure, today(deed)),
  }
}
