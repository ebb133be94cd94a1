import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { listReportTemplates, uploadReportTemplate } from '@ronghe/contract/station/cases-excel.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import { personOf } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { accept } from '../../platform/files/accept.ts'
import { notFound, unfit, type FieldFault } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { freeze, frozen, nextShown } from '../../platform/privacy/frozen-figures.ts'
import { today } from '../programme/posts.ts'
import { removeBytes } from './documents.ts'
import { countsOf, filedCases, monthShownFrom, reportNames, wholeMonths } from './report-figures.ts'
import { fillWorkbook, namedCells, type Filling, type NamedCell } from './report-workbook.ts'

const templates = (deed: Deed) => deed.tx.selectFrom('report_template').where('report_template.street_id', '=', deed.street.id)

export async function listTemplates(deed: Deed): Promise<ReplyOf<typeof listReportTemplates>> {
  const rows = await templates(deed).selectAll().orderBy('at', 'desc').execute()
  return {
    items: rows.map(({ id, name, cells, at }) => ({ id, name, cells, uploadedAt: at.toISOString() })),
    names: await reportNames(deed),
    next: nextMonth(deed),
  }
}

function nextMonth(deed: Deed): { month: string; shownFrom: string } {
  const { period, shownFrom } = nextShown(filedCases, today(deed))
  return { month: period, shownFrom }
}

/** Keeps a sheet whose every name is known; an unknown one is refused by its cell, before anybody relies on it. */
export async function keepTemplate(deed: Deed, bytes: Buffer, name: string): Promise<ReplyOf<typeof uploadReportTemplate>> {
  if (name.trim() === '' || name.length > 100 || name.includes('\0')) throw unfit([{ path: 'name', code: 'template-name' }])
  const accepted = await accept(bytes, ['xlsx'])
  if (accepted.kind === 'refused')
    throw unfit([{ path: 'file', code: accepted.code, ...(accepted.params ? { params: accepted.params } : {}) }])
  const cells = readCells(accepted.bytes)
  if (cells.length === 0) throw unfit([{ path: 'file', code: 'template-no-names' }])
  const known = new Set((await reportNames(deed)).map((one) => one.name))
  const faults = cells.flatMap((cell): FieldFault[] =>
    cell.formula
      ? [{ path: cell.cell, code: 'template-formula', params: { cell: cell.cell } }]
      : cell.names
          .filter((one) => !known.has(one))
          .map((one) => ({ path: cell.cell, code: 'template-unknown-name', params: { cell: cell.cell, name: one } })),
  )
  if (faults.length > 0) throw unfit(faults)
  const [id, file] = [deed.id(), deed.id()]
  const place = await deed.platform.files.put(deed.street.id, accepted.bytes)
  await deed.tx
    .insertInto('stored_file')
    .values({
      street_id: deed.street.id,
      id: file,
      owner_id: null,
      purpose: 'report',
      place,
      media_type: accepted.mediaType,
      bytes: accepted.bytes.length,
      sha256: accepted.sha256,
      attached_to: 'report',
      attached_id: id,
      created_at: deed.now,
    })
    .execute()
  await deed.tx
    .insertInto('report_template')
    .values({
      street_id: deed.street.id,
      id,
      name: name.trim(),
      file_id: file,
      cells: cells.length,
      by_person: personOf(deed.actor),
      at: deed.now,
    })
    .execute()
  await record(deed, { kind: 'station.report.uploaded', plain: { template: id, cells: cells.length } })
  return { id, name: name.trim(), cells: cells.length }
}

function readCells(bytes: Uint8Array): NamedCell[] {
  try {
    return namedCells(bytes)
  } catch {
    throw unfit([{ path: 'file', code: 'file-unreadable' }])
  }
}

