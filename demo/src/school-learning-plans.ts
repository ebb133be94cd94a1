import type { MentoringOffer } from '@ronghe/contract/school/mentoring.ts'
import type { MentoringLanguage } from '@ronghe/contract/school/mentoring-choices.ts'
import type { CastKey, OrganKey } from './cast.ts'

export type PlannedOffer = readonly [who: CastKey, offer: Omit<MentoringOffer, 'organId'> & { readonly organ?: OrganKey }]

export const offersOfSpring: readonly PlannedOffer[] = [
  [
    'dengKai',
    { side: 'mentor', skills: ['printing'], languages: ['mandarin', 'honghu'], times: ['weekdayEvening'], places: 2, organ: 'printWorks' },
  ],
  [
    'yeLan',
    {
      side: 'mentor',
      skills: ['cantonese', 'speaking'],
      languages: ['mandarin', 'cantonese'],
      times: ['weekendMorning'],
      places: 1,
      organ: 'university',
    },
  ],
  ['chen', { side: 'learner', skills: ['printing'], languages: ['mandarin', 'honghu'], times: ['weekdayEvening'], places: 1 }],
  ['maoXia', { side: 'learner', skills: ['cantonese'], languages: ['mandarin'], times: ['weekendMorning', 'weekendAfternoon'], places: 1 }],
]

export const offersLately: readonly PlannedOffer[] = [
  [
    'qinYuelan',
    {
      side: 'mentor',
      skills: ['childcare', 'cooking'],
      languages: ['cantonese', 'mandarin'],
      times: ['weekdayMorning', 'weekendMorning'],
      places: 2,
    },
  ],
  ['heDali', { side: 'mentor', skills: ['repairs'], languages: ['mandarin', 'honghu'], times: ['weekendAfternoon'], places: 1 }],
  ['zhongHua', { side: 'mentor', skills: ['bookkeeping'], languages: ['cantonese'], times: ['weekdayEvening'], places: 1 }],
  ['zhou', { side: 'learner', skills: ['speaking', 'childcare'], languages: ['mandarin'], times: ['weekendMorning'], places: 1 }],
  ['keLei', { side: 'learner', skills: ['bookkeeping'], languages: ['mandarin'], times: ['weekdayEvening'], places: 1 }],
]

export const handouts = [
  {
    title: { 'zh-CN': '带什么来，坐在哪', en: 'What to bring, where to sit' },
    body: {
      'zh-CN': '带一支笔就行。教室在榕树路5号，门口有人指路。来晚了轻轻进来，没关系。',
      en: 'A pen is enough. The classroom is at 5 Rongshu Road; somebody at the door shows the way. Coming late is fine, just come in quietly.',
    },
  },
  {
    title: { 'zh-CN': '第一课要点', en: 'What we did in the first class' },
    body: {
      'zh-CN': '一、先认东西，再动手。\n二、不懂就问，问了大家都明白。\n三、回去试一次，下次说说哪里难。',
      en: 'First get to know things, then try. Ask when something is not clear: everybody gains. Try it once at home and tell us what was hard.',
    },
  },
] as const

export const lessons = [
  { taught: '先看老师做一遍，再两个人一组做。新来的和本地的搭着坐。', questions: '有人问在家没有工具怎么练。学堂周六下午可以借。' },
  {
    taught: '复习上一次的，再学一样新的。最后每个人说一句今天学会了什么。',
    questions: '有人问孩子放学没人接怎么办。隔壁有人看孩子，报名时说一声。',
  },
] as const

export const talks = [
  {
    title: '下次能不能早半小时',
    asks: '下班直接过来，早点上早点回，行不行？',
    asksAs: '夜班的',
    replies: '我可以，就怕老师来不及。下课问问。',
    repliesAs: '阿萍',
  },
  {
    title: '练习在哪里做',
    asks: '家里没地方练，大家都在哪练？',
    asksAs: '新来的',
    replies: '周六下午学堂开门，一起来。',
    repliesAs: '老街坊',
  },
] as const

export const groupPlans: readonly {
  readonly lead: CastKey
  readonly called: string
  readonly daysAgo: number
  readonly inDays: number
  /** A public place; null asks the school for a room. */
  readonly place: string | null
  readonly group: { readonly name: string; readonly about: string; readonly language: MentoringLanguage; readonly places: number }
  readonly members: readonly (readonly [who: CastKey, called: string])[]
}[] = [
  {
    lead: 'keLei',
    called: '小柯',
    daysAgo: 120,
    inDays: 2,
    place: '榕树下的石桌',
    group: { name: '夜班后学英语', about: '下了夜班一起学几句，从打招呼学起，不会也来。', language: 'mandarin', places: 8 },
    members: [
      ['maoXia', '圆圆妈'],
      ['heDali', '老贺'],
    ],
  },
  {
    lead: 'qinYuelan',
    called: '秦姨',
    daysAgo: 60,
    inDays: 5,
    place: null,
    group: { name: '煲汤学粤语', about: '一边煲汤一边学几句粤语，孩子可以带来。', language: 'cantonese', places: 10 },
    members: [
      ['zhou', '小周'],
      ['zhongHua', '钟叔'],
    ],
  },
]
