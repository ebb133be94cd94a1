import type { Estimate, GroupFigure, PeriodFigure } from '@ronghe/contract/insight/indicators.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import { showTables } from '../../../platform/privacy/suppression.ts'
import { ratioOf } from '../../station/equity-formulas.ts'
import type { Line, Measure, ShownCells } from './definition.ts'
import { median, newcombe, quantile, wilson } from './intervals.ts'

/**
 * What may be shown of the frozen months of a measure (D7). One way for pages, exports and interfaces, so that no two of them differ:
 *
 * 1. A month is shown for the whole street only, as one table: groups by parts. What is few is hidden, with as much more as keeps it hidden.
 * 2. Communities and organs are shown by quarter. A quarter takes, of each column (group and part), the months in which the column was
 *    shown; so its column totals are sums of what was shown already, and the split over places is one table (with that of organs beside
 *    it) under fixed column totals.
 * 3. A year is the sum of what its months or quarters show, and says how many were left out.
 *
 * Nothing is ever shown of a place and a month, and nothing is the difference of two shown things that is not shown itself.
 */
export interface MonthLines {
  readonly period: string
  readonly lines: readonly Line[]
}

const groupsOf = (measure: Pick<Measure, 'byGroup' | 'benches'>): readonly Line['group'][] =>
  measure.byGroup ? (measure.benches ? ['newcomer', 'local'] : ['newcomer', 'local', 'unstated']) : ['all']
type GroupKey = ReturnType<typeof groupsOf>[number]

/** From so many on, a median is told: fewer values would be told almost one by one. */
export const leastForSpread = 20

/** The parts that are counted apart: of a spread, a sum and a mean there is one, what adds up lies within it. */
const partsOf = (measure: Pick<Measure, 'kind' | 'parts'>): readonly string[] =>
  measure.kind === 'share' ? ['yes', 'no'] : measure.kind === 'count' && measure.parts ? Object.keys(measure.parts) : ['']

const columnPart = (measure: Pick<Measure, 'kind' | 'parts'>, part: string): string => (partsOf(measure).includes(part) ? part : '')

const few = { kind: 'few' } as const
const countOf = (lines: readonly Line[]): number => lines.reduce((sum, { n }) => sum + n, 0)
const columnsOf = (measure: Measure) => groupsOf(measure).flatMap((group) => partsOf(measure).map((part) => ({ group, part })))
const inColumn =
  (measure: Measure, { group, part }: { group: GroupKey; part: string }) =>
  (line: Line) =>
    line.group === group && columnPart(measure, line.part) === part

/** The street in a month: one table, a row for each group and a column for each part, with the totals of both. */
export function showMonth(measure: Measure, lines: readonly Line[], roundTo = 1): readonly ShownCells[] {
  const [groups, parts] = [groupsOf(measure), partsOf(measure)]
  const counts = groups.map((group) => parts.map((part) => countOf(lines.filter(inColumn(measure, { group, part })))))
  const table = measure.exempt === undefined ? showTables([counts])[0]! : undefined
  return groups.map((group, row) => ({
    group,
    parts: parts.map((part, column) => ({ part, count: rounded(table?.cells[row]![column] ?? shown(counts[row]![column]!), roundTo) })),
    total: rounded(table?.rowTotals[row] ?? shown(counts[row]!.reduce((sum, count) => sum + count, 0)), roundTo),
    lines: lines.filter((line) => line.group === group),
  }))
}

export interface ShownPlaces {
  readonly places: ReadonlyMap<string | null, readonly ShownCells[]>
  /** Months of the quarter in which some column was hidden. */
  readonly leftOut: number
  /** Whether nothing of any place is hidden: else the amounts of the others would leave the hidden one's as the rest of the street's. */
  readonly whole: boolean
}

