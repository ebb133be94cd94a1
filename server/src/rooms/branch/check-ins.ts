import { branchConsentTexts } from '@ronghe/contract/branch/consent-texts.ts'
import type { MyCheckIn, declareCheckIn, readMyCheckIn } from '@ronghe/contract/branch/check-ins.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { sql } from 'kysely'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { addWorkingDays } from '../../platform/calendar/working-days.ts'
import { dayOf, personHash, type BranchDeed } from '../../platform/branch/branch-deed.ts'
import { recordInBranch } from '../../platform/branch/branch-journal.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { setting } from '../../platform/settings/settings.ts'
import { dutiesOf } from './branches.ts'
import { checkInPlace, toCheckIn, type CheckIn } from './check-in-rows.ts'
import { forgetInHouse, noteForgotten } from './forgetting.ts'
import { officesToday } from './offices-held.ts'
import { officeHolder } from './offices.ts'
import { branchNames, getBranchOrgan } from './organs.ts'
import { tell } from './messages.ts'

/** The member declares it; nobody can do it for them, and nobody is asked whether it is true but the branch. */
export async function declare(deed: BranchDeed, body: BodyOf<typeof declareCheckIn>): Promise<MyCheckIn> {
  const personId = deed.personId!
  const hash = personHash(deed, personId)
  if (body.consent !== branchConsentTexts.checkIn.version) throw refused('branch-consent-old')
  await requireOpen(deed, body.branchId)
  // One at a time for one person, whichever branch it goes to.
  await sql`select pg_advisory_xact_lock(hashtextextended(${hash.toString('hex')}, 0))`.execute(deed.tx)
  const before = await rowsOf(deed, hash)
  if (before.some(({ state }) => state === 'declared' || state === 'confirmed')) throw refused('branch-already-in')
  for (const { id } of before) await deed.tx.deleteFrom('check_in').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  await enter(deed, { ...body, personId, channel: 'phone', consentOn: dayOf(deed) })
  return (await myCheckIn(deed)).checkIn!
}

async function requireOpen(deed: BranchDeed, branchId: string): Promise<void> {
  await getBranchOrgan(deed, branchId)
  const row = await deed.tx
    .selectFrom('branch')
    .select('takes_check_ins')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', branchId)
    .executeTakeFirst()
  if (!row?.takes_check_ins) throw refused('branch-closed')
}

export interface Entering {
  readonly branchId: string
  readonly personId: string | null
  readonly name: string
  readonly homeBranch: string
  readonly contact: string
  readonly channel: 'phone' | 'paper'
  readonly consent: string
  readonly consentOn: string
}

export async function enter(deed: BranchDeed, entering: Entering): Promise<string> {
  const id = deed.id()
  const seal = (column: string, words: string) => deed.sealer.seal(checkInPlace(deed, column, id), words)
  const due = await deed.outside(async (shared) =>
    addWorkingDays(await calendarFor(shared), dayOf(deed), (await setting(shared, 'clocks')).checkInAnswer),
  )
  const { branchId, personId, channel } = entering
  await deed.tx
    .insertInto('check_in')
    .values({
      street_id: deed.street.id,
      id,
      branch_id: branchId,
      person_hash: personId ? personHash(deed, personId) : null,
      person_sealed: personId ? seal('person_sealed', personId) : null,
      name_sealed: seal('name_sealed', entering.name),
      home_branch_sealed: seal('home_branch_sealed', entering.homeBranch),
      contact_sealed: entering.contact ? seal('contact_sealed', entering.contact) : null,
      channel,
      state: 'declared',
      consent_version: entering.consent,
      consent_on: entering.consentOn,
      declared_on: dayOf(deed),
      answer_due: due,
    })
    .execute()
  await recordInBranch(deed, { kind: 'branch.check-in.declared', about: personId, plain: { branch: branchId, channel } })
  const holders = await officesToday(deed).where('branch_id', '=', branchId).execute()
  for (const holder of new Set(holders.map((row) => officeHolder(deed, row))))
    if (holder !== deed.personId) await tell(deed, holder, 'check-in-declared', { due })
  return id
}

const rowsOf = (deed: BranchDeed, hash: Buffer) =>
  deed.tx
    .selectFrom('check_in')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_hash', '=', hash)
    .orderBy('id', 'desc')
    .execute()

export async function myCheckIn(deed: BranchDeed): Promise<ReplyOf<typeof readMyCheckIn>> {
  const hash = personHash(deed, deed.personId!)
  const [row] = await rowsOf(deed, hash)
  const looks = await deed.tx
    .selectFrom('access_log')
    .select(['office', 'purpose', 'day'])
    .where('street_id', '=', deed.street.id)
    .where('person_hash', '=', hash)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return {
    checkIn: row ? await toMine(deed, toCheckIn(deed, row)) : null,
    looks: looks.map(({ office, purpose, day }) => ({
      office: office as ReplyOf<typeof readMyCheckIn>['looks'][number]['office'], // written by `lookAt` alone, from an office's kind
      purpose: purpose as 'name' | 'paper',
      on: day,
    })),
  }
}

async function toMine(deed: BranchDeed, row: CheckIn): Promise<MyCheckIn> {
  const nameOf = await branchNames(deed)
  const may: MyCheckIn['may'] = ['withdraw']
  if (row.state === 'confirmed' || row.state === 'ended') may.push('print')
  if (row.state === 'declined' || row.state === 'ended') may.push('declareElsewhere')
  return {
    id: row.id,
    branch: { id: row.branch_id, name: nameOf(row.branch_id) },
    state: row.state,
    name: row.name(),
    homeBranch: row.homeBranch(),
    contact: row.contact(),
    channel: row.channel,
    consent: { version: row.consent_version, on: row.consent_on },
    declaredOn: row.declared_on,
    answerDue: row.state === 'declared' ? row.answer_due : null,
    answeredOn: row.answered_on,
    endedOn: row.ended_on,
    reason: row.reason,
    otherBranch: row.other_branch_id ? { id: row.other_branch_id, name: nameOf(row.other_branch_id) } : null,
    duties: await dutiesOf(deed, row.branch_id),
    may,
  }
}

/** No reason, no delay: what the branch's room holds about the person is gone with this deed (08, Retention; M7). */
export async function withdraw(deed: BranchDeed): Promise<void> {
  const hash = personHash(deed, deed.personId!)
  if ((await rowsOf(deed, hash)).length === 0) throw notFound('check-in')
  await forgetInHouse(deed, hash)
  await noteForgotten(deed, hash)
  // That somebody withdrew, and not who.
  await recordInBranch({ ...deed, personId: null }, { kind: 'branch.check-in.withdrawn' })
}
