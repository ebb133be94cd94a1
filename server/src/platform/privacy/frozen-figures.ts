import { daysOf, finishedSince, periodOf, type PeriodLength } from '../calendar/periods.ts'
import { addDays, dayIn } from '../calendar/working-days.ts'
import type { Deed } from '../deed.ts'

/**
 * A figure about residents that is counted once for every finished month, quarter or year, and then stays (D7). Two readings of it are the
 * same reading, so nothing can be learned by subtracting them: not what was entered late, not what was decided anew, not who was erased.
 * What may be shown of the counts is decided from them alone (suppression.ts), never from anything that still moves.
 */
export interface FrozenFigure<Counts extends object> {
  /** `room.figure` */
  readonly figure: string
  readonly every: PeriodLength
  /** Days after the last one that are waited for: what was said on paper is entered by then, and what was due has had its time. */
  readonly waits: number
  /** The first day there is anything to count; undefined while there is nothing. */
  since(deed: Deed): Promise<string | undefined>
  /** Of the days from the first to the last, both included. */
  count(deed: Deed, days: { readonly first: string; readonly last: string }): Promise<Counts>
  /** Whether what is counted has come to its end; until then the period waits. */
  settled?(deed: Deed, days: { readonly first: string; readonly last: string }): Promise<boolean>
}

export interface Frozen<Counts> {
  readonly counts: Counts
  readonly madeOn: string
}

/** The first day on which a period is shown. */
export const shownFrom = ({ waits }: Pick<FrozenFigure<object>, 'waits'>, period: string): string => addDays(daysOf(period).last, waits + 1)

/** The earliest period that is not due to be shown yet, and from when it is. */
export function nextShown(figure: Pick<FrozenFigure<object>, 'every' | 'waits'>, today: string): { period: string; shownFrom: string } {
  const period = periodOf(addDays(today, -figure.waits), figure.every)
  return { period, shownFrom: shownFrom(figure, period) }
}

/**
 * Counts the finished periods that have not been counted yet. Once and for good: the database lets nobody change or drop one.
 * @returns the periods that were counted now.
 */
export async function freeze(deed: Deed, figure: FrozenFigure<object>): Promise<readonly string[]> {
  const first = await figure.since(deed)
  if (first === undefined) return []
  const today = dayIn(deed.street.zone, deed.now)
  const known = await frozen(deed, figure)
  const made: string[] = []
  for (const period of finishedSince(first, figure.every, addDays(today, -figure.waits))) {
    const days = daysOf(period)
    if (known.has(period) || (figure.settled && !(await figure.settled(deed, days)))) continue
    await deed.tx
      .insertInto('frozen_figure')
      .values({
        street_id: deed.street.id,
        figure: figure.figure,
        period,
        counts: JSON.stringify(await figure.count(deed, days)),
        made_on: today,
      })
      .onConflict((conflict) => conflict.columns(['street_id', 'figure', 'period']).doNothing())
      .execute()
    made.push(period)
  }
  return made
}

/** What has been counted, by period, oldest first. */
export async function frozen<Counts extends object>(
  deed: Deed,
  { figure }: FrozenFigure<Counts>,
): Promise<ReadonlyMap<string, Frozen<Counts>>> {
  const rows = await deed.tx
    .selectFrom('frozen_figure')
    .select(['period', 'counts', 'made_on'])
    .where('street_id', '=', deed.street.id)
    .where('figure', '=', figure)
    .orderBy('period')
    .execute()
  // The counts are what this figure's own `count` put there.
  return new Map(rows.map(({ period, counts, made_on }) => [period, { counts: counts as Counts, madeOn: made_on }]))
}
