import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { erasers } from '@ronghe/server/app.ts'
import { withdrawCheckIn } from '@ronghe/contract/branch/check-ins.ts'
import { deletePaperCheckIn, enterPaperCheckIn } from '@ronghe/contract/branch/members.ts'
import { leave } from '@ronghe/contract/people/leaving.ts'
import { backup } from '@ronghe/server/platform/database/backup.ts'
import { readErasures } from '@ronghe/server/platform/database/erasure-log.ts'
import { completeErasureLog } from '@ronghe/server/platform/database/record-erasure.ts'
import { restore } from '@ronghe/server/platform/database/restore.ts'
import { asOwner, givenServer, inDatabase } from '@ronghe/server/platform/database/template.ts'
import { openTown, type Town } from '@ronghe/server/platform/database/testing.ts'
import { installJobs } from '@ronghe/server/platform/jobs/jobs.ts'
import { openSequencer } from '@ronghe/server/platform/journal/sequence.ts'
import { fingerprints, saveKeys } from '@ronghe/server/platform/privacy/keys.ts'
import { checkedIn, openBranch } from '@ronghe/server/rooms/branch/testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeFile } from 'node:fs/promises'
import { eraseAgain } from './erase-again.ts'
import { verifyJournal } from './verify-journal.ts'

const server = givenServer(process.env)!
const restored = `restored_${randomUUID().replaceAll('-', '').slice(0, 20)}`
const restoredUrl = inDatabase(server.ownerUrl, restored)
const canary = '金丝雀党员'
let town: Town
let townUrl: string
let branchId: string
beforeAll(async () => {
  town = await openTown()
  branchId = await openBranch(town)
  const [row] = await town.rows<{ name: string }>('select current_database() as name')
  townUrl = inDatabase(server.ownerUrl, row!.name)
})
afterAll(async () => {
  await town?.close()
  await asOwner(server.ownerUrl, (client) => client.query(`drop database if exists ${restored}`)).catch(() => undefined)
})

test('who withdraws, by tap or on paper, or leaves the street, is in no restored backup', async () => {
  await checkedIn(town, branchId, 'chen', canary)
  await checkedIn(town, branchId, 'zhou', canary)
  await checkedIn(town, branchId, 'liuFang', canary)
  const body = { name: canary, homeBranch: '某支部', contact: '', signedOn: '2026-11-20', consent: '2026-11', signed: true as const }
  const paper = await town.as('xu').call(enterPaperCheckIn, { params: { branchId }, body })

  const { data } = town.platform.config
  saveKeys({ data }, town.keys)
  const file = join(data, 'before.backup')
  const keys = fingerprints(town.keys)
  await backup(townUrl, file, { now: town.now(), keys })

  await town.as('chen').call(withdrawCheckIn)
  await town.as('xu').call(deletePaperCheckIn, { params: { branchId, checkInId: paper.id } })
  await town.as('liuFang').call(leave, { body: { sure: true } })
  const erasures = await readErasures(data)
  // The note in the data folder names neither a person nor what it was.
  expect(erasures.map(({ subject }) => subject).toSorted()).toEqual(['person', 'sealed', 'sealed'])
  expect(JSON.stringify(erasures)).not.toContain(town.idOf('chen'))
  expect(await town.rows(`select 1 from erasure where subject not in ('person')`)).toEqual([])

  await asOwner(server.ownerUrl, (client) => client.query(`create database ${restored}`))
  const { erasedAgain } = await restore(restoredUrl, file, {
    keys,
    erasures,
    erase: async (client, erasure) => void (await eraseAgain(client, erasure, { config: town.platform.config, now: town.now(), erasers })),
    installJobs: () => installJobs(restoredUrl, []),
  })
  expect(erasedAgain).toBe(3)
  for (const url of [townUrl, restoredUrl])
    await asOwner(url, async (client) => {
      await client.query('set row_security = off')
      // Zhou's stays.
      expect((await client.query('select 1 from branch.check_in')).rowCount).toBe(1)
      expect((await client.query('select 1 from branch.message where read_on is null')).rowCount).toBeLessThan(6)
      expect((await client.query(`select 1 from branch.erasure`)).rowCount).toBe(2)
    })
  expect(town.logged.join('\n')).not.toMatch(new RegExp(`${canary}|check-in|checkIn`))
})

test('a note that a killed process did not write to the data folder is added at the next start', async () => {
  const { data } = town.platform.config
  await writeFile(join(data, 'erasures.log'), '')
  expect(await completeErasureLog(townUrl, data)).toBe(3)
  expect((await readErasures(data)).filter(({ subject }) => subject === 'sealed')).toHaveLength(2)
})

test('the journal verifies with the branch’s days in it; a leaf of the branch that is changed, taken out or emptied by hand is found', async () => {
  town.at('2026-11-25T02:20:00+08:00')
  await town.drain(['branch.night'])
  const { database, signerOf, clock, log } = town.platform
  await openSequencer({ database, signerOf, clock, log }).catchUp()
  const findings = async () =>
    (await verifyJournal(townUrl, { street: town.street.slug, now: town.now() })).streets.flatMap((street) =>
      street.findings.map(({ fault }) => fault),
    )
  expect(await findings()).toEqual([])

  const hurt = async (statement: string, back: string) => {
    await town.rows(statement)
    const found = await findings()
    await town.rows(back)
    return found
  }
  expect(await hurt(`update branch.journal_leaf set kind = kind || 'x'`, `update branch.journal_leaf set kind = left(kind, -1)`)).toContain(
    'edited',
  )
  expect(
    await hurt(
      `update branch.journal_day set root = substr(root, 2) || substr(root, 1, 1)`,
      `update branch.journal_day set root = substr(root, 32) || substr(root, 1, 31)`,
    ),
  ).toEqual(['edited', 'edited'])
  await town.rows(`create table kept as select * from branch.journal_entry where salt is not null limit 1`)
  expect(
    await hurt(
      `update branch.journal_entry e set salt = null, value = null, about = null, erased_on = '2026-11-24' from kept k where k.leaf_id = e.leaf_id and k.name = e.name`,
      `update branch.journal_entry e set salt = k.salt, value = k.value, about = k.about, erased_on = null from kept k where k.leaf_id = e.leaf_id and k.name = e.name`,
    ),
  ).toEqual(['deleted'])
  expect(await findings()).toEqual([])
})
