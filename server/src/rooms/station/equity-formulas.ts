import type { Shown, ShownFigure } from '@ronghe/contract/platform/shown.ts'
import { showFigure, showTable, smallestCount, type ShownTable } from '../../platform/privacy/suppression.ts'
import { median, percentile } from './quantiles.ts'

/** The formulas of equal service (08, M22), pure: from counts of decided cases to what may be shown of them. */
export const groups = ['newcomer', 'local', 'unstated'] as const
export type GroupKey = (typeof groups)[number]

/** So many cases of one kind: one line of the table of a finished quarter. */
export interface FigureLine {
  readonly service: string
  readonly group: GroupKey
  readonly channel: string
  readonly outcome: 'granted' | 'refused' | 'referred'
  readonly reason: string
  readonly days: number
  readonly ownDays: number
  readonly extraVisits: number
  readonly cases: number
}

/** Below this many decided cases of a group nothing is compared. */
export const fewestToCompare = 20
/** A channel counts as used when a tenth of the group used it. */
export const usedShare = 0.1
/**
 * From so many cases on, whether a second channel was used by a tenth may be said: a tenth is then six, and "not used" leaves open whether it
 * was none or five. With fewer it would tell a small count.
 */
export const fewestForChoice = 60

export type RatioOf =
  | { readonly kind: 'ratio'; readonly value: number; readonly from: number; readonly to: number }
  | { readonly kind: 'tooFew' }

/**
 * The ratio of two shares with its 95 % interval by the logarithm (Katz, Baptista, Azen and Pike 1978, Biometrics 34:469). Where a share is
 * none or all, half a case is added to granted and half to not granted of both groups (Haldane 1956), so that the interval exists and is wide
 * rather than missing.
 */
export function ratioOf(granted: number, decided: number, otherGranted: number, otherDecided: number): RatioOf {
  for (const [part, whole] of [
    [granted, decided],
    [otherGranted, otherDecided],
  ] as const)
    if (!Number.isInteger(part) || !Number.isInteger(whole) || part < 0 || part > whole)
      throw new RangeError(`${part} is no part of ${whole}`)
  if (decided < fewestToCompare || otherDecided < fewestToCompare) return { kind: 'tooFew' }
  const extreme = granted === 0 || granted === decided || otherGranted === 0 || otherGranted === otherDecided
  const add = extreme ? 0.5 : 0
  const [a, n, b, m] = [granted + add, decided + 2 * add, otherGranted + add, otherDecided + 2 * add]
  const log = Math.log(a / n / (b / m))
  const half = 1.959964 * Math.sqrt(Math.max(0, 1 / a - 1 / n + 1 / b - 1 / m))
  return { kind: 'ratio', value: Math.exp(log), from: Math.exp(log - half), to: Math.exp(log + half) }
}

/** Open to newcomers over open to locals; undefined while nothing is open to locals. */
export const opportunityRatio = (newcomer: number, local: number): number | undefined => (local > 0 ? newcomer / local : undefined)

/** Two or more channels each used by a tenth of the group; undefined where that may not be said. */
export function hasChoice(byChannel: readonly number[]): boolean | undefined {
  const total = byChannel.reduce((sum, count) => sum + count, 0)
  if (total < fewestForChoice) return undefined
  return byChannel.filter((count) => count >= total * usedShare).length >= 2
}

export interface Benefit {
  readonly group: GroupKey
  readonly granted: Shown
  readonly notGranted: Shown
  readonly rate: ShownFigure
  readonly daysMedian: ShownFigure
  readonly daysP90: ShownFigure
  readonly ownDaysMedian: ShownFigure
  readonly extraVisits: ShownFigure
}

/**
 * Granted and not granted, by service and group, in one table with all its totals: six columns, so that every rate is made of two counts that
 * are both shown, and no difference of two numbers on the page is a small one.
 */
export function benefitTable(lines: readonly FigureLine[], services: readonly string[], k = smallestCount): ShownTable {
  return showTable(
    services.map((service) =>
      groups.flatMap((group) => [count(lines, { service, group, granted: true }), count(lines, { service, group, granted: false })]),
    ),
    k,
  )
}

