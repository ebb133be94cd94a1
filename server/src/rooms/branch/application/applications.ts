import type { MyApplication, readMyApplication, startApplication } from '@ronghe/contract/branch/applications.ts'
import { lifeConsentTexts } from '@ronghe/contract/branch/life-consent-texts.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { dayOf, personHash, type BranchDeed } from '../../../platform/branch/branch-deed.ts'
import { recordInBranch } from '../../../platform/branch/branch-journal.ts'
import { forgetTurns } from '../../../platform/http/idempotency.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import type { Deed } from '../../../platform/deed.ts'
import { noteForgotten } from '../forgetting.ts'
import { branchNames, getBranchOrgan } from '../organs.ts'
import { applicantName, applicationPlace, sharedPart, withSteps, type Application, type ApplicationRow } from './application-rows.ts'
import { dayWrong, mayRemove, type Noter } from './step-rules.ts'

/** Kept by the applicant (M8): which step, which day, who noted it. Nothing here says what was talked about or found. */
export async function mine(deed: BranchDeed): Promise<ReplyOf<typeof readMyApplication>> {
  const row = await myRow(deed)
  return { application: row ? await toMine(deed, row) : null }
}

export async function start(
  deed: BranchDeed,
  { branchId, name, handedInOn, consent }: BodyOf<typeof startApplication>,
): Promise<MyApplication> {
  if (consent !== lifeConsentTexts.application.version) throw refused('branch-consent-old')
  await requireTaking(deed, branchId)
  if (await myRow(deed)) throw refused('branch-application-there')
  const id = await enter(deed, { branchId, name, handedInOn, personId: deed.personId, consentOn: dayOf(deed) })
  await recordInBranch(deed, { kind: 'branch.application.started', about: deed.personId, plain: { application: id } })
  return toMine(deed, (await myRow(deed))!)
}

export interface Entering {
  readonly branchId: string
  readonly personId: string | null
  readonly name: string
  readonly handedInOn: string
  readonly consentOn: string
}

export async function enter(deed: BranchDeed, { branchId, personId, name, handedInOn, consentOn }: Entering): Promise<string> {
  if (handedInOn > dayOf(deed)) throw unfit([{ path: 'handedInOn', code: 'branch-step-to-come' }])
  const id = deed.id()
  await deed.tx
    .insertInto('application')
    .values({
      street_id: deed.street.id,
      id,
      branch_id: branchId,
      person_hash: personId ? personHash(deed, personId) : null,
      person_sealed: personId ? deed.sealer.seal(applicationPlace(deed, 'person_sealed', id), personId) : null,
      name_sealed: deed.sealer.seal(applicationPlace(deed, 'name_sealed', id), name),
      channel: personId ? 'phone' : 'paper',
      consent_version: lifeConsentTexts.application.version,
      consent_on: consentOn,
    })
    .execute()
  await deed.tx
    .insertInto('application_step')
    .values({
      street_id: deed.street.id,
      application_id: id,
      step: 1,
      day: handedInOn,
      noted_by: personId ? 'applicant' : 'branch',
      noted_on: dayOf(deed),
    })
    .execute()
  return id
}

/** A branch that somebody has taken up; without one there is nobody who could go along. */
export async function requireTaking(deed: BranchDeed, branchId: string): Promise<void> {
  await getBranchOrgan(deed, branchId)
  const row = await deed.tx
    .selectFrom('branch')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', branchId)
    .executeTakeFirst()
  if (!row) throw refused('branch-closed')
}

export async function noteMine(deed: BranchDeed, step: number, day: string): Promise<MyApplication> {
  const row = await getMine(deed)
  await note(deed, await withSteps(deed, row), step, day, 'applicant')
  await recordInBranch(deed, { kind: 'branch.application.noted', about: deed.personId, plain: { application: row.id, by: 'applicant' } })
  return toMine(deed, row)
}

/** Refuses a day that does not fit between the steps around it; a step noted again takes the new day and whoever noted it last. */
export async function note(deed: BranchDeed, { row, tracker }: Application, step: number, day: string, by: Noter): Promise<void> {
  const wrong = dayWrong(tracker, step, day, dayOf(deed))
  if (wrong) throw unfit([{ path: 'day', code: `branch-step-${wrong}` }])
  await deed.tx
    .insertInto('application_step')
    .values({ street_id: deed.street.id, application_id: row.id, step, day, noted_by: by, noted_on: dayOf(deed) })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'application_id', 'step']).doUpdateSet({ day, noted_by: by, noted_on: dayOf(deed) }),
    )
    .execute()
}

export async function removeMine(deed: BranchDeed, step: number): Promise<MyApplication> {
  const row = await getMine(deed)
  await remove(deed, await withSteps(deed, row), step)
  await recordInBranch(deed, { kind: 'branch.application.removed', about: deed.personId, plain: { application: row.id, by: 'applicant' } })
  return toMine(deed, row)
}

async function remove(deed: BranchDeed, { row, tracker }: Application, step: number): Promise<void> {
  if (!mayRemove(tracker, step)) throw refused('branch-step-not-yours')
  await deed.tx
    .deleteFrom('application_step')
    .where('street_id', '=', deed.street.id)
    .where('application_id', '=', row.id)
    .where('step', '=', step)
    .execute()
}

/** No reason, and nothing left: the tracker, its steps, and the replies kept for a repeated request. */
export async function stop(deed: BranchDeed): Promise<void> {
  const row = await getMine(deed)
  await deed.tx.deleteFrom('application').where('street_id', '=', deed.street.id).where('id', '=', row.id).execute()
  await forgetTurns({ tx: deed.tx as unknown as Deed['tx'], street: deed.street }, row.person_hash!.toString('hex')) // the same table, in this schema
  await recordInBranch({ ...deed, personId: null }, { kind: 'branch.application.stopped' })
  await noteForgotten(deed, row.id)
}

async function getMine(deed: BranchDeed): Promise<ApplicationRow> {
  const row = await myRow(deed)
  if (!row) throw notFound('branch-application')
  return row
}

const myRow = (deed: BranchDeed): Promise<ApplicationRow | undefined> =>
  deed.tx
    .selectFrom('application')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_hash', '=', personHash(deed, deed.personId!))
    .executeTakeFirst()

async function toMine(deed: BranchDeed, row: ApplicationRow): Promise<MyApplication> {
  const application = await withSteps(deed, row)
  return {
    ...sharedPart(application, 'applicant'),
    branch: { id: row.branch_id, name: (await branchNames(deed))(row.branch_id) },
    floating: application.tracker.floating,
    name: applicantName(deed, row),
    consent: { version: row.consent_version, on: row.consent_on },
  }
}
