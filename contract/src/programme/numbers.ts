import type { Text } from '../values.ts'
import { laws } from './laws.ts'

/** `hour` is an hour of the day, `hours` so many of them, `count` so many of what the label says. */
export type NumberUnit = 'workingDays' | 'days' | 'months' | 'hours' | 'minutes' | 'hour' | 'percent' | 'count'

/** The chapter of the rules a number stands in. */
export type NumberChapter =
  | 'clocks'
  | 'messages'
  | 'signIn'
  | 'livesHere'
  | 'group'
  | 'rating'
  | 'counter'
  | 'volunteers'
  | 'school'
  | 'contracts'
  | 'figures'
  | 'retention'

/** One number of a street: what holds until it says otherwise, and how far it may go. */
export interface NumberRule {
  readonly standard: number
  readonly unit: NumberUnit
  readonly least: number
  readonly most: number
  readonly chapter: NumberChapter
  /** Why `least` or `most` is where it is, where a law says so. */
  readonly law?: { readonly bound: 'least' | 'most'; readonly text: Text }
}

type More = Pick<NumberRule, 'law'>
const number =
  (unit: NumberUnit, chapter: NumberChapter) =>
  (standard: number, least: number, most: number, more: More = {}): NumberRule => ({ standard, unit, least, most, chapter, ...more })

const clock = number('workingDays', 'clocks')
const clockPercent = number('percent', 'clocks')
const clockDays = number('days', 'clocks')
const signInDays = number('days', 'signIn')
const signInMinutes = number('minutes', 'signIn')
const ofVolunteers = (unit: NumberUnit) => number(unit, 'volunteers')
const ofSchool = (unit: NumberUnit) => number(unit, 'school')
const ofContracts = (unit: NumberUnit) => number(unit, 'contracts')
const keptDays = number('days', 'retention')
const keptMonths = number('months', 'retention')

