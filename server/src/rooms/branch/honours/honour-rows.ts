import type { HonourRound, MyHonourRound } from '@ronghe/contract/branch/honours.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import { dayOf, type BranchDeed } from '../../../platform/branch/branch-deed.ts'
import type { HonourRoundTable, HonourTable, NominationTable } from '../../../platform/branch/tables.ts'
import { notFound } from '../../../platform/http/problems.ts'
import type { CheckIn } from '../check-in-rows.ts'

export type RoundRow = Selectable<HonourRoundTable>
export type NominationRow = Selectable<NominationTable>
export type HonourRow = Selectable<HonourTable>
export type Category = HonourRound['categories'][number]

const place = (deed: BranchDeed, table: 'nomination' | 'honour', column: string, row: string) => ({
  street: deed.street.id,
  table: `branch.${table}`,
  column,
  row,
})
export const sealIn = (deed: BranchDeed, table: 'nomination' | 'honour', column: string, row: string, words: string): Buffer =>
  deed.sealer.seal(place(deed, table, column, row), words)
export const openIn = (deed: BranchDeed, table: 'nomination' | 'honour', column: string, row: string, sealed: Buffer): string =>
  deed.sealer.open(place(deed, table, column, row), sealed)

export const roundsOf = (deed: BranchDeed, branchId: string): Promise<RoundRow[]> =>
  deed.tx
    .selectFrom('honour_round')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .orderBy('year', 'desc')
    .limit(10)
    .execute()

export async function getRound(deed: BranchDeed, branchId: string, id: string): Promise<RoundRow> {
  const row = await deed.tx
    .selectFrom('honour_round')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('branch-round')
  return row
}

export const nominationsOf = (deed: BranchDeed, roundId: string): Promise<NominationRow[]> =>
  deed.tx
    .selectFrom('nomination')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', roundId)
    .orderBy('category')
    .orderBy('id')
    .execute()

/** While it takes nominations: not decided, and its last day not over. */
export const takesNominations = (deed: BranchDeed, round: RoundRow): boolean =>
  round.decided_on === null && dayOf(deed) <= round.nominate_until

const roundPart = (row: RoundRow) => ({
  id: row.id,
  year: row.year,
  categories: row.categories as Category[],
  criteria: row.criteria as Text,
  nominateUntil: row.nominate_until,
  decidedOn: row.decided_on,
})

/** For an office-holder; about their own nomination, and about one they wrote, they decide nothing. */
export async function toRound(deed: BranchDeed, row: RoundRow, own: string | null, covered = false): Promise<HonourRound> {
  const nominations = await nominationsOf(deed, row.id)
  const open = row.decided_on === null
  return {
    ...roundPart(row),
    nominations: nominations.map((one) => ({
      id: one.id,
      category: one.category,
      checkInId: one.check_in_id,
      nominee: covered ? null : openIn(deed, 'nomination', 'nominee_sealed', one.id, one.nominee_sealed),
      reason: covered ? null : openIn(deed, 'nomination', 'reason_sealed', one.id, one.reason_sealed),
      decision: one.decision,
      may: open && !isPartOf(one, own) ? (one.check_in_id ? ['decide', 'link'] : ['link']) : [],
    })),
    may:
      open && !takesNominations(deed, row) && nominations.every((one) => one.decision || !one.check_in_id || isPartOf(one, own))
        ? ['close']
        : [],
  }
}

export const isPartOf = ({ check_in_id, by_check_in_id }: NominationRow, own: string | null): boolean =>
  own !== null && (check_in_id === own || by_check_in_id === own)

export async function toMyRound(deed: BranchDeed, row: RoundRow, member: CheckIn): Promise<MyHonourRound> {
  const all = await nominationsOf(deed, row.id)
  const shown = await deed.tx
    .selectFrom('honour')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', row.id)
    .where('check_in_id', '=', member.id)
    .execute()
  const honoured = row.decided_on
    ? new Set(all.filter((one) => one.check_in_id === member.id && one.decision === 'honoured').map(({ category }) => category))
    : new Set<string>()
  const open = takesNominations(deed, row)
  return {
    ...roundPart(row),
    written: all
      .filter(({ by_check_in_id }) => by_check_in_id === member.id)
      .map((one) => ({
        id: one.id,
        category: one.category,
        nominee: openIn(deed, 'nomination', 'nominee_sealed', one.id, one.nominee_sealed),
        reason: openIn(deed, 'nomination', 'reason_sealed', one.id, one.reason_sealed),
        may: open ? ['takeBack'] : [],
      })),
    mine: [...honoured].map((category) => {
      const one = shown.find((honour) => honour.category === category)
      return {
        category,
        shown: one
          ? {
              name: openIn(deed, 'honour', 'name_sealed', one.id, one.name_sealed),
              words: openIn(deed, 'honour', 'words_sealed', one.id, one.words_sealed),
              on: one.shown_on,
            }
          : null,
      }
    }),
    may: open ? ['nominate'] : [],
  }
}
