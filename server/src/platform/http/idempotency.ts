import { createHash } from 'node:crypto'
import type { Deed } from '../deed.ts'
import { Refusal } from './problems.ts'

/** What a POST answered before, or the right to answer it now. */
export type Turn = { readonly kind: 'first' } | { readonly kind: 'again'; readonly status: number; readonly reply: unknown }

export interface Attempt {
  readonly operation: string
  readonly key: string
  /** The person, or a hash of an anonymous device's secret: one stranger's key says nothing to another. */
  readonly scope: string
  readonly body: unknown
}

const place = (street: string, row: string) => ({ street, table: 'idempotency', column: 'reply_sealed', row })
const digest = (value: unknown): Buffer =>
  createHash('sha256')
    .update(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
    .digest()

/**
 * Takes the key inside the deed's transaction. A twin that runs at the same time waits on the row until the first commits, then gets its
 * reply; if the first is refused its row goes with the rollback and the twin becomes the first (09, Idempotency).
 */
export async function takeTurn(deed: Deed, attempt: Attempt): Promise<Turn> {
  const { operation, key } = attempt
  const scope = digest(attempt.scope)
  // Keyed: a PIN or a vote has few values, and a plain hash of it could be looked up in a stolen copy of the database.
  const bodyHash = deed.platform.sealer.lookup(deed.street.id, 'code', JSON.stringify(attempt.body))
  const inserted = await deed.tx
    .insertInto('idempotency')
    .values({
      street_id: deed.street.id,
      operation,
      scope,
      key,
      body_hash: bodyHash,
      person_id: deed.actor.kind === 'person' ? deed.actor.personId : null,
      at: deed.now,
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'operation', 'scope', 'key']).doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 1n) return { kind: 'first' }
  const row = await deed.tx
    .selectFrom('idempotency')
    .select(['body_hash', 'status', 'reply_sealed'])
    .where('street_id', '=', deed.street.id)
    .where('operation', '=', operation)
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row || row.status === null) throw new Refusal(409, 'twin-in-progress', { retryAfterSeconds: 1 })
  if (!row.body_hash.equals(bodyHash)) throw new Refusal(422, 'same-key-other-body')
  const sealed = row.reply_sealed
  return {
    kind: 'again',
    status: row.status,
    reply: sealed ? JSON.parse(deed.platform.sealer.open(place(deed.street.id, `${operation} ${key}`), sealed)) : null,
  }
}

export async function keepReply(deed: Deed, attempt: Attempt, status: number, reply: unknown): Promise<void> {
  const { operation, key } = attempt
  await deed.tx
    .updateTable('idempotency')
    .set({ status, reply_sealed: deed.platform.sealer.seal(place(deed.street.id, `${operation} ${key}`), JSON.stringify(reply ?? null)) })
    .where('street_id', '=', deed.street.id)
    .where('operation', '=', operation)
    .where('scope', '=', digest(attempt.scope))
    .where('key', '=', key)
    .execute()
}