/** What a group's two cells and the lines behind them say. Days and visits need enough cases to compare and both cells shown. */
export function benefitOf(group: GroupKey, granted: Shown, notGranted: Shown, lines: readonly FigureLine[]): Benefit {
  const decided = granted.kind === 'shown' && notGranted.kind === 'shown' ? granted.count + notGranted.count : 0
  const enough = decided >= fewestToCompare
  const own = lines.filter((line) => line.group === group)
  const figure = (value: (lines: readonly FigureLine[]) => number, people = decided): ShownFigure =>
    enough ? showFigure(value(own), people) : few
  // A mean over few extra visits would tell how many there were.
  const withExtra = sum(own.filter(({ extraVisits }) => extraVisits > 0))
  const extraKnown = enough && withExtra >= smallestCount && decided - withExtra >= smallestCount
  return {
    group,
    granted,
    notGranted,
    rate:
      granted.kind === 'shown' && notGranted.kind === 'shown'
        ? { kind: 'shown', value: granted.count / (granted.count + notGranted.count) }
        : few,
    daysMedian: figure((some) => median(spread(some, ({ days }) => days))),
    daysP90: figure((some) =>
      percentile(
        spread(some, ({ days }) => days),
        0.9,
      ),
    ),
    ownDaysMedian: figure((some) => median(spread(some, ({ ownDays }) => ownDays))),
    extraVisits: extraKnown
      ? { kind: 'shown', value: own.reduce((total, { extraVisits, cases }) => total + extraVisits * cases, 0) / decided }
      : few,
  }
}

/** Newcomers over locals, from what is shown and nothing else. */
export function ratioOfBenefits(benefits: readonly Benefit[]): RatioOf {
  const counts = (group: GroupKey) => {
    const { granted, notGranted } = benefits.find((benefit) => benefit.group === group)!
    return granted.kind === 'shown' && notGranted.kind === 'shown'
      ? { granted: granted.count, decided: granted.count + notGranted.count }
      : undefined
  }
  const [newcomer, local] = [counts('newcomer'), counts('local')]
  return newcomer && local ? ratioOf(newcomer.granted, newcomer.decided, local.granted, local.decided) : { kind: 'tooFew' }
}

/**
 * Why not, within the "not granted" of a service: only for groups whose "not granted" is shown. Those totals are known already, so the table
 * has them as its columns and gives away nothing beyond itself.
 */
export function reasonsTable(
  lines: readonly FigureLine[],
  service: string,
  benefits: readonly Benefit[],
  k = smallestCount,
): { reason: string; counts: { group: GroupKey; count: Shown }[] }[] {
  const shownGroups = benefits.filter(({ notGranted }) => notGranted.kind === 'shown').map(({ group }) => group)
  const refused = lines.filter((line) => line.service === service && line.outcome !== 'granted')
  const reasons = [...new Set(refused.map(({ reason }) => reason))].toSorted()
  if (shownGroups.length === 0 || reasons.length === 0) return []
  const table = showTable(
    reasons.map((reason) => shownGroups.map((group) => sum(refused.filter((line) => line.reason === reason && line.group === group)))),
    k,
  )
  return reasons.map((reason, row) => ({
    reason,
    counts: shownGroups.map((group, column) => ({ group, count: table.cells[row]![column]! })),
  }))
}

/** Choice of a group for a service, said only where both its cells are shown. */
export function choiceOf(lines: readonly FigureLine[], service: string, benefit: Benefit): boolean | undefined {
  if (benefit.granted.kind === 'few' || benefit.notGranted.kind === 'few') return undefined
  const own = lines.filter((line) => line.service === service && line.group === benefit.group)
  return hasChoice([...Map.groupBy(own, ({ channel }) => channel).values()].map(sum))
}

const few = { kind: 'few' } as const
const sum = (lines: readonly FigureLine[]): number => lines.reduce((total, { cases }) => total + cases, 0)
const spread = (lines: readonly FigureLine[], value: (line: FigureLine) => number): number[] =>
  lines.flatMap((line) => Array.from({ length: line.cases }, () => value(line)))
const count = (lines: readonly FigureLine[], { service, group, granted }: { service: string; group: GroupKey; granted: boolean }): number =>
  sum(lines.filter((line) => line.service === service && line.group === group && (line.outcome === 'granted') === granted))
