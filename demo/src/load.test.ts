import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jobs } from '@ronghe/server/app.ts'
import { readConfig } from '@ronghe/server/config.ts'
import { openPlatform, type OpenPlatform } from '@ronghe/server/main.ts'
import { calendarOf } from '@ronghe/server/platform/calendar/working-days.ts'
import { seedCalendar } from '@ronghe/server/platform/calendar/seed.ts'
import { asOwner, givenServer, inDatabase, makeTemplate } from '@ronghe/server/platform/database/template.ts'
import { inStreet } from '@ronghe/server/platform/jobs/jobs.ts'
import { findDifferences } from '@ronghe/server/rooms/insight/counters/recount.ts'
import { chooseReader } from '@ronghe/server/rooms/programme/concern-reader.ts'
import { programmeWork } from '@ronghe/server/rooms/programme/programme.routes.ts'
import { namesSomebody } from '@ronghe/server/rooms/programme/shift-notes.ts'
import { caseWork } from '@ronghe/server/rooms/station/case-handover.ts'
import { taskWork } from '@ronghe/server/rooms/council/resolutions-handover.ts'
import { visitWork } from '@ronghe/server/rooms/station/visits-handover.ts'
import { clockOf } from '@ronghe/server/rooms/station/case-clock.ts'
import { standingOf } from '@ronghe/server/rooms/station/case-lifecycle.ts'
import { promiseOf, standingOfRow, toHappened, type CaseEventRow, type CaseRow } from '@ronghe/server/rooms/station/case-records.ts'
import type { CaseService } from '@ronghe/forms'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyJournal } from '../../cli/src/verify-journal.ts'
import { posts, type CastKey, type PostKey } from './cast.ts'
import { castId, postId } from './load-cast.ts'
import { loadDemo, sStreet } from './load.ts'

const now = new Date('2026-11-23T15:00:00+08:00')
const size = { residents: 400, cases: 400, concerns: 60, hazards: 40, disputes: 8 }

interface Loaded {
  readonly open: OpenPlatform
  readonly drop: () => Promise<void>
  rows<Row extends pg.QueryResultRow>(text: string): Promise<Row[]>
}

/** The demo in a database of its own; the keys of both loads are the same, so that what is hashed with them can be compared. */
async function load(data: string): Promise<Loaded> {
  const server = givenServer(process.env)!
  const name = `demo_${randomUUID().replaceAll('-', '').slice(0, 20)}`
  const template = await makeTemplate(
    server,
    jobs.map((job) => job.name),
  )
  await asOwner(server.ownerUrl, (client) => client.query(`create database ${name} template ${template}`))
  const [ownerUrl, appUrl, branchUrl] = [server.ownerUrl, server.appUrl, server.branchUrl].map((url) => inDatabase(url, name))
  const config = readConfig({ RONGHE_DATA: data, DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl, DATABASE_BRANCH_URL: branchUrl })
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const open = await openPlatform(config, { log: quiet, work: false })
  await loadDemo(open, { size, now, say: () => undefined })
  return {
    open,
    rows: (text) => asOwner(ownerUrl!, async (client) => (await client.query(text)).rows),
    async drop() {
      await open.close()
      await asOwner(server.ownerUrl, (client) => client.query(`drop database ${name}`).catch(() => undefined))
    },
  }
}

let data: string
let first: Loaded
let second: Loaded
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'ronghe-demo-'))
  first = await load(data)
  second = await load(data)
}, 240_000)
afterAll(async () => {
  await first?.drop()
  await second?.drop()
  await rm(data, { recursive: true, force: true })
})

