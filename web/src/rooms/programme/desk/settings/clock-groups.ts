import type { Clocks } from '@ronghe/contract/programme/settings.ts'

type Clock = keyof Clocks

/** The clocks as the page shows them; together they are all of them (clock-groups.test.ts). */
export const clockGroups = [
  { group: 'concerns', clocks: ['concernScreen', 'concernAnswer', 'concernReopened', 'concernThreat'] },
  { group: 'cases', clocks: ['caseAccept', 'departmentReply', 'residentTurn', 'residentReminderFirst', 'residentReminderSecond'] },
  { group: 'escalation', clocks: ['escalateOwnerPercent', 'escalateSupervisorPercent', 'escalateStreetLeadAfter'] },
  { group: 'ratings', clocks: ['ratingCall', 'ratingFix'] },
  { group: 'council', clocks: ['motionScreen', 'motionAppeal', 'adviceReply'] },
  {
    group: 'others',
    clocks: ['supportRequest', 'commendationNotice', 'checkInAnswer', 'dataRequestCalendarDays', 'agreementWarningCalendarDays'],
  },
] as const satisfies readonly { readonly group: string; readonly clocks: readonly Clock[] }[]

export const unitOf = (clock: Clock): 'percent' | 'calendar' | 'days' =>
  clock.endsWith('Percent') ? 'percent' : clock.endsWith('CalendarDays') ? 'calendar' : 'days'

/** All clocks, or the ones that are no number above zero. */
export function readClocks(typed: Readonly<Record<Clock, number | null>>): { readonly clocks?: Clocks; readonly blank: readonly Clock[] } {
  const names = Object.keys(typed) as Clock[]
  const blank = names.filter((name) => !((typed[name] ?? 0) >= 1))
  return blank.length > 0 ? { blank } : { blank, clocks: typed as Clocks } // none is null, as just counted
}
