import { fewestForGap, type readSurveyMethod, type readSurveyResults, type WaveResult } from '@ronghe/contract/insight/survey-results.ts'
import type { SurveyScale } from '@ronghe/contract/insight/survey-scales.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound } from '../../../platform/http/problems.ts'
import { show } from '../../../platform/privacy/suppression.ts'
import { speaker } from '../indicators/indicators.ts'
import type { Words } from '../indicators/definition.ts'
import { fewestTogether } from './coarsen-lanes.ts'
import { lanesOf } from './frame.ts'
import { measuresOf, type MeasureCounts, type SeriesCounts } from './result-counts.ts'
import { meaningOf } from './result-meanings.ts'
import { surveyGroups } from './result-sheets.ts'
import {
  changesOf,
  communitiesShown,
  gapsOf,
  groupsShown,
  peopleShown,
  plainMeans,
  questionsShown,
  responseShown,
  sureness,
} from './result-shown.ts'
import { mostWeight, type WeightCell } from './result-weights.ts'
import { countedWaves, type CountedWave } from './results.ts'

type Spoken = (words: Text) => Words

export async function readResults(deed: Deed, waveId?: string): Promise<ReplyOf<typeof readSurveyResults>> {
  const waves = await countedWaves(deed)
  const heads = waves.map(toHead).toReversed()
  const at = waveId === undefined ? waves.length - 1 : waves.findIndex(({ wave }) => wave.id === waveId)
  if (waveId !== undefined && at < 0) throw notFound('survey-wave')
  if (at < 0) return { waves: heads, result: null }
  return { waves: heads, result: await toResult(deed, waves.slice(0, at + 1)) }
}

const toHead = ({ wave }: CountedWave) => ({
  id: wave.id,
  title: wave.title as Text,
  opensOn: wave.opens_on,
  closedOn: wave.closed_on!,
})

/** The last of some waves, seen against those before it. */
async function toResult(deed: Deed, waves: readonly CountedWave[]): Promise<WaveResult> {
  const now = waves.at(-1)!
  const { sample, open, weightedTo } = now.counts
  const before = waves.at(-2)
  const gaps = gapsOf(sample)
  const changes = before ? changesOf(sample, before.counts.sample) : new Map<string, never>()
  const spoken = await textSpeaker(deed)
  const communities = await communitiesOf(deed)
  return {
    wave: toHead(now),
    people: peopleShown(sample),
    response: responseShown(now.counts),
    ...sureness(now.counts),
    weightedTo,
    measures: named(now, sample).map(({ scale, measure, name, about }) => ({
      id: measure.id,
      name: spoken(name),
      about: spoken(about),
      says: spoken(meaningOf(measure.id).says),
      saysNot: spoken(meaningOf(measure.id).saysNot),
      source: scale.source,
      choices: scale.choices,
      asks: scale.asks,
      groups: groupsShown(sample, measure),
      gap: gaps.get(measure.id) ?? null,
      changes: (['newcomer', 'local'] as const).flatMap((group) => {
        const change = changes.get(`${measure.id} ${group}`)
        return change ? [{ group, change }] : []
      }),
      history: waves.flatMap(({ wave, counts }) => {
        const then = counts.sample.measures.find(({ id }) => id === measure.id)
        return then ? [{ waveId: wave.id, closedOn: wave.closed_on!, groups: groupsShown(counts.sample, then, fewestForGap) }] : []
      }),
      communities: inOrder(communities, communitiesShown(sample, measure)),
      questions: questionsShown(sample, measure).map(({ id, groups }) => {
        const item = scale.items.find((one) => one.id === id)!
        return { id, text: spoken(item.text), reversed: item.reversed, groups }
      }),
    })),
    open: open && {
      people: peopleShown(open),
      measures: named(now, open).map(({ measure, name }) => ({ id: measure.id, name: spoken(name), groups: plainMeans(open, measure) })),
    },
  }
}

/** Measures with the names of their scales, in the order of the questionnaire. */
const named = ({ content }: CountedWave, series: SeriesCounts): { scale: SurveyScale; measure: MeasureCounts; name: Text; about: Text }[] =>
  content.scales.flatMap((scale) =>
    measuresOf(scale).map(({ id, items }) => ({
      scale,
      measure: series.measures.find((one) => one.id === id)!,
      name: scale.single ? joined(scale.name, items[0]!.text) : scale.name,
      about: scale.about,
    })),
  )

const joined = (scale: Text, item: Text): Text => ({
  'zh-CN': `${scale['zh-CN']}：${item['zh-CN']}`,
  en: `${scale.en ?? scale['zh-CN']}: ${item.en ?? item['zh-CN']}`,
})

/** Words with the street's own names of the groups; `{others}` is the side that a reader does not know yet. */
async function textSpeaker(deed: Deed): Promise<Spoken> {
  const spoken = await speaker(deed)
  return ({ 'zh-CN': chinese, en }) =>
    spoken({
      'zh-CN': chinese.replaceAll('{others}', '另一边的人'),
      en: (en ?? chinese).replaceAll('{others}', 'people of the other group'),
    })
}

/** In the order in which the street lists them, never by a figure. */
async function communitiesOf({ tx, street }: Deed): Promise<ReadonlyMap<string, Text>> {
  const rows = await tx
    .selectFrom('community')
    .select(['id', 'name'])
    .where('street_id', '=', street.id)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name as Text]))
}

const inOrder = (communities: ReadonlyMap<string, Text>, shown: ReturnType<typeof communitiesShown>) =>
  [...communities].flatMap(([id, name]) => {
    const own = shown.find(({ community }) => community === id)
    return own ? [{ id, name, groups: own.groups }] : []
  })

export async function readMethod(deed: Deed, waveId: string): Promise<ReplyOf<typeof readSurveyMethod>> {
  const wave = (await countedWaves(deed)).find((one) => one.wave.id === waveId)
  if (!wave) throw notFound('survey-wave')
  const { counts, content } = wave
  const lanes = new Map((await lanesOf(deed)).map((lane) => [lane.id, lane.name]))
  // Groups in their order, lanes in the street's, never by a figure.
  const order = [...lanes.keys()]
  const placeOf = (cell: WeightCell): number => surveyGroups.indexOf(cell.group) * order.length + order.indexOf(cell.lanes[0]!)
  const spoken = await textSpeaker(deed)
  return {
    wave: toHead(wave),
    weightedTo: counts.weightedTo,
    cells: counts.cells
      .toSorted((one, other) => placeOf(one) - placeOf(other))
      .map(({ group, lanes: own, respondents, population, weight }) => {
        const people = show(respondents, fewestTogether)
        return {
          group,
          lanes: own.flatMap((lane) => lanes.get(lane) ?? []),
          respondents: people,
          population,
          // Population over respondents: it would tell a count that is hidden.
          weight: people.kind === 'shown' ? weight : null,
        }
      }),
    trimmed: { most: mostWeight, any: counts.trimmed > 0 },
    designEffects: sureness(counts).designEffects,
    scales: content.scales
      .filter(({ single }) => !single)
      .map((scale) => {
        const measure = counts.sample.measures.find(({ id }) => id === scale.id)!
        return {
          id: scale.id,
          name: spoken(scale.name),
          items: scale.items.length,
          reliability: surveyGroups
            .filter((group) => measure.groups[group] !== undefined)
            .map((group) => {
              const found = measure.reliability[group]
              if (!found || found.people < fewestForGap) return { group, value: { kind: 'notEnough' as const } }
              const { alpha, low, high, omega } = found
              return { group, value: { kind: 'shown' as const, alpha, low, high, omega } }
            }),
        }
      }),
  }
}
