import { periodOf } from '../../platform/calendar/periods.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import type { FrozenFigure } from '../../platform/privacy/frozen-figures.ts'

export interface FollowUpCounts {
  readonly inTime: number
  readonly late: number
}

/** Of the bad ratings of a quarter, those followed up in time; counted once none of them is being looked into any more. */
export const followUpFigures: FrozenFigure<FollowUpCounts> = {
  figure: 'station.ratingFollowUps',
  every: 'quarter',
  waits: 0,
  async since(deed) {
    const { first } = await deed.tx
      .selectFrom('rating')
      .select(({ fn }) => fn.min('at').as('first'))
      .where('street_id', '=', deed.street.id)
      .executeTakeFirstOrThrow()
    return first ? dayIn(deed.street.zone, first) : undefined
  },
  async settled(deed, { first }) {
    return (await followUpsIn(deed, first)).every(({ closed_at }) => closed_at !== null)
  },
  async count(deed, { first }) {
    const rows = await followUpsIn(deed, first)
    const inTime = rows.filter(({ closed_at, fix_by }) => closed_at && dayIn(deed.street.zone, closed_at) <= fix_by).length
    return { inTime, late: rows.length - inTime }
  },
}

const followUpsIn = (deed: Deed, firstDay: string) =>
  deed.tx
    .selectFrom('rating_follow_up')
    .innerJoin('rating', (join) =>
      join.onRef('rating.street_id', '=', 'rating_follow_up.street_id').onRef('rating.id', '=', 'rating_follow_up.rating_id'),
    )
    .select(['rating_follow_up.closed_at', 'rating_follow_up.fix_by'])
    .where('rating_follow_up.street_id', '=', deed.street.id)
    .where('rating.quarter', '=', periodOf(firstDay, 'quarter'))
    .execute()
