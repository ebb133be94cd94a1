// Whoever has the whole database, its files' order, every log line, an old backup and the keys of the installation after the close
// still cannot tell which door said what (D7, 08 Survey).
import * as desk from '@ronghe/contract/insight/survey-desk.ts'
import * as survey from '@ronghe/contract/insight/survey.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { destroyRoundKey, hasRoundKey } from '../../../platform/privacy/round-keys.ts'
import { emptyBox, handful, putIntoBox } from './answer-box.ts'
import { allAnswered, opened, planned } from './survey.testing.ts'

let town: Town
let wave: Awaited<ReturnType<typeof opened>>
/** By door: the step it answered everything with, so that the truth is known here and nowhere else. */
const said = new Map<string, number>()
/** What a thief copied on the last evening. */
let box: { sealed: Buffer }[]
let before: { id: string; xmin: string }[]
beforeAll(async () => {
  town = await openTown()
  wave = await opened(town)
  for (const [index, letter] of wave.letters.slice(0, 45).entries()) {
    town.at(new Date(Date.parse('2026-11-24T09:00:00+08:00') + index * 61_000))
    const step = (index % 5) + 1
    const group = index % 2 ? 'local' : 'newcomer'
    await town.anonymous.call(survey.answerSurvey, {
      body: { code: letter.code, group, answers: allAnswered(wave.content, group, step) },
      key: `key-${index}-of-the-test`,
    })
    said.set(letter.doorId, step)
  }
  box = await town.rows('select sealed from survey_box')
  before = await town.rows('select id::text, xmin::text from survey_door')
  await wave.lead.call(desk.closeWave, { params: wave.params })
})
afterAll(() => town.close())