/** Every number a street may set, by whom it touches: the defaults are those of the rules (08). The page shows the groups in this order. */
export const numbers = {
  clocks: {
    concernScreen: clock(2, 1, 30),
    concernAnswer: clock(15, 1, 60),
    concernReopened: clock(7, 1, 60),
    concernThreat: clock(1, 1, 5),
    caseAccept: clock(1, 1, 5, { law: { bound: 'most', text: laws.acceptance } }),
    departmentReply: clock(2, 1, 20),
    residentTurn: clock(15, 3, 60),
    residentReminderFirst: clock(5, 1, 59),
    residentReminderSecond: clock(12, 2, 59),
    caseClose: clock(15, 1, 60),
    escalateOwnerPercent: clockPercent(50, 1, 100),
    escalateSupervisorPercent: clockPercent(100, 1, 100),
    escalateStreetLeadAfter: clock(3, 1, 30),
    ratingCall: clock(1, 1, 10),
    ratingFix: clock(15, 1, 60),
    supportRequest: clock(10, 1, 60),
    commendationNotice: clock(5, 1, 30),
    checkInAnswer: clock(5, 1, 30),
    dataRequestCalendarDays: clockDays(15, 1, 30),
    agreementWarningCalendarDays: clockDays(60, 7, 180),
  },
  messages: {
    quietFrom: number('hour', 'messages')(22, 19, 23),
    quietTo: number('hour', 'messages')(7, 5, 9),
  },
  signIn: {
    unseenDays: signInDays(180, 30, 365),
    newDeviceDays: signInDays(90, 7, 365),
    staffIdleMinutes: signInMinutes(20, 5, 60),
    residentIdleDays: signInDays(90, 1, 180),
    assistMinutes: signInMinutes(30, 5, 60),
    numberChangeDays: signInDays(3, 1, 30),
  },
  residence: {
    confirmationsADay: number('count', 'livesHere')(20, 1, 50),
    recheckPercent: number('percent', 'livesHere')(5, 1, 100),
    validMonths: number('months', 'livesHere')(24, 1, 60),
    attestationDays: number('days', 'livesHere')(14, 1, 60),
    groupChangeMonths: number('months', 'group')(12, 1, 60),
  },
  station: {
    ratingDays: number('days', 'rating')(30, 7, 180),
    bookingDays: number('days', 'counter')(14, 1, 60),
    bookingsAtOnce: number('count', 'counter')(3, 1, 10),
    bookingGraceMinutes: number('minutes', 'counter')(15, 1, 60),
    toldAhead: number('count', 'counter')(2, 1, 10),
    duplicateDays: number('days', 'counter')(30, 1, 90),
  },
  /** Sign-ups, waiting lists, rest and hours (08, Volunteers). */
  volunteers: {
    offerHours: ofVolunteers('hours')(24, 4, 72),
    offerSoonHours: ofVolunteers('hours')(2, 1, 12),
    offerTodayMinutes: ofVolunteers('minutes')(20, 10, 120),
    restHours: ofVolunteers('hours')(11, 8, 24),
    nightHours: ofVolunteers('hours')(4, 1, 4),
    nightsAWeek: ofVolunteers('count')(2, 1, 3),
    hoursAWeek: ofVolunteers('hours')(12, 2, 24),
    belowMinimumHours: ofVolunteers('hours')(24, 6, 72),
    claimDays: ofVolunteers('days')(7, 1, 14),
    confirmDays: ofVolunteers('days')(14, 7, 60),
    paidFromHour: ofVolunteers('hour')(8, 6, 10),
    paidToHour: ofVolunteers('hour')(18, 16, 20),
    auditPercent: ofVolunteers('percent')(5, 1, 100),
    auditLeast: ofVolunteers('count')(10, 1, 100),
    careAlertHours: ofVolunteers('hours')(1, 1, 12),
  },
  /** Courses (08, Volunteers, school). */
  school: {
    mixedPercent: ofSchool('percent')(20, 5, 50),
    completionPercent: ofSchool('percent')(75, 50, 100),
    belowMinimumHours: ofSchool('hours')(48, 12, 168),
    mentoringAnswerDays: ofSchool('days')(7, 3, 30),
  },
  /** Contracted projects (08, Programme; 财政部令102). */
  contracts: {
    termMonths: number('months', 'contracts')(12, 1, 12, { law: { bound: 'most', text: laws.contractTerm } }),
    stableMonths: number('months', 'contracts')(36, 1, 36, { law: { bound: 'most', text: laws.contractTerm } }),
    callDays: ofContracts('days')(10, 3, 60),
    purgeDays: ofContracts('days')(30, 1, 180),
  },
  /** What is shown of figures about residents (08, Figures; D7). The smallest count itself cannot be set. */
  figures: {
    roundTo: number('count', 'figures')(1, 1, 10),
    privacyBudgetPercent: number('percent', 'figures')(100, 10, 300),
  },
  keeping: {
    accessLogDays: keptDays(365, 180, 1095, { law: { bound: 'least', text: laws.networkLogs } }),
    messageDays: keptDays(90, 30, 365),
    attachmentDays: keptDays(180, 30, 730),
    caseMonths: keptMonths(36, 12, 60),
    concernMonths: keptMonths(24, 6, 60),
    ratingMonths: keptMonths(12, 3, 36),
    counterDays: keptDays(90, 7, 365),
    draftDays: keptDays(90, 7, 365),
    disputeDays: keptDays(90, 60, 365),
    dataRequestMonths: keptMonths(24, 12, 60),
    numberChangeDays: keptDays(180, 60, 730),
    leaveDays: keptDays(365, 30, 1095),
    unusedMonths: keptMonths(12, 6, 36),
    closingDays: keptDays(60, 30, 180),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, NumberRule>>>>

export type NumberGroup = keyof typeof numbers
export type NumberName<Group extends NumberGroup> = keyof (typeof numbers)[Group] & string
export type NumbersOf<Group extends NumberGroup> = { [Name in NumberName<Group>]: number }
export const numberGroups = Object.keys(numbers) as readonly NumberGroup[]

/** What holds in a street that has set nothing. */
export const standardsOf = <Group extends NumberGroup>(group: Group): NumbersOf<Group> =>
  Object.fromEntries(Object.entries<NumberRule>(numbers[group]).map(([name, { standard }]) => [name, standard])) as NumbersOf<Group> // the same names

/** Numbers that no street may change: a law fixes them, or what protects people, or that figures of streets must mean the same. */
export const fixedNumbers = {
  signIn: {
    codeMinutes: { value: 10, unit: 'minutes' },
    codeTries: { value: 5, unit: 'count' },
    lockAfter: { value: 5, unit: 'count', law: laws.signInFailures },
    lockMinutes: { value: 15, unit: 'minutes', law: laws.signInFailures },
    numberChangeStaff: { value: 2, unit: 'count' },
  },
  station: {
    hazardBackDays: { value: 90, unit: 'days' },
    mediationFollowUpDays: { value: 30, unit: 'days' },
  },
  keeping: {
    idNumber: { value: 0, unit: 'days', law: laws.shortestTime },
    backupDays: { value: 35, unit: 'days', law: laws.deletion },
    smallestCount: { value: 5, unit: 'count' },
  },
} as const satisfies Readonly<
  Partial<Record<NumberGroup, Readonly<Record<string, { readonly value: number; readonly unit: NumberUnit; readonly law?: Text }>>>>
>
