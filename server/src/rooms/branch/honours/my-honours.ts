import { lifeConsentTexts } from '@ronghe/contract/branch/life-consent-texts.ts'
import type { MyHonourRound, nominate, showHonour } from '@ronghe/contract/branch/honours.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { dayOf, type BranchDeed } from '../../../platform/branch/branch-deed.ts'
import { recordInBranch } from '../../../platform/branch/branch-journal.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { findMembership, requireMembership } from '../life/membership.ts'
import { getRound, nominationsOf, openIn, roundsOf, sealIn, takesNominations, toMyRound, type Category } from './honour-rows.ts'
import { memberNamed } from './honour-rounds.ts'

export async function listMine(deed: BranchDeed): Promise<{ items: MyHonourRound[] }> {
  const member = await findMembership(deed)
  if (!member) return { items: [] }
  const items: MyHonourRound[] = []
  for (const row of await roundsOf(deed, member.branch_id)) items.push(await toMyRound(deed, row, member))
  return { items }
}

/** Somebody else is named by hand: whether anybody of that name is checked in is the office-holders' to know, and the reply is the same. */
export async function name(
  deed: BranchDeed,
  roundId: string,
  { category, nominee, reason }: BodyOf<typeof nominate>,
): Promise<MyHonourRound> {
  const member = await requireMembership(deed)
  const round = await getRound(deed, member.branch_id, roundId)
  if (!takesNominations(deed, round)) throw refused('branch-round-over', { params: { until: round.nominate_until } })
  if (!(round.categories as Category[]).some(({ key }) => key === category)) throw unfit([{ path: 'category', code: 'field-choice' }])
  const words = nominee === 'myself' ? member.name() : nominee.name
  const mine = (await nominationsOf(deed, roundId)).filter((one) => one.by_check_in_id === member.id && one.category === category)
  const before = mine.find((one) => openIn(deed, 'nomination', 'nominee_sealed', one.id, one.nominee_sealed) === words)
  const id = before?.id ?? deed.id()
  const checkInId = nominee === 'myself' ? member.id : await memberNamed(deed, member.branch_id, words)
  await deed.tx
    .insertInto('nomination')
    .values({
      street_id: deed.street.id,
      id,
      round_id: roundId,
      category,
      nominee_sealed: sealIn(deed, 'nomination', 'nominee_sealed', id, words),
      check_in_id: checkInId,
      by_check_in_id: member.id,
      reason_sealed: sealIn(deed, 'nomination', 'reason_sealed', id, reason),
      nominated_on: dayOf(deed),
    })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'id']).doUpdateSet({ reason_sealed: sealIn(deed, 'nomination', 'reason_sealed', id, reason) }),
    )
    .execute()
  await recordInBranch(deed, { kind: 'branch.honours.nominated', about: deed.personId, plain: { round: roundId } })
  return toMyRound(deed, round, member)
}

export async function takeBack(deed: BranchDeed, roundId: string, nominationId: string): Promise<MyHonourRound> {
  const member = await requireMembership(deed)
  const round = await getRound(deed, member.branch_id, roundId)
  if (!takesNominations(deed, round)) throw refused('branch-round-over', { params: { until: round.nominate_until } })
  const gone = await deed.tx
    .deleteFrom('nomination')
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', roundId)
    .where('id', '=', nominationId)
    .where('by_check_in_id', '=', member.id)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw notFound('branch-nomination')
  await recordInBranch(deed, { kind: 'branch.honours.taken-back', about: deed.personId, plain: { round: roundId } })
  return toMyRound(deed, round, member)
}

/** Their own words, under the name they want there, with a consent of its own. */
export async function showMine(
  deed: BranchDeed,
  roundId: string,
  category: string,
  body: BodyOf<typeof showHonour>,
): Promise<MyHonourRound> {
  const member = await requireMembership(deed)
  const round = await getRound(deed, member.branch_id, roundId)
  if (body.consent !== lifeConsentTexts.honour.version) throw refused('branch-consent-old')
  const { mine } = await toMyRound(deed, round, member)
  if (!mine.some((one) => one.category === category)) throw notFound('branch-honour')
  await hide(deed, roundId, category, member.id)
  const id = deed.id()
  await deed.tx
    .insertInto('honour')
    .values({
      street_id: deed.street.id,
      id,
      round_id: roundId,
      category,
      check_in_id: member.id,
      name_sealed: sealIn(deed, 'honour', 'name_sealed', id, body.name),
      words_sealed: sealIn(deed, 'honour', 'words_sealed', id, body.words),
      consent_version: body.consent,
      shown_on: dayOf(deed),
    })
    .execute()
  await recordInBranch(deed, { kind: 'branch.honours.shown', about: deed.personId, plain: { round: roundId } })
  return toMyRound(deed, round, member)
}

export async function hideMine(deed: BranchDeed, roundId: string, category: string): Promise<MyHonourRound> {
  const member = await requireMembership(deed)
  const round = await getRound(deed, member.branch_id, roundId)
  await hide(deed, roundId, category, member.id)
  await recordInBranch(deed, { kind: 'branch.honours.hidden', about: deed.personId, plain: { round: roundId } })
  return toMyRound(deed, round, member)
}

async function hide(deed: BranchDeed, roundId: string, category: string, checkInId: string): Promise<void> {
  await deed.tx
    .deleteFrom('honour')
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', roundId)
    .where('category', '=', category)
    .where('check_in_id', '=', checkInId)
    .execute()
}
