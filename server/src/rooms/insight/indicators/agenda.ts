import { firstCounted, readTally } from '../counters/tally.ts'
import { hearingsOf, type Hearing } from './council-registers.ts'
import { fromCounters, fromRegister, line, type Indicator, type Source } from './definition.ts'

const hearings = (so: (hearing: Hearing) => boolean): Source =>
  fromRegister(
    (deed) => firstCounted(deed, ['motion.filed']),
    async (deed, days) => (await hearingsOf(deed, days)).map((hearing) => line(so(hearing) ? 'yes' : 'no', 1, { organ: hearing.council })),
  )

const motions = { 'zh-CN': '件', en: 'motions' }

/** 3 · agenda influence. A residents' motion belongs to the bench of most of its supporters (08, Agenda). */
export const agenda: Indicator = {
  key: 'agenda',
  number: 3,
  box: 'management',
  title: { 'zh-CN': '谁的事上了议程', en: 'Whose matters reach the agenda' },
  measures: [
    {
      key: 'filed',
      kind: 'count',
      byGroup: false,
      places: ['organ'],
      exempt: 'council.motions',
      parts: {
        newcomer: { 'zh-CN': '{newcomers}席', en: 'bench of {newcomers}' },
        local: { 'zh-CN': '{locals}席', en: 'bench of {locals}' },
        unstated: { 'zh-CN': '主席提的，或分不出边的', en: 'the chair’s, or of no bench' },
      },
      unit: motions,
      title: { 'zh-CN': '两边各提了多少议案', en: 'Motions filed by each bench' },
      says: {
        'zh-CN': '当月立案的议案，按提出的一边分；居民联名的，算在多数附议人那一边；附议人太少的分不出边。',
        en: 'Motions filed in the month, by bench; a residents’ motion belongs to the bench of most of its supporters, and to none where they are too few to tell.',
      },
      saysNot: { 'zh-CN': '件数多不等于分量重。', en: 'Many motions are not weighty motions.' },
      numerator: { 'zh-CN': '当月立案的议案', en: 'motions filed in the month' },
      denominator: null,
      source: { 'zh-CN': '指标目录 3', en: 'Indicator catalogue 3' },
      bias: {
        'zh-CN': '没能凑够附议的不在里面；写议案比提诉求难，会写的人占便宜。',
        en: 'What found too little support is not in it; to write a motion is harder than to raise a concern, which favours those used to writing.',
      },
      counts: {
        since: (deed) => firstCounted(deed, ['motion.filed']),
        lines: async (deed, days) =>
          (await readTally(deed, ['motion.filed'], days)).map(({ organ, group, n }) => line(group, n, { organ })),
      },
    },
    {
      key: 'adopted',
      kind: 'share',
      byGroup: true,
      benches: true,
      places: ['organ'],
      exempt: 'council.motions',
      unit: motions,
      title: { 'zh-CN': '表决的议案通过了多少', en: 'Of the motions voted on, how many were carried' },
      says: {
        'zh-CN': '当月表决出结果的议案里，通过的占多少，两边并排。',
        en: 'Of the motions decided by vote in the month, how many were carried, both benches side by side.',
      },
      saysNot: {
        'zh-CN': '没通过不等于偏心：也许是钱不够，也许是事不归议事会管。',
        en: 'A motion that failed does not prove partiality: money or competence may have been wanting.',
      },
      numerator: { 'zh-CN': '通过的议案', en: 'motions carried' },
      denominator: { 'zh-CN': '通过和否决的议案', en: 'motions carried or rejected' },
      source: { 'zh-CN': '指标目录 3', en: 'Indicator catalogue 3' },
      bias: {
        'zh-CN': '主席提的和分不出边的、延期、转办和撤回的不算；件数少，区间就宽。',
        en: 'Those of no bench and those postponed, referred or withdrawn are left out; with few motions the interval is wide.',
      },
      counts: fromCounters(['motion.decided'], ({ detail }) => (detail === 'carried' ? 'yes' : 'no')),
    },
    {
      key: 'visited',
      kind: 'share',
      byGroup: false,
      places: ['organ'],
      exempt: 'council.motions',
      unit: motions,
      title: { 'zh-CN': '走访过的议案', en: 'Motions that rest on a visit' },
      says: {
        'zh-CN': '当月立案的议案里，立案前代表到那条巷、或为那些诉求走访过的占多少。',
        en: 'Of the motions filed in the month, how many rest on a visit of delegates before the filing: to the lane or about the concerns behind it.',
      },
      saysNot: { 'zh-CN': '走访过不等于听全了。', en: 'To have been there is not to have heard everybody.' },
      numerator: { 'zh-CN': '立案前有走访的议案', en: 'motions with a visit before the filing' },
      denominator: { 'zh-CN': '当月立案的议案', en: 'motions filed in the month' },
      source: { 'zh-CN': '指标目录 3；走访（M12）', en: 'Indicator catalogue 3; visits (M12)' },
      bias: { 'zh-CN': '没有记下来的走访不算。', en: 'A visit nobody noted is not counted.' },
      counts: hearings(({ visited }) => visited),
    },
    {
      key: 'bothHeard',
      kind: 'share',
      byGroup: false,
      places: ['organ'],
      exempt: 'council.motions',
      unit: motions,
      title: { 'zh-CN': '两边都听过的议案', en: 'Motions on which both groups were heard' },
      says: {
        'zh-CN': '当月立案的议案里，立案时两边居民对每一句的看法都够数、并排写在议案上的占多少。',
        en: 'Of the motions filed in the month, how many showed at filing what residents of both groups thought of each of their statements, enough of each to be told.',
      },
      saysNot: { 'zh-CN': '都听过不等于都同意。', en: 'To be heard is not to agree.' },
      numerator: { 'zh-CN': '两边看法都够数的议案', en: 'motions with both groups’ opinions' },
      denominator: { 'zh-CN': '当月立案的议案', en: 'motions filed in the month' },
      source: { 'zh-CN': '指标目录 3；最大公约数（M13）', en: 'Indicator catalogue 3; common ground (M13)' },
      bias: {
        'zh-CN': '安全、欠薪、不平等对待的议案不用先走这一步，也算在分母里。',
        en: 'Safety, unpaid wages and unequal treatment need no such step first and are in the denominator all the same.',
      },
      counts: hearings(({ bothHeard }) => bothHeard),
    },
    {
      key: 'visitedAndHeard',
      kind: 'share',
      byGroup: false,
      places: ['organ'],
      exempt: 'council.motions',
      unit: motions,
      title: { 'zh-CN': '走访过、两边也都听过的议案', en: 'Motions with a visit and both groups heard' },
      says: {
        'zh-CN': '上面两样都做到的议案占多少。',
        en: 'How many of the motions filed in the month had both of the above.',
      },
      saysNot: { 'zh-CN': '做到了程序，不等于议案写得好。', en: 'The steps were taken; whether the motion is good is another matter.' },
      numerator: { 'zh-CN': '两样都做到的议案', en: 'motions with a visit and both groups’ opinions' },
      denominator: { 'zh-CN': '当月立案的议案', en: 'motions filed in the month' },
      source: { 'zh-CN': '指标目录 3', en: 'Indicator catalogue 3' },
      bias: { 'zh-CN': '同上两项。', en: 'As for the two above.' },
      counts: hearings(({ visited, bothHeard }) => visited && bothHeard),
    },
    {
      key: 'ground',
      kind: 'count',
      byGroup: false,
      places: ['organ'],
      exempt: 'council.motions',
      parts: {
        met: { 'zh-CN': '谈拢了', en: 'on common ground' },
        notYet: { 'zh-CN': '还没谈拢', en: 'not yet agreed' },
        exempt: { 'zh-CN': '不用先谈', en: 'needs none' },
        notRequired: { 'zh-CN': '章程没要求', en: 'not asked for by the charter' },
      },
      unit: motions,
      title: { 'zh-CN': '议案立案时谈到哪一步', en: 'Common ground at filing' },
      says: {
        'zh-CN': '当月立案的议案，按最大公约数那一步的结果分。',
        en: 'Motions filed in the month, by how they stood to common ground.',
      },
      saysNot: {
        'zh-CN': '“还没谈拢”的议案一样上会，地位相同。',
        en: 'A motion that is not yet agreed goes on the agenda with equal rank.',
      },
      numerator: { 'zh-CN': '当月立案的议案', en: 'motions filed in the month' },
      denominator: null,
      source: { 'zh-CN': '章程：先找最大公约数，是义务不是否决权', en: 'Charter: a duty to try, not a veto' },
      bias: { 'zh-CN': '门槛由章程定，改了就不好直接比。', en: 'The charter sets the threshold; after a change figures are not alike.' },
      counts: fromCounters(['motion.ground'], ({ detail }) => detail),
    },
    {
      key: 'visits',
      kind: 'count',
      byGroup: false,
      places: ['organ'],
      exempt: 'council.visits',
      unit: { 'zh-CN': '次', en: 'visits' },
      title: { 'zh-CN': '代表走访', en: 'Visits of delegates' },
      says: {
        'zh-CN': '当月代表走访巷子的次数；纸上补记的同样算。',
        en: 'Visits of delegates to lanes in the month; those entered from paper count alike.',
      },
      saysNot: {
        'zh-CN': '只记巷，不记门牌和人；次数多少不比代表。',
        en: 'Lanes are noted, never doors or people; delegates are not compared.',
      },
      numerator: { 'zh-CN': '当月走访次数', en: 'visits in the month' },
      denominator: null,
      source: { 'zh-CN': '设计：走访（M12）', en: 'Design: visits (M12)' },
      bias: { 'zh-CN': '离线记录的可能晚几天才到。', en: 'What was noted offline may come in days later.' },
      counts: fromCounters(['council.visit'], () => ''),
    },
  ],
}
