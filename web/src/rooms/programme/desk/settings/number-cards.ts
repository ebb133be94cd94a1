import type { NumberGroup, NumberName } from '@ronghe/contract/programme/numbers.ts'
import type { NumbersWords } from './words/numbers/zh-CN.ts'

interface NumberCard<Group extends NumberGroup> {
  readonly card: keyof NumbersWords['cards']
  readonly names: readonly NumberName<Group>[]
}

/** The numbers as the page shows them, group by group; together they are all of them (number-cards.test.ts). */
export const numberCards: { readonly [Group in NumberGroup]: readonly NumberCard<Group>[] } = {
  clocks: [
    { card: 'concerns', names: ['concernScreen', 'concernAnswer', 'concernReopened', 'concernThreat'] },
    {
      card: 'cases',
      names: ['caseAccept', 'departmentReply', 'residentTurn', 'residentReminderFirst', 'residentReminderSecond', 'caseClose'],
    },
    { card: 'escalation', names: ['escalateOwnerPercent', 'escalateSupervisorPercent', 'escalateStreetLeadAfter'] },
    { card: 'ratings', names: ['ratingCall', 'ratingFix'] },
    {
      card: 'others',
      names: ['supportRequest', 'dataRequestCalendarDays', 'agreementWarningCalendarDays', 'commendationNotice', 'checkInAnswer'],
    },
  ],
  messages: [{ card: 'night', names: ['quietFrom', 'quietTo'] }],
  signIn: [
    { card: 'codes', names: ['unseenDays', 'newDeviceDays'] },
    { card: 'idle', names: ['staffIdleMinutes', 'residentIdleDays'] },
    { card: 'desk', names: ['assistMinutes', 'numberChangeDays'] },
  ],
  residence: [
    { card: 'confirming', names: ['validMonths', 'attestationDays', 'confirmationsADay', 'recheckPercent'] },
    { card: 'group', names: ['groupChangeMonths'] },
  ],
  station: [
    { card: 'booking', names: ['bookingDays', 'bookingsAtOnce', 'bookingGraceMinutes', 'toldAhead'] },
    { card: 'afterwards', names: ['ratingDays', 'duplicateDays'] },
  ],
  volunteers: [
    { card: 'offers', names: ['offerHours', 'offerSoonHours', 'offerTodayMinutes', 'belowMinimumHours'] },
    { card: 'rest', names: ['restHours', 'nightHours', 'nightsAWeek', 'hoursAWeek'] },
    { card: 'hours', names: ['claimDays', 'confirmDays', 'paidFromHour', 'paidToHour', 'auditPercent', 'auditLeast'] },
    { card: 'care', names: ['careAlertHours'] },
  ],
  school: [{ card: 'courses', names: ['mixedPercent', 'completionPercent', 'belowMinimumHours', 'mentoringAnswerDays'] }],
  contracts: [{ card: 'contracts', names: ['termMonths', 'stableMonths', 'callDays', 'purgeDays'] }],
  figures: [{ card: 'shown', names: ['roundTo', 'privacyBudgetPercent'] }],
  keeping: [
    { card: 'papers', names: ['caseMonths', 'attachmentDays', 'draftDays', 'counterDays'] },
    { card: 'voices', names: ['concernMonths', 'ratingMonths', 'disputeDays', 'dataRequestMonths'] },
    { card: 'looks', names: ['accessLogDays', 'messageDays'] },
    { card: 'staff', names: ['numberChangeDays', 'leaveDays'] },
    { card: 'accounts', names: ['unusedMonths', 'closingDays'] },
  ],
}
