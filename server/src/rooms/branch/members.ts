import { branchConsentTexts } from '@ronghe/contract/branch/consent-texts.ts'
import type { answerCheckIn, enterPaperCheckIn, Member, revealMember } from '@ronghe/contract/branch/members.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { dayOf, type BranchDeed } from '../../platform/branch/branch-deed.ts'
import { recordInBranch } from '../../platform/branch/branch-journal.ts'
import { refused, unfit } from '../../platform/http/problems.ts'
import { forgetName } from './life-part.ts'
import { findCheckIn, toCheckIn, type CheckIn, type CheckInRow } from './check-in-rows.ts'
import { stepsFrom, takesStep } from './check-in-states.ts'
import { enter } from './check-ins.ts'
import { noteForgotten } from './forgetting.ts'
import { requireOffice, type OfficeRow } from './offices-held.ts'
import { branchOrgans } from './organs.ts'
import { tell } from './messages.ts'

export async function listMembers(deed: BranchDeed, branchId: string): Promise<{ items: Member[] }> {
  const office = await requireOffice(deed, branchId)
  const rows = await deed.tx
    .selectFrom('check_in')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .orderBy('declared_on', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()
  return { items: rows.map((row) => toMember(row, office)) }
}

function toMember(row: CheckInRow, office: OfficeRow): Member {
  const may: Member['may'] = [...stepsFrom(row.state)]
  if (office.kind === 'secretary' && row.state === 'confirmed' && row.person_hash) may.push('appoint')
  if (row.channel === 'paper') may.push('deletePaper')
  return {
    id: row.id,
    state: row.state,
    channel: row.channel,
    declaredOn: row.declared_on,
    answerDue: row.state === 'declared' ? row.answer_due : null,
    answeredOn: row.answered_on,
    endedOn: row.ended_on,
    reason: row.reason,
    may,
  }
}

/** The look is kept by office and day, where the member sees it. */
export async function reveal(deed: BranchDeed, branchId: string, id: string): Promise<ReplyOf<typeof revealMember>> {
  const office = await requireOffice(deed, branchId)
  const member = await findCheckIn(deed, branchId, id)
  await lookAt(deed, office, member, 'name')
  return { name: member.name(), homeBranch: member.homeBranch(), contact: member.contact() }
}

export async function lookAt(
  deed: BranchDeed,
  office: OfficeRow,
  { person_hash, personId, branch_id }: CheckIn,
  purpose: 'name' | 'paper',
): Promise<void> {
  if (person_hash && personId !== deed.personId)
    await deed.tx
      .insertInto('access_log')
      .values({ street_id: deed.street.id, id: deed.id(), branch_id, person_hash, office: office.kind, purpose, day: dayOf(deed) })
      .execute()
  await recordInBranch(deed, { kind: 'branch.data.read', about: personId, plain: { purpose } })
}

export async function answer(deed: BranchDeed, branchId: string, id: string, body: BodyOf<typeof answerCheckIn>): Promise<Member> {
  const office = await requireOffice(deed, branchId)
  const member = await findCheckIn(deed, branchId, id)
  const next = takesStep(member.state, body.act)
  if (!next) throw refused('branch-not-now')
  const other = body.act === 'decline' ? (body.otherBranchId ?? null) : null
  if (other && (other === branchId || !(await branchOrgans(deed)).some((organ) => organ.id === other))) throw refused('branch-other-wrong')
  await move(deed, member, { state: next, reason: body.act === 'confirm' ? null : body.reason, otherBranchId: other })
  return toMember(await findCheckIn(deed, branchId, id), office)
}

interface Move {
  readonly state: 'confirmed' | 'declined' | 'ended'
  readonly reason: CheckInRow['reason']
  readonly otherBranchId: string | null
}

/** A step of the branch, told to the member where only they read it. */
export async function move(deed: BranchDeed, member: CheckIn, { state, reason, otherBranchId }: Move): Promise<void> {
  const day = dayOf(deed)
  await deed.tx
    .updateTable('check_in')
    .set({
      state,
      reason,
      other_branch_id: otherBranchId,
      ...(state === 'ended' ? {} : { answered_on: day }),
      ended_on: state === 'confirmed' ? null : day,
    })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', member.id)
    .execute()
  await recordInBranch(deed, { kind: `branch.check-in.${state}`, about: member.personId, plain: { branch: member.branch_id, reason } })
  const template = reason === 'no-answer' ? 'check-in-no-answer' : (`check-in-${state}` as const)
  if (member.personId) await tell(deed, member.personId, template)
}

/** By an office-holder from the member's own paper, which came sealed through the reception desk. It counts from the day it was entered. */
export async function enterPaper(deed: BranchDeed, branchId: string, body: BodyOf<typeof enterPaperCheckIn>): Promise<Member> {
  const office = await requireOffice(deed, branchId)
  if (body.consent !== branchConsentTexts.checkIn.version) throw refused('branch-consent-old')
  if (body.signedOn > dayOf(deed)) throw unfit([{ path: 'signedOn', code: 'branch-signed-later' }])
  const id = await enter(deed, { ...body, branchId, personId: null, channel: 'paper', consentOn: body.signedOn })
  return toMember(await findCheckIn(deed, branchId, id), office)
}

export async function deletePaper(deed: BranchDeed, branchId: string, id: string): Promise<void> {
  await requireOffice(deed, branchId)
  const member = await findCheckIn(deed, branchId, id)
  if (member.channel !== 'paper') throw refused('branch-paper-only')
  await forgetName(deed, member)
  await deed.tx.deleteFrom('check_in').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  await recordInBranch(deed, { kind: 'branch.check-in.withdrawn', plain: { branch: branchId, channel: 'paper' } })
  await noteForgotten(deed, id)
}

/** For the nightly work: every check-in whose answer is overdue today. */
export async function overdue(deed: BranchDeed): Promise<readonly CheckIn[]> {
  const rows = await deed.tx
    .selectFrom('check_in')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'declared')
    .where('answer_due', '<', dayOf(deed))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => toCheckIn(deed, row))
}
