import { sql } from 'kysely'
import { inHouse, type BranchDeed } from '../../platform/branch/branch-deed.ts'
import { eraseFromBranchJournal } from '../../platform/branch/branch-journal.ts'
import { noteErasure, sealedSubject } from '../../platform/database/erasure-log.ts'
import type { Deed } from '../../platform/deed.ts'
import { forgetTurns } from '../../platform/http/idempotency.ts'
import { branchParts } from './parts.ts'

/** Everything about one person in every table of the schema, the journal's readable entries and the answers kept for retries included. */
export async function forgetInHouse(deed: BranchDeed, hash: Buffer): Promise<void> {
  for (const part of branchParts) await part.forget(deed, hash)
  await forgetTurns({ tx: deed.tx as unknown as Deed['tx'], street: deed.street }, hash.toString('hex')) // the same table, in this schema
  await eraseFromBranchJournal(deed, hash)
}

/** An erasure as it is noted: half of the keyed hash, which says nothing without the branch's key. */
const subjectOf = (hash: Buffer): string => hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** So that a restored backup forgets again: in the branch's own table, and in the data folder under a word that names nothing. */
export async function noteForgotten(deed: BranchDeed, subject: Buffer | string): Promise<void> {
  const subjectId = typeof subject === 'string' ? subject : subjectOf(subject)
  const id = deed.id()
  await deed.tx.insertInto('erasure').values({ street_id: deed.street.id, id, subject_id: subjectId, at: deed.now }).execute()
  deed.afterCommit(() => noteErasure(deed.data, { streetId: deed.street.id, id, subject: sealedSubject, subjectId, at: deed.now }))
}

/** For a restore: whoever the note is about, by the half of the hash; or one check-in, application or concern, by its id. */
export async function forgetAgain({ platform, street }: Deed, subjectId: string): Promise<void> {
  await inHouse(platform, street, async (deed) => {
    const half = Buffer.from(subjectId.replaceAll('-', ''), 'hex')
    const tables = branchParts.flatMap(({ byHash }) => byHash)
    const found = new Map<string, Buffer>()
    for (const table of tables) {
      const { rows } = await sql<{ hash: Buffer }>`
        select distinct person_hash as hash from ${sql.table(table)}
        where street_id = ${street.id}::uuid and substring(person_hash from 1 for 16) = ${half}`.execute(deed.tx)
      for (const { hash } of rows) found.set(hash.toString('hex'), hash)
    }
    for (const hash of found.values()) await forgetInHouse(deed, hash)
    for (const table of ['check_in', 'application', 'carried_concern'] as const)
      await deed.tx.deleteFrom(table).where('street_id', '=', street.id).where('id', '=', subjectId).execute()
  })
}
