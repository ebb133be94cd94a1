import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { readBeginnings } from '@ronghe/contract/volunteers/activities.ts'
import { sql } from 'kysely'
import type { Deed } from '../../platform/deed.ts'
import { frozen, nextShown, type FrozenFigure } from '../../platform/privacy/frozen-figures.ts'
import { showParts } from '../../platform/privacy/suppression.ts'
import { today } from '../programme/posts.ts'

interface Beginnings {
  readonly newcomer: number
  readonly local: number
  readonly unstated: number
  /** The teams' own; nobody's idea in particular, or of somebody who has left since. */
  readonly teams: number
}

/**
 * Activities opened in a quarter, by the group of the resident whose idea each was, as it stood when it was proposed (02 §7, 12). Counted once: were it
 * counted on the day of asking, the day on which the number grows would tell the group of whoever proposed what was opened on that day.
 */
export const beginningsFigure: FrozenFigure<Beginnings> = {
  figure: 'volunteers.beginnings',
  every: 'quarter',
  waits: 7,
  async since(deed) {
    const { rows } = await sql<{ first: string | null }>`
      select min(street_day(street_id, opened_at))::text as first from activity where street_id = ${deed.street.id}::uuid`.execute(deed.tx)
    return rows[0]?.first ?? undefined
  },
  async count(deed, { first, last }) {
    const { rows } = await sql<{ whose: keyof Beginnings; n: number }>`
      select case when started_by is null then 'teams' else group_then(street_id, started_by, created_at) end as whose, count(*)::int as n
      from activity
      where street_id = ${deed.street.id}::uuid and street_day(street_id, opened_at) between ${first}::date and ${last}::date
      group by 1`.execute(deed.tx)
    return { newcomer: 0, local: 0, unstated: 0, teams: 0, ...Object.fromEntries(rows.map(({ whose, n }) => [whose, n])) }
  },
}

/** What may be shown of a quarter; the same on the volunteers' page and in the indicators. */
export function shownBeginnings({ newcomer, local, unstated }: Beginnings) {
  const { parts, total } = showParts([newcomer, local, unstated])
  return { newcomers: parts[0]!, locals: parts[1]!, unstated: parts[2]!, total }
}

export async function beginnings(deed: Deed): Promise<ReplyOf<typeof readBeginnings>> {
  const [quarter, last] = [...(await frozen(deed, beginningsFigure))].at(-1) ?? [null, undefined]
  const next = nextShown(beginningsFigure, today(deed))
  return {
    quarter,
    next: { quarter: next.period, shownFrom: next.shownFrom },
    ...shownBeginnings(last?.counts ?? { newcomer: 0, local: 0, unstated: 0, teams: 0 }),
  }
}
