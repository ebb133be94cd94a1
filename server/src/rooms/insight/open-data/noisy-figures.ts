import { randomInt } from 'node:crypto'
import type { NoisyFigure, readRelease as reading, releaseNoisy as releasing } from '@ronghe/contract/insight/open-data.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { sql } from 'kysely'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { today } from '../../programme/posts.ts'
import { indicators } from '../indicators/all.ts'
import type { Line, Measure } from '../indicators/definition.ts'
import { monthsOf } from '../indicators/frozen-indicators.ts'
import { getIndicator, placeNames, quartersOf, speaker } from '../indicators/indicators.ts'
import { drawNoise, type RandomBelow } from './noise.ts'

/** A count with its noise, as it is kept. */
interface NoisyCount {
  readonly community: string | null
  readonly group: Line['group']
  readonly part: string
  readonly count: number
}

/** Shares and counts by community can be released: one event is one count there. Sums and medians would need a bound on each event. */
const isReleasable = ({ kind, places, exempt }: Measure): boolean =>
  (kind === 'share' || kind === 'count') && places.includes('community') && exempt === undefined

/** How much of the year's budget is spent; a release counts in the year it is made. */
async function budgetOf(deed: Deed): Promise<ReplyOf<typeof reading>['budget']> {
  const year = today(deed).slice(0, 4)
  const { spent } = await deed.tx
    .selectFrom('noisy_figure')
    .select(({ fn, lit }) => fn.coalesce(fn.sum<number>('epsilon_percent'), lit(0)).as('spent'))
    .where('street_id', '=', deed.street.id)
    .where('released_on', '>=', `${year}-01-01`)
    .where('released_on', '<=', `${year}-12-31`)
    .executeTakeFirstOrThrow()
  return { year, percent: (await setting(deed, 'figures')).privacyBudgetPercent, spent: Number(spent) }
}

export async function readRelease(deed: Deed): Promise<ReplyOf<typeof reading>> {
  const released = await listNoisy(deed)
  const spoken = await speaker(deed)
  const releasable: ReplyOf<typeof reading>['releasable'] = []
  for (const indicator of indicators) {
    const measures = indicator.measures.filter(isReleasable)
    if (measures.length === 0) continue
    const months = await monthsOf(deed, indicator)
    for (const measure of measures) {
      const periods = [...quartersOf(measure, months).keys()].filter(
        (period) => !released.some((one) => one.indicator === indicator.key && one.measure === measure.key && one.period === period),
      )
      if (periods.length > 0) releasable.push({ indicator: indicator.key, measure: measure.key, title: spoken(measure.title), periods })
    }
  }
  return { budget: await budgetOf(deed), releasable, released }
}

/**
 * Publishes a quarter of a measure by community and group with noise: event-level differential privacy (Dwork, McSherry, Nissim and Smith 2006).
 * Every cell there could be is released, the empty ones too: which cells are there must not tell anything.
 */
export async function releaseNoisy(
  deed: Deed,
  { indicator: key, measure: wanted, period, epsilonPercent }: BodyOf<typeof releasing>,
  releasedBy: string,
  below: RandomBelow = randomInt,
): Promise<ReplyOf<typeof releasing>> {
  const indicator = getIndicator(key)
  const measure = indicator.measures.find((one) => one.key === wanted)
  if (!measure || !isReleasable(measure)) throw notFound('figure')
  const months = quartersOf(measure, await monthsOf(deed, indicator)).get(period)
  if (!months) throw notFound('figure')
  // Two officers at once: the second waits and then finds the budget spent.
  await sql`select pg_advisory_xact_lock(hashtextextended('noisy figures ' || ${deed.street.id}, 0))`.execute(deed.tx)
  const known = await deed.tx
    .selectFrom('noisy_figure')
    .select('period')
    .where('street_id', '=', deed.street.id)
    .where('indicator', '=', key)
    .where('measure', '=', wanted)
    .where('period', '=', period)
    .executeTakeFirst()
  if (known) throw refused('noisy-already')
  const budget = await budgetOf(deed)
  if (budget.spent + epsilonPercent > budget.percent)
    throw refused('noisy-budget', { params: { left: Math.max(0, budget.percent - budget.spent), year: budget.year } })
  const counts = withNoise(
    measure,
    months.flatMap(({ lines }) => lines),
    [...(await placeNames(deed, 'community')).keys()],
    (count) => count + drawNoise(epsilonPercent, below),
  )
  await deed.tx
    .insertInto('noisy_figure')
    .values({
      street_id: deed.street.id,
      indicator: key,
      measure: wanted,
      period,
      epsilon_percent: epsilonPercent,
      counts: JSON.stringify(counts),
      released_on: today(deed),
      released_by: releasedBy,
    })
    .execute()
  await record(deed, { kind: 'insight.open-data.released', plain: { indicator: key, measure: wanted, period, epsilonPercent } })
  const figure = (await listNoisy(deed)).find((one) => one.indicator === key && one.measure === wanted && one.period === period)!
  return { figure, budget: await budgetOf(deed) }
}

/** All cells of the table, whether anything was counted in them or not. */
export function withNoise(
  measure: Measure,
  lines: readonly Line[],
  communities: readonly (string | null)[],
  noisy: (count: number) => number,
): readonly NoisyCount[] {
  const groups = measure.byGroup ? (['newcomer', 'local', 'unstated'] as const) : (['all'] as const)
  const parts = measure.kind === 'share' ? ['yes', 'no'] : Object.keys(measure.parts ?? { '': null })
  return communities.flatMap((community) =>
    groups.flatMap((group) =>
      parts.map((part) => ({
        community,
        group,
        part,
        count: noisy(
          lines
            .filter((line) => line.community === community && line.group === group && line.part === part)
            .reduce((sum, { n }) => sum + n, 0),
        ),
      })),
    ),
  )
}

/** What was released, the newest first. */
export async function listNoisy(deed: Deed): Promise<NoisyFigure[]> {
  const rows = await deed.tx
    .selectFrom('noisy_figure')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .orderBy('period', 'desc')
    .orderBy('indicator')
    .orderBy('measure')
    .execute()
  const names = await placeNames(deed, 'community')
  const spoken = await speaker(deed)
  return rows.map((row) => ({
    indicator: row.indicator,
    measure: row.measure,
    title: spoken(getIndicator(row.indicator).measures.find(({ key }) => key === row.measure)!.title),
    period: row.period,
    epsilonPercent: row.epsilon_percent,
    releasedOn: row.released_on,
    // Written as such by releaseNoisy.
    rows: (row.counts as unknown as readonly NoisyCount[]).map(({ community, group, part, count }) => ({
      placeId: community,
      placeName: names.get(community) ?? null,
      group,
      part,
      count,
    })),
  }))
}
