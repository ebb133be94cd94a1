import { line, type Line, type Measure } from '../indicators/definition.ts'
import { showMonth } from '../indicators/publication.ts'

const words = { 'zh-CN': '次会', en: 'meetings' }

/** A measure of its own, for tests of what is said about one. */
export const measureOf = (more: Partial<Measure> = {}): Measure => ({
  key: 'tested',
  kind: 'share',
  byGroup: true,
  places: [],
  unit: words,
  title: { 'zh-CN': '到会', en: 'Attendance' },
  says: words,
  saysNot: words,
  numerator: words,
  denominator: words,
  source: words,
  bias: words,
  counts: { since: async () => undefined, lines: async () => [] },
  ...more,
})

/** A month in which so many of each group were so, and so many not. */
export const monthOf = (measure: Measure, period: string, counts: Partial<Record<Line['group'], readonly [yes: number, no: number]>>) => ({
  period,
  cells: showMonth(
    measure,
    Object.entries(counts).flatMap(([group, [yes, no]]) =>
      (
        [
          ['yes', yes],
          ['no', no],
        ] as const
      ).map(([part, n]) => line(part, n, { group: group as Line['group'] })),
    ),
  ),
})
