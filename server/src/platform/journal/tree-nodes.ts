import { createHash } from 'node:crypto'
import type { Position, TreeNode } from '@ronghe/ledger'
import { sql } from 'kysely'
import type { Tx } from '../database/pool.ts'

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** The stored hashes at these positions of the entered street's tree, as a look-up; asked of the database in one statement. */
export async function findNodes(tx: Tx, positions: readonly Position[]): Promise<(position: Position) => Buffer | undefined> {
  const found = new Map<string, Buffer>()
  if (positions.length > 0) {
    const { rows } = await sql<{ level: number; index: number; hash: Buffer }>`
      select n.level, n.index, n.hash
      from unnest(${positions.map(({ level }) => level)}::int[], ${positions.map(({ index }) => index)}::bigint[]) as wanted (level, index)
      join journal_node n using (level, index)
    `.execute(tx)
    for (const row of rows) found.set(keyOf(row), row.hash)
  }
  return (position) => found.get(keyOf(position))
}

export async function storeNodes(tx: Tx, streetId: string, nodes: readonly TreeNode[]): Promise<void> {
  await sql`
    insert into journal_node (street_id, level, index, hash)
    select ${streetId}::uuid, level, index, decode(hash, 'hex')
    from unnest(
      ${nodes.map(({ level }) => level)}::int[],
      ${nodes.map(({ index }) => index)}::bigint[],
      ${nodes.map(({ hash }) => Buffer.from(hash).toString('hex'))}::text[]
    ) as node (level, index, hash)
  `.execute(tx)
}

const keyOf = ({ level, index }: Position): string => `${level}/${index}`
