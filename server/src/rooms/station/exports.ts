import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { exportCases } from '@ronghe/contract/station/cases-excel.ts'
import { inLanguage, type Text } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import { addDays, dayIn, startOfDay } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { writeSheet } from '../../platform/standards/excel.ts'
import { findPersons } from '../people/persons.ts'
import { notifyPost } from '../programme/posts.ts'
import type { CaseRow } from './case-records.ts'
import { departmentNames, findPostOfKind } from './departments.ts'
import { findVersionsById, textOf } from './services.ts'

const mostRows = 20_000

/**
 * Cases as a sheet, with the purpose. Never the group: a list of people with their group is what D3 rules out. Names and phones only when
 * asked for; then every one of those people is shown that it happened.
 */
export async function exportSheet(
  deed: Deed,
  { from, to, service, state, channel, withNames, purpose }: BodyOf<typeof exportCases>,
): Promise<Buffer> {
  if (from > to) throw unfit([{ path: 'from', code: 'period-backwards' }])
  if (addDays(from, 366) < to) throw unfit([{ path: 'to', code: 'period-too-long' }])
  const { zone } = deed.street
  const rows = await deed.tx
    .selectFrom('service_case')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('filed_at', '>=', startOfDay(zone, from))
    .where('filed_at', '<', startOfDay(zone, addDays(to, 1)))
    .$if(service !== undefined, (query) =>
      query.where(
        'service_id',
        'in',
        deed.tx.selectFrom('service').select('id').where('street_id', '=', deed.street.id).where('key', '=', service!),
      ),
    )
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(channel !== undefined, (query) => query.where('channel', '=', channel!))
    .orderBy('number')
    .limit(mostRows)
    .execute()
  const versions = await findVersionsById(
    deed,
    rows.map(({ version_id }) => version_id),
  )
  const communities = new Map(
    (await deed.tx.selectFrom('community').select(['id', 'name']).where('street_id', '=', deed.street.id).execute()).map(({ id, name }) => [
      id,
      name as Text,
    ]),
  )
  const department = await departmentNames(deed)
  const ids = [...new Set(rows.flatMap(({ person_id }) => person_id ?? []))]
  const people = withNames ? await peopleOf(deed, ids) : new Map<string, { name: string; phone: string | null }>()
  const day = (at: Date | null) => (at ? dayIn(zone, at) : '')
  const title = (key: string) => say(deed.language, `sheet-${key}`)
  const columns = [
    { title: title('number'), value: (row: CaseRow) => row.number },
    { title: title('service'), value: (row: CaseRow) => inLanguage(textOf(versions.get(row.version_id)!.definition.name), deed.language) },
    { title: title('department'), value: (row: CaseRow) => inLanguage(department(row.department), deed.language) },
    { title: title('departmentNumber'), value: (row: CaseRow) => row.department_number ?? '' },
    { title: title('channel'), value: (row: CaseRow) => say(deed.language, `channel-${row.channel}`) },
    {
      title: title('community'),
      value: (row: CaseRow) =>
        row.community_id && communities.has(row.community_id) ? inLanguage(communities.get(row.community_id)!, deed.language) : '',
    },
    { title: title('filedOn'), value: (row: CaseRow) => day(row.filed_at) },
    { title: title('acceptedOn'), value: (row: CaseRow) => day(row.accepted_at) },
    { title: title('decidedOn'), value: (row: CaseRow) => day(row.decided_at) },
    { title: title('dueOn'), value: (row: CaseRow) => row.due_on ?? '' },
    { title: title('state'), value: (row: CaseRow) => say(deed.language, `state-${row.state}`) },
    { title: title('outcome'), value: (row: CaseRow) => (row.outcome ? say(deed.language, `outcome-${row.outcome}`) : '') },
    { title: title('reopened'), value: (row: CaseRow) => row.reopened },
    ...(withNames
      ? [
          { title: title('name'), value: (row: CaseRow) => (row.person_id ? (people.get(row.person_id)?.name ?? '') : '') },
          { title: title('phone'), value: (row: CaseRow) => (row.person_id ? (people.get(row.person_id)?.phone ?? '') : '') },
        ]
      : []),
  ]
  await record(deed, { kind: 'station.cases.exported', plain: { rows: rows.length, withNames, from, to }, sealed: { purpose } })
  const lead = await findPostOfKind(deed, 'streetLead')
  if (lead) await notifyPost(deed, lead, { template: 'desk-export', link: '/desk/exports', params: { rows: rows.length } })
  return writeSheet(columns, rows, '办件')
}

async function peopleOf(deed: Deed, ids: readonly string[]) {
  // In helpings: one statement holds at most so many values.
  for (let from = 0; from < ids.length; from += 1000)
    await recordAccess(
      deed,
      ids.slice(from, from + 1000).map((personId) => ({ personId, purpose: 'export', operation: 'station.cases.export' })),
    )
  return new Map((await findPersons(deed, ids)).map(({ id, name, phone }) => [id, { name, phone }]))
}
