import { fewestForGap, type ByGroup, type Contrast, type WaveResult } from '@ronghe/contract/insight/survey-results.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import type { Estimate } from '@ronghe/contract/insight/indicators.ts'
import { differenceOf, hedgesG, holm, marginOfError, meanInterval, type Difference } from '@ronghe/scales'
import { show, showParts, showShare } from '../../../platform/privacy/suppression.ts'
import { fewestTogether } from './coarsen-lanes.ts'
import type { Counted, MeasureCounts, SeriesCounts } from './result-counts.ts'
import { surveyGroups, type SurveyGroup } from './result-sheets.ts'
import type { WaveCounts } from './results.ts'

/**
 * What may be shown of a counted wave (D7, surveys: ten). One way for pages, exports and interfaces.
 *
 * 1. A group of fewer than ten is hidden, and no sum over groups is told anywhere beside it: the response rate leaves it out and is told in steps of ten
 *    doors or more, so that it cannot be worked out from a rest.
 * 2. Of a group that is shown, how many of it answered a single question is not told; its figure is, where ten or more did.
 * 3. Communities are decided as parts of the street, for all answers and again for every measure: never one hidden alone.
 * 4. A share stands only where ten or more are in it and ten or more are not.
 */
export const few = { kind: 'few' } as const

export const peopleShown = ({ people }: SeriesCounts): { group: SurveyGroup; count: Shown }[] =>
  surveyGroups.map((group) => ({ group, count: show(people[group], fewestTogether) }))

const isShown = (series: SeriesCounts, group: SurveyGroup): boolean => series.people[group] >= fewestTogether

/** The means of a measure with their intervals; `least` more where a comparison over time is drawn. */
export const groupsShown = (series: SeriesCounts, measure: MeasureCounts, least = fewestTogether): ByGroup =>
  asked(measure).map((group) => ({ group, value: isShown(series, group) ? meanShown(measure.groups[group]!, [1, 5], least) : few }))

const asked = ({ groups }: Pick<MeasureCounts, 'groups'>): SurveyGroup[] => surveyGroups.filter((group) => groups[group] !== undefined)

function meanShown({ people, estimate }: Counted, [lowest, highest]: readonly [number, number], least: number): Estimate {
  if (people < Math.max(least, fewestTogether) || estimate === null) return few
  const { from, to } = meanInterval(estimate)
  return { kind: 'shown', value: estimate.mean, low: Math.max(lowest, from), high: Math.min(highest, to) }
}

/** Without an interval: of answers that are no sample. */
export const plainMeans = (series: SeriesCounts, measure: MeasureCounts): ByGroup =>
  groupsShown(series, measure).map(({ group, value }) => ({
    group,
    value: value.kind === 'few' ? few : { kind: 'shown', value: value.value, low: null, high: null },
  }))

/** Of every question the share that agreed. */
export const questionsShown = (series: SeriesCounts, measure: MeasureCounts): { id: string; groups: ByGroup }[] =>
  measure.questions.map(({ id, groups }) => ({
    id,
    groups: asked(measure).map((group) => {
      const counted = groups[group]!
      const tells = isShown(series, group) && showShare(counted.agreed, counted.people, fewestTogether).kind === 'shown'
      return { group, value: tells ? meanShown(counted, [0, 1], fewestTogether) : few }
    }),
  }))

/** The communities in which anybody's answers could be placed. */
export function communitiesShown(series: SeriesCounts, measure: MeasureCounts): { community: string; groups: ByGroup }[] {
  const shown = new Map(asked(measure).map((group) => [group, placesShown(series, measure, group)]))
  return measure.communities.map(({ community, groups }) => ({
    community,
    groups: asked(measure).map((group) => ({
      group,
      value: shown.get(group)!.has(community) ? meanShown(groups[group]!, [1, 5], fewestTogether) : few,
    })),
  }))
}

function placesShown(series: SeriesCounts, measure: MeasureCounts, group: SurveyGroup): ReadonlySet<string> {
  if (!isShown(series, group)) return new Set()
  const all = partsShown(new Map(series.communities.map(({ community, people }) => [community ?? '', people[group]])), series.people[group])
  const said = partsShown(
    new Map(measure.communities.map(({ community, groups }) => [community, groups[group]?.people ?? 0])),
    measure.groups[group]!.people,
  )
  return new Set([...all].filter((community) => said.has(community)))
}

