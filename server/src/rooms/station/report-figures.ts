import type { CaseService } from '@ronghe/forms'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import { sql } from 'kysely'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { showTables, type ShownTable } from '../../platform/privacy/suppression.ts'
import { publishedServices } from './services.ts'

/** What became by now of the cases filed in a month; every case is in exactly one column. */
const columns = ['同意', '不同意', '转办', '在办', '撤回'] as const
const channels = { phone: '手机', desk: '窗口', paper: '纸质', homeVisit: '上门', onBehalf: '代办', appointment: '预约' } as const

export interface ReportName {
  readonly name: string
  readonly meaning: string
}

/** Names that may stand in a report, with what they mean: all of them cells or totals of the same two tables. */
export async function reportNames(deed: Deed): Promise<ReportName[]> {
  const services = await caseServices(deed)
  const kinds = columns.map((column) => ({ name: column, meaning: `所选月份提交、现在结果为“${column}”的办件数` }))
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
 * Counts by name over whole months. Each month is decided by itself and once; a longer period is the sum of what its months show, so that
 * subtracting one report from another gives a shown month and never less (D7).
 */
export async function countsOf(deed: Deed, months: readonly string[]): Promise<ReadonlyMap<string, MonthsCount>> {
  const services = await caseServices(deed)
  const counts = new Map<string, MonthsCount>()
  const add = (name: string, shown: Shown) => {
    const before = counts.get(name) ?? { count: 0, hidden: false }
    counts.set(name, shown.kind === 'shown' ? { ...before, count: before.count + shown.count } : { ...before, hidden: true })
  }
  for (const month of months) {
    const [byService, byChannel] = await tablesOf(
      deed,
      month,
      services.map(({ id }) => id),
    )
    add('提交', byService.total)
    columns.forEach((column, place) => add(column, byService.columnTotals[place]!))
    services.forEach(({ name }, row) => {
      add(`提交:${name}`, byService.rowTotals[row]!)
      columns.forEach((column, place) => add(`${column}:${name}`, byService.cells[row]![place]!))
    })
    Object.values(channels).forEach((channel, row) => add(`提交:${channel}`, byChannel.rowTotals[row]!))
  }
  return counts
}

async function tablesOf(deed: Deed, month: string, serviceIds: readonly string[]): Promise<[ShownTable, ShownTable]> {
  const { rows } = await sql<{ service_id: string; channel: keyof typeof channels; place: number; count: number }>`
    select service_id, channel,
           case when outcome = 'granted' then 0 when outcome = 'refused' then 1 when outcome = 'referred' then 2 when state = 'withdrawn' then 4 else 3 end as place,
           count(*) as count
    from service_case
    where street_id = ${deed.street.id}::uuid and merged_into is null
      and filed_at >= ${`${month}-01`}::date::timestamp at time zone ${deed.street.zone}
      and filed_at < (${`${month}-01`}::date + interval '1 month')::timestamp at time zone ${deed.street.zone}
    group by 1, 2, 3
  `.execute(deed.tx)
  // A service that is no longer offered is counted in a row of its own, so that both tables are about the same people.
  const ids = [...serviceIds, 'others']
  const empty = (length: number) => Array.from({ length }, () => columns.map(() => 0))
  const byService = empty(ids.length)
  const byChannel = empty(Object.keys(channels).length)
  for (const { service_id, channel, place, count } of rows) {
    const row = ids.includes(service_id) ? ids.indexOf(service_id) : ids.length - 1
    byService[row]![place]! += Number(count)
    byChannel[Object.keys(channels).indexOf(channel)]![place]! += Number(count)
  }
  const [services, channelTable] = showTables([byService, byChannel])
  return [services!, channelTable!]
}

/** The months from a first to a last day; undefined unless both are the edges of months. */
export function wholeMonths(from: string, to: string): string[] | undefined {
  if (!from.endsWith('-01') || !addDays(to, 1).endsWith('-01') || from > to) return undefined
  const months: string[] = []
  for (let [year, month] = from.split('-').map(Number) as [number, number]; ;) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > to.slice(0, 7)) return months
    months.push(name)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  }
}
