import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { importVolunteers } from '@ronghe/contract/volunteers/profile.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import type { Deed } from '../../platform/deed.ts'
import { accept } from '../../platform/files/accept.ts'
import { unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { isMobile, phoneForm } from '../../platform/privacy/normalise.ts'
import { cellText, guessMapping, readSheet, writeSheet, type ImportField } from '../../platform/standards/excel.ts'
import { getCorps, mustCoordinate } from './corps.ts'
import { enterVolunteerOf, linesOf, looked } from './register.ts'
import { findTeams } from './team-rows.ts'
import { enterMember } from './teams.ts'

const fields: readonly ImportField[] = [
  { key: 'name', titles: ['姓名', '名字', 'Name'] },
  { key: 'phone', titles: ['手机', '手机号', '电话', '联系电话', 'Phone', 'Mobile'] },
  { key: 'team', titles: ['队伍', '所在队', 'Team'] },
]
const mostRows = 500

type Imported = ReplyOf<typeof importVolunteers>

/** Name, phone and team of a sheet; never a group, an ID number or hours. With `preview` it says what would happen and writes nothing. */
export async function importSheet(deed: Deed, bytes: Buffer, preview: boolean): Promise<Imported> {
  mustCoordinate(deed, (await getCorps(deed)).id)
  const accepted = await accept(bytes, ['xlsx'])
  if (accepted.kind === 'refused')
    throw unfit([{ path: 'file', code: accepted.code, ...(accepted.params ? { params: accepted.params } : {}) }])
  const sheet = await readSheet(accepted.bytes)
  if (sheet.kind === 'refused') throw unfit([{ path: 'file', code: sheet.code, ...(sheet.params ? { params: sheet.params } : {}) }])
  if (sheet.rows.length > mostRows) throw unfit([{ path: 'file', code: 'row-too-many', params: { most: mostRows } }])
  const columns = guessMapping(sheet.headers, fields)
  const missing = ['name', 'phone'].filter((key) => columns[key] === undefined)
  if (missing.length > 0)
    throw unfit(
      missing.map((key) => ({ path: 'file', code: 'import-column-missing', params: { field: key === 'name' ? '姓名' : '手机' } })),
    )

  const teams = await findTeams(deed)
  const faults: { row: number; sentence: string }[] = []
  const seen = new Map<string, number>()
  let [written, known] = [0, 0]
  for (const row of sheet.rows) {
    const read = (key: string): string => (columns[key] === undefined ? '' : cellText(row.cells[columns[key]]).trim())
    const fault = (code: string, params: Record<string, string | number> = {}) =>
      faults.push({ row: row.number, sentence: say(deed.language, code, params) })
    const [name, phone, team] = [read('name'), phoneForm(read('phone')), read('team')]
    const before = seen.get(`${phone} ${name}`)
    seen.set(`${phone} ${name}`, row.number)
    const joined = team === '' ? undefined : teams.find((one) => Object.values(one.name as object).includes(team))
    if (name === '' || name.length > 60) fault('row-name-missing')
    else if (!isMobile(phone)) fault('row-phone-wrong')
    else if (before !== undefined) fault('row-twice', { row: before })
    else if (team !== '' && !joined) fault('volunteers-row-team-unknown', { name: team })
    else if (preview) written++
    else {
      const entered = await enterVolunteerOf(deed, { name, phone, minor: false, available: [] })
      if (joined) await enterMember(deed, joined.id, { name, phone })
      if (entered.known) known++
      else written++
    }
  }
  if (!preview) await record(deed, { kind: 'volunteers.register.imported', plain: { written, known, faults: faults.length } })
  return { written, known, faults }
}

/** Name, phone and teams, with the purpose; everybody on it is shown that the list was taken. Never hours, groups or wishes. */
export async function exportSheet(deed: Deed, purpose: string): Promise<Buffer> {
  mustCoordinate(deed, (await getCorps(deed)).id)
  const rows = await deed.tx
    .selectFrom('volunteer')
    .innerJoin('person', (join) =>
      join.onRef('person.street_id', '=', 'volunteer.street_id').onRef('person.id', '=', 'volunteer.person_id'),
    )
    .select(['person_id', 'minor', 'guardian_seen_on', 'entered_by_post'])
    .where('volunteer.street_id', '=', deed.street.id)
    .where('person.state', '<>', 'closed')
    .orderBy('person.created_at')
    .limit(20_000)
    .execute()
  const lines = await linesOf(deed, rows)
  await looked(
    deed,
    lines.map(({ personId }) => personId),
  )
  await record(deed, { kind: 'volunteers.register.exported', plain: { rows: lines.length }, sealed: { purpose } })
  const title = (key: string): string => say(deed.language, `volunteers-sheet-${key}`)
  return writeSheet(
    [
      { title: title('name'), value: (line: (typeof lines)[number]) => line.name },
      { title: title('phone'), value: (line) => line.phone ?? '' },
      { title: title('team'), value: (line) => line.teams.join('、') },
    ],
    lines,
    inLanguage({ 'zh-CN': '志愿者', en: 'Volunteers' }, deed.language),
  )
}
