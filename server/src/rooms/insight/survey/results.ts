import type { QuestionnaireContent } from '@ronghe/contract/insight/survey-scales.ts'
import type { Deed } from '../../../platform/deed.ts'
import { today } from '../../programme/posts.ts'
import { frameOf } from './frame.ts'
import { countSeries, type SeriesCounts } from './result-counts.ts'
import type { Sheet, SurveyGroup } from './result-sheets.ts'
import { unweighted, weigh, type LanePeople, type WeightCell } from './result-weights.ts'
import { listWaveRows, type WaveRow } from './waves.ts'

/** What is kept of a wave, for good. */
export interface WaveCounts {
  readonly sample: SeriesCounts
  readonly open: SeriesCounts | null
  readonly doors: { readonly drawn: number; readonly notEligible: number }
  readonly weightedTo: { readonly countedOn: string; readonly source: string } | null
  readonly cells: readonly WeightCell[]
  readonly trimmed: number
  readonly designEffects: Readonly<Record<SurveyGroup, number | null>>
}

/** Counts the closed waves that were not counted yet. Once and for good: the database lets nobody change or drop one. */
export async function countClosedWaves(deed: Deed): Promise<void> {
  const known = new Set(
    (await deed.tx.selectFrom('survey_result').select('wave_id').where('street_id', '=', deed.street.id).execute()).map(
      ({ wave_id }) => wave_id,
    ),
  )
  for (const wave of await listWaveRows(deed))
    if (wave.state === 'closed' && !known.has(wave.id))
      await deed.tx
        .insertInto('survey_result')
        .values({ street_id: deed.street.id, wave_id: wave.id, counts: JSON.stringify(await countWave(deed, wave)), made_on: today(deed) })
        .onConflict((conflict) => conflict.columns(['street_id', 'wave_id']).doNothing())
        .execute()
}

/** A counted wave. */
export interface CountedWave {
  readonly wave: WaveRow
  readonly content: QuestionnaireContent
  readonly counts: WaveCounts
}

/** The counted waves, oldest first. */
export async function countedWaves(deed: Deed): Promise<readonly CountedWave[]> {
  const rows = await deed.tx.selectFrom('survey_result').select(['wave_id', 'counts']).where('street_id', '=', deed.street.id).execute()
  // The counts are what countWave put there.
  const counts = new Map(rows.map((row) => [row.wave_id, row.counts as unknown as WaveCounts]))
  return (await listWaveRows(deed))
    .flatMap((wave) => (counts.has(wave.id) ? [{ wave, content: wave.content, counts: counts.get(wave.id)! }] : []))
    .toSorted((one, other) => compare(one.wave.closed_on!, other.wave.closed_on!) || compare(one.wave.id, other.wave.id))
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

async function countWave(deed: Deed, wave: WaveRow): Promise<WaveCounts> {
  const sheets = await sheetsOf(deed, wave.id)
  const { lanes, weightedTo } = await peopleAt(deed, wave.closed_on!)
  // Who broke off said too little to speak for anybody (AAPOR: no interview).
  const sample = sheets.filter(({ series, brokenOff }) => series === 'sample' && !brokenOff)
  const open = sheets.filter(({ series, brokenOff }) => series === 'open' && !brokenOff)
  const weighting = weigh(sample, lanes)
  const frame = await frameOf(deed, wave.id)
  return {
    sample: countSeries(wave.content, sample, weighting),
    open: open.length > 0 ? countSeries(wave.content, open, unweighted(open)) : null,
    doors: {
      drawn: frame.reduce((sum, { drawn }) => sum + (drawn ?? 0), 0),
      notEligible: frame.reduce((sum, { not_eligible }) => sum + (not_eligible ?? 0), 0),
    },
    weightedTo,
    cells: weighting.cells,
    trimmed: weighting.trimmed,
    designEffects: weighting.designEffects,
  }
}

async function sheetsOf({ tx, street }: Deed, waveId: string): Promise<(Sheet & { series: string; brokenOff: boolean })[]> {
  const rows = await tx
    .selectFrom('survey_response as r')
    .leftJoin('lane as l', (join) => join.onRef('l.street_id', '=', 'r.street_id').onRef('l.id', '=', 'r.lane_id'))
    .select(['r.series', 'r.lane_id', 'l.community_id', 'r.grp', 'r.answers', 'r.completeness'])
    .where('r.street_id', '=', street.id)
    .where('r.wave_id', '=', waveId)
    .orderBy('r.id')
    .execute()
  return rows.map((row) => ({
    series: row.series,
    laneId: row.lane_id,
    communityId: row.community_id,
    group: row.grp as SurveyGroup,
    complete: row.completeness === 'complete',
    brokenOff: row.completeness === 'brokenOff',
    answers: row.answers as Record<string, number>,
  }))
}

/** The latest public count by the day the wave closed. */
async function peopleAt({ tx, street }: Deed, day: string): Promise<{ lanes: LanePeople[]; weightedTo: WaveCounts['weightedTo'] }> {
  const rows = await tx
    .selectFrom('lane_population as p')
    .innerJoin('lane as l', (join) => join.onRef('l.street_id', '=', 'p.street_id').onRef('l.id', '=', 'p.lane_id'))
    .select(['p.lane_id', 'l.community_id', 'p.newcomers', 'p.locals', 'p.counted_on', 'p.source'])
    .distinctOn('p.lane_id')
    .where('p.street_id', '=', street.id)
    .where('p.counted_on', '<=', day)
    .orderBy('p.lane_id')
    .orderBy('p.counted_on', 'desc')
    .execute()
  const latest = rows.toSorted((one, other) => compare(other.counted_on, one.counted_on))[0]
  return {
    lanes: rows.map((row) => ({ laneId: row.lane_id, communityId: row.community_id, newcomers: row.newcomers, locals: row.locals })),
    weightedTo: latest ? { countedOn: latest.counted_on, source: latest.source } : null,
  }
}
