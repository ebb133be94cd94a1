import { doors, type Door, type FlowsHalf, type readFlows } from '@ronghe/contract/insight/flows.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import type { Deed } from '../../../platform/deed.ts'
import { frozen, nextShown, type FrozenFigure } from '../../../platform/privacy/frozen-figures.ts'
import { showParts, showTable } from '../../../platform/privacy/suppression.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { today } from '../../programme/posts.ts'
import { sinceCounted } from '../since-counted.ts'
import { estimateOf, rounded } from '../shown-shares.ts'
import { countDoors, firstDoor, type DoorCount } from './door-counts.ts'

interface FlowCounts {
  readonly doors: readonly DoorCount[]
}

/** Half a year is long enough to move and lies apart from the next one: no two of them share a day, so none can be subtracted from another. */
export const flowsFigure: FrozenFigure<FlowCounts> = {
  figure: 'insight.flows',
  every: 'half',
  waits: 14,
  since: (deed) => sinceCounted(deed, flowsFigure.figure, () => firstDoor(deed)),
  count: async (deed, days) => ({ doors: await countDoors(deed, days) }),
}

export async function readFlowsPage(deed: Deed): Promise<ReplyOf<typeof readFlows>> {
  const { roundTo } = await setting(deed, 'figures')
  return {
    halves: [...(await frozen(deed, flowsFigure))]
      .toSorted(([a], [b]) => (a < b ? 1 : -1))
      .slice(0, 6)
      .map(([period, { counts }]) => toHalf(period, counts.doors, roundTo)),
    next: nextShown(flowsFigure, today(deed)),
  }
}

const groups = ['newcomer', 'local', 'unstated'] as const

/**
 * One decision for each first door: its people are nobody of another one, so each is decided alone. Nothing is shown that adds two of them up,
 * which would give away what one of them hides. Groups are told apart only where that hides nobody's way; else the ways are told of everybody
 * together, and nothing at all by group.
 */
export const toHalf = (period: string, counts: readonly DoorCount[], roundTo = 1): FlowsHalf => ({
  period,
  doors: doors.map((from) => {
    const targets: readonly (Door | null)[] = [...doors.filter((door) => door !== from), null]
    const rows = targets.map((to) =>
      groups.map((group) =>
        counts
          .filter((count) => count.from === from && count.to === to && count.group === group)
          .reduce((sum, { people }) => sum + people, 0),
      ),
    )
    const together = showParts(rows.map((row) => row.reduce((sum, people) => sum + people, 0)))
    const apart = showTable(rows)
    const hidesNothing = together.parts.every(({ kind }, row) => kind === 'few' || apart.rowTotals[row]!.kind === 'shown')
    const shown = hidesNothing ? apart : { ...apart, rowTotals: together.parts, total: together.total }
    const byGroup = (cells: readonly Shown[], total: Shown) => {
      const [newcomer, local, unstated] = hidesNothing ? cells : groups.map(() => few)
      return {
        newcomer: rounded(newcomer!, roundTo),
        local: rounded(local!, roundTo),
        unstated: rounded(unstated!, roundTo),
        total: rounded(total, roundTo),
      }
    }
    return {
      from,
      people: byGroup(shown.columnTotals, shown.total),
      next: targets.map((to, row) => ({
        to,
        people: byGroup(shown.cells[row]!, shown.rowTotals[row]!),
        share: estimateOf(rounded(shown.rowTotals[row]!, roundTo), rounded(shown.total, roundTo)),
      })),
      untold: rounded(untold(shown.rowTotals, shown.total), roundTo),
    }
  }),
})

/** What the told ways leave of the total, which anybody could work out: hidden ones are never few together. */
function untold(ways: readonly Shown[], total: Shown): Shown {
  if (total.kind === 'few' || ways.every(({ kind }) => kind === 'shown')) return few
  return { kind: 'shown', count: ways.reduce((left, way) => left - (way.kind === 'shown' ? way.count : 0), total.count) }
}

const few = { kind: 'few' } as const
