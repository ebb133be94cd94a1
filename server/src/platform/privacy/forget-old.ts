import { sql } from 'kysely'
import type { Tx } from '../database/pool.ts'
import type { Street } from '../database/streets.ts'
import { settingsOf } from '../settings/settings.ts'
import { retention } from './retention.ts'
import { dueBefore, spanGroups, spanOf, type RetentionRule } from './retention-rule.ts'

/** So many rows go at a time: a statement that takes longer than two seconds is stopped, and locks are held until the end. */
export const rowsAtOnce = 2000

/** Enough of a deed. */
interface Night {
  readonly tx: Tx
  readonly street: Pick<Street, 'id'>
  readonly now: Date
}

/**
 * Deletes the rows of the entered street whose time is up, as the street has set it, one helping per table. The nightly job calls it in
 * transactions of their own until it says that nothing was left over.
 */
export async function forgetOld({
  tx,
  street,
  now,
}: Night): Promise<{ readonly deleted: Readonly<Record<string, number>>; readonly more: boolean }> {
  const set = await settingsOf({ tx, street }, spanGroups)
  return forgetRows(
    { tx, street, now },
    retention.filter(({ table }) => !table.startsWith(branchTables)),
    set,
  )
}

/** The branch's own tables are emptied by its own role; the street's settings say how long there too. */
const branchTables = 'branch.'
export const branchRules: readonly RetentionRule[] = retention.filter(({ table }) => table.startsWith(branchTables))

export async function forgetRows(
  { tx, street, now }: Night,
  rules: readonly RetentionRule[],
  set: Parameters<typeof spanOf>[1],
): Promise<{ readonly deleted: Readonly<Record<string, number>>; readonly more: boolean }> {
  const deleted: Record<string, number> = {}
  for (const rule of rules) {
    if (!rule.since) continue
    const { numAffectedRows } = await sql`
      delete from ${sql.table(rule.table)} where ctid = any (array(
        select ctid from ${sql.table(rule.table)}
        where street_id = ${street.id}::uuid and ${sql.ref(rule.since)} < ${dueBefore(spanOf(rule, set), now)}
        limit ${rowsAtOnce} for update skip locked))
    `.execute(tx)
    if (numAffectedRows) deleted[rule.table] = (deleted[rule.table] ?? 0) + Number(numAffectedRows)
  }
  return { deleted, more: Object.values(deleted).some((rows) => rows >= rowsAtOnce) }
}
