import { surveyScales, type SurveyItem, type SurveyScale } from '@ronghe/contract/insight/survey-scales.ts'
import { groupsShown, gapsOf, peopleShown } from '../survey/result-shown.ts'
import { measuresOf } from '../survey/result-counts.ts'
import { meaningOf } from '../survey/result-meanings.ts'
import { countedWaves } from '../survey/results.ts'
import { fromRoom, said, type Indicator, type Measure, type RoomPeriod, type Words } from './definition.ts'

/** Letters and dots of a scale's or a question's id as one word: trustOrgans.station is trustOrgansStation. */
export const measureKey = (id: string): string => id.replace(/\.(\w)/g, (_, first: string) => first.toUpperCase())

const inBoth = ({ 'zh-CN': chinese, en }: { 'zh-CN': string; en?: string | undefined }): Words => ({ 'zh-CN': chinese, en: en ?? chinese })

/** 13 · the survey (M31). A wave is counted once after its close; here it stands under the month in which it closed, as the survey's own page shows it. */
export const survey: Indicator = {
  key: 'survey',
  number: 13,
  box: 'outcome',
  title: said('两边的人自己怎么说', 'What both groups say themselves'),
  measures: surveyScales.flatMap((scale) => measuresOf(scale).map(({ id, items }) => measureOf(scale, id, items[0]!))),
}

function measureOf(scale: SurveyScale, id: string, { text: question, organ }: SurveyItem): Measure {
  const { says, saysNot } = meaningOf(id)
  return {
    key: measureKey(id),
    // The station cannot be off.
    ...(organ && organ !== 'station' && { about: organ }),
    kind: 'mean',
    byGroup: true,
    stock: true,
    places: [],
    unit: said('分（1 到 5）', 'of 1 to 5'),
    title: inBoth(
      scale.single ? { 'zh-CN': `${scale.name['zh-CN']}：${question['zh-CN']}`, en: `${scale.name.en}: ${question.en}` } : scale.name,
    ),
    says,
    saysNot,
    numerator: said(
      '每人在这个量表上的平均（反着问的题倒过来），按各巷两边的人数加权后相加',
      'each person’s mean on the scale (reversed items turned), weighted to the people of both groups in each lane, added up',
    ),
    denominator: said('权重之和', 'the sum of the weights'),
    source: said(
      '街坊问卷（设计 M31，08“问卷”）；区间用线性化，差别用 Welch 检验',
      'survey of neighbours (design M31; 08, Survey); intervals by linearisation, the gap after Welch',
    ),
    bias: said(
      '没有回答的人可能想得不一样；每边不到 10 份回答不显示，不到 30 份不比。回答率和误差范围在问卷结果页。',
      'Those who did not answer may think differently. Below 10 answers of a group nothing is shown, below 30 nothing compared. Response rate and margin are on the page of the survey.',
    ),
    counts: fromRoom(async (deed) => {
      const periods = new Map<string, RoomPeriod>()
      // Of two waves that closed in one month the later one stands.
      for (const { wave, counts } of await countedWaves(deed)) {
        const measure = counts.sample.measures.find((one) => one.id === id)
        if (!measure) continue
        const period = wave.closed_on!.slice(0, 7)
        const people = new Map(peopleShown(counts.sample).map(({ group, count }) => [group, count]))
        const gap = gapsOf(counts.sample).get(id)
        periods.set(period, {
          period,
          cells: groupsShown(counts.sample, measure).flatMap(({ group, value }) =>
            // Whoever states no group is a column of the survey's own page.
            group === 'unstated'
              ? []
              : [
                  {
                    group,
                    parts: [{ part: '', count: value.kind === 'shown' ? people.get(group)! : { kind: 'few' as const } }],
                    lines: [],
                    mean: value,
                  },
                ],
          ),
          ...(gap && { gap: gap.kind === 'shown' ? { kind: 'shown', value: gap.value, low: gap.low, high: gap.high } : { kind: 'few' } }),
        })
      }
      return [...periods.values()]
    }),
  }
}
