import type { ChartWords } from './zh-CN.ts'

export const en: ChartWords = {
  table: 'See the table',
  everybody: 'everybody',
  period: 'Period',
  few: 'too few to show',
  fewShort: 'too few',
  none: 'not counted yet',
  noneShort: 'none',
  interval: 'Interval',
  ofWhich: 'Counts',
  group: 'Group',
  name: 'Name',
  value: 'Value',
  heard: (name, first, from, last, to) => `${name}: ${from} in ${first}, ${to} in ${last}. `,
  heardOnce: (name, period, value) => `${name}: ${value} in ${period}. `,
  heardFew: (name) => `${name}: too few to show. `,
  heardGaps: (count) => `${count} of the periods are too few to show. `,
  heardRow: (name, value, interval) => `${name}: ${value}${interval === '' ? '' : `, interval ${interval}`}. `,
  tableFollows: 'A table follows the picture.',
  band: 'The pale band and the whiskers are the 95% interval: with other people asked, the value would mostly lie in it. The line breaks where too few were counted.',
  bandShort: 'The line breaks where too few were counted.',
}
