import { createHash } from 'node:crypto'
import type { Deed } from '../deed.ts'
import { sql } from 'kysely'
import { Refusal } from './problems.ts'

/** What a POST answered before, or the right to answer it now. */
export type Turn = { readonly kind: 'first' } | { readonly kind: 'again'; readonly status: number; readonly reply: unknown }

export interface Attempt {
  readonly operation: string
  readonly key: string
  /** The person, or a hash of an anonymous device's secret: one stranger's key says nothing to another. */
  readonly scope: string
  /** The address asked, which names the thing it was done to. */
  readonly url: string
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
  const bodyHash = deed.platform.sealer.lookup(deed.street.id, 'code', JSON.stringify([attempt.url, attempt.body]))
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
  if (!row.reply_sealed) throw new Refusal(410, 'reply-erased')
  return {
    kind: 'again',
    status: row.status,
    reply: (JSON.parse(deed.platform.sealer.open(place(deed.street.id, `${operation} ${key}`), row.reply_sealed)) as Kept).reply,
  }
}

/** What lies under the seal: a reply may name nobody and still be about somebody, so the address is kept with it. */
interface Kept {
  readonly url: string
  readonly reply: unknown
}

export async function keepReply(deed: Deed, attempt: Attempt, status: number, reply: unknown): Promise<void> {
  const { operation, key, url } = attempt
  const kept: Kept = { url, reply: reply ?? null }
  await deed.tx
    .updateTable('idempotency')
    .set({ status, reply_sealed: deed.platform.sealer.seal(place(deed.street.id, `${operation} ${key}`), JSON.stringify(kept)) })
    .where('street_id', '=', deed.street.id)
    .where('operation', '=', operation)
    .where('scope', '=', digest(attempt.scope))
    .where('key', '=', key)
    .execute()
}

/** Drops what one caller was answered, keys and all. */
export async function forgetTurns({ tx, street }: Pick<Deed, 'tx' | 'street'>, scope: string): Promise<void> {
  await tx.deleteFrom('idempotency').where('street_id', '=', street.id).where('scope', '=', digest(scope)).execute()
}

/** Named by the journal's leaves beside what was done: nobody's own, and in the replies of everybody. */
const everybodys = ['post', 'organ', 'community', 'agreement', 'appointment']
const repliesAtOnce = 500

/**
 * Empties what others were answered about a person: a clerk's page of their case, the other side's view of a dispute (08, Erasing). A reply
 * is about the person when it names them, or one of the things the journal says they had a part in. The row stays, so that a retry does
 * nothing twice. To be called while the journal still knows.
 */
export async function forgetReplies(deed: Deed, personId: string): Promise<void> {
  const { rows: things } = await sql<{ id: string }>`
    select distinct substr(named.value, 7) as id
    from journal_entry
    join journal_leaf on journal_leaf.street_id = journal_entry.street_id and journal_leaf.id = journal_entry.leaf_id
    cross join lateral jsonb_each_text(journal_leaf.commitments) as named
    where journal_entry.street_id = ${deed.street.id}::uuid and journal_entry.about = ${personId}::uuid
      and named.value ~ '^plain:[0-9a-f]{8}-[0-9a-f-]{27}$' and named.key <> all(${everybodys})
  `.execute(deed.tx)
  const ids = [personId, ...things.map(({ id }) => id)]
  for (let after: readonly [string, Buffer, string] = ['', Buffer.alloc(0), '']; ;) {
    const rows = await deed.tx
      .selectFrom('idempotency')
      .select(['operation', 'scope', 'key', 'reply_sealed'])
      .where('street_id', '=', deed.street.id)
      .where('reply_sealed', 'is not', null)
      .where(({ eb, refTuple, tuple }) => eb(refTuple('operation', 'scope', 'key'), '>', tuple(...after)))
      .orderBy('operation')
      .orderBy('scope')
      .orderBy('key')
      .limit(repliesAtOnce)
      .execute()
    for (const { operation, scope, key, reply_sealed } of rows) {
      const reply = deed.platform.sealer.open(place(deed.street.id, `${operation} ${key}`), reply_sealed!)
      if (!ids.some((id) => reply.includes(id))) continue
      await deed.tx
        .updateTable('idempotency')
        .set({ reply_sealed: null })
        .where('street_id', '=', deed.street.id)
        .where('operation', '=', operation)
        .where('scope', '=', scope)
        .where('key', '=', key)
        .execute()
    }
    const last = rows.at(-1)
    if (!last || rows.length < repliesAtOnce) return
    after = [last.operation, last.scope, last.key]
  }
}
