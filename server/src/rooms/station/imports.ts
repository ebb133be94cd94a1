import { createHash } from 'node:crypto'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { checkImport, RowFault, runImport, startImport } from '@ronghe/contract/station/imports.ts'
import { importKinds } from '@ronghe/contract/station/imports.ts'
import { say } from '@ronghe/contract/words.ts'
import type * as z from 'zod/mini'
import { isMobile, phoneForm } from '../../platform/privacy/normalise.ts'
import { dayIn, startOfDay } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { accept } from '../../platform/files/accept.ts'
import { forbidden, notFound, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { cellText, guessMapping, readSheet, type ImportField, type SheetRow } from '../../platform/standards/excel.ts'
import { actingPost } from '../programme/acting-post.ts'
import { createPerson, findByPhone } from '../people/persons.ts'
import { attempt, rehearse } from './case-attempts.ts'
import { fileNew } from './case-filing.ts'
import { importFields, toAnswers } from './import-answers.ts'
import { publishedServices } from './services.ts'

type Kind = (typeof importKinds)[number]
type Fault = z.infer<typeof RowFault>
type Mapping = Readonly<Record<string, string>>
/** One import is one transaction: cases hold the month's numbers until it ends. */
const mostRows: Readonly<Record<Kind, number>> = { residents: 1000, cases: 200 }
const dayMs = 24 * 3_600_000

/** Keeps the sheet for a day and guesses its columns; nothing is written of it yet. */
export async function start(deed: Deed, bytes: Buffer, kindSent: string): Promise<ReplyOf<typeof startImport>> {
  if (deed.actor.kind !== 'person') throw forbidden()
  const kind = importKinds.find((known) => known === kindSent)
  if (!kind) throw unfit([{ path: 'kind', code: 'import-kind' }])
  const accepted = await accept(bytes, ['xlsx'])
  if (accepted.kind === 'refused')
    throw unfit([{ path: 'file', code: accepted.code, ...(accepted.params ? { params: accepted.params } : {}) }])
  const sheet = await readRows(accepted.bytes, mostRows[kind])
  const fields = await importFields(deed, kind)
  const [id, file] = [deed.id(), deed.id()]
  const place = await deed.platform.files.put(deed.street.id, accepted.bytes)
  await deed.tx
    .insertInto('stored_file')
    .values({
      street_id: deed.street.id,
      id: file,
      owner_id: deed.actor.personId,
      purpose: 'import',
      place,
      media_type: accepted.mediaType,
      bytes: accepted.bytes.length,
      sha256: accepted.sha256,
      created_at: deed.now,
      delete_after: new Date(deed.now.getTime() + dayMs),
    })
    .execute()
  await deed.tx
    .insertInto('sheet_import')
    .values({ street_id: deed.street.id, id, kind, file_id: file, rows: sheet.rows.length, by_person: deed.actor.personId, at: deed.now })
    .execute()
  await record(deed, { kind: 'station.import.started', plain: { import: id, of: kind, rows: sheet.rows.length } })
  const guessed = guessMapping(sheet.headers, fields)
  return {
    id,
    kind,
    rows: sheet.rows.length,
    columns: [...sheet.headers],
    fields: fields.map(({ key, titles, needed }) => ({ field: key, label: titles[0]!, needed })),
    suggested: Object.fromEntries(
      Object.entries(guessed).flatMap(([key, column]) => (column === undefined ? [] : [[key, sheet.headers[column]!]])),
    ),
  }
}

async function readRows(bytes: Buffer, most: number) {
  const sheet = await readSheet(bytes)
  if (sheet.kind === 'refused') throw unfit([{ path: 'file', code: sheet.code, ...(sheet.params ? { params: sheet.params } : {}) }])
  if (sheet.rows.length > most) throw unfit([{ path: 'file', code: 'row-too-many', params: { most } }])
  return sheet
}

export async function check(deed: Deed, importId: string, mapping: Mapping): Promise<ReplyOf<typeof checkImport>> {
  const { written, known, faults } = await rehearse(deed, (rehearsal) => writeRows(rehearsal, importId, mapping))
  return { good: written, known, faults }
}

/** Writes every good row. The ids come from the import and the row, so that running it again writes nothing twice. */
export async function run(deed: Deed, importId: string, mapping: Mapping): Promise<ReplyOf<typeof runImport>> {
  const done = await writeRows(deed, importId, mapping)
  await deed.tx
    .updateTable('sheet_import')
    .set({ written: done.written, run_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', importId)
    .execute()
  await record(deed, { kind: 'station.import.run', plain: { import: importId, written: done.written, faults: done.faults.length } })
  return done
}

interface Told {
  readonly deed: Deed
  readonly row: SheetRow
  read(field: string): string
}

async function writeRows(deed: Deed, importId: string, mapping: Mapping): Promise<{ written: number; known: number; faults: Fault[] }> {
  const found = await deed.tx
    .selectFrom('sheet_import')
    .innerJoin('stored_file', (join) =>
      join.onRef('stored_file.street_id', '=', 'sheet_import.street_id').onRef('stored_file.id', '=', 'sheet_import.file_id'),
    )
    .select(['sheet_import.kind', 'sheet_import.by_person', 'stored_file.place'])
    .where('sheet_import.street_id', '=', deed.street.id)
    .where('sheet_import.id', '=', importId)
    .forUpdate('sheet_import')
    .executeTakeFirst()
  const bytes = found && (await deed.platform.files.get(deed.street.id, found.place))
  if (!found || !bytes || deed.actor.kind !== 'person' || found.by_person !== deed.actor.personId) throw notFound('import')
  const kind: Kind = found.kind
  const sheet = await readRows(bytes, mostRows[kind])
  const fields = await importFields(deed, kind)
  const columns = columnsOf(sheet.headers, fields, mapping)
  let [written, known] = [0, 0]
  const faults: Fault[] = []
  const seen = new Map<string, number>()
  for (const row of sheet.rows) {
    const told: Told = { deed, row, read: (field) => (columns.get(field) === undefined ? '' : cellText(row.cells[columns.get(field)!])) }
    const twin = kind === 'residents' ? `${told.read('phone')} ${told.read('name')}` : ''
    const before = twin.trim() === '' ? undefined : seen.get(twin)
    if (before !== undefined) {
      faults.push({ row: row.number, column: null, code: 'row-twice', sentence: say(deed.language, 'row-twice', { row: before }) })
      continue
    }
    seen.set(twin, row.number)
    const tried = await attempt(deed, () => (kind === 'residents' ? writeResident(told) : writeCase(told, rowId(importId, row.number))))
    if (tried.kind === 'refused') faults.push({ row: row.number, column: null, code: tried.code, sentence: tried.sentence })
    else if (tried.value === 'written') written++
    else known++
  }
  return { written, known, faults }
}

function columnsOf(
  headers: readonly string[],
  fields: readonly (ImportField & { readonly needed: boolean })[],
  mapping: Mapping,
): ReadonlyMap<string, number> {
  const columns = new Map(
    Object.entries(mapping).flatMap(([field, title]) => {
      const column = headers.indexOf(title)
      return column < 0 || !fields.some(({ key }) => key === field) ? [] : [[field, column] as const]
    }),
  )
  const without = fields.filter(({ key, needed }) => needed && !columns.has(key))
  if (without.length > 0)
    throw unfit(
      without.map(({ key, titles }) => ({ path: `mapping.${key}`, code: 'import-column-missing', params: { field: titles[0]! } })),
    )
  return columns
}

/** Name and phone, nothing else: never a group, never an ID number (02-domain, D3). Who is registered already is left as they are. */
async function writeResident({ deed, read }: Told): Promise<'written' | 'known'> {
  const name = read('name').trim()
  if (name === '' || name.length > 60) throw unfit([{ path: 'name', code: 'row-name-missing' }])
  const phone = phoneForm(read('phone'))
  if (!isMobile(phone)) throw unfit([{ path: 'phone', code: 'row-phone-wrong' }])
  const known = await findByPhone(deed, phone)
  if (known.some((person) => person.name === name)) return 'known'
  const id = await createPerson(deed, { name, phone, origin: 'import' })
  await record(deed, { kind: 'station.import.resident', about: id, plain: { origin: 'import' } })
  return 'written'
}

async function writeCase({ deed, read }: Told, id: string): Promise<'written' | 'known'> {
  const before = await deed.tx
    .selectFrom('service_case')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (before) return 'known'
  const named = read('service').trim()
  const service = (await publishedServices(deed)).find(
    ({ definition, retired }) => !retired && definition.mode === 'case' && (definition.key === named || definition.name['zh-CN'] === named),
  )
  if (!service || service.definition.mode !== 'case')
    throw unfit([{ path: 'service', code: 'row-service-unknown', params: { name: named } }])
  const phone = phoneForm(read('phone'))
  if (!isMobile(phone)) throw unfit([{ path: 'phone', code: 'row-phone-wrong' }])
  const people = await findByPhone(deed, phone)
  const name = read('name').trim()
  const fitting = name === '' ? people : people.filter((person) => person.name === name)
  if (fitting.length !== 1) throw unfit([{ path: 'phone', code: fitting.length === 0 ? 'row-person-unknown' : 'row-person-several' }])
  const day = read('filedOn').trim()
  if (day !== '' && (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)) || day > dayIn(deed.street.zone, deed.now)))
    throw unfit([{ path: 'filedOn', code: 'row-date-wrong' }])
  const post = actingPost(deed, 'station.import')
  await fileNew(deed, {
    id,
    service: service.definition.key,
    version: service.definition.version,
    answers: await toAnswers(deed, service.definition, fitting[0]!.id, read),
    consents: [],
    documents: [],
    person: fitting[0]!.id,
    channel: 'paper',
    source: 'import',
    ...(day ? { filedAt: startOfDay(deed.street.zone, day) } : {}),
    ...(post ? { ownerPost: post.id } : {}),
  })
  return 'written'
}

/** The same import and row always make the same case. Version 8 (RFC 9562): custom. */
function rowId(importId: string, row: number): string {
  const hex = createHash('sha256').update(`${importId}/${row}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
