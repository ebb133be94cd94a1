import { frozen } from '../../../platform/privacy/frozen-figures.ts'
import { beginningsFigure, shownBeginnings } from '../../volunteers/beginnings.ts'
import { fromCounters, fromRoom, type Indicator } from './definition.ts'
import { cell, shown } from './room-cells.ts'

const whose = {
  newcomer: { 'zh-CN': '{newcomers}', en: '{newcomers}' },
  local: { 'zh-CN': '{locals}', en: '{locals}' },
  unstated: { 'zh-CN': '没有说明', en: 'not stated' },
}

/** 12 · autonomy: what residents begin themselves. */
export const autonomy: Indicator = {
  key: 'autonomy',
  number: 12,
  box: 'values',
  title: { 'zh-CN': '街坊自己发起的事', en: 'What residents begin themselves' },
  measures: [
    {
      key: 'activities',
      kind: 'count',
      every: 'quarter',
      byGroup: false,
      places: [],
      parts: { ...whose, teams: { 'zh-CN': '服务队自己', en: 'the teams themselves' } },
      unit: { 'zh-CN': '项', en: 'activities' },
      title: { 'zh-CN': '志愿活动是谁出的主意', en: 'Whose idea the activities were' },
      says: {
        'zh-CN': '当季办起来的志愿活动里，主意出自{newcomers}、{locals}和服务队自己的各有几项。',
        en: 'Of the volunteer activities opened in the quarter, how many were the idea of {newcomers}, of {locals}, and of the teams themselves.',
      },
      saysNot: {
        'zh-CN': '不说是谁的主意；主意多少不等于出力多少。',
        en: 'It does not say whose idea any of them was, and ideas are not work done.',
      },
      numerator: { 'zh-CN': '按出主意的人当时自己选的分类数活动', en: 'activities, by what the person had said to be when proposing' },
      denominator: { 'zh-CN': '当季办起来的全部志愿活动', en: 'all volunteer activities opened in the quarter' },
      source: { 'zh-CN': '指标目录 12', en: 'Indicator catalogue 12' },
      bias: {
        'zh-CN': '口头提的、后来离开的人提的，都算在服务队里。课程、学习小组和联合活动不记是谁先提的，所以不在这里。',
        en: 'Ideas given by word of mouth, or by people who have left since, count as the teams’. Of courses, study groups and joint activities nobody notes who first thought of them, so they are not here.',
      },
      counts: fromRoom(async (deed) =>
        [...(await frozen(deed, beginningsFigure))].map(([period, { counts }]) => {
          const { newcomers, locals, unstated } = shownBeginnings(counts)
          // The teams are organs: how many they began is no statistic about residents.
          return { period, cells: [cell('all', { newcomer: newcomers, local: locals, unstated, teams: shown(counts.teams) })] }
        }),
      ),
    },
    {
      key: 'projects',
      kind: 'count',
      byGroup: false,
      places: [],
      parts: {
        newcomer: whose.newcomer,
        local: whose.local,
        other: { 'zh-CN': '没有说明、纸上提的和机构提的', en: 'not stated, on paper, or by organs' },
      },
      unit: { 'zh-CN': '个项目', en: 'projects' },
      title: { 'zh-CN': '公共资金花在哪，谁提的项目', en: 'Who proposed what common money be spent on' },
      says: {
        'zh-CN': '当月提交给分配投票的项目，按提的人分。',
        en: 'Projects proposed for residents’ ballots in the month, by who proposed them.',
      },
      saysNot: { 'zh-CN': '提了不等于选上；选上哪些看投票结果。', en: 'Proposed is not chosen; for that see the ballots’ result.' },
      numerator: { 'zh-CN': '按提交人当时自己选的分类数项目', en: 'projects, by what the person had said to be when proposing' },
      denominator: { 'zh-CN': '当月提交的全部项目', en: 'all projects proposed in the month' },
      source: { 'zh-CN': '指标目录 12；设计 M18', en: 'Indicator catalogue 12; design M18' },
      bias: {
        'zh-CN': '纸上交来的没有账号，不知道是哪一边；撤回和不可行的也算提过。',
        en: 'One handed in on paper has no account, so its group is not known; those withdrawn or refused were proposed all the same.',
      },
      counts: fromCounters(['project.proposed'], ({ detail }) => (detail === 'newcomer' || detail === 'local' ? detail : 'other')),
    },
  ],
}
