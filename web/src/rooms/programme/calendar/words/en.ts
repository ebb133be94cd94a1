import type { CalendarWords } from './zh-CN.ts'

export const en: CalendarWords = {
  title: 'My days',
  lead: 'Shifts, classes and meetings that are settled. To see them in your phone’s calendar, use the address below.',
  toHome: 'Home',
  coming: 'The next four weeks',
  none: 'Nothing is settled for the next four weeks.',
  noneNext: 'Once you join a course or a volunteers’ shift, its times appear here.',
  feedTitle: 'In my phone’s calendar',
  feedLead: 'With an address only you know, a calendar fetches them by itself. Do not pass it on; if it got out, revoke it.',
  make: 'Make a calendar address',
  again: 'Make a new address',
  revoke: 'Revoke the address',
  revoked: 'Revoked; the old address is of no use any more',
  once: 'The address is shown this once. Please copy it into your calendar now:',
  copy: 'Copy the address',
  copied: 'Copied',
  since: (day) => `An address was made on ${day}.`,
}