describe('the invented street', () => {
  test('is the same street every time it is loaded at the same moment', async () => {
    const [one, other] = await Promise.all([first, second].map(hashes))
    expect(Object.keys(one!).length).toBeGreaterThan(20)
    expect(one).toEqual(other)
  })

  test('is counted as it happened: the counters equal a recount of all its rows', async () => {
    expect(await inStreet(first.open.platform, sStreet, findDifferences)).toEqual([])
    expect((await first.rows<{ n: number }>('select count(distinct counter)::int as n from tally'))[0]!.n).toBeGreaterThan(20)
  })

  test('has as many residents, cases and concerns as were asked for, two in three of them newcomers', async () => {
    const [counts] = await first.rows<Record<string, number>>(`
      select (select count(*)::int from service_case) as cases, (select count(*)::int from concern
               -- The council's own are told one by one (council-ground.ts).
               where not exists (select from visit_concern where concern_id = concern.id)
                 and not exists (select from merged_part where concern_id = concern.id))
               -- And what came through the branch, of which nothing but how many there were is known.
               - coalesce((select value::int from counter where name = 'concerns-through-branch'), 0) as concerns,
             (select count(*)::int from person where origin = 'demo') as people,
             (select count(*)::int from group_choice where choice = 'newcomer') as newcomers`)
    expect(counts).toMatchObject({ cases: size.cases, concerns: size.concerns })
    expect(counts!['people']).toBeGreaterThan(size.residents)
    expect(counts!['newcomers']! / counts!['people']!).toBeGreaterThan(0.55)
    expect(counts!['newcomers']! / counts!['people']!).toBeLessThan(0.75)
  })

  test('nobody in it has a number that could be somebody’s', async () => {
    const { sealer } = first.open.platform
    const people = await first.rows<{ id: string; phone_sealed: Buffer }>(
      'select id, phone_sealed from person where phone_sealed is not null',
    )
    const phones = people.map(({ id, phone_sealed }) =>
      sealer.open({ street: sStreet.id, table: 'person', column: 'phone_sealed', row: id }, phone_sealed),
    )
    expect(phones.filter((phone) => !/^199[01]\d{7}$/.test(phone))).toEqual([])
    expect(new Set(phones).size).toBe(phones.length)
  })

  test('every case is what its events amount to, and its clock says when it is due', async () => {
    const cases = await first.rows<CaseRow & { definition: CaseService }>(`
      select service_case.*, definition from service_case join service_version on service_version.id = version_id`)
    const events = Map.groupBy(
      await first.rows<CaseEventRow>('select * from case_event order by case_id, number'),
      ({ case_id }) => case_id,
    )
    const calendar = calendarOf(sStreet.zone, seedCalendar(2025, 2027))
    for (const row of cases) {
      const happened = events.get(row.id)!.map(toHappened)
      expect({ ...standingOf(happened.map(({ step }) => step)) }, row.number).toEqual(standingOfRow(row))
      expect(
        happened.every(({ at }, place) => place === 0 || at >= happened[place - 1]!.at) && happened.at(-1)!.at <= now,
        row.number,
      ).toBe(true)
      const clock = clockOf(happened, promiseOf(row.definition, row.channel), calendar, now)
      expect([clock?.kind ?? null, clock?.dueOn ?? null], row.number).toEqual([row.clock, row.due_on])
      expect(happened.length, row.number).toBe(row.events)
    }
    expect(new Set(cases.map(({ state }) => state)).size).toBeGreaterThanOrEqual(7)
  })

  test('the named people have their cases: Chen’s residence permit lies with the police, Rivers is asked for a paper', async () => {
    const found = await first.rows<{ person_id: string; key: string; state: string }>(`
      select person_id, key, state from service_case join service on service.id = service_id order by filed_at`)
    const of = (who: CastKey) =>
      found.filter(({ person_id }) => person_id === castId(sStreet.id, who)).map(({ key, state }) => `${key} ${state}`)
    expect(of('chen')).toEqual(['leaseFiling rated', 'residencePermit routed'])
    expect(of('smith')).toEqual(['leaseFiling waitingForResident'])
    expect(of('auntHuang')).toEqual(['rentalTax rated', 'libraryCard decided'])
  })

  test('case numbers have no gaps within a month', async () => {
    const numbers = (await first.rows<{ number: string }>('select number from service_case order by number')).map(({ number }) => number)
    const months = Map.groupBy(numbers, (number) => number.slice(0, 7))
    for (const list of months.values()) expect(list.map((number) => Number(number.slice(8)))).toEqual(list.map((_, place) => place + 1))
  })

  test('its journal is whole, and every receipt names a leaf in it', async () => {
    const [{ url } = { url: '' }] = [{ url: first.open.ownerUrl }]
    const report = await verifyJournal(url, { now: new Date() })
    expect(report.streets.flatMap(({ findings }) => findings)).toEqual([])
    expect(report.ok).toBe(true)
    const [{ missing } = { missing: -1 }] = await first.rows<{ missing: number }>(`
      select count(*)::int as missing from service_case
      where not exists (select from journal_leaf where journal_leaf.id = receipt_leaf and index is not null)`)
    expect(missing).toBe(0)
  })
})

