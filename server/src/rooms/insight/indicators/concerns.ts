import type { Deed } from '../../../platform/deed.ts'
import { frozen } from '../../../platform/privacy/frozen-figures.ts'
import { channels, raisedConcerns, shownConcerns, type Channel } from '../../programme/concern-public.ts'
import { fromCounters, fromRoom, type Indicator, type Measure, type RoomPeriod, type ShownCells, type Words } from './definition.ts'
import { cell } from './room-cells.ts'

const ways: Readonly<Record<Channel, Words>> = {
  phone: { 'zh-CN': '手机', en: 'phone' },
  anonymous: { 'zh-CN': '匿名', en: 'anonymous' },
  desk: { 'zh-CN': '窗口', en: 'desk' },
  paper: { 'zh-CN': '纸质', en: 'paper' },
  carried: { 'zh-CN': '有人代为反映', en: 'carried up' },
  homeVisit: { 'zh-CN': '上门', en: 'home visit' },
}

const bias: Words = {
  'zh-CN': '季度过完三十天后数一次，以后不变。谁代为反映的不分开数。没开口的人不在里面。',
  en: 'Counted once, thirty days after the quarter, and never changed. Whoever carried a concern up is not told apart. Whoever stayed silent is not in it.',
}

/** The finished quarters as the concerns' own page shows them. */
const quarters = async (deed: Deed, cells: (figures: ReturnType<typeof shownConcerns>) => ShownCells): Promise<readonly RoomPeriod[]> =>
  [...(await frozen(deed, raisedConcerns))].map(([period, { counts }]) => ({ period, cells: [cells(shownConcerns(counts))] }))

/** Whether one way is answered as promptly as another: paper like phone, the anonymous like the named. */
const inTimeBy = (channel: Channel): Measure => ({
  key: `inTime${channel[0]!.toUpperCase()}${channel.slice(1)}`,
  kind: 'share',
  every: 'quarter',
  byGroup: false,
  places: [],
  unit: { 'zh-CN': '件', en: 'concerns' },
  title: { 'zh-CN': `按时答复：${ways[channel]['zh-CN']}`, en: `Answered in time: ${ways[channel].en}` },
  says: {
    'zh-CN': `当季由“${ways[channel]['zh-CN']}”这条路来的诉求，有多少按时得到答复。`,
    en: `Of the concerns of the quarter that came this way (${ways[channel].en}), how many were answered by their date.`,
  },
  saysNot: {
    'zh-CN': '各条路来的事不一样难，差一点不一定是看人下菜。',
    en: 'What comes one way may be harder than what comes another; a small difference need not be favour.',
  },
  numerator: { 'zh-CN': '按期答复的件数', en: 'answered by their date' },
  denominator: { 'zh-CN': '当季由这条路来的全部件数', en: 'all that came this way in the quarter' },
  source: {
    'zh-CN': '指标目录 5：按来路；设计：各条路同等对待（D8）',
    en: 'Indicator catalogue 5: by channel; design: every way counts alike (D8)',
  },
  bias,
  counts: fromRoom((deed) =>
    quarters(deed, ({ byChannel }) => {
      const { inTime, late } = byChannel.find((one) => one.channel === channel)!
      return cell('all', { yes: inTime, no: late })
    }),
  ),
})