const tables = async (): Promise<string[]> =>
  (
    await town.rows<{ name: string }>(
      `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
  ).map(({ name }) => name)

test('all sheets of the box were of one length, none could be read without the key, and the key is destroyed', async () => {
  expect(box).toHaveLength(45)
  expect(new Set(box.map(({ sealed }) => sealed.length)).size).toBe(1)
  for (const { sealed } of box) expect(sealed.toString('latin1')).not.toMatch(/closeness|newcomer|laneId/)
  expect(await town.rows('select 1 from survey_box')).toEqual([])
  expect(await town.deed(async (deed) => hasRoundKey(deed, wave.params.waveId))).toBe(false)
})

test('a response has no door, no code, no way, no day and no id that holds a moment', async () => {
  const rows = await town.rows<Record<string, unknown>>('select * from survey_response')
  expect(rows).toHaveLength(45)
  expect(Object.keys(rows[0]!).toSorted()).toEqual(['answers', 'completeness', 'grp', 'id', 'lane_id', 'series', 'street_id', 'wave_id'])
  // Version 4: random throughout.
  for (const { id } of rows) expect(String(id)[14]).toBe('4')
})

test('no row of any table but its own holds the id of a response, and no row holds a door together with an answer', async () => {
  const ids = (await town.rows<{ id: string }>('select id::text from survey_response')).map(({ id }) => id)
  let found = 0
  for (const table of await tables())
    for (const { row } of await town.rows<{ row: string }>(`select t::text as row from ${table} t`)) {
      const mine = ids.filter((id) => row.includes(id))
      if (mine.length > 0) expect([table, mine.length]).toEqual(['public.survey_response', 1])
      if (table !== 'public.survey_response' && [...said.keys()].some((door) => row.includes(door))) {
        found++
        expect([table, row.includes('closeness.')]).toEqual([table, false])
      }
    }
  // The scan finds what is there: sixty doors, and a token for each.
  expect(found).toBeGreaterThanOrEqual(90)
})

test('the rows lie in no order of coming, and no row remembers the transaction it was answered in', async () => {
  const responses = await town.rows<{ xmin: string; step: number }>(
    `select xmin::text, (answers->>'closeness.1')::int as step from survey_response order by ctid`,
  )
  const doors = await town.rows<{ id: string; xmin: string; state: string }>(
    `select id::text, xmin::text, state from survey_door order by ctid`,
  )
  // Before the close each answered door still had a transaction of its own; now all rows have one and the same.
  const own = before.filter(({ id }) => said.has(id)).map(({ xmin }) => xmin)
  expect(new Set(own).size).toBe(45)
  expect(new Set([...responses, ...doors].map(({ xmin }) => xmin)).size).toBe(1)
  // The steps came in as 1 2 3 4 5 1 2 3 4 5 …; laid beside the doors in any stored order they fit no better than chance (45 of 5 kinds: 9 expected).
  const truth = wave.letters.slice(0, 45).map(({ doorId }) => said.get(doorId)!)
  const stored = doors.flatMap(({ id }) => said.get(id) ?? [])
  for (const order of [truth, truth.toReversed(), stored, stored.toReversed()])
    expect(responses.filter(({ step }, at) => step === order[at]).length).toBeLessThan(27)
})

test('for every door that answered there are at least ten responses that may be its own', async () => {
  const doors = await town.rows<{ id: string; lane_id: string }>(`select id::text, lane_id::text from survey_door where state = 'answered'`)
  const responses = await town.rows<{ lane_id: string | null }>('select lane_id::text from survey_response')
  for (const { lane_id } of doors)
    expect(responses.filter((response) => response.lane_id === null || response.lane_id === lane_id).length).toBeGreaterThanOrEqual(10)
})

test('the journal knows the wave and the day, and no actor', async () => {
  const leaves = await town.rows<{ id: string; at: Date; commitments: Record<string, string>; date_only: boolean }>(
    `select id, at, commitments, date_only from journal_leaf where kind = 'insight.survey.answered'`,
  )
  expect(leaves).toHaveLength(45)
  for (const { at, commitments, date_only } of leaves) {
    expect(date_only).toBe(true)
    expect(at.toISOString()).toMatch(/T00:00:00\.000Z$/)
    expect(Object.keys(commitments)).toEqual(['wave'])
  }
  expect(await town.rows('select 1 from journal_entry where leaf_id = any($1)', [leaves.map(({ id }) => id)])).toEqual([])
})

test('no log line speaks of an answer: no code, not even the request; and a repeated request is known by its day only', async () => {
  const lines = town.logged.join('\n')
  for (const { code } of wave.letters) expect(lines).not.toContain(code)
  expect(lines).not.toContain('/survey/answers')
  const turns = await town.rows<{ at: Date; person_id: string | null; row: string }>(
    `select at, person_id, t::text as row from idempotency t where operation = 'insight.survey.answer'`,
  )
  expect(turns).toHaveLength(45)
  for (const { at, person_id, row } of turns) {
    expect(person_id).toBeNull()
    expect(at.toISOString()).toMatch(/T00:00:00\.000Z$/)
    expect(row).not.toContain('closeness')
  }
})

test('a box of many is emptied to the last sheet; without its key nothing is read, and it is empty all the same', async () => {
  const { waveId } = await planned(town)
  const sheets = Array.from({ length: 2 * handful + 1 }, (_, at) => ({
    series: 'sample' as const,
    way: 'phone' as const,
    laneId: null,
    group: 'local' as const,
    answers: { 'stay.1': at % 6 },
  }))
  const fill = () => town.deed(async (deed) => void (await Promise.all(sheets.map((sheet) => putIntoBox(deed, waveId, sheet)))))
  await fill()
  const taken = await town.deed((deed) => emptyBox(deed, waveId))
  const sum = (all: readonly { readonly answers: Readonly<Record<string, number>> }[]) =>
    all.reduce((total, { answers }) => total + answers['stay.1']!, 0)
  expect([taken.length, sum(taken)]).toEqual([sheets.length, sum(sheets)])
  await fill()
  await town.deed(async (deed) => destroyRoundKey(deed, waveId))
  expect(await town.deed((deed) => emptyBox(deed, waveId))).toEqual([])
  expect(await town.rows('select 1 from survey_box')).toEqual([])
})