describe('the year looks lived in, and nothing in it contradicts itself', () => {
  const count = async (text: string) => (await first.rows<{ count: number }>(`select count(*)::int as count from ${text}`))[0]!.count

  test('every list at the desk has something in it', async () => {
    const lists = {
      ...Object.fromEntries(
        ['raised', 'screened', 'merged', 'answering', 'answered', 'accepted', 'declined'].map((state) => [
          `concerns ${state}`,
          `concern where state = '${state}'`,
        ]),
      ),
      'concerns carried by a post': 'concern where carrier_post is not null',
      'concerns about staff': 'concern where about_staff',
      'cases sent back': 'service_case where returned',
      'cases that have gone up': 'service_case where escalated > 0',
      'concerns overdue': `concern where state in ('screened', 'answering') and answer_by < '${now.toISOString().slice(0, 10)}'`,
      'cases with another place': 'service_case where external_waiting',
      'bad ratings to follow': `rating_follow_up where state <> 'closed'`,
      'hazards open': `hazard where state in ('reported', 'checked', 'sent')`,
      'mediations to come': `mediation_session where not held and at > '${now.toISOString()}'`,
      'appointments to come': `booking where state = 'booked' and starts_at > '${now.toISOString()}'`,
      'appointments today': `booking where starts_at::date = '${now.toISOString().slice(0, 10)}'`,
      'tickets today': 'ticket',
      'shifts to take': 'model_shift where person_id is null',
      'shifts taken': 'model_shift where person_id is not null',
      'days away': 'leave',
      'notes for the next shift': 'shift_note',
      'data requests': `data_request where state = 'open'`,
      'changes of number': 'number_change where approved_at is null',
      'second looks': 'residence_level where recheck and rechecked_by is null',
      'support asked for': `support where state = 'requested'`,
      'notices in force': 'notice where withdrawn_at is null and until_day is null',
    }
    const empty: string[] = []
    for (const [list, rows] of Object.entries(lists)) if ((await count(rows)) === 0) empty.push(list)
    expect(empty).toEqual([])
  })

  test('an agreement is proposed, talked over, signed and then in force, in this order and by its own dates', async () => {
    const events = await first.rows<{ key: string; kind: string; day: string; signed_on: string | null; starts_on: string | null }>(`
      select key, kind, (agreement_event.at at time zone 'Asia/Shanghai')::date::text as day, signed_on::text, starts_on::text
      from agreement_event join agreement on agreement.id = agreement_id order by key, agreement_event.id`)
    const honghu = events.filter(({ key }) => key === 'honghu-hospitals')
    expect(honghu.map(({ kind }) => kind)).toEqual(['proposed', 'negotiating', 'signed', 'inForce'])
    expect(honghu.map(({ day }) => day)).toEqual(honghu.map(({ day }) => day).toSorted())
    expect([honghu[2]!.day, honghu[3]!.day]).toEqual([honghu[0]!.signed_on, honghu[0]!.starts_on])
    expect(await count('agreement_use join agreement on agreement.id = agreement_id where on_day < starts_on')).toBe(0)
    expect(await count('agreement_use')).toBeGreaterThan(0)
  })

  test('support is asked for, decided within ten working days and delivered, never in the future; only money has an amount', async () => {
    const rows = await first.rows<{ asked: string; due: string; decided: string | null; delivered: string | null }>(`
      select requested_on::text as asked, due_on::text as due, decided_on::text as decided, delivered_on::text as delivered
      from support order by id`)
    expect(rows.length).toBeGreaterThan(25)
    expect(
      rows.map(({ asked }) => asked),
      'the ledger is in the order of its ids',
    ).toEqual(rows.map(({ asked }) => asked).toSorted())
    for (const { asked, due, decided, delivered } of rows) {
      const days = [asked, decided, delivered].filter((day) => day !== null)
      expect(days).toEqual(days.toSorted())
      expect(days.every((day) => day <= now.toISOString().slice(0, 10))).toBe(true)
      if (decided) expect(decided <= due).toBe(true)
    }
    expect(await count(`support where kind <> 'money' and cents is not null`)).toBe(0)
    expect(await count(`support where (state = 'delivered') <> (delivered_on is not null)`)).toBe(0)
  })

  test('what is said about the street office is read outside of it, and what is said about that reader inside', async () => {
    const readers = await inStreet(first.open.platform, sStreet, async (deed) => ({
      officer: await chooseReader(deed, { postId: postId(sStreet.id, 'streetOfficer') }),
      lead: await chooseReader(deed, { postId: postId(sStreet.id, 'streetLead') }),
      outside: await chooseReader(deed, { postId: postId(sStreet.id, 'supervisionReader') }),
      window: await chooseReader(deed, { postId: postId(sStreet.id, 'windowTwo') }),
    }))
    const [inside, outside] = [postId(sStreet.id, 'integrityOfficer'), postId(sStreet.id, 'supervisionReader')]
    expect(readers).toEqual({ officer: outside, lead: outside, outside: inside, window: inside })
    expect(await count(`concern where about_staff and owner_post = '${outside}'`)).toBe(2)
  })

  test('the number of open things beside each post is how many there are to hand over', async () => {
    const owners = [...programmeWork, caseWork, ...visitWork, taskWork]
    const told = await inStreet(first.open.platform, sStreet, async (deed) => {
      const lines: [string, number, number][] = []
      for (const owner of owners) {
        const counts = await owner.openCounts(deed)
        for (const post of Object.keys(posts) as PostKey[]) {
          const id = postId(sStreet.id, post)
          lines.push([`${owner.kind} ${post}`, counts.get(id) ?? 0, (await owner.openItems(deed, id)).length])
        }
      }
      return lines
    })
    expect(told.filter(([, count, items]) => count !== items)).toEqual([])
    for (const { kind } of owners)
      expect(
        told.reduce((sum, [line, count]) => sum + (line.startsWith(`${kind} `) ? count : 0), 0),
        kind,
      ).toBeGreaterThan(0)
  })

  test('no note holds a number of a person, and none is read before it was left', async () => {
    const { sealer } = first.open.platform
    const notes = await first.rows<{ id: string; words_sealed: Buffer }>('select id, words_sealed from shift_note')
    const words = notes.map(({ id, words_sealed }) =>
      sealer.open({ street: sStreet.id, table: 'shift_note', column: 'words_sealed', row: id }, words_sealed),
    )
    expect(words.filter(namesSomebody)).toEqual([])
    expect(await count('shift_note_reading join shift_note on shift_note.id = note_id where shift_note_reading.at <= shift_note.at')).toBe(
      0,
    )
  })
})