/** Communities and organs in a quarter: both tables are decided together, whichever is asked for. */
export function showQuarter(measure: Measure, months: readonly MonthLines[], by: 'community' | 'organ', roundTo = 1): ShownPlaces {
  const columns = columnsOf(measure)
  const byMonth = months.map(({ lines }) => ({ lines, cells: showMonth(measure, lines) }))
  const whole = byMonth.filter(({ cells }) => cells.every(({ parts }) => parts.every(({ count }) => count.kind === 'shown'))).length
  // Of each column only the months whose total is known anyway.
  const kept = byMonth.flatMap(({ lines, cells }) =>
    columns.flatMap((column) => {
      const cell = cells.find(({ group }) => group === column.group)!.parts.find(({ part }) => part === column.part)!
      return cell.count.kind === 'shown' ? lines.filter(inColumn(measure, column)) : []
    }),
  )
  const tables = measure.places.map((place) => {
    const ids = [...new Set(kept.map((line) => line[place]))].toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))
    return {
      place,
      ids,
      rows: ids.map((id) => columns.map((column) => countOf(kept.filter((line) => line[place] === id && inColumn(measure, column)(line))))),
    }
  })
  const wanted = tables.findIndex(({ place, ids }) => place === by && ids.length > 0)
  if (wanted < 0) return { places: new Map(), leftOut: months.length - whole, whole: true }
  const { ids, rows } = tables[wanted]!
  const filled = tables.filter(({ ids: some }) => some.length > 0)
  const cells =
    measure.exempt === undefined
      ? showTables(filled.map((table) => table.rows))[filled.indexOf(tables[wanted]!)]!.cells
      : rows.map((row) => row.map(shown))
  return {
    leftOut: months.length - whole,
    whole: cells.every((row) => row.every(({ kind }) => kind === 'shown')),
    places: new Map(
      ids.map((id, row) => [
        id,
        groupsOf(measure).map((group) => ({
          group,
          parts: columns.flatMap((column, place) =>
            column.group === group ? [{ part: column.part, count: rounded(cells[row]![place]!, roundTo) }] : [],
          ),
          lines: kept.filter((line) => line[by] === id && line.group === group),
        })),
      ]),
    ),
  }
}

/** A longer period from shorter ones: what they show, added up. Where one of them shows nothing of a cell, the cell is the sum of the others. */
export function addUp(periods: readonly (readonly ShownCells[])[]): readonly ShownCells[] {
  const groups = [...new Set(periods.flat().map(({ group }) => group))]
  return groups.map((group) => {
    // Of a share both parts of a period or neither: else the sum would be of different periods above and below the line.
    const own = periods.flatMap((cells) =>
      cells.filter((cell) => cell.group === group && cell.parts.every(({ count }) => count.kind === 'shown')),
    )
    const parts = periods
      .flat()
      .find((cell) => cell.group === group)!
      .parts.map(({ part }) => part)
    return {
      group,
      parts: parts.map((part) => ({
        part,
        count:
          own.length === 0 ? few : shown(own.reduce((sum, cell) => sum + countIn(cell.parts.find((one) => one.part === part)!.count), 0)),
      })),
      total: totalOf(periods.flatMap((cells) => cells.filter((cell) => cell.group === group))),
      lines: own.flatMap(({ lines }) => lines),
    }
  })
}

function totalOf(cells: readonly ShownCells[]): Shown {
  const known = cells.flatMap(({ total }) => (total?.kind === 'shown' ? [total.count] : []))
  return known.length === 0 ? few : shown(known.reduce((sum, count) => sum + count, 0))
}

export const isWhole = (cells: readonly ShownCells[]): boolean =>
  cells.every(({ parts }) => parts.every(({ count }) => count.kind === 'shown'))

/** The figures of a period, made of what is shown and nothing else; `amounts` says whether sums and means may be told. */
export function figureOf(
  measure: Measure,
  period: string,
  cells: readonly ShownCells[],
  {
    leftOut = 0,
    amounts = isWhole(cells),
    gap,
  }: { readonly leftOut?: number; readonly amounts?: boolean; readonly gap?: Estimate | undefined } = {},
): PeriodFigure {
  const groups = cells.map((cell) => groupFigure(measure, cell, amounts))
  const compared = measure.kind === 'share' && measure.byGroup
  return {
    period,
    groups,
    gap: compared ? gapOf(groups, measure.leastToCompare ?? 1) : (gap ?? null),
    ...(compared && measure.leastToCompare !== undefined ? { ratio: ratioOfGroups(groups) } : {}),
    leftOut,
  }
}