/** 5 · responsiveness of concerns by channel. */
export const concerns: Indicator = {
  key: 'concerns',
  number: 5,
  box: 'management',
  title: { 'zh-CN': '诉求有没有回音', en: 'Are concerns answered' },
  measures: [
    {
      key: 'answeredInTime',
      kind: 'share',
      byGroup: false,
      places: ['community'],
      unit: { 'zh-CN': '件', en: 'concerns' },
      title: { 'zh-CN': '按时答复的诉求', en: 'Concerns answered in time' },
      says: {
        'zh-CN': '当月答复的诉求里，有多少在答应的日子前答了。',
        en: 'Of the concerns answered in the month, how many were answered by the date that was promised.',
      },
      saysNot: {
        'zh-CN': '不说答得好不好，也不说事情办成没有；答了不等于解决了。',
        en: 'It does not say whether the answer was good or the matter solved: answered is not solved.',
      },
      numerator: { 'zh-CN': '按期答复的件数', en: 'concerns answered by their date' },
      denominator: { 'zh-CN': '当月答复的全部件数', en: 'all concerns answered in the month' },
      source: { 'zh-CN': '设计：默认时限，诉求 15 个工作日内答复', en: 'Design: default clocks, an answer within 15 working days' },
      bias: {
        'zh-CN': '没开口的人不在里面；一直没答的要到答了的那个月才算。',
        en: 'Whoever stayed silent is not in it; what is still unanswered counts only in the month it is answered.',
      },
      counts: fromCounters(['concern.answered'], ({ detail }) => (detail === 'inTime' ? 'yes' : 'no')),
    },
    {
      key: 'raised',
      kind: 'count',
      every: 'quarter',
      byGroup: false,
      places: [],
      parts: ways,
      unit: { 'zh-CN': '件', en: 'concerns' },
      title: { 'zh-CN': '诉求从哪里来', en: 'Which way concerns came' },
      says: { 'zh-CN': '当季提出的诉求，按来路分。', en: 'Concerns raised in the quarter, by the way they came.' },
      saysNot: {
        'zh-CN': '多不等于街道差，少不等于没有难处：说得出口也要有路。',
        en: 'Many does not mean a bad street, and few does not mean no troubles: to speak one needs a way.',
      },
      numerator: { 'zh-CN': '当季提出的件数', en: 'concerns raised in the quarter' },
      denominator: null,
      source: {
        'zh-CN': '指标目录 5；设计：纸质与手机同等计数（D8）',
        en: 'Indicator catalogue 5; design: paper counts like digital (D8)',
      },
      bias,
      counts: fromRoom((deed) =>
        quarters(deed, ({ byChannel }) => cell('all', Object.fromEntries(byChannel.map(({ channel, raised }) => [channel, raised])))),
      ),
    },
    {
      key: 'raisedInTime',
      kind: 'share',
      every: 'quarter',
      byGroup: false,
      places: [],
      unit: { 'zh-CN': '件', en: 'concerns' },
      title: { 'zh-CN': '提出的诉求里按时答复的', en: 'Of the concerns raised, those answered in time' },
      says: {
        'zh-CN': '当季提出的诉求，一件不落，有多少在答应的日子前得到答复。',
        en: 'Of all concerns raised in the quarter, how many were answered by the date that was promised.',
      },
      saysNot: { 'zh-CN': '答了不等于解决了。', en: 'Answered is not solved.' },
      numerator: { 'zh-CN': '按期答复的件数', en: 'concerns answered by their date' },
      denominator: { 'zh-CN': '当季提出的全部件数', en: 'all concerns raised in the quarter' },
      source: { 'zh-CN': '指标目录 5：按时答复 ÷ 收到', en: 'Indicator catalogue 5: answered within limit ÷ received' },
      bias,
      counts: fromRoom((deed) => quarters(deed, ({ inTime, late }) => cell('all', { yes: inTime, no: late }))),
    },
    ...channels.map((channel) => inTimeBy(channel)),
    {
      key: 'days',
      kind: 'mean',
      byGroup: false,
      places: ['community'],
      unit: { 'zh-CN': '天', en: 'days' },
      title: { 'zh-CN': '等答复等了几天', en: 'Days until an answer' },
      says: {
        'zh-CN': '当月答复的诉求，从提出到答复平均过了几天（日历天）。',
        en: 'For concerns answered in the month, how many calendar days lay between raising and answer, on average.',
      },
      saysNot: { 'zh-CN': '平均数会被个别很久的拉长。', en: 'A few very long waits draw an average up.' },
      numerator: { 'zh-CN': '等的天数合计', en: 'days waited, in all' },
      denominator: { 'zh-CN': '当月答复的件数', en: 'concerns answered in the month' },
      source: { 'zh-CN': '设计：指标 5', en: 'Design: indicator 5' },
      bias: { 'zh-CN': '还没答复的不在里面。', en: 'What is still unanswered is not in it.' },
      counts: fromCounters(['concern.answered'], () => ''),
    },
    {
      key: 'reopened',
      kind: 'share',
      byGroup: false,
      places: ['community'],
      unit: { 'zh-CN': '件', en: 'concerns' },
      title: { 'zh-CN': '又提起的诉求', en: 'Concerns taken up again' },
      says: {
        'zh-CN': '当月办结的诉求里，有多少曾经又提起过。',
        en: 'Of the concerns closed in the month, how many had been taken up again.',
      },
      saysNot: {
        'zh-CN': '又提起不是坏事：说明人敢说“还没好”。',
        en: 'Taking a matter up again is no fault: it shows that people dare to say “not yet”.',
      },
      numerator: { 'zh-CN': '曾经又提起的件数', en: 'closed concerns that had been reopened' },
      denominator: { 'zh-CN': '当月办结的件数', en: 'concerns closed in the month' },
      source: { 'zh-CN': '设计：指标 5', en: 'Design: indicator 5' },
      bias: {
        'zh-CN': '办结以后再提起的，算在再次办结的那个月。',
        en: 'What is reopened after closing counts in the month it is closed again.',
      },
      counts: fromCounters(['concern.closed'], ({ detail }) => (detail === 'reopened' ? 'yes' : 'no')),
    },
  ],
}
