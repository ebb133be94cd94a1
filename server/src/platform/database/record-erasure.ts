import pg from 'pg'
import type { Deed } from '../deed.ts'
import { noteErasure, readErasures, sealedSubject, type Erasure } from './erasure-log.ts'
import type { ErasureTable } from './tables.ts'

/**
 * Writes down that something was erased, ids only, so that a restored backup can be made to forget it again: in the table with the
 * deed, and in `erasures.log` once the deed stands. Whoever erases calls this in the same transaction.
 */
export async function recordErasure(deed: Deed, subject: ErasureTable['subject'], subjectId: string): Promise<void> {
  const id = deed.id()
  await deed.tx.insertInto('erasure').values({ street_id: deed.street.id, id, subject, subject_id: subjectId, at: deed.now }).execute()
  deed.afterCommit(() => noteErasure(deed.platform.config.data, { streetId: deed.street.id, id, subject, subjectId, at: deed.now }))
}

/** Adds to `erasures.log` what the table alone knows: a process may be killed between the two. Run at every start. */
export async function completeErasureLog(ownerUrl: string, data: string): Promise<number> {
  const noted = new Set((await readErasures(data)).map(({ id }) => id))
  const client = new pg.Client(ownerUrl)
  client.on('error', () => undefined) // the query that meets the error reports it
  await client.connect()
  try {
    const { rows } = await client.query<Erasure>(
      `select street_id as "streetId", id, subject, subject_id as "subjectId", at from erasure
       union all select street_id, id, '${sealedSubject}', subject_id, at from branch.erasure order by at, id`,
    )
    const missing = rows.filter(({ id }) => !noted.has(id))
    for (const erasure of missing) await noteErasure(data, erasure)
    return missing.length
  } finally {
    await client.end()
  }
}
