import type { HonourRound, linkNominee, listHonourRounds, listShownHonours, openHonourRound } from '@ronghe/contract/branch/honours.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { dayOf, type BranchDeed } from '../../../platform/branch/branch-deed.ts'
import { recordInBranch } from '../../../platform/branch/branch-journal.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { findCheckIn, toCheckIn } from '../check-in-rows.ts'
import { confirmedMembers, findMembership, lookAtAll } from '../life/membership.ts'
import { tellMembers } from '../life/occasions.ts'
import { tell } from '../messages.ts'
import { officesToday, requireOffice } from '../offices-held.ts'
import { getBranchOrgan } from '../organs.ts'
import { getRound, isPartOf, nominationsOf, openIn, roundsOf, takesNominations, toRound, type Category } from './honour-rows.ts'

/**
 * The party's own categories of commendation (08, Branch): named by members, decided in the branch's meeting, and outside only what the
 * honoured agree to show. No votes, no sums, no order.
 */
export async function listForOffice(deed: BranchDeed, branchId: string): Promise<ReplyOf<typeof listHonourRounds>> {
  await requireOffice(deed, branchId)
  const rows = await roundsOf(deed, branchId)
  const own = (await findMembership(deed))?.id ?? null
  const items: HonourRound[] = []
  for (const row of rows) items.push(await toRound(deed, row, own, true))
  return { items, may: rows.some(({ year }) => year === thisYear(deed)) ? [] : ['open'] }
}

/** Opening what was written is a look at every member named in it, which they can see. */
export async function uncover(deed: BranchDeed, branchId: string, roundId: string): Promise<HonourRound> {
  const office = await requireOffice(deed, branchId)
  const round = await toRound(deed, await getRound(deed, branchId, roundId), (await findMembership(deed))?.id ?? null)
  const named = new Set(round.nominations.flatMap(({ checkInId }) => checkInId ?? []))
  const members = (await confirmedMembers(deed, branchId)).filter(({ id }) => named.has(id))
  await lookAtAll(deed, office, members, 'list')
  return round
}

const thisYear = (deed: BranchDeed): number => Number(dayOf(deed).slice(0, 4))

export async function open(deed: BranchDeed, branchId: string, body: BodyOf<typeof openHonourRound>): Promise<HonourRound> {
  await requireOffice(deed, branchId)
  if (body.nominateUntil < dayOf(deed)) throw unfit([{ path: 'nominateUntil', code: 'day-past' }])
  if (new Set(body.categories.map(({ key }) => key)).size < body.categories.length)
    throw unfit([{ path: 'categories', code: 'field-choice' }])
  const row = await deed.tx
    .insertInto('honour_round')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      branch_id: branchId,
      year: body.year,
      categories: JSON.stringify(body.categories),
      criteria: JSON.stringify(body.criteria),
      nominate_until: body.nominateUntil,
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'branch_id', 'year']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw refused('branch-round-there')
  await recordInBranch(deed, { kind: 'branch.honours.opened', plain: { branch: branchId, round: row.id } })
  await tellMembers(deed, branchId, 'branch-honours-open')
  return toRound(deed, row, null)
}

export async function settle(
  deed: BranchDeed,
  branchId: string,
  roundId: string,
  nominationId: string,
  body: BodyOf<typeof linkNominee>,
): Promise<HonourRound> {
  await requireOffice(deed, branchId)
  const round = await getRound(deed, branchId, roundId)
  if (round.decided_on) throw refused('branch-round-decided')
  const nomination = (await nominationsOf(deed, roundId)).find(({ id }) => id === nominationId)
  if (!nomination) throw notFound('branch-nomination')
  const own = (await findMembership(deed))?.id ?? null
  if (isPartOf(nomination, own)) throw refused('branch-own-nomination')
  if (body.act === 'decide' && !nomination.check_in_id) throw refused('branch-nominee-unknown')
  if (body.act === 'link' && (await findCheckIn(deed, branchId, body.checkInId)).state !== 'confirmed')
    throw unfit([{ path: 'checkInId', code: 'field-choice' }])
  // Decided about whoever is meant, in that category, however many wrote their name.
  let update = deed.tx
    .updateTable('nomination')
    .set(body.act === 'link' ? { check_in_id: body.checkInId } : { decision: body.decision })
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', roundId)
  update =
    body.act === 'link'
      ? update.where('id', '=', nominationId)
      : update.where('category', '=', nomination.category).where('check_in_id', '=', nomination.check_in_id)
  await update.execute()
  await recordInBranch(deed, { kind: `branch.honours.${body.act}`, plain: { branch: branchId, round: roundId } })
  return toRound(deed, round, own)
}

