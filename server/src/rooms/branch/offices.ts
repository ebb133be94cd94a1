import { branchConsentTexts } from '@ronghe/contract/branch/consent-texts.ts'
import type { MyOffice, Office, appointOffice, issueOfficeCode, stepMyOffice, takeUpOffice } from '@ronghe/contract/branch/offices.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { addDays } from '../../platform/calendar/working-days.ts'
import { claimCode, readCode } from '../../platform/codes.ts'
import { dayOf, personHash, type BranchDeed } from '../../platform/branch/branch-deed.ts'
import { recordInBranch } from '../../platform/branch/branch-journal.ts'
import { Refusal, notFound, refused } from '../../platform/http/problems.ts'
import { openBranch } from './branches.ts'
import { findCheckIn } from './check-in-rows.ts'
import { officesToday, requireOffice, type OfficeRow } from './offices-held.ts'
import { branchNames, getBranchOrgan } from './organs.ts'
import { publish, takeDown } from './published-offices.ts'
import { tell } from './messages.ts'

/** A code on paper is kept until it is used, at most so long. */
const codeDays = 30
type List = { items: Office[]; may: ReplyOf<typeof appointOffice>['may'] }

/** By the street office, for a branch and not for a person: the slip goes with the approving document. */
export async function issueCode(
  deed: BranchDeed,
  { branchId, kind }: BodyOf<typeof issueOfficeCode>,
): Promise<ReplyOf<typeof issueOfficeCode>> {
  const { name } = await getBranchOrgan(deed, branchId)
  await openBranch(deed, branchId, kind)
  const code = claimCode()
  const validUntil = addDays(dayOf(deed), codeDays)
  // One slip at a time: a newer one makes those before it worthless.
  await deed.tx.deleteFrom('office_code').where('street_id', '=', deed.street.id).where('branch_id', '=', branchId).execute()
  await deed.tx
    .insertInto('office_code')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      branch_id: branchId,
      code_hash: deed.sealer.lookup(deed.street.id, 'code', code),
      issued_on: dayOf(deed),
      expires_on: validUntil,
    })
    .execute()
  await recordInBranch(deed, { kind: 'branch.office.code', plain: { branch: branchId } })
  return { code, branch: name, validUntil }
}

/** The new secretary takes over from whoever was: that is what the approving document says. */
export async function takeUp(deed: BranchDeed, { code, name }: BodyOf<typeof takeUpOffice>): Promise<MyOffice | Refusal> {
  const wrong = new Refusal(409, 'branch-code-wrong')
  const printed = readCode(code)
  if (!printed) return wrong
  const found = await deed.tx
    .deleteFrom('office_code')
    .where('street_id', '=', deed.street.id)
    .where('code_hash', '=', deed.sealer.lookup(deed.street.id, 'code', printed))
    .where('expires_on', '>=', dayOf(deed))
    .returning('branch_id')
    .executeTakeFirst()
  if (!found) return wrong
  const before = await officesToday(deed).where('branch_id', '=', found.branch_id).where('kind', '=', 'secretary').execute()
  for (const office of before) await end(deed, office)
  const office = await give(deed, found.branch_id, 'secretary', deed.personId!, name)
  return (await mine(deed)).items.find(({ id }) => id === office)!
}

async function give(deed: BranchDeed, branchId: string, kind: OfficeRow['kind'], personId: string, name: string): Promise<string> {
  const id = deed.id()
  const place = (column: string) => ({ street: deed.street.id, table: 'branch.office', column, row: id })
  await deed.tx
    .insertInto('office')
    .values({
      street_id: deed.street.id,
      id,
      branch_id: branchId,
      kind,
      person_hash: personHash(deed, personId),
      person_sealed: deed.sealer.seal(place('person_sealed'), personId),
      name_sealed: deed.sealer.seal(place('name_sealed'), name),
      starts_on: dayOf(deed),
    })
    .execute()
  await recordInBranch(deed, { kind: 'branch.office.given', about: personId, plain: { branch: branchId, kind } })
  return id
}

export const officeName = (deed: BranchDeed, { id, name_sealed }: Pick<OfficeRow, 'id' | 'name_sealed'>): string =>
  deed.sealer.open({ street: deed.street.id, table: 'branch.office', column: 'name_sealed', row: id }, name_sealed)
export const officeHolder = (deed: BranchDeed, { id, person_sealed }: Pick<OfficeRow, 'id' | 'person_sealed'>): string =>
  deed.sealer.open({ street: deed.street.id, table: 'branch.office', column: 'person_sealed', row: id }, person_sealed)

