import type { Deed } from '@ronghe/server/platform/deed.ts'
import { pseudonymOf } from '@ronghe/server/platform/privacy/round-keys.ts'
import { sql } from 'kysely'

/** A voter nobody plays. */
export interface ManyVoter {
  readonly name: string
  readonly bench: 'newcomer' | 'local' | null
  readonly attested?: boolean
  /** Statement to vote: agree 1, pass 0, disagree -1. */
  readonly votes: Readonly<Record<string, -1 | 0 | 1>>
}

/** Votes of a crowd in one statement of SQL, through the same function as every vote; no person belongs to them. */
export async function castMany(deed: Deed, conversationId: string, voters: readonly ManyVoter[]): Promise<void> {
  const votes = voters.flatMap(({ name, bench, attested = true, votes: said }) => {
    const pseudonym = pseudonymOf(deed, conversationId, `crowd ${name}`)
    return Object.entries(said).map(([statement, vote]) => ({ pseudonym, statement, vote, bench, attested }))
  })
  const { rows } = await sql<{ taken: number }>`
    select count(*)::int as taken
    from unnest(${votes.map(({ pseudonym }) => pseudonym)}::bytea[], ${votes.map(({ statement }) => statement)}::uuid[], ${votes.map(({ vote }) => vote)}::int[],
                ${votes.map(({ bench }) => bench)}::text[], ${votes.map(({ attested }) => attested)}::boolean[]) as said (voter, statement, vote, bench, attested)
    cross join lateral stance.cast_opinion(${conversationId}::uuid, said.voter, said.statement, said.vote, said.bench, said.attested) as cast_one
    where cardinality(cast_one.voted) > 0`.execute(deed.tx)
  if (rows[0]!.taken !== votes.length) throw new Error(`${votes.length - rows[0]!.taken} votes were not taken`)
}
