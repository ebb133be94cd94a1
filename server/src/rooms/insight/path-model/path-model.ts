import type { PathArrow, PathState, readPathModel } from '@ronghe/contract/insight/path-model.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Question } from '@ronghe/path-model'
import { sql } from 'kysely'
import type { Deed } from '../../../platform/deed.ts'
import { frozen } from '../../../platform/privacy/frozen-figures.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { today } from '../../programme/posts.ts'
import { monthsOf } from '../indicators/frozen-indicators.ts'
import { countedWaves, type CountedWave } from '../survey/results.ts'
import { analyseApart } from './analyse-apart.ts'
import { boxMeasures, measuresFor, outcomeOf } from './box-measures.ts'
import { publishAnalysis } from './publish-analysis.ts'
import { boxesOf, studyArrows } from './study-arrows.ts'
import { unitCounts } from './unit-counts.ts'
import { unitsOf, type ClosedWave, type LinesOf, type Unit } from './units.ts'

type Page = ReplyOf<typeof readPathModel>

/** What is kept of a model: the page's own words, without titles. */
interface Kept {
  readonly waves: readonly (Omit<Page['waves'][number], 'title' | 'closedOn'> & { readonly id: string })[]
  readonly state: PathState
}

/**
 * Works the model out after a wave, once and for good, from frozen counts. Also without the members' box, so that a street that switches its party
 * modules off has its page the same minute.
 */
export async function workOutPathModel(deed: Deed): Promise<void> {
  const waves = await countedWaves(deed)
  const last = waves.at(-1)
  if (!last) return
  const modules = await setting(deed, 'modules')
  const variants = [modules, { ...modules, branch: false }].map((variant) => studyArrows(variant, true))
  const known = await deed.tx
    .selectFrom('path_model')
    .select('boxes')
    .where('street_id', '=', deed.street.id)
    .where('wave_id', '=', last.wave.id)
    .execute()
  const due = new Map(
    variants.map((arrows) => [nameOf(arrows), arrows] as const).filter(([boxes]) => !known.some((row) => row.boxes === boxes)),
  )
  if (due.size === 0) return
  const closed = await closedWaves(deed, waves)
  const linesOf = await frozenLines(deed)
  for (const [boxes, arrows] of due) {
    const drawn = boxesOf(arrows)
    const units = unitsOf(
      closed,
      boxMeasures.filter(({ box }) => drawn.has(box)),
      linesOf,
    )
    const kept: Kept = {
      waves: closed.map(({ id }) => ({ id, ...countUnits(units.filter((unit) => unit.wave === id)) })),
      state: await stateOf(deed, arrows, closed, units),
    }
    await deed.tx
      .insertInto('path_model')
      .values({ street_id: deed.street.id, wave_id: last.wave.id, boxes, result: JSON.stringify(kept), made_on: today(deed) })
      .onConflict((conflict) => conflict.columns(['street_id', 'wave_id', 'boxes']).doNothing())
      .execute()
  }
}

export async function describePathModel(deed: Deed): Promise<Page> {
  const waves = await countedWaves(deed)
  const arrows = studyArrows(await setting(deed, 'modules'), waves.length > 0)
  const page = { arrows, measures: measuresFor(boxesOf(arrows)) }
  const last = waves.at(-1)
  if (!last) return { ...page, waves: [], madeOn: null, state: await stateOf(deed, arrows, [], []) }
  const row = await deed.tx
    .selectFrom('path_model')
    .select(['result', 'made_on'])
    .where('street_id', '=', deed.street.id)
    .where('wave_id', '=', last.wave.id)
    .where('boxes', '=', nameOf(arrows))
    .executeTakeFirst()
  // A wave that closed today, or an organ that was switched on or off: the night works it out.
  if (!row) return { ...page, waves: [], madeOn: null, state: { kind: 'tonight' } }
  // The result is what workOutPathModel put there.
  const kept = row.result as unknown as Kept
  const byId = new Map(waves.map(({ wave }) => [wave.id, wave]))
  return {
    ...page,
    madeOn: row.made_on,
    waves: kept.waves.map(({ id, ...counts }) => ({ title: byId.get(id)!.title as Text, closedOn: byId.get(id)!.closed_on!, ...counts })),
    state: kept.state,
  }
}

const nameOf = (arrows: readonly PathArrow[]): string => [...boxesOf(arrows)].toSorted().join(' ')

async function stateOf(deed: Deed, arrows: readonly PathArrow[], waves: readonly ClosedWave[], units: readonly Unit[]): Promise<PathState> {
  const analysis = await analyseApart(questionOf(arrows, units, `path model ${deed.street.slug} ${waves.at(-1)?.id ?? ''}`))
  const pace = waves.map(({ id, closedOn }) => {
    const own = countUnits(units.filter(({ wave }) => wave === id))
    // What had everything but twelve months of figures before it will have them one day.
    return { closedOn, complete: own.complete + own.notYet }
  })
  return publishAnalysis(analysis, pace, today(deed))
}

/** Units of one community belong together: it is the same place, wave after wave. */
export const questionOf = (arrows: readonly PathArrow[], units: readonly Unit[], seed: string): Question => ({
  arrows: arrows.map(({ from, to }) => ({ from, to })),
  units: units.map(({ values }) => values),
  blocks: units.map(({ community }) => community),
  seed,
})

const countUnits = (units: readonly Unit[]) => {
  const count = (why: Unit['why']) => units.filter((unit) => unit.why === why).length
  return {
    communities: units.length,
    complete: count('complete'),
    noAnswers: count('noAnswers'),
    notYet: count('notYet'),
    few: count('few'),
  }
}

/** Every community of a wave's frame, with its dwellings and what its two groups said. */
async function closedWaves({ tx, street }: Deed, waves: readonly CountedWave[]): Promise<readonly ClosedWave[]> {
  const { rows } = await sql<{ wave: string; community: string; dwellings: number }>`
    select frame.wave_id::text as wave, lane.community_id::text as community, sum(frame.dwellings)::int as dwellings
    from survey_frame frame
    join lane on lane.street_id = frame.street_id and lane.id = frame.lane_id
    where frame.street_id = ${street.id}::uuid
    group by frame.wave_id, lane.community_id
    order by frame.wave_id, lane.community_id`.execute(tx)
  return waves.map(({ wave, counts }) => ({
    id: wave.id,
    opensOn: wave.opens_on,
    closedOn: wave.closed_on!,
    communities: rows
      .filter((row) => row.wave === wave.id)
      .map(({ community, dwellings }) => ({ id: community, dwellings, outcome: outcomeOf(counts.sample, community) })),
  }))
}

/** The frozen months of every measure, read once. */
async function frozenLines(deed: Deed): Promise<LinesOf> {
  const own = await frozen(deed, unitCounts)
  const keys = new Set(boxMeasures.flatMap(({ counts }) => ('indicator' in counts ? [counts.indicator] : [])))
  const indicators = new Map(
    await Promise.all(
      [...keys].map(async (indicator) => {
        const months = await monthsOf(deed, indicator)
        return [indicator.key, new Map(months.map(({ period, counts }) => [period, counts]))] as const
      }),
    ),
  )
  return ({ counts }, month) =>
    'own' in counts ? own.get(month)?.counts[counts.own] : indicators.get(counts.indicator.key)?.get(month)?.[counts.measure.key]
}
