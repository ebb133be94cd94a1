import { sql } from 'kysely'
import { system } from '../auth/actor.ts'
import { record, type JournalledDeed } from './record.ts'

/** The kind under which the journal says how many entries were erased; the verifier adds these up. */
export const erasedKind = 'journal.entries.erase'

/**
 * Destroys what the journal's entries say about a person: without salt and value the hash in the leaf says nothing any more, and the log
 * still verifies. The journal notes how many entries went, so that nobody can pass off tampering as erasure, but not whose they were: a
 * list of leaves would tie them to one person for ever. For the same reason only the date of it is kept.
 * @param thing only the entries of deeds done to this one thing, as the leaf names it in the open: a case that is de-identified must not
 * be led back to its person by its steps.
 * @returns how many entries were erased; erasing again finds nothing and leaves no note.
 */
export async function eraseEntriesAbout(
  deed: JournalledDeed,
  personId: string,
  thing?: { readonly name: string; readonly id: string },
): Promise<number> {
  const onlyThing = thing
    ? sql`and leaf_id in (select id from journal_leaf
        where street_id = ${deed.street.id}::uuid and commitments ->> ${thing.name}::text = ${`plain:${thing.id}`}
          and id in (select leaf_id from journal_entry where street_id = ${deed.street.id}::uuid and about = ${personId}::uuid))`
    : sql``
  const { numAffectedRows } = await sql`
    update journal_entry
    set salt = null, value = null, about = null, erased_at = date_trunc('day', ${deed.now}::timestamptz, 'UTC')
    where street_id = ${deed.street.id}::uuid and about = ${personId}::uuid ${onlyThing}
  `.execute(deed.tx)
  const entries = Number(numAffectedRows ?? 0n)
  // The person may be erasing themselves; were they the actor here, the note would bring their id back.
  if (entries > 0) await record({ ...deed, actor: system }, { kind: erasedKind, plain: { entries } })
  return entries
}
