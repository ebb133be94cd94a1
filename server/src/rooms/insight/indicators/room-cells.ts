import type { Shown } from '@ronghe/contract/platform/shown.ts'
import { showParts } from '../../../platform/privacy/suppression.ts'
import type { Line, RoomPeriod, ShownCells } from './definition.ts'

/** What a room shows, as cells of an indicator: parts in the order of the measure. */
export const cell = (group: Line['group'], parts: Readonly<Record<string, Shown>>, lines: readonly Line[] = []): ShownCells => ({
  group,
  parts: Object.entries(parts).map(([part, count]) => ({ part, count })),
  lines,
})

export const few: Shown = { kind: 'few' }
export const shown = (count: number): Shown => ({ kind: 'shown', count })

/** Counts of one row without groups, decided as the rooms decide theirs. */
export function row(period: string, counts: Readonly<Record<string, number>>, lines: readonly Line[] = []): RoomPeriod {
  const { parts } = showParts(Object.values(counts))
  return { period, cells: [cell('all', Object.fromEntries(Object.keys(counts).map((part, place) => [part, parts[place]!])), lines)] }
}
