import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemDeed } from '../jobs/jobs.ts'
import { readErasures } from './erasure-log.ts'
import { completeErasureLog, recordErasure } from './record-erasure.ts'
import { givenServer, inDatabase } from './template.ts'
import { openTown, type Town } from './testing.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const data = () => town.platform.config.data

test('an erasure is in the table with the deed and in erasures.log once the deed stands, with ids only', async () => {
  const after = await erase('chen')
  expect(await readErasures(data())).toEqual([])
  for (const work of after) await work()
  const [noted] = await readErasures(data())
  const [row] = await town.rows<{ id: string; subject_id: string }>('select id, subject_id from erasure')
  expect(noted).toMatchObject({ id: row?.id, subject: 'person', subjectId: town.idOf('chen'), streetId: town.street.id, at: town.now() })
  expect(await readFile(join(data(), 'erasures.log'), 'utf8')).not.toMatch(/陈|199/)
})

test('a deed that fails erases nothing and notes nothing', async () => {
  const before = await readErasures(data())
  const failed = town.deed(async (deed) => {
    await recordErasure(deed, 'person', town.idOf('zhou'))
    throw new Error('the deed failed')
  })
  await expect(failed).rejects.toThrow('the deed failed')
  expect(await readErasures(data())).toEqual(before)
  expect(await town.rows('select 1 from erasure')).toHaveLength(1)
})

test('what a killed process did not write into erasures.log any more is added at the next start, once', async () => {
  await erase('auntHuang') // committed; the process ends before the log is written
  const { ownerUrl } = await ownerOf(town)
  expect(await completeErasureLog(ownerUrl, data())).toBe(1)
  expect(await completeErasureLog(ownerUrl, data())).toBe(0)
  expect((await readErasures(data())).map(({ subjectId }) => subjectId)).toEqual([town.idOf('chen'), town.idOf('auntHuang')])
})

test('a last line that a power failure cut short is passed over, and the next one does not run into it', async () => {
  const before = await readErasures(data())
  await appendFile(join(data(), 'erasures.log'), '{"streetId":"街')
  expect(await readErasures(data())).toEqual(before)
  for (const work of await erase('liuFang')) await work()
  expect((await readErasures(data())).map(({ subjectId }) => subjectId)).toEqual([
    ...before.map(({ subjectId }) => subjectId),
    town.idOf('liuFang'),
  ])
})

async function erase(who: 'chen' | 'auntHuang' | 'liuFang'): Promise<readonly (() => void | Promise<void>)[]> {
  const after: (() => void | Promise<void>)[] = []
  await town.platform.database.inStreet(town.street.id, 'write', (tx) =>
    recordErasure(systemDeed(town.platform, town.street, tx, after), 'person', town.idOf(who)),
  )
  return after
}

async function ownerOf(place: Town): Promise<{ ownerUrl: string }> {
  const [row] = await place.rows<{ name: string }>('select current_database() as name')
  const server = givenServer(process.env)
  if (!row || !server) throw new Error('the tests have no database')
  return { ownerUrl: inDatabase(server.ownerUrl, row.name) }
}
