import type { AllocationResult, GroupEffect } from '@ronghe/contract/council/allocation-results.ts'
import type { Shown, ShownFigure } from '@ronghe/contract/platform/shown.ts'
import type { Group } from '@ronghe/contract/values.ts'
import type { Side } from '@ronghe/allocation'
import { shareOf, showFigure, showTables, smallestCount } from '../../platform/privacy/suppression.ts'
import type { Count } from './allocation-count.ts'

const columns = ['newcomer', 'local', 'unstated'] as const satisfies readonly Group[]
const nobody: Side = {
  voters: 0,
  one: { nothing: 0, meanProjects: 0, meanUtility: 0 },
  other: { nothing: 0, meanProjects: 0, meanUtility: 0 },
  preferOne: 0,
  preferOther: 0,
  indifferent: 0,
}

/**
 * How the groups fared, as it may be shown. The three tables are about the same voters and are decided in one call, so that no group's hidden figure
 * can be had by subtracting the others from the whole; a mean or an amount of a group is shown only where the number of its voters is.
 */
export function groupFigures(
  { sides, money, cost }: Pick<Count, 'sides' | 'money' | 'cost'>,
  expected: { readonly newcomer: number; readonly local: number },
): AllocationResult['groups'] {
  const side = columns.map((group) => sides[group] ?? nobody)
  const [here, greedy, liking] = showTables([
    [side.map(({ one }) => one.nothing), side.map(({ voters, one }) => voters - one.nothing)],
    [side.map(({ other }) => other.nothing), side.map(({ voters, other }) => voters - other.nothing)],
    [side.map(({ preferOne }) => preferOne), side.map(({ preferOther }) => preferOther), side.map(({ indifferent }) => indifferent)],
  ]) as [ReturnType<typeof showTables>[number], ReturnType<typeof showTables>[number], ReturnType<typeof showTables>[number]]
  const effect = (
    counts: Side,
    paid: number,
    {
      voters,
      nothing,
      nothingGreedy,
      prefer,
      preferGreedy,
    }: Readonly<Record<'voters' | 'nothing' | 'nothingGreedy' | 'prefer' | 'preferGreedy', Shown>>,
    expectedPercent: number | null,
  ): GroupEffect => {
    const figure = (value: number): ShownFigure => (voters.kind === 'shown' ? showFigure(value, counts.voters) : { kind: 'few' })
    return {
      voters,
      turnoutShare: shareOf(voters, here.total),
      moneyShare: figure(cost === 0 ? 0 : paid / cost),
      expected: expectedPercent === null ? null : expectedPercent / 100,
      nothing: { here: shareOf(nothing, voters), greedy: shareOf(nothingGreedy, voters) },
      funded: { here: figure(counts.one.meanProjects), greedy: figure(counts.other.meanProjects) },
      preferHere: shareOf(prefer, voters),
      preferGreedy: shareOf(preferGreedy, voters),
    }
  }
  const ofGroup = (group: (typeof columns)[number], expectedPercent: number | null): GroupEffect => {
    const column = columns.indexOf(group)
    return effect(
      side[column]!,
      money[group],
      {
        voters: here.columnTotals[column]!,
        nothing: here.cells[0]![column]!,
        nothingGreedy: greedy.cells[0]![column]!,
        prefer: liking.cells[0]![column]!,
        preferGreedy: liking.cells[1]![column]!,
      },
      expectedPercent,
    )
  }
  return {
    all: effect(
      sides.all ?? nobody,
      cost,
      {
        voters: here.total,
        nothing: here.rowTotals[0]!,
        nothingGreedy: greedy.rowTotals[0]!,
        prefer: liking.rowTotals[0]!,
        preferGreedy: liking.rowTotals[1]!,
      },
      null,
    ),
    newcomer: ofGroup('newcomer', expected.newcomer),
    local: ofGroup('local', expected.local),
    unstated: ofGroup('unstated', null),
  }
}

/**
 * Groups that stay below the charter's part of what was expected, in voters or in money. The alarm has to be heard just when a group is too small to be
 * shown; it is raised only where the bar lies at five or more, so that it does not say that fewer than five voted.
 */
export function alarmsOf(
  { sides, money, cost }: Pick<Count, 'sides' | 'money' | 'cost'>,
  expected: { readonly newcomer: number; readonly local: number },
  belowPercent: number,
): AllocationResult['alarms'] {
  const all = sides.all?.voters ?? 0
  return (['newcomer', 'local'] as const).flatMap((group) => {
    const bar = (expected[group] / 100) * (belowPercent / 100)
    if (bar * all < smallestCount) return []
    const voters = sides[group]?.voters ?? 0
    return [
      ...(voters < bar * all ? [{ group, of: 'turnout' as const }] : []),
      ...(money[group] < bar * cost ? [{ group, of: 'money' as const }] : []),
    ]
  })
}
