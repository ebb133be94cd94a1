// Whoever has the whole database, every log line and the public box still cannot tell which ballot is whose (S4).
import { drawCredential, readElection, encryptBallot, publicCredential, belenios2048 } from '@ronghe/ballot'
import * as ballots from '@ronghe/contract/council/ballots.ts'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPart, readyBallot, vote, type HeldBallot } from './ballots.testing.ts'
import { locals, newcomers, openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
let held: HeldBallot
const trackers: string[] = []
const voters = [...newcomers, ...locals] as const
beforeAll(async () => {
  town = await openCouncil()
  held = await readyBallot(town, { kind: 'own', title: '选副主席', answers: ['甲', '乙'], least: 1, most: 1, seats: 1 })
  await town.as('jiangWen').call(ballots.openBallot, { params: held.params, body: { closesAt: '2026-11-23T21:00:00+08:00' } })
  // Each signs in, looks at their own page, and votes with a browser that carries the session's cookie; minutes apart, as it is in a hall.
  for (const [index, who] of voters.entries()) {
    town.at(`2026-11-23T10:${String(index * 3).padStart(2, '0')}:00+08:00`)
    await town.as(who).call(ballots.readMyBallots, {})
    await town.as(who).call(ballots.askForSlip, { params: held.params, body: { paper: false } })
    const params = { ...held.params, boxId: held.boxes[0]!.boxId }
    const { election } = await town.anonymous.call(ballots.readBox, { params })
    const made = encryptBallot(readElection(election!), held.boxes[0]!.slips[index]!, [[0, index % 2, 1 - (index % 2)]], randomBytes)
    await town.as(who).call(ballots.castBallot, { params, body: { ballot: made.text } })
    trackers.push(made.tracker)
  }
})
afterAll(() => town.close())

const tables = async (): Promise<string[]> =>
  (
    await town.rows<{ name: string }>(
      `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
  ).map(({ name }) => name)

test('no row of any table holds a person, a session or a moment together with a tracker, a credential or a slip', async () => {
  const election = readElection(
    (await town.anonymous.call(ballots.readBox, { params: { ...held.params, boxId: held.boxes[0]!.boxId } })).election!,
  )
  const shown = held.boxes[0]!.slips.map((slip) => publicCredential(slip, election.id, belenios2048).toString())
  const secrets = [...trackers, ...shown, ...held.boxes[0]!.slips]
  const people = voters.map((who) => town.idOf(who))
  let found = 0
  for (const table of await tables()) {
    for (const { row } of await town.rows<{ row: string }>(`select t::text as row from ${table} t`)) {
      const held2 = secrets.filter((secret) => row.includes(secret))
      if (held2.length === 0) continue
      found++
      expect([table, people.filter((id) => row.includes(id))]).toEqual([table, []])
      // Nothing finer than a day stands beside a ballot: no clock at all in the row.
      expect([table, /\d\d:\d\d:\d\d/.test(row)]).toEqual([table, false])
    }
  }
  // The scan does find what is there: every ballot and every credential.
  expect(found).toBeGreaterThanOrEqual(trackers.length + shown.length)
  // The slips themselves, and the trustees' seeds, were never here.
  for (const table of await tables())
    for (const { row } of await town.rows<{ row: string }>(`select t::text as row from ${table} t`))
      expect([table, [...held.boxes[0]!.slips, ...held.seeds].filter((secret) => row.includes(secret))]).toEqual([table, []])
})

test('where the rows lie tells no order either: all were written by the last ballot, sorted by tracker', async () => {
  const rows = await town.rows<{ tracker: string; xmin: string }>('select tracker, xmin::text from cast_ballot order by ctid')
  expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1)
  expect(rows.map(({ tracker }) => tracker)).toEqual(trackers.toSorted((one, other) => (one < other ? -1 : 1)))
})

test('the journal keeps that ballots came and the day, without actor and without saying which', async () => {
  const leaves = await town.rows<{ at: Date; commitments: Record<string, string>; date_only: boolean }>(
    `select at, commitments, date_only from journal_leaf where kind = 'council.ballot.cast'`,
  )
  expect(leaves).toHaveLength(voters.length)
  for (const { at, commitments, date_only } of leaves) {
    expect(date_only).toBe(true)
    expect(at.toISOString()).toMatch(/T00:00:00\.000Z$/)
    expect(Object.keys(commitments).toSorted()).toEqual(['ballot', 'box'])
  }
})

test('no log line speaks of a ballot that was cast: no tracker, no credential, not even the request', () => {
  const lines = town.logged.join('\n')
  for (const secret of [...trackers, ...held.boxes[0]!.slips, ...held.seeds]) expect(lines).not.toContain(secret)
  expect(lines).not.toContain('/cast')
})

test('my data says that I could vote and took my slip, and my leaving takes nothing out of the box', async () => {
  const before = (await town.rows('select 1 from cast_ballot')).length
  const rows = await town.rows<{ row: string }>('select v::text as row from ballot_voter v where person_id = $1', [town.idOf('zhou')])
  expect(rows).toHaveLength(1)
  await town.as('jiangWen').call(ballots.closeBallot, { params: held.params })
  await openPart(town, held, 0)
  expect(await openPart(town, held, 2)).toBe('published')
  expect((await town.rows('select 1 from cast_ballot')).length).toBe(before)
  // A slip of another election opens nothing here.
  await expect(vote(town, held, 0, drawCredential(randomBytes), [0, 1, 0])).rejects.toThrow('ballot-not-open')
})