export async function close(deed: BranchDeed, branchId: string, roundId: string): Promise<HonourRound> {
  await requireOffice(deed, branchId)
  const round = await getRound(deed, branchId, roundId)
  if (round.decided_on) throw refused('branch-round-decided')
  if (takesNominations(deed, round)) throw refused('branch-round-open', { params: { until: round.nominate_until } })
  const nominations = await nominationsOf(deed, roundId)
  const own = (await findMembership(deed))?.id ?? null
  const waiting = nominations.filter(({ decision, check_in_id }) => check_in_id && !decision)
  // What only somebody else could decide waits for them; where there is nobody else it stays undecided, which honours nobody.
  const mine = (await holdsAlone(deed, branchId)) ? waiting.filter((one) => isPartOf(one, own)) : []
  if (waiting.length > mine.length) throw refused('branch-round-undecided')
  const row = await deed.tx
    .updateTable('honour_round')
    .set({ decided_on: dayOf(deed) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', roundId)
    .returningAll()
    .executeTakeFirstOrThrow()
  const honoured = new Set(
    nominations.flatMap(({ decision, check_in_id }) => (decision === 'honoured' && check_in_id ? [check_in_id] : [])),
  )
  for (const { id, personId } of await confirmedMembers(deed, branchId))
    if (honoured.has(id) && personId && personId !== deed.personId) await tell(deed, personId, 'branch-honoured')
  await recordInBranch(deed, { kind: 'branch.honours.closed', plain: { branch: branchId, round: roundId } })
  return toRound(deed, row, own)
}

async function holdsAlone(deed: BranchDeed, branchId: string): Promise<boolean> {
  const holders = await officesToday(deed).where('branch_id', '=', branchId).execute()
  return new Set(holders.map(({ person_hash }) => person_hash.toString('hex'))).size === 1
}

/** To anybody, and only what its holder agreed to; an empty list says nothing. */
export async function listShown(deed: BranchDeed, branchId: string): Promise<ReplyOf<typeof listShownHonours>> {
  await getBranchOrgan(deed, branchId)
  const rounds = new Map((await roundsOf(deed, branchId)).map((round) => [round.id, round]))
  if (rounds.size === 0) return { items: [] }
  const rows = await deed.tx
    .selectFrom('honour')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('round_id', 'in', [...rounds.keys()])
    .orderBy('id')
    .execute()
  const items = rows.flatMap((row) => {
    const round = rounds.get(row.round_id)!
    const category = (round.categories as Category[]).find(({ key }) => key === row.category)
    return category
      ? [
          {
            year: round.year,
            category: category.name,
            name: openIn(deed, 'honour', 'name_sealed', row.id, row.name_sealed),
            words: openIn(deed, 'honour', 'words_sealed', row.id, row.words_sealed),
          },
        ]
      : []
  })
  return { items: items.toSorted((one, other) => other.year - one.year) }
}

/** The members of this branch who bear exactly this name; an office-holder is asked when it is not exactly one. */
export async function memberNamed(deed: BranchDeed, branchId: string, name: string): Promise<string | null> {
  const rows = await deed.tx
    .selectFrom('check_in')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .where('state', '=', 'confirmed')
    .execute()
  const found = rows.filter((row) => toCheckIn(deed, row).name() === name)
  return found.length === 1 ? found[0]!.id : null
}
