import type { OccasionKind, Rule } from '@ronghe/contract/branch/occasions.ts'
import type { Text } from '@ronghe/contract/values.ts'

export interface UsualPlan {
  readonly kind: OccasionKind
  readonly title: Text
  readonly agenda: readonly Text[]
  readonly rule: Rule
  readonly from: number
  readonly to: number
  readonly openToAll: boolean
}

const say = (chinese: string, english: string): Text => ({ 'zh-CN': chinese, en: english })
const dayOff = (every: Rule['every'], month: number, nth: number): Rule => ({
  every,
  month,
  on: { kind: 'weekday', nth, weekday: 6 },
  moves: 'toDayOff',
})
const evening = { from: 19 * 60, to: 20 * 60 + 30 }

/**
 * 三会一课, the monthly themed day, the yearly organisation life meeting and appraisal (practice 3.4), on days off and evenings because members
 * work; a branch words and moves them as it likes.
 */
export const usualPlans: readonly UsualPlan[] = [
  {
    kind: 'generalMeeting',
    title: say('党员大会', 'General meeting'),
    agenda: [
      say('这一季做了什么', 'What was done this quarter'),
      say('下一季做什么', 'What comes next'),
      say('大家想说的', 'Anything else'),
    ],
    rule: dayOff('quarter', 3, 4),
    ...evening,
    openToAll: false,
  },
  {
    kind: 'committeeMeeting',
    title: say('支委会', 'Committee meeting'),
    agenda: [say('本月安排', 'This month'), say('街坊托付的事', 'What neighbours entrusted to us')],
    rule: { every: 'month', month: 1, on: { kind: 'weekday', nth: 1, weekday: 3 }, moves: 'stays' },
    ...evening,
    openToAll: false,
  },
  {
    kind: 'groupMeeting',
    title: say('党小组会', 'Group meeting'),
    agenda: [say('一起读一段', 'Something read together'), say('身边的难事', 'Difficulties around us')],
    rule: { every: 'month', month: 1, on: { kind: 'weekday', nth: 2, weekday: 3 }, moves: 'stays' },
    ...evening,
    openToAll: false,
  },
  {
    kind: 'lecture',
    title: say('党课', 'Lecture'),
    agenda: [],
    rule: dayOff('quarter', 2, 2),
    ...evening,
    openToAll: false,
  },
  {
    kind: 'themedDay',
    title: say('主题党日', 'Themed day'),
    agenda: [],
    rule: dayOff('month', 1, 3),
    from: 9 * 60,
    to: 11 * 60 + 30,
    openToAll: false,
  },
  {
    kind: 'lifeMeeting',
    title: say('组织生活会', 'Organisation life meeting'),
    agenda: [say('各人说自己', 'Everybody about themself'), say('互相提意见', 'Remarks to one another')],
    rule: dayOff('year', 1, 2),
    ...evening,
    openToAll: false,
  },
  {
    kind: 'appraisal',
    title: say('民主评议', 'Yearly appraisal'),
    agenda: [say('自己说一年', 'One’s own year'), say('大家说', 'What the others say')],
    rule: dayOff('year', 12, 2),
    ...evening,
    openToAll: false,
  },
]