/** What a secret ballot draws for itself is by its nature never the same; counters lie in the slot of the connection that counted. */
const drawn = ['ballot_box', 'ballot_credential', 'ballot_part', 'cast_ballot', 'tally'].map((table) => `'${table}'`).join(', ')

/** Columns the rooms themselves draw, and why. */
const drawnColumns = {
  'certificate.number': 'whoever holds one certificate must not guess the number of another',
  'concern.claim_hash': 'made from a secret code',
  'concern.number': 'of a concern without a name: a running number would tell when it came',
  'finding.number': 'the number of its hazard',
  'hazard.number': 'a running number would tell when a hazard without a name came',
  'hours_audit.closed_seed': 'a seal under another name',
  'survey_wave.secret': 'half of a seed that nobody may know before the draw',
  'survey_wave.secret_hash': 'made from the secret',
  'survey_door.number': 'drawn with the secret',
  'survey_box.id': 'an id with a moment in it would tell when a sheet came',
}
const random = Object.keys(drawnColumns)
  .map((column) => `'${column}'`)
  .join(', ')

/** What every table holds, without what is random on purpose: seals, salts, and the journal that is made of them. */
async function hashes({ rows }: Loaded): Promise<Record<string, string>> {
  const columns = await rows<{ table: string; column: string }>(`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and table_name not like 'journal%' and table_name <> 'migration'
      and column_name not like '%sealed' and column_name not in ('receipt_leaf', 'journal_public_key') and table_name not in (${drawn})
      and table_name || '.' || column_name not in (${random})
    order by 1, 2`)
  const found: Record<string, string> = {}
  for (const [table, list] of Map.groupBy(columns, (one) => one.table)) {
    const all = await rows<{ row: string }>(
      `select (${list.map(({ column }) => `coalesce("${column}"::text, '')`).join(` || '|' || `)}) as row from ${table} order by 1`,
    )
    if (all.length > 0)
      found[table] = createHash('sha256')
        .update(all.map(({ row }) => row).join('\n'))
        .digest('hex')
  }
  return found
}
