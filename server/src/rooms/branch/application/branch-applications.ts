import type {
  BranchApplication,
  enterPaperApplication,
  handOverApplication,
  listApplications,
} from '@ronghe/contract/branch/applications.ts'
import { lifeConsentTexts } from '@ronghe/contract/branch/life-consent-texts.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { dayOf, type BranchDeed } from '../../../platform/branch/branch-deed.ts'
import { recordInBranch } from '../../../platform/branch/branch-journal.ts'
import { claimCode } from '../../../platform/codes.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { noteForgotten } from '../forgetting.ts'
import { tell } from '../messages.ts'
import { requireOffice } from '../offices-held.ts'
import {
  applicantName,
  applicationPlace,
  isFloating,
  sharedPart,
  withSteps,
  type Application,
  type ApplicationRow,
} from './application-rows.ts'
import { enter, note, requireTaking } from './applications.ts'
import { mayHandOver, mayNote } from './step-rules.ts'

export async function list(deed: BranchDeed, branchId: string): Promise<ReplyOf<typeof listApplications>> {
  await requireOffice(deed, branchId)
  const rows = await deed.tx
    .selectFrom('application')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .orderBy('id')
    .limit(200)
    .execute()
  const items: BranchApplication[] = []
  for (const row of rows) items.push(toCovered(await withSteps(deed, row)))
  return { items, floating: await isFloating(deed, branchId) }
}

function toCovered(application: Application): BranchApplication {
  return {
    ...sharedPart(application, 'branch'),
    may: [
      ...(mayHandOver(application.tracker) ? (['handOver'] as const) : []),
      ...(application.row.channel === 'paper' ? (['deletePaper'] as const) : []),
    ],
  }
}

/** The look is kept by office and day, where the applicant sees it. */
export async function reveal(deed: BranchDeed, branchId: string, id: string): Promise<{ name: string }> {
  const office = await requireOffice(deed, branchId)
  const row = await getRow(deed, branchId, id)
  const personId = personOf(deed, row)
  if (row.person_hash && personId !== deed.personId)
    await deed.tx
      .insertInto('access_log')
      .values({
        street_id: deed.street.id,
        id: deed.id(),
        branch_id: branchId,
        person_hash: row.person_hash,
        office: office.kind,
        purpose: 'application',
        day: dayOf(deed),
      })
      .execute()
  await recordInBranch(deed, { kind: 'branch.data.read', about: personId, plain: { purpose: 'application' } })
  return { name: applicantName(deed, row) }
}

export async function enterPaper(
  deed: BranchDeed,
  branchId: string,
  body: BodyOf<typeof enterPaperApplication>,
): Promise<BranchApplication> {
  await requireOffice(deed, branchId)
  if (body.consent !== lifeConsentTexts.application.version) throw refused('branch-consent-old')
  await requireTaking(deed, branchId)
  const id = await enter(deed, { branchId, personId: null, name: body.name, handedInOn: body.handedInOn, consentOn: body.handedInOn })
  await recordInBranch(deed, { kind: 'branch.application.started', plain: { application: id, channel: 'paper' } })
  return toCovered(await withSteps(deed, await getRow(deed, branchId, id)))
}

export async function noteStep(deed: BranchDeed, branchId: string, id: string, step: number, day: string): Promise<BranchApplication> {
  await requireOffice(deed, branchId)
  const row = await getRow(deed, branchId, id)
  const application = await withSteps(deed, row)
  if (!mayNote(application.tracker, step, 'branch')) throw refused('branch-step-not-yours')
  // What the applicant noted themself is theirs to change.
  if (application.tracker.noted.get(step)?.by === 'applicant') throw refused('branch-step-not-yours')
  await note(deed, application, step, day, 'branch')
  await recordInBranch(deed, { kind: 'branch.application.noted', about: personOf(deed, row), plain: { application: id, by: 'branch' } })
  return toCovered(await withSteps(deed, row))
}

/** To the formal branch, on paper: the receipt's number stands on the sheet that goes with it. From then on only the applicant notes. */
export async function handOver(
  deed: BranchDeed,
  branchId: string,
  id: string,
  { to, on }: BodyOf<typeof handOverApplication>,
): Promise<BranchApplication> {
  await requireOffice(deed, branchId)
  const row = await getRow(deed, branchId, id)
  const { tracker } = await withSteps(deed, row)
  if (!mayHandOver(tracker)) throw refused('branch-handed-over')
  const lastNoted = [...tracker.noted.values()]
    .map(({ day }) => day)
    .toSorted()
    .at(-1)
  if (on > dayOf(deed) || (lastNoted && on < lastNoted))
    throw unfit([{ path: 'on', code: on > dayOf(deed) ? 'branch-step-to-come' : 'branch-step-before-earlier' }])
  const next = await deed.tx
    .updateTable('application')
    .set({ handed_over_on: on, handed_to: to, receipt: claimCode() })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .where('handed_over_on', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!next) throw refused('branch-handed-over')
  const personId = personOf(deed, row)
  await recordInBranch(deed, { kind: 'branch.application.handed-over', about: personId, plain: { application: id } })
  if (personId && personId !== deed.personId) await tell(deed, personId, 'branch-application-handed-over')
  return toCovered(await withSteps(deed, next))
}

export async function deletePaper(deed: BranchDeed, branchId: string, id: string): Promise<void> {
  await requireOffice(deed, branchId)
  const row = await getRow(deed, branchId, id)
  if (row.channel !== 'paper') throw refused('branch-applicant-only')
  await deed.tx.deleteFrom('application').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  await recordInBranch(deed, { kind: 'branch.application.stopped', plain: { channel: 'paper' } })
  await noteForgotten(deed, id)
}

const personOf = (deed: BranchDeed, { id, person_sealed }: ApplicationRow): string | null =>
  person_sealed && deed.sealer.open(applicationPlace(deed, 'person_sealed', id), person_sealed)

async function getRow(deed: BranchDeed, branchId: string, id: string): Promise<ApplicationRow> {
  const row = await deed.tx
    .selectFrom('application')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('branch-application')
  return row
}