/** The sheet for whole months that have been counted: counts too small to show say so in words, and the last sheet says what every name means. */
export async function fillTemplate(
  deed: Deed,
  templateId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ bytes: Buffer; name: string }> {
  const months = wholeMonths(from, to)
  if (!months) throw unfit([{ path: 'from', code: 'period-whole-months' }])
  if (months.length > 36) throw unfit([{ path: 'to', code: 'period-too-long' }])
  const open = months.find((month) => monthShownFrom(month) > today(deed))
  if (open) throw unfit([{ path: 'to', code: 'period-not-counted', params: { month: open, from: monthShownFrom(open) } }])
  const template = await templates(deed)
    .innerJoin('stored_file', (join) =>
      join.onRef('stored_file.street_id', '=', 'report_template.street_id').onRef('stored_file.id', '=', 'report_template.file_id'),
    )
    .select(['report_template.name', 'stored_file.place'])
    .where('report_template.id', '=', templateId)
    .executeTakeFirst()
  const bytes = template && (await deed.platform.files.get(deed.street.id, template.place))
  if (!template || !bytes) throw notFound('template')
  await freeze(deed, filedCases)
  const counted = await frozen(deed, filedCases)
  // Before anything was kept here there is nothing to count: such a month has no lines.
  const counts = await countsOf(
    deed,
    months.map((month) => counted.get(month)?.counts ?? []),
  )
  const fixed: Readonly<Record<string, string>> = { 起: from, 止: to, 街道: inLanguage(deed.street.name, deed.language) }
  const few = deed.language === 'en' ? 'too few to show' : '太少，不显示'
  const part = deed.language === 'en' ? ' (some months too few to show)' : '（有的月份太少，不显示）'
  const fill = (name: string): Filling => {
    if (fixed[name] !== undefined) return { kind: 'text', text: fixed[name] }
    const count = counts.get(name)
    // A service retired since the sheet was kept has no figures of its own any more.
    if (!count || (count.hidden && count.count === 0)) return { kind: 'text', text: few }
    return count.hidden ? { kind: 'text', text: `${count.count}${part}` } : { kind: 'number', value: count.count }
  }
  const meanings = new Map((await reportNames(deed)).map((one) => [one.name, one.meaning]))
  const used = namedCells(bytes)
  const sources = [
    deed.language === 'en' ? ['Cell', 'Name', 'Meaning', 'From', 'To'] : ['单元格', '名称', '含义', '起', '止'],
    ...used.flatMap(({ cell, names }) => names.map((name) => [cell, name, meanings.get(name) ?? '', from, to])),
    [
      deed.language === 'en'
        ? 'Counts of residents below 5, and those they could be worked out from, are not shown.'
        : '不足 5 人的数，以及能推算出它的数，不显示。',
    ],
    ...months.map((month) => [countedOn(deed, month, counted.get(month)?.madeOn)]),
    [
      deed.language === 'en'
        ? 'A month is counted once and stays: what is entered later from paper, decided anew or erased does not change it.'
        : '每个月只定一次数，定了就不再变：之后补录的纸质申请、重新作的决定、删除的资料都不改动它。',
    ],
  ]
  await record(deed, { kind: 'station.report.filled', plain: { template: templateId, from, to } })
  return {
    bytes: fillWorkbook(bytes, fill, { title: deed.language === 'en' ? 'Sources' : '数据来源', rows: sources }),
    name: template.name,
  }
}

function countedOn(deed: Deed, month: string, day: string | undefined): string {
  if (deed.language === 'en') return day ? `${month}: counted on ${day}` : `${month}: nothing kept here`
  return day ? `${month}：${day} 定数` : `${month}：没有登记`
}

export async function dropTemplate(deed: Deed, templateId: string): Promise<void> {
  const row = await templates(deed).selectAll().where('id', '=', templateId).executeTakeFirst()
  if (!row) throw notFound('template')
  await deed.tx.deleteFrom('report_template').where('street_id', '=', deed.street.id).where('id', '=', templateId).execute()
  const gone = await deed.tx
    .deleteFrom('stored_file')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.file_id)
    .returning(['place', 'thumb_place'])
    .execute()
  await record(deed, { kind: 'station.report.dropped', plain: { template: templateId } })
  deed.afterCommit(() => removeBytes(deed, gone))
}
