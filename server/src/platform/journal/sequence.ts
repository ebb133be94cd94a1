import { append, edgeNodes, rootOf, signHead, toHex, type Tree, type TreeNode } from '@ronghe/ledger'
import { sql } from 'kysely'
import type { Database, Tx } from '../database/pool.ts'
import type { Log } from '../platform.ts'
import type { Signer } from './signer.ts'
import { findNodes, sha256, storeNodes } from './tree-nodes.ts'

/** Keeps every street's journal in order, at most a second behind the deeds. */
export interface Sequencer {
  /** Puts everything that may be ordered by now in order and waits for it; returns how many leaves that were. For commands and tests. */
  catchUp(): Promise<number>
  start(): void
  /** Waits for the batch under way. */
  stop(): Promise<void>
}

export interface SequencerOptions {
  readonly database: Database
  readonly signerOf: (streetId: string) => Signer
  readonly clock: () => Date
  readonly log: Log
}

/** Two looks a second leave the other half for the batch itself. */
const pauseMs = 500
/** About 50 ms of work: far inside the statement time-out, and a backlog of a hundred thousand leaves is gone in seconds. */
const batchSize = 1000

export function openSequencer(options: SequencerOptions): Sequencer {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  let stopped = false

  const tick = async (): Promise<void> => {
    try {
      await catchUp(options, () => stopped)
    } catch (error) {
      options.log.warn({ problem: (error as Error).message }, 'journal: leaves could not be put in order, trying again')
    }
    if (!stopped) timer = setTimeout(() => (running = tick()), pauseMs)
  }
  return {
    catchUp: () => catchUp(options, () => false),
    start() {
      stopped = false
      running = tick()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

/**
 * Gives the next batch of waiting leaves of the entered street their index, and stores the new nodes and a signed head, all in `tx`.
 *
 * Waiting is "has no index", never "is newer than the last one": a deed that commits late is simply in the next batch. A batch sees
 * all that was committed when it began, so a leaf never comes before one that had been committed when its own deed started.
 * @returns how many; 0 also when another process is at this street's journal just now.
 */
export async function sequenceBatch(tx: Tx, streetId: string, signer: Signer, now: Date): Promise<number> {
  if (!(await holdsTheLock(tx, streetId))) return 0
  const leaves = await waitingLeaves(tx, now)
  if (leaves.length === 0) return 0
  const before = await currentTree(tx)
  const { tree, nodes } = grow(before, leaves)
  if (before.size === 0) await sql`select journal_give_key(${streetId}::uuid, ${signer.publicKey})`.execute(tx)

  await storeNodes(tx, streetId, nodes)
  await sql`
    update journal_leaf set index = placed.index
    from unnest(${leaves.map(({ id }) => id)}::uuid[], ${leaves.map((_, i) => before.size + i)}::bigint[]) as placed (id, index)
    where journal_leaf.street_id = ${streetId}::uuid and journal_leaf.id = placed.id
  `.execute(tx)
  const root = rootOf(tree, sha256)
  const head = signHead({ origin: streetId, size: tree.size, root: toHex(root), at: now.toISOString() }, signer.sign)
  await tx
    .insertInto('journal_head')
    .values({ street_id: streetId, size: tree.size, root: Buffer.from(root), at: now, signature: Buffer.from(head.signature, 'base64') })
    .execute()
  return leaves.length
}

async function catchUp({ database, signerOf, clock }: SequencerOptions, enough: () => boolean): Promise<number> {
  let total = 0
  const { rows } = await sql<{ id: string }>`select id from journal_streets_waiting(${clock()}) as waiting (id)`.execute(database.shared)
  for (const { id } of rows) {
    for (let count = batchSize; count === batchSize && !enough(); total += count) {
      count = await database.inStreet(id, 'write', (tx) => sequenceBatch(tx, id, signerOf(id), clock()))
    }
  }
  return total
}

/** One sequencer per street, however many processes run. The lock ends with the transaction, after its writes can be seen. */
async function holdsTheLock(tx: Tx, streetId: string): Promise<boolean> {
  const { rows } = await sql<{
    held: boolean
  }>`select pg_try_advisory_xact_lock(hashtextextended('journal ' || ${streetId}, 0)) as held`.execute(tx)
  return rows[0]!.held
}

/**
 * In the order in which their transactions began to write, and within one as they were written: whatever a deed could know of comes
 * before it, which clocks do not promise within a millisecond. Leaves that keep only their date come in the random order of their ids.
 */
async function waitingLeaves(tx: Tx, now: Date): Promise<readonly { id: string; leaf_hash: Buffer }[]> {
  const { rows } = await sql<{ id: string; leaf_hash: Buffer }>`
    (select id, leaf_hash from journal_leaf where index is null and not date_only order by age(xmin) desc, cmin::text::bigint, id limit ${batchSize})
    union all
    (select id, leaf_hash from journal_leaf where index is null and date_only and at <= ${now}::timestamptz - interval '1 day' order by at, id limit ${batchSize})
    limit ${batchSize}
  `.execute(tx)
  return rows
}

async function currentTree(tx: Tx): Promise<Tree> {
  const { rows } = await sql<{ size: number }>`select size from journal_head order by size desc limit 1`.execute(tx)
  const size = rows[0]?.size ?? 0
  const positions = edgeNodes(size)
  const find = await findNodes(tx, positions)
  return { size, edge: positions.map((position) => find(position) ?? lost(position.level, position.index)) }
}

function grow(before: Tree, leaves: readonly { leaf_hash: Buffer }[]): { tree: Tree; nodes: TreeNode[] } {
  let tree = before
  const nodes: TreeNode[] = []
  for (const leaf of leaves) {
    const step = append(tree, leaf.leaf_hash, sha256)
    tree = step.tree
    nodes.push(...step.nodes)
  }
  return { tree, nodes }
}

function lost(level: number, index: number): never {
  throw new Error(`journal node ${level}/${index} is missing: run "ronghe journal verify"`)
}
