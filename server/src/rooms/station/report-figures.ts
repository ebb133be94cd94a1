import type { CaseService } from '@ronghe/forms'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import { sql } from 'kysely'
import { daysOf } from '../../platform/calendar/periods.ts'
import { addDays, dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { shownFrom, type FrozenFigure } from '../../platform/privacy/frozen-figures.ts'
import { showTables, smallestCount, type ShownTable } from '../../platform/privacy/suppression.ts'
import { publishedServices } from './services.ts'

/** What had become, by the day of counting, of the cases filed in a month; every case is in exactly one column. */
const columns = { granted: '同意', refused: '不同意', referred: '转办', open: '在办', withdrawn: '撤回' } as const
const channels = { phone: '手机', desk: '窗口', paper: '纸质', homeVisit: '上门', onBehalf: '代办', appointment: '预约' } as const
type Column = keyof typeof columns
type Channel = keyof typeof channels

/** So many cases of one service that came one way and stood at one result. */
export interface ReportLine {
  readonly service: string
  readonly channel: Channel
  readonly column: Column
  readonly cases: number
}

/** Cases filed in a month, counted on the sixth of the next one: by then what was handed in on paper is entered. */
export const filedCases: FrozenFigure<readonly ReportLine[]> = {
  figure: 'station.filedCases',
  every: 'month',
  waits: 5,
  async since(deed) {
    const { first } = await deed.tx
      .selectFrom('service_case')
      .select(({ fn }) => fn.min('entered_at').as('first'))
      .where('street_id', '=', deed.street.id)
      .executeTakeFirstOrThrow()
    return first ? dayIn(deed.street.zone, first) : undefined
  },
  async count(deed, { first, last }) {
    const { rows } = await sql<{ service: string; channel: Channel; column: Column; cases: number }>`
      select service_id as service, channel,
             case when outcome is not null then outcome when state = 'withdrawn' then 'withdrawn' else 'open' end as column,
             count(*)::int as cases
      from service_case
      where street_id = ${deed.street.id}::uuid and merged_into is null
        and filed_at >= ${first}::date::timestamp at time zone ${deed.street.zone}
        and filed_at < ${addDays(last, 1)}::date::timestamp at time zone ${deed.street.zone}
      group by 1, 2, 3
      order by 1, 2, 3
    `.execute(deed.tx)
    return rows
  },
}

export interface ReportName {
  readonly name: string
  readonly meaning: string
}

/** Names that may stand in a report, with what they mean: all of them cells or totals of the same two tables. */
export async function reportNames(deed: Deed): Promise<ReportName[]> {
  const services = await caseServices(deed)
  const kinds = Object.values(columns).map((column) => ({
    name: column,
    meaning: `所选月份提交的办件里，到次月 6 日定数时结果为“${column}”的件数`,
  }))
  return [
    { name: '提交', meaning: '所选月份提交的办件数' },
    ...kinds,
    ...services.flatMap(({ name }) => [
      { name: `提交:${name}`, meaning: `其中“${name}”的办件数` },
      ...kinds.map((kind) => ({ name: `${kind.name}:${name}`, meaning: `${kind.meaning}，服务为“${name}”` })),
    ]),
    ...Object.values(channels).map((channel) => ({ name: `提交:${channel}`, meaning: `其中从“${channel}”提交的办件数` })),
    { name: '起', meaning: '第一天' },
    { name: '止', meaning: '最后一天' },
    { name: '街道', meaning: '街道名称' },
  ]
}

const caseServices = async (deed: Deed): Promise<{ id: string; name: string }[]> =>
  (await publishedServices(deed))
    .filter(({ definition }) => definition.mode === 'case')
    .map(({ serviceId, definition }) => ({ id: serviceId, name: (definition as CaseService).name['zh-CN'] }))

/** A count over months: the sum of those shown, and whether some were too few to show. */
export interface MonthsCount {
  readonly count: number
  readonly hidden: boolean
}

/**
 * Counts by name over frozen months. Each month is decided by itself and once; a longer period is the sum of what its months show, so that
 * subtracting one report from another gives a shown month and never less (D7).
 */
export async function countsOf(deed: Deed, months: readonly (readonly ReportLine[])[]): Promise<ReadonlyMap<string, MonthsCount>> {
  const services = await caseServices(deed)
  const counts = new Map<string, MonthsCount>()
  const add = (name: string, shown: Shown) => {
    const before = counts.get(name) ?? { count: 0, hidden: false }
    counts.set(name, shown.kind === 'shown' ? { ...before, count: before.count + shown.count } : { ...before, hidden: true })
  }
  for (const lines of months) {
    const { ids, byService, byChannel } = tablesOf(lines)
    add('提交', byService?.total ?? few)
    Object.values(columns).forEach((column, place) => add(column, byService?.columnTotals[place] ?? few))
    for (const { id, name } of services) {
      const row = ids.indexOf(id)
      add(`提交:${name}`, byService?.rowTotals[row] ?? few)
      Object.values(columns).forEach((column, place) => add(`${column}:${name}`, byService?.cells[row]?.[place] ?? few))
    }
    Object.values(channels).forEach((channel, row) => add(`提交:${channel}`, byChannel?.rowTotals[row] ?? few))
  }
  return counts
}

const few = { kind: 'few' } as const

/**
 * The two tables of a month, about the same cases. Their rows are the services that had cases, offered today or not: a service retired
 * afterwards must not change what is hidden, or two readings would tell of it.
 */
export function tablesOf(
  lines: readonly ReportLine[],
  k = smallestCount,
): { readonly ids: readonly string[]; readonly byService?: ShownTable; readonly byChannel?: ShownTable } {
  const ids = [...new Set(lines.map(({ service }) => service))].toSorted()
  if (ids.length === 0) return { ids }
  const count = (fits: (line: ReportLine) => boolean) =>
    (Object.keys(columns) as Column[]).map((column) =>
      lines.filter((line) => line.column === column && fits(line)).reduce((sum, { cases }) => sum + cases, 0),
    )
  const [byService, byChannel] = showTables(
    [ids.map((id) => count(({ service }) => service === id)), Object.keys(channels).map((key) => count(({ channel }) => channel === key))],
    k,
  )
  return { ids, byService: byService!, byChannel: byChannel! }
}

/** The months from a first to a last day; undefined unless both are the edges of months. */
export function wholeMonths(from: string, to: string): string[] | undefined {
  if (!from.endsWith('-01') || !addDays(to, 1).endsWith('-01') || from > to) return undefined
  const months: string[] = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = addDays(daysOf(month).last, 1).slice(0, 7)) months.push(month)
  return months
}

export const monthShownFrom = (month: string): string => shownFrom(filedCases, month)
