import { doors, type Door, type FlowsHalf, type readFlows } from '@ronghe/contract/insight/flows.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import type { Deed } from '../../../platform/deed.ts'
import { frozen, nextShown, type FrozenFigure } from '../../../platform/privacy/frozen-figures.ts'
import { shareOf, showTable } from '../../../platform/privacy/suppression.ts'
import { today } from '../../programme/posts.ts'
import { countDoors, firstDoor, type DoorCount } from './door-counts.ts'

interface FlowCounts {
  readonly doors: readonly DoorCount[]
}

/** Half a year is long enough to move and lies apart from the next one: no two of them share a day, so none can be subtracted from another. */
export const flowsFigure: FrozenFigure<FlowCounts> = {
  figure: 'insight.flows',
  every: 'half',
  waits: 14,
  since: firstDoor,
  count: async (deed, days) => ({ doors: await countDoors(deed, days) }),
}

export async function readFlowsPage(deed: Deed): Promise<ReplyOf<typeof readFlows>> {
  return {
    halves: [...(await frozen(deed, flowsFigure))]
      .toSorted(([a], [b]) => (a < b ? 1 : -1))
      .slice(0, 6)
      .map(([period, { counts }]) => toHalf(period, counts.doors)),
    next: nextShown(flowsFigure, today(deed)),
  }
}

const groups = ['newcomer', 'local', 'unstated'] as const

/**
 * One table for each first door: its people are nobody of another table, so each is decided alone. Nothing is shown that adds two of them up,
 * which would give away what one of them hides.
 */
export const toHalf = (period: string, counts: readonly DoorCount[]): FlowsHalf => ({
  period,
  doors: doors.map((from) => {
    const targets: readonly (Door | null)[] = [...doors.filter((door) => door !== from), null]
    const table = showTable(
      targets.map((to) =>
        groups.map((group) =>
          counts
            .filter((count) => count.from === from && count.to === to && count.group === group)
            .reduce((sum, { people }) => sum + people, 0),
        ),
      ),
    )
    return {
      from,
      people: byGroup(table.columnTotals, table.total),
      next: targets.map((to, row) => ({
        to,
        people: byGroup(table.cells[row]!, table.rowTotals[row]!),
        share: shareOf(table.rowTotals[row]!, table.total),
      })),
    }
  }),
})

const byGroup = ([newcomer, local, unstated]: readonly Shown[], total: Shown) => ({
  newcomer: newcomer!,
  local: local!,
  unstated: unstated!,
  total,
})