function countsOf(groups: readonly GroupFigure[], group: GroupKey): { readonly yes: number; readonly of: number } | undefined {
  const parts = groups.find((one) => one.group === group)?.parts
  const [yes, no] = ['yes', 'no'].map((part) => parts?.find((one) => one.part === part)?.count)
  return yes?.kind === 'shown' && no?.kind === 'shown' ? { yes: yes.count, of: yes.count + no.count } : undefined
}

function gapOf(groups: readonly GroupFigure[], least: number): Estimate {
  const [newcomer, local] = [countsOf(groups, 'newcomer'), countsOf(groups, 'local')]
  if (!newcomer || !local || newcomer.of < least || local.of < least) return few
  return { kind: 'shown', ...newcombe(wilson(newcomer.yes, newcomer.of), wilson(local.yes, local.of)) }
}

/** Newcomers' share over locals', as the page of equal service tells it (08, M22). */
function ratioOfGroups(groups: readonly GroupFigure[]): Estimate {
  const [newcomer, local] = [countsOf(groups, 'newcomer'), countsOf(groups, 'local')]
  if (!newcomer || !local) return few
  const ratio = ratioOf(newcomer.yes, newcomer.of, local.yes, local.of)
  return ratio.kind === 'tooFew' ? few : { kind: 'shown', value: ratio.value, low: ratio.from, high: ratio.to }
}

function groupFigure(measure: Measure, { group, parts, total, lines, mean }: ShownCells, amounts: boolean): GroupFigure {
  const known = parts.every(({ count }) => count.kind === 'shown')
  const sum = known ? shown(parts.reduce((so, { count }) => so + countIn(count), 0)) : few
  // A count is told from its total too, where its parts are not.
  const of = measure.kind === 'count' && total?.kind === 'shown' ? total : sum.kind === 'shown' ? sum : (total ?? few)
  const base = { group, of, parts: parts.map(({ part, count, value }) => ({ part, count, ...(value ? { value } : {}) })) }
  // What is no statistic about residents can have happened not once; there is then no share of it and no mean.
  if (of.kind === 'shown' && of.count === 0 && measure.kind === 'count' && measure.exempt !== undefined) return { ...base, value: plain(0) }
  if (of.kind === 'few' || of.count === 0 || (!known && measure.kind !== 'count'))
    return { ...base, value: few, ...(measure.kind === 'spread' ? { p90: few } : {}) }
  if (measure.kind === 'share')
    return { ...base, value: { kind: 'shown', ...wilson(countIn(parts.find(({ part }) => part === 'yes')!.count), of.count) } }
  if (measure.kind === 'count') return { ...base, value: plain(of.count) }
  if (measure.kind === 'spread') {
    if (of.count < leastForSpread && measure.exempt === undefined) return { ...base, value: few, p90: few }
    const values = lines.map(({ part, n }) => ({ value: Number(part), n }))
    return { ...base, value: plain(median(values)), p90: { kind: 'shown', value: quantile(values, 0.9) } }
  }
  if (mean) return { ...base, value: mean }
  // Where one group or place is hidden, the others' amounts would leave its amount as the rest of the whole.
  if (!amounts) return { ...base, value: few }
  const amount = lines.reduce((sum, line) => sum + line.amount, 0)
  return { ...base, value: plain(measure.kind === 'sum' ? amount : amount / of.count) }
}

const plain = (value: number): Estimate => ({ kind: 'shown', value, low: null, high: null })
/** Rounding is one more veil over what may be shown, where the street wishes it; it hides nothing and lets nothing be shown that was hidden. */
const rounded = (count: Shown, to: number): Shown => (count.kind === 'shown' ? shown(Math.round(count.count / to) * to) : count)
const shown = (count: number): Shown => ({ kind: 'shown', count })
const countIn = (count: Shown): number => (count.kind === 'shown' ? count.count : 0)
