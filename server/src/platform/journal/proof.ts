import { canonical, inclusionNodes, inclusionProof, toHex, type SignedHead } from '@ronghe/ledger'
import { sql } from 'kysely'
import type { JournalledDeed } from './record.ts'
import type { Signer } from './signer.ts'
import { findNodes, sha256 } from './tree-nodes.ts'

/** On a receipt from the first moment: signed, that this leaf will be in the log by then. Who holds one can show that a deed was dropped. */
export interface JournalPromise {
  readonly origin: string
  readonly leaf: string
  readonly by: string
  /** Ed25519 over the canonical JSON of {by, leaf, origin}, base64 */
  readonly signature: string
}

/** Once the leaf is in order: what anybody needs to check that it is under a signed head. Hashes in lower-case hex. */
export interface JournalProof {
  readonly index: number
  readonly leaf: string
  readonly proof: readonly string[]
  readonly head: SignedHead
}

/** The sequencer is at most a second behind; a minute later the verifier calls a leaf late. */
const graceMs = 60_000
const dayMs = 24 * 3600_000

/** The promise for a leaf written in this deed's transaction or before. */
export async function promiseOf(
  { tx, street }: Pick<JournalledDeed, 'tx' | 'street'>,
  leafId: string,
  signer: Signer,
): Promise<JournalPromise> {
  const row = await tx
    .selectFrom('journal_leaf')
    .select(['leaf_hash', 'at', 'date_only'])
    .where('street_id', '=', street.id)
    .where('id', '=', leafId)
    .executeTakeFirst()
  if (!row) throw new Error(`no journal leaf ${leafId}`)
  const by = new Date(row.at.getTime() + (row.date_only ? dayMs : 0) + graceMs).toISOString()
  const promised = { origin: street.id, leaf: toHex(row.leaf_hash), by }
  const signature = Buffer.from(signer.sign(Buffer.from(canonical(promised)))).toString('base64')
  return { ...promised, signature }
}

/** The inclusion proof of a leaf under the newest head; undefined until the leaf has been put in order. */
export async function findProof({ tx, street }: Pick<JournalledDeed, 'tx' | 'street'>, leafId: string): Promise<JournalProof | undefined> {
  const leaf = await tx
    .selectFrom('journal_leaf')
    .select(['leaf_hash', 'index'])
    .where('street_id', '=', street.id)
    .where('id', '=', leafId)
    .executeTakeFirst()
  if (!leaf || leaf.index === null) return undefined
  const { rows } = await sql<{ size: number; root: Buffer; at: Date; signature: Buffer }>`
    select size, root, at, signature from journal_head where street_id = ${street.id}::uuid order by size desc limit 1
  `.execute(tx)
  const head = rows[0]
  if (!head) throw new Error(`journal leaf ${leafId} has an index but there is no head`)
  const lookup = await findNodes(tx, inclusionNodes(leaf.index, head.size))
  return {
    index: leaf.index,
    leaf: toHex(leaf.leaf_hash),
    proof: inclusionProof(leaf.index, head.size, lookup, sha256).map(toHex),
    head: {
      origin: street.id,
      size: head.size,
      root: toHex(head.root),
      at: head.at.toISOString(),
      signature: head.signature.toString('base64'),
    },
  }
}
