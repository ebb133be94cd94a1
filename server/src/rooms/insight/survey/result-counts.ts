import { itemsFor, type QuestionnaireContent, type SurveyItem, type SurveyScale } from '@ronghe/contract/insight/survey-scales.ts'
import {
  alphaInterval,
  completeRows,
  covarianceOf,
  cronbachAlpha,
  estimateMean,
  mcdonaldOmega,
  reverseItems,
  scaleValues,
  type Estimate,
} from '@ronghe/scales'
import { surveyGroups, type Sheet, type SurveyGroup } from './result-sheets.ts'
import type { Weighting } from './result-weights.ts'

/** Of one group of one measure; null where there is no telling how sure it would be. */
export interface Counted {
  readonly people: number
  readonly estimate: Estimate | null
}

export interface MeasureCounts {
  /** A scale's id; of a scale that is never added up an item's. */
  readonly id: string
  readonly groups: Readonly<Partial<Record<SurveyGroup, Counted>>>
  readonly communities: readonly { readonly community: string; readonly groups: Readonly<Partial<Record<SurveyGroup, Counted>>> }[]
  /** By item: how many agreed, and the weighted share. */
  readonly questions: readonly {
    readonly id: string
    readonly groups: Readonly<Partial<Record<SurveyGroup, Counted & { readonly agreed: number }>>>
  }[]
  readonly reliability: Readonly<
    Partial<
      Record<
        SurveyGroup,
        { readonly people: number; readonly alpha: number; readonly low: number; readonly high: number; readonly omega: number | null }
      >
    >
  >
}

export interface SeriesCounts {
  readonly people: Readonly<Record<SurveyGroup, number>>
  readonly complete: Readonly<Record<SurveyGroup, number>>
  readonly communities: readonly { readonly community: string | null; readonly people: Readonly<Record<SurveyGroup, number>> }[]
  readonly measures: readonly MeasureCounts[]
}

/** What a wave's series of answers adds up to. Pure: the same sheets in any order give the same counts. */
export function countSeries(content: QuestionnaireContent, sheets: readonly Sheet[], weighting: Weighting): SeriesCounts {
  const tally = (some: readonly Sheet[]): Record<SurveyGroup, number> => ({
    newcomer: some.filter(({ group }) => group === 'newcomer').length,
    local: some.filter(({ group }) => group === 'local').length,
    unstated: some.filter(({ group }) => group === 'unstated').length,
  })
  const communities = Map.groupBy(sheets, ({ communityId }) => communityId)
  return {
    people: tally(sheets),
    complete: tally(sheets.filter(({ complete }) => complete)),
    communities: [...communities].map(([community, own]) => ({ community, people: tally(own) })),
    measures: content.scales.flatMap((scale) => measuresOf(scale).map((measure) => countMeasure(content, measure, sheets, weighting))),
  }
}

interface MeasureOf {
  readonly id: string
  readonly items: readonly SurveyItem[]
}

/** A scale is one measure; of a scale that is never added up every question is. */
export const measuresOf = (scale: SurveyScale): readonly MeasureOf[] =>
  scale.single ? scale.items.map((item) => ({ id: item.id, items: [item] })) : [{ id: scale.id, items: scale.items }]

function countMeasure(
  content: QuestionnaireContent,
  { id, items }: MeasureOf,
  sheets: readonly Sheet[],
  weighting: Weighting,
): MeasureCounts {
  const asked = surveyGroups.filter((group) => itemsFor(content, group).some((item) => item.id === items[0]!.id))
  const rows = sheets.map(({ answers }) => items.map((item) => answers[item.id] || undefined))
  const turned = reverseItems(
    rows,
    items.map(({ reversed }) => reversed),
    { low: 1, high: 5 },
  )
  const values = scaleValues(turned)
  const places = (group: SurveyGroup, fits: (sheet: Sheet) => boolean = () => true): number[] =>
    sheets.flatMap((sheet, place) => (sheet.group === group && fits(sheet) ? [place] : []))
  const counted = (some: readonly number[], value: (place: number) => number | undefined): Counted => {
    const answered = some.flatMap((place) => {
      const said = value(place)
      return said === undefined ? [] : [{ value: said, weight: weighting.weights[place]!, stratum: weighting.strata[place]! }]
    })
    return { people: answered.length, estimate: estimateMean(answered) ?? null }
  }
  const byGroup = <Value>(of: (group: SurveyGroup) => Value): Partial<Record<SurveyGroup, Value>> =>
    Object.fromEntries(asked.map((group) => [group, of(group)]))
  const communities = [...new Set(sheets.flatMap(({ communityId }) => (communityId === null ? [] : [communityId])))].toSorted()
  return {
    id,
    groups: byGroup((group) => counted(places(group), (place) => values[place])),
    communities: communities.map((community) => ({
      community,
      groups: byGroup((group) =>
        counted(
          places(group, ({ communityId }) => communityId === community),
          (place) => values[place],
        ),
      ),
    })),
    questions: items.map((item, at) => ({
      id: item.id,
      groups: byGroup((group) => {
        const agrees = (place: number): number | undefined => {
          const said = rows[place]![at]
          return said === undefined ? undefined : said >= 4 ? 1 : 0
        }
        return {
          ...counted(places(group), agrees),
          agreed: places(group).filter((place) => agrees(place) === 1).length,
        }
      }),
    })),
    reliability: Object.fromEntries(
      asked.flatMap((group) => {
        const complete = completeRows(places(group).map((place) => turned[place]!))
        if (complete.length < 3 || items.length < 2) return []
        const covariance = covarianceOf(complete)
        const alpha = cronbachAlpha(covariance)
        if (alpha === undefined) return []
        const { from, to } = alphaInterval(alpha, { people: complete.length, items: items.length })
        return [[group, { people: complete.length, alpha, low: from, high: to, omega: mcdonaldOmega(covariance) ?? null }]]
      }),
    ),
  }
}
