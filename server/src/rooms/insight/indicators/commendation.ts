import type { CommendationFigures } from '@ronghe/contract/programme/commendations.ts'
import type { Deed } from '../../../platform/deed.ts'
import { fromRoom, type Indicator, type RoomPeriod, type ShownCells } from './definition.ts'
import { cell, few, shown } from './room-cells.ts'

const groups = ['newcomer', 'local', 'unstated'] as const

/** The settled figures of every round that was awarded, as the rounds' own pages show them. */
async function awarded(deed: Deed, cells: (figures: CommendationFigures) => readonly ShownCells[]): Promise<readonly RoomPeriod[]> {
  const rows = await deed.tx
    .selectFrom('commendation_round')
    .select(['year', 'figures'])
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'awarded')
    .where('figures', 'is not', null)
    .orderBy('year')
    .execute()
  // Written as such when the round was awarded.
  return rows.map(({ year, figures }) => ({ period: String(year), cells: cells(figures as unknown as CommendationFigures) }))
}

const residents = { 'zh-CN': '人', en: 'people' }
const settled = {
  'zh-CN': '授予那天定下，以后不变；人少的格子不显示。用纸提名、没有账号的人算在“没有说明”里。',
  en: 'Settled on the day of the award and never changed; small cells are not shown. Whoever was nominated on paper and has no account counts as not stated.',
}

/** 14 · commendation by category and group. Read from the rounds’ own figures: rounds of other rooms leave nothing here (08, Branch). */
export const commendation: Indicator = {
  key: 'commendation',
  number: 14,
  box: 'values',
  title: { 'zh-CN': '表彰了谁', en: 'Who is commended' },
  measures: [
    {
      key: 'honoured',
      kind: 'count',
      every: 'year',
      byGroup: true,
      places: [],
      unit: residents,
      title: { 'zh-CN': '受表彰的人', en: 'People commended' },
      says: { 'zh-CN': '当年受表彰的人，两边并排。', en: 'People commended in the year, both groups side by side.' },
      saysNot: { 'zh-CN': '不是比赛：不排名次，也不看服务时长。', en: 'It is no contest: nobody is ranked, and hours play no part.' },
      numerator: { 'zh-CN': '当年受表彰的人数', en: 'people commended in the year' },
      denominator: null,
      source: { 'zh-CN': '指标目录 14；设计 M10', en: 'Indicator catalogue 14; design M10' },
      bias: settled,
      counts: fromRoom((deed) => awarded(deed, ({ awarded: { groups: by } }) => groups.map((group) => cell(group, { '': by[group] })))),
    },
    {
      key: 'nominated',
      kind: 'count',
      every: 'year',
      byGroup: true,
      places: [],
      unit: residents,
      title: { 'zh-CN': '同意被提名的人', en: 'People who agreed to be nominated' },
      says: {
        'zh-CN': '当年各类表彰里同意被提名的人，两边并排；每一类各有多少，看当年表彰的页面。',
        en: 'People who agreed to be nominated in any category of the year, both groups side by side; each category by itself stands on the round’s own page.',
      },
      saysNot: { 'zh-CN': '没被提名的好事多得很。', en: 'Most good deeds are never nominated.' },
      numerator: { 'zh-CN': '同意被提名的人数', en: 'people who agreed to be nominated' },
      denominator: null,
      source: { 'zh-CN': '指标目录 14', en: 'Indicator catalogue 14' },
      bias: settled,
      // The sum of the categories, where the page shows every one of them; else less would tell what the page hides.
      counts: fromRoom((deed) =>
        awarded(deed, ({ categories }) =>
          groups.map((group) => {
            const counts = categories.map((category) => category.groups[group])
            const known = counts.flatMap((count) => (count.kind === 'shown' ? [count.count] : []))
            return cell(group, { '': known.length === counts.length ? shown(known.reduce((sum, count) => sum + count, 0)) : few })
          }),
        ),
      ),
    },
    {
      key: 'withoutPost',
      kind: 'share',
      every: 'year',
      byGroup: false,
      places: [],
      unit: residents,
      title: { 'zh-CN': '没有任何职务的人', en: 'People without any post' },
      says: {
        'zh-CN': '同意被提名的人里，授予那天没有担任任何职务的占多少：表彰有没有只给当官的。',
        en: 'Of those who agreed to be nominated, how many held no post on the day of the award: is it only office that is honoured.',
      },
      saysNot: {
        'zh-CN': '只看公开登记的职务；别的身份不看，也不该看。',
        en: 'It looks at the register of posts and at nothing else people may belong to.',
      },
      numerator: { 'zh-CN': '没有职务的被提名人', en: 'nominees without a post' },
      denominator: { 'zh-CN': '同意被提名的人', en: 'people who agreed to be nominated' },
      source: { 'zh-CN': '指标目录 14：职务以外的占比', en: 'Indicator catalogue 14: share outside posts' },
      bias: settled,
      counts: fromRoom((deed) =>
        awarded(deed, ({ nominated, withoutPost: { nominated: share } }) => {
          if (nominated.kind === 'few' || share.kind === 'few') return [cell('all', { yes: few, no: few })]
          const yes = Math.round(share.value * nominated.count)
          return [cell('all', { yes: shown(yes), no: shown(nominated.count - yes) })]
        }),
      ),
    },
  ],
}
