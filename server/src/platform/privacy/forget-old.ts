import { sql } from 'kysely'
import type { Tx } from '../database/pool.ts'
import { dueBefore, retention, type RetentionRule, type Span } from './retention.ts'

/** So many rows go at a time: a statement that takes longer than two seconds is stopped, and locks are held until the end. */
export const rowsAtOnce = 2000

/**
 * Deletes the rows of the entered street whose time is up, one helping per table. The nightly job calls it in transactions of
 * their own until it says that nothing was left over.
 */
export async function forgetOld(
  tx: Tx,
  streetId: string,
  now: Date,
  options: { readonly spanOf?: (rule: RetentionRule) => Span | undefined; readonly rules?: readonly RetentionRule[] } = {},
): Promise<{ readonly deleted: Readonly<Record<string, number>>; readonly more: boolean }> {
  const deleted: Record<string, number> = {}
  for (const rule of options.rules ?? retention) {
    if (!rule.since) continue
    const span = longer(options.spanOf?.(rule) ?? rule.after, rule.least, now)
    const { numAffectedRows } = await sql`
      delete from ${sql.table(rule.table)} where ctid = any (array(
        select ctid from ${sql.table(rule.table)}
        where street_id = ${streetId}::uuid and ${sql.ref(rule.since)} < ${dueBefore(span, now)}
        limit ${rowsAtOnce} for update skip locked))
    `.execute(tx)
    if (numAffectedRows) deleted[rule.table] = (deleted[rule.table] ?? 0) + Number(numAffectedRows)
  }
  return { deleted, more: Object.values(deleted).some((rows) => rows >= rowsAtOnce) }
}

/** A street may keep things for a shorter or longer time than ours, never for less than the law says. */
function longer(span: Span, least: Span | undefined, now: Date): Span {
  return least && dueBefore(span, now) > dueBefore(least, now) ? least : span
}
