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

type Reading = Pick<JournalledDeed, 'tx' | 'street'>

/** What a receipt shows of the leaf of its deed: the proof once there is one, until then the promise. */
export async function evidenceOf(
  deed: Reading,
  leafId: string,
  signer: Signer,
): Promise<{ readonly promise: JournalPromise | null; readonly proof: JournalProof | null }> {
  const leaf = await findLeaf(deed, leafId)
  if (!leaf) throw new Error(`no journal leaf ${leafId}`)
  const proof = await proofOf(deed, leaf)
  return { promise: proof ? null : promiseFor(deed, leaf, signer), proof: proof ?? null }
}

type Leaf = NonNullable<Awaited<ReturnType<typeof findLeaf>>>
const findLeaf = ({ tx, street }: Reading, leafId: string) =>
  tx
    .selectFrom('journal_leaf')
    .select(['id', 'leaf_hash', 'index', 'at', 'date_only'])
    .where('street_id', '=', street.id)
    .where('id', '=', leafId)
    .executeTakeFirst()

function promiseFor({ street }: Reading, leaf: Leaf, signer: Signer): JournalPromise {
  const by = new Date(leaf.at.getTime() + (leaf.date_only ? dayMs : 0) + graceMs).toISOString()
  const promised = { origin: street.id, leaf: toHex(leaf.leaf_hash), by }
  const signature = Buffer.from(signer.sign(Buffer.from(canonical(promised)))).toString('base64')
  return { ...promised, signature }
}

/** The inclusion proof under the newest head; undefined until the leaf has been put in order. */
async function proofOf({ tx, street }: Reading, leaf: Leaf): Promise<JournalProof | undefined> {
  if (leaf.index === null) return undefined
  const { rows } = await sql<{ size: number; root: Buffer; at: Date; signature: Buffer }>`
    select size, root, at, signature from journal_head where street_id = ${street.id}::uuid order by size desc limit 1
  `.execute(tx)
  const head = rows[0]
  if (!head) throw new Error(`journal leaf ${leaf.id} has an index but there is no head`)
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
