import type { PathBox, PathMeasure } from '@ronghe/contract/insight/path-model.ts'
import { concerns } from '../indicators/concerns.ts'
import type { Measure } from '../indicators/definition.ts'
import type { SeriesCounts } from '../survey/result-counts.ts'
import type { countedHere } from './unit-counts.ts'

/** Which measure stands for which box, and why that one. Declared before any number; a change of it is a change of the model. */
export interface BoxMeasure extends PathMeasure {
  readonly counts: { readonly indicator: typeof concerns; readonly measure: Measure } | { readonly own: (typeof countedHere)[number] }
  readonly kind: Measure['kind']
  /** Statistics about residents are not used where they are few (D7); work of the house is. */
  readonly exempt?: string
  /** Divided by the dwellings of the community, in thousands: communities are not of one size. */
  readonly perThousandDwellings: boolean
  /** Less is more: turned round, so that a higher value always stands for more of the box. */
  readonly turned: boolean
}

const days = concerns.measures.find(({ key }) => key === 'days')!

export const boxMeasures: readonly BoxMeasure[] = [
  {
    box: 'organisationEmbedding',
    indicator: null,
    counts: { own: 'together' },
    kind: 'count',
    exempt: 'insight.pathUnits',
    perThousandDwellings: true,
    turned: false,
    title: {
      'zh-CN': '每千户每月，两个以上组织一起办的活动',
      en: 'Activities of two or more organs together, per 1,000 dwellings and month',
    },
    because: {
      'zh-CN': '研究说的组织嵌入，就是几家组织在同一个地方一起做事。在社区这一级看得到的，只有一起办了多少活动。',
      en: 'The study means by it that organs work together in one place. What can be seen of that by community is what they did together.',
    },
  },
  {
    box: 'memberEmbedding',
    indicator: null,
    counts: { own: 'togetherWithBranch' },
    kind: 'count',
    exempt: 'insight.pathUnits',
    perThousandDwellings: true,
    turned: false,
    title: { 'zh-CN': '每千户每月，有支部参加的共同活动', en: 'Joint activities a branch takes part in, per 1,000 dwellings and month' },
    because: {
      'zh-CN': '谁是党员，系统谁也不问。能看见的只有支部作为组织公开参加的活动，党员在那里和大家一起做事。上一格不把支部算进去。',
      en: 'Nobody is ever asked who is a member. What can be seen is what a branch takes part in publicly, as an organ: there its members work with everybody. The box of organs does not count the branch.',
    },
  },
  {
    box: 'management',
    indicator: concerns.key,
    counts: { indicator: concerns, measure: days },
    kind: days.kind,
    perThousandDwellings: false,
    turned: true,
    title: {
      'zh-CN': '诉求等答复的天数（倒过来算：等得短算高）',
      en: 'Days until a concern is answered (turned round: a shorter wait counts as more)',
    },
    because: {
      'zh-CN': '会议和表决是全街道的，分不到社区。能按社区看的，是社区里提的事多久有回音。',
      en: 'Meetings and votes are the whole street’s. What can be told by community is how soon its concerns are answered.',
    },
  },
  {
    box: 'service',
    indicator: null,
    counts: { own: 'decided' },
    kind: 'mean',
    perThousandDwellings: false,
    turned: true,
    title: {
      'zh-CN': '办件从递交到办结的天数（倒过来算：办得快算高）',
      en: 'Days from filing a case to its decision (turned round: fewer days count as more)',
    },
    because: {
      'zh-CN': '办件的种类各社区差不多，办得快慢按社区比得出来；批没批要看事情本身，不拿来用。',
      en: 'Communities bring much the same kinds of cases, so their pace can be compared; whether one is granted depends on the matter and is not used.',
    },
  },
  {
    box: 'resources',
    indicator: null,
    counts: { own: 'attended' },
    kind: 'count',
    perThousandDwellings: true,
    turned: false,
    title: { 'zh-CN': '每千户每月，居民到学堂上课的人次', en: 'Times residents were in a class, per 1,000 dwellings and month' },
    because: {
      'zh-CN': '学堂给街坊的资源，来上课才算到手。按上课的人住哪个社区算。',
      en: 'What the school gives reaches whoever comes. Counted where the learners live.',
    },
  },
  {
    box: 'values',
    indicator: null,
    counts: { own: 'served' },
    kind: 'count',
    perThousandDwellings: true,
    turned: false,
    title: {
      'zh-CN': '每千户每月，在社区里服务的志愿者人次',
      en: 'Times volunteers served in the community, per 1,000 dwellings and month',
    },
    because: {
      'zh-CN': '研究把志愿服务看作价值整合。按服务做在哪个社区算，不管志愿者住在哪。',
      en: 'The study sees volunteering as the integration of values. Counted where the service is done, wherever the volunteers live.',
    },
  },
]

/** What neighbours say: asked, not counted. */
const outcomeScale = 'closeness'
/** Of a survey fewer are not shown (D7), and not used either. */
const fewestAnswers = 10

/** The mean of both groups' means in a community; null where one of them has too few answers. */
export function outcomeOf({ measures }: Pick<SeriesCounts, 'measures'>, community: string): number | null {
  const groups = measures.find(({ id }) => id === outcomeScale)?.communities.find((one) => one.community === community)?.groups
  const means = [groups?.newcomer, groups?.local].map((group) =>
    group?.estimate && group.people >= fewestAnswers ? group.estimate.mean : null,
  )
  const [newcomers, locals] = means
  return newcomers == null || locals == null ? null : (newcomers + locals) / 2
}

export const outcomeMeasure: PathMeasure = {
  box: 'outcome',
  indicator: null,
  title: { 'zh-CN': '问卷里的“亲近”，两边各算一半', en: 'Closeness in the survey, each group counting half' },
  because: {
    'zh-CN': '研究要的结果是街坊走得近。两边各算一半，哪边人多都不会把另一边盖过去。',
    en: 'The outcome the study seeks is neighbours who are close. Each group counts half, so that the larger one does not drown the other.',
  },
}

/** The measures of the boxes that are drawn. */
export const measuresFor = (boxes: ReadonlySet<PathBox>): PathMeasure[] =>
  [...boxMeasures, outcomeMeasure]
    .filter(({ box }) => boxes.has(box))
    .map(({ box, indicator, title, because }) => ({ box, indicator, title, because }))
