import type { Arrow, FrameworkBox } from '@ronghe/contract/insight/framework.ts'
import type { Box } from '@ronghe/contract/insight/indicators.ts'
import type { Words } from '../indicators/definition.ts'

export interface BoxDefinition {
  readonly box: Box
  readonly kind: FrameworkBox['kind']
  readonly title: Words
  readonly about: Words
  readonly role: Words | null
  /** The figures it is told by, indicator and measure; the others stand on the pages of its indicators. */
  readonly headlines: readonly (readonly [indicator: string, measure: string])[]
}

/** The boxes of the study's figure in its order: embedding, integration, outcome; last what concerns the house itself. */
export const boxes: readonly BoxDefinition[] = [
  {
    box: 'organisationEmbedding',
    kind: 'embedding',
    title: { 'zh-CN': '组织嵌入', en: 'Embedding of organisations' },
    about: {
      'zh-CN': '街道、社会组织和居民的各个组织有没有人、是不是一起做事。',
      en: 'Whether the organs of the street, the social organisations and the residents have their people and do things together.',
    },
    role: null,
    headlines: [
      ['embedding', 'together'],
      ['embedding', 'allThree'],
      ['embedding', 'postsFilled'],
      ['resources', 'money'],
    ],
  },
  {
    box: 'memberEmbedding',
    kind: 'embedding',
    title: { 'zh-CN': '党员嵌入', en: 'Embedding of members' },
    about: {
      'zh-CN': '来穗人员党支部接待报到、组织活动。谁是党员、来了多少人，只有支部自己知道，这里不统计。',
      en: 'The newcomers’ party branch receives members and organises activities. Who is a member, and how many came, only the branch knows; it is not counted here.',
    },
    role: null,
    headlines: [],
  },
  {
    box: 'service',
    kind: 'integration',
    title: { 'zh-CN': '服务整合', en: 'Service' },
    about: { 'zh-CN': '服务站：两边的人办事是不是一样方便。', en: 'The station: whether both groups are served alike.' },
    role: { 'zh-CN': '前提保障', en: 'the precondition' },
    headlines: [
      ['serviceEquity', 'benefit'],
      ['oneStop', 'finishedHere'],
      ['serviceEquity', 'days'],
    ],
  },
  {
    box: 'management',
    kind: 'integration',
    title: { 'zh-CN': '共同议事', en: 'Deciding together' },
    about: {
      'zh-CN': '议事会：两边的人是不是都到场、都说话、都算数。',
      en: 'The council: whether both groups are there, speak and count.',
    },
    role: { 'zh-CN': '基础', en: 'the base' },
    headlines: [
      ['seats', 'attendance'],
      ['speaking', 'benchTime'],
      ['followThrough', 'doneInTime'],
      ['concerns', 'answeredInTime'],
    ],
  },
  {
    box: 'resources',
    kind: 'integration',
    title: { 'zh-CN': '融合学堂', en: 'School' },
    about: { 'zh-CN': '学堂：两边的人是不是坐在一个教室里学。', en: 'The school: whether both groups learn in the same room.' },
    role: { 'zh-CN': '有效手段', en: 'an effective means' },
    headlines: [
      ['school', 'completion'],
      ['school', 'mixedClasses'],
      ['school', 'sessions'],
    ],
  },
  {
    box: 'values',
    kind: 'integration',
    title: { 'zh-CN': '志愿服务', en: 'Volunteering' },
    about: { 'zh-CN': '志愿队：两边的人是不是一起出力、互相帮忙。', en: 'The volunteers: whether both groups lend a hand together.' },
    role: { 'zh-CN': '补充', en: 'a supplement' },
    headlines: [
      ['volunteers', 'active'],
      ['autonomy', 'activities'],
      ['environment', 'found'],
    ],
  },
  {
    box: 'outcome',
    kind: 'outcome',
    title: { 'zh-CN': '社区融合', en: 'Coming together' },
    about: {
      'zh-CN': '两边的人自己怎么说：亲近、互助、互认、归属、信任。由问卷来问，不由别的数字推出来。',
      en: 'What both groups say themselves: closeness, mutual help, recognition, belonging, trust. Asked in a survey, never worked out from other figures.',
    },
    role: null,
    headlines: [
      ['survey', 'closeness'],
      ['survey', 'mutualHelp'],
      ['survey', 'belonging'],
    ],
  },
  {
    box: 'house',
    kind: 'house',
    title: { 'zh-CN': '街道自己', en: 'The house itself' },
    about: {
      'zh-CN': '数据有没有管好、活儿重不重、钱和地方用在哪里。',
      en: 'Whether data is looked after, how heavy the work is, where money and rooms go.',
    },
    role: null,
    headlines: [
      ['dataCare', 'paper'],
      ['dataCare', 'withdrawals'],
      ['load', 'ways'],
    ],
  },
]

const integrations = ['service', 'management', 'resources', 'values'] as const

/** Fixed in advance as the study draws them (08 Figures, path model). An arrow to or from a box that is not there is not there. */
export const arrows: readonly (Omit<Arrow, 'words'> & { readonly words: Words })[] = [
  ...(['organisationEmbedding', 'memberEmbedding'] as const).flatMap((from) =>
    integrations.map((to) => ({
      from,
      to,
      kind: 'leads' as const,
      words: { 'zh-CN': '嵌入带动整合', en: 'Embedding carries integration' },
    })),
  ),
  {
    from: 'service',
    to: 'management',
    kind: 'precondition',
    words: { 'zh-CN': '先把事办好，才谈得上一起议事', en: 'First be served; then one can decide together' },
  },
  {
    from: 'resources',
    to: 'management',
    kind: 'means',
    words: { 'zh-CN': '学会了，议事才说得上话', en: 'What is learned gives a voice in deciding' },
  },
  ...integrations.map((from) => ({
    from,
    to: 'outcome' as const,
    kind: 'leads' as const,
    words: { 'zh-CN': '整合指向融合', en: 'Integration is meant to bring people together' },
  })),
  ...(['organisationEmbedding', 'memberEmbedding'] as const).map((to) => ({
    from: 'outcome' as const,
    to,
    kind: 'feedback' as const,
    words: { 'zh-CN': '融合了，又回过头来支撑嵌入', en: 'What has come together supports embedding in turn' },
  })),
]
