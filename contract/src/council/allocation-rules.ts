import * as z from 'zod/mini'
import { Day, Id, words } from '../values.ts'

/** Whole yuan, in cents: nobody votes about fen. */
export const WholeYuan = z.int().check(z.gte(100), z.lte(100_000_000_00), z.multipleOf(100))

/** How votes become money. Equal shares has to say what a funded project is worth to a voter, and how what is left over is spent. */
export const Sharing = z.discriminatedUnion('rule', [
  z.object({
    rule: z.literal('equal-shares'),
    utility: z.enum(['cost', 'cardinality', 'points', 'borda', 'rank']),
    completion: z.enum(['add1', 'add1u', 'none']),
  }),
  z.object({ rule: z.literal('greedy') }),
  z.object({ rule: z.literal('phragmen') }),
])
export type Sharing = z.infer<typeof Sharing>
export type Utility = Extract<Sharing, { rule: 'equal-shares' }>['utility']

/** `most`: how many projects one ballot may name. `points`: how many points one voter gives in all. */
export const BallotForm = z.discriminatedUnion('form', [
  z.object({ form: z.literal('approval'), most: z.int().check(z.gte(1), z.lte(100)) }),
  z.object({ form: z.literal('points'), points: z.int().check(z.gte(1), z.lte(100)) }),
  z.object({ form: z.literal('ranking'), most: z.int().check(z.gte(2), z.lte(20)) }),
])
export type BallotForm = z.infer<typeof BallotForm>

/** What a ballot of each form can tell equal shares. */
export const utilitiesOf: Readonly<Record<BallotForm['form'], readonly Utility[]>> = {
  approval: ['cost', 'cardinality'],
  points: ['points', 'cost', 'cardinality'],
  ranking: ['borda', 'rank', 'cost'],
}

const percent = z.int().check(z.gte(1), z.lte(99))

/** What the council fixes by its money majority before anybody proposes anything (08, Allocation and the council). */
export const AllocationRules = z.object({
  budgetCents: WholeYuan,
  /** Whose residents may propose and vote; none named is the whole street. */
  communityIds: z.array(Id).check(z.maxLength(50)),
  sharing: Sharing,
  /** What decides between equals, in this order; a lot is drawn with the seed by SHA-256, so that anybody can repeat it. */
  ties: z.array(z.enum(['cheapest', 'votes', 'lot'])).check(z.minLength(1), z.maxLength(3)),
  seed: words(100),
  ballot: BallotForm,
  voters: z.enum(['attested', 'confirmed']),
  /** The share of the money each group may expect, in per cent: what turnout and spending are measured against. */
  expected: z.object({ newcomer: percent, local: percent }),
  dates: z.object({ callFrom: Day, callUntil: Day, feasibilityUntil: Day, votingFrom: Day, votingUntil: Day }),
})
export type AllocationRules = z.infer<typeof AllocationRules>

/** The command with which anybody counts the published file again. */
export function recountCommand({ sharing, ties, seed }: AllocationRules, file: string): string {
  const how = sharing.rule === 'equal-shares' ? ['--utility', sharing.utility, '--completion', sharing.completion] : []
  // Within single quotes a shell changes nothing; one in the seed is closed, escaped and opened again.
  const quoted = `'${seed.replaceAll("'", "'\\''")}'`
  return ['allocation run', file, '--rule', sharing.rule, ...how, '--ties', ties.join(','), '--seed', quoted].join(' ')
}