async function end(deed: BranchDeed, office: OfficeRow): Promise<void> {
  await takeDown(deed, [office.id])
  const holder = officeHolder(deed, office)
  await deed.tx.deleteFrom('office').where('street_id', '=', deed.street.id).where('id', '=', office.id).execute()
  await recordInBranch(deed, { kind: 'branch.office.ended', about: holder, plain: { branch: office.branch_id, kind: office.kind } })
  if (holder !== deed.personId) await tell(deed, holder, 'office-ended')
}

export async function mine(deed: BranchDeed): Promise<{ items: MyOffice[] }> {
  const rows = await officesToday(deed).where('person_hash', '=', personHash(deed, deed.personId!)).execute()
  const nameOf = await branchNames(deed)
  return {
    items: rows.map((row) => ({
      id: row.id,
      branch: { id: row.branch_id, name: nameOf(row.branch_id) },
      kind: row.kind,
      since: row.starts_on,
      published: row.published_on !== null,
      may: [
        row.published_on === null ? ('publish' as const) : ('takeDown' as const),
        ...(row.kind === 'secretary' ? [] : (['layDown'] as const)),
      ],
    })),
  }
}

export async function step(deed: BranchDeed, officeId: string, body: BodyOf<typeof stepMyOffice>): Promise<{ items: MyOffice[] }> {
  const office = await officesToday(deed)
    .where('person_hash', '=', personHash(deed, deed.personId!))
    .where('id', '=', officeId)
    .executeTakeFirst()
  if (!office) throw notFound('office')
  if (body.act === 'layDown') {
    if (office.kind === 'secretary') throw refused('branch-last-secretary')
    await end(deed, office)
    return mine(deed)
  }
  await takeDown(deed, [office.id])
  if (body.act === 'publish') {
    if (body.consent !== branchConsentTexts.publicity.version) throw refused('branch-consent-old')
    await publish(deed, office, officeName(deed, office))
  }
  const shown = body.act === 'publish'
  await deed.tx
    .updateTable('office')
    .set({ published_version: shown ? branchConsentTexts.publicity.version : null, published_on: shown ? dayOf(deed) : null })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', office.id)
    .execute()
  await recordInBranch(deed, { kind: shown ? 'branch.office.published' : 'branch.office.taken-down', about: deed.personId })
  return mine(deed)
}

export async function listOffices(deed: BranchDeed, branchId: string): Promise<List> {
  const own = await requireOffice(deed, branchId)
  const leads = own.kind === 'secretary'
  const rows = await officesToday(deed).where('branch_id', '=', branchId).execute()
  return {
    items: rows.toSorted(inOrder).map((row) => ({
      id: row.id,
      kind: row.kind,
      name: officeName(deed, row),
      since: row.starts_on,
      published: row.published_on !== null,
      mine: row.id === own.id,
      may: leads && row.kind !== 'secretary' ? ['end'] : [],
    })),
    may: leads ? ['appoint'] : [],
  }
}

const order: readonly OfficeRow['kind'][] = ['secretary', 'deputy', 'organiser', 'publicist']
const inOrder = (one: OfficeRow, other: OfficeRow): number => order.indexOf(one.kind) - order.indexOf(other.kind)

export async function appoint(deed: BranchDeed, branchId: string, { checkInId, kind }: BodyOf<typeof appointOffice>): Promise<List> {
  await requireOffice(deed, branchId, ['secretary'])
  const member = await findCheckIn(deed, branchId, checkInId)
  if (member.state !== 'confirmed') throw refused('branch-not-now')
  if (!member.personId) throw refused('branch-no-account')
  const held = await officesToday(deed)
    .where('branch_id', '=', branchId)
    .where('person_hash', '=', personHash(deed, member.personId))
    .executeTakeFirst()
  if (held) throw refused('branch-not-now')
  await give(deed, branchId, kind, member.personId, member.name())
  await tell(deed, member.personId, 'office-given')
  return listOffices(deed, branchId)
}

export async function endOffice(deed: BranchDeed, branchId: string, officeId: string): Promise<List> {
  await requireOffice(deed, branchId, ['secretary'])
  const office = await officesToday(deed).where('branch_id', '=', branchId).where('id', '=', officeId).executeTakeFirst()
  if (!office) throw notFound('office')
  if (office.kind === 'secretary') throw refused('branch-last-secretary')
  await end(deed, office)
  return listOffices(deed, branchId)
}