/** Those of the parts of a known sum that may be shown; what has no place is a part too. */
function partsShown(counts: ReadonlyMap<string, number>, total: number): ReadonlySet<string> {
  const places = [...counts].filter(([place, count]) => place !== '' && count > 0)
  const rest = total - places.reduce((sum, [, count]) => sum + count, 0)
  const { parts } = showParts([...places.map(([, count]) => count), ...(rest > 0 ? [rest] : [])], fewestTogether)
  return new Set(places.flatMap(([place], at) => (parts[at]!.kind === 'shown' ? [place] : [])))
}

/** Newcomers less locals for each measure that both were asked, corrected for all of them together (Holm). */
export const gapsOf = (series: SeriesCounts): ReadonlyMap<string, Contrast> =>
  corrected(
    series.measures.flatMap(({ id, groups: { newcomer, local } }) =>
      newcomer && local ? [{ key: id, pair: compare(newcomer, local) }] : [],
    ),
  )

/** Each group's mean less its mean in the wave before, corrected for all measures and groups together. Keys are `measure group`. */
export function changesOf(series: SeriesCounts, before: SeriesCounts): ReadonlyMap<string, Contrast> {
  const then = new Map(before.measures.map((measure) => [measure.id, measure]))
  return corrected(
    series.measures.flatMap((measure) =>
      (['newcomer', 'local'] as const).flatMap((group) => {
        const [now, earlier] = [measure.groups[group], then.get(measure.id)?.groups[group]]
        return now && earlier ? [{ key: `${measure.id} ${group}`, pair: compare(now, earlier) }] : []
      }),
    ),
  )
}

interface Pair {
  readonly difference: Difference
  readonly effect: number | null
}

function compare(one: Counted, other: Counted): Pair | undefined {
  if (one.people < fewestForGap || other.people < fewestForGap || !one.estimate || !other.estimate) return undefined
  const difference = differenceOf(one.estimate, other.estimate)
  return difference && { difference, effect: hedgesG(one.estimate, other.estimate) ?? null }
}

function corrected(tests: readonly { readonly key: string; readonly pair: Pair | undefined }[]): ReadonlyMap<string, Contrast> {
  const known = tests.flatMap(({ pair }) => (pair ? [pair.difference.p] : []))
  const adjusted = holm(known)[Symbol.iterator]()
  return new Map(
    tests.map(({ key, pair }): [string, Contrast] => {
      if (!pair) return [key, { kind: 'notEnough' }]
      const { difference, from, to } = pair.difference
      const p: number = adjusted.next().value!
      return [key, { kind: 'shown', value: difference, low: from, high: to, p, effect: pair.effect, clear: p < 0.05 }]
    }),
  )
}

/** RR1 from the complete answers of the groups that are shown, rounded down to a step of ten doors or more. */
export function responseShown({ sample, doors: { drawn, notEligible } }: Pick<WaveCounts, 'sample' | 'doors'>): WaveResult['response'] {
  const asked = drawn - notEligible
  const step = [0.01, 0.02, 0.05].find((one) => one * asked >= fewestTogether) ?? 0.1
  const complete = surveyGroups.reduce((sum, group) => sum + (isShown(sample, group) ? sample.complete[group] : 0), 0)
  return { doors: drawn, atLeast: asked > 0 ? Math.round(Math.floor(complete / asked / step + 1e-9) * step * 100) / 100 : null, step }
}

/** How far a share can be off by chance, and how much the weights widen that. */
export function sureness({ sample, designEffects }: Pick<WaveCounts, 'sample' | 'designEffects'>): {
  margins: ByGroup
  designEffects: ByGroup
} {
  const by = (value: (group: SurveyGroup, effect: number) => number): ByGroup =>
    surveyGroups.map((group) => {
      const effect = designEffects[group]
      return {
        group,
        value: isShown(sample, group) && effect !== null ? { kind: 'shown', value: value(group, effect), low: null, high: null } : few,
      }
    })
  return { margins: by((group, effect) => marginOfError(sample.people[group], effect)), designEffects: by((_, effect) => effect) }
}
