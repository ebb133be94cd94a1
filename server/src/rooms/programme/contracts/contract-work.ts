import type { BodyOf } from '@ronghe/contract/operation.ts'
import type * as contracts from '@ronghe/contract/programme/contracts.ts'
import type { FastifyReply } from 'fastify'
import { idAt } from '../../../platform/codes.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, notFound, refused, unfit } from '../../../platform/http/problems.ts'
import type { Upload } from '../../../platform/http/upload.ts'
import { record } from '../../../platform/journal/record.ts'
import { smallestCount } from '../../../platform/privacy/suppression.ts'
import { actingPost, may } from '../acting-post.ts'
import { notifyPost, postsOfKind, today } from '../posts.ts'
import { keepFile, sendFile } from './contract-files.ts'
import { refuseInterested } from './contract-interest.ts'
import { actsForOrgan } from './contract-offers.ts'
import { takesFeedback } from './contract-page.ts'
import { addEvent, getProject, milestonesOf, takeStep, termsOf, type MilestoneRow, type ProjectRow } from './contract-rows.ts'

const mostFiles = 12

/** What the contractor says was reached; whoever prepared the project looks whether it was. */
export async function report(deed: Deed, milestoneId: string, words: string): Promise<string> {
  const { row, milestone } = await ownMilestone(deed, milestoneId)
  await changeMilestone(deed, milestoneId, { report: words, reported_on: today(deed), returned: null })
  await addEvent(deed, row.id, 'milestoneReported', actingPost(deed, 'programme.contracts.offer')!.id, milestone.what)
  await record(deed, { kind: 'programme.contract.milestone-reported', plain: { project: row.id, milestone: milestoneId } })
  await notifyPost(deed, row.prepared_post, { template: 'contract-reported', link: `/desk/contracts/${row.id}` })
  return row.id
}

export async function addMilestoneFile(deed: Deed, milestoneId: string, upload: Upload): Promise<{ id: string }> {
  const { row } = await ownMilestone(deed, milestoneId)
  const caption = (upload.fields['caption'] ?? '').trim().slice(0, 200)
  if (caption === '') throw unfit([{ path: 'caption', code: 'field-missing' }])
  const { count } = await deed.tx
    .selectFrom('contract_file')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('street_id', '=', deed.street.id)
    .where('milestone_id', '=', milestoneId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostFiles) throw refused('contract-files-enough', { params: { most: mostFiles } })
  const file = await keepFile(deed, upload, ['image', 'pdf'], { to: 'contract-milestone', id: milestoneId })
  const id = deed.id()
  await deed.tx
    .insertInto('contract_file')
    .values({ street_id: deed.street.id, id, project_id: row.id, milestone_id: milestoneId, file_id: file, caption, added_on: today(deed) })
    .execute()
  await record(deed, { kind: 'programme.contract.milestone-file', plain: { project: row.id, milestone: milestoneId, file } })
  return { id }
}

/** For the two sides of the contract, and nobody of another project. */
export async function sendMilestoneFile(deed: Deed, id: string, response: FastifyReply): Promise<void> {
  const file = await deed.tx
    .selectFrom('contract_file')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!file) throw notFound('file')
  const terms = await termsOf(deed, file.project_id)
  const works = may(deed, 'programme.contracts.prepare') || may(deed, 'programme.contracts.decide')
  if (!works && !(terms && may(deed, 'programme.contracts.offer') && actsForOrgan(deed, terms.organ_id))) throw notFound('file')
  await sendFile(deed, file.file_id, 'milestone', response)
}

export async function judge(
  deed: Deed,
  milestoneId: string,
  { confirmed, words }: BodyOf<typeof contracts.judgeMilestone>,
): Promise<string> {
  const { row, milestone } = await runningMilestone(deed, milestoneId)
  if (milestone.reported_on === null) throw refused('contract-nothing-reported')
  if (!confirmed && words === '') throw unfit([{ path: 'words', code: 'field-missing' }])
  await changeMilestone(
    deed,
    milestoneId,
    confirmed ? { confirmed_on: today(deed), returned: null } : { report: null, reported_on: null, returned: words },
  )
  const post = actingPost(deed, 'programme.contracts.prepare')!.id
  await addEvent(deed, row.id, confirmed ? 'milestoneConfirmed' : 'milestoneReturned', post, confirmed ? milestone.what : words)
  await record(deed, { kind: 'programme.contract.milestone-judged', plain: { project: row.id, milestone: milestoneId, confirmed } })
  return row.id
}

async function ownMilestone(deed: Deed, id: string): Promise<{ readonly row: ProjectRow; readonly milestone: MilestoneRow }> {
  const found = await runningMilestone(deed, id)
  const terms = await termsOf(deed, found.row.id)
  // Another organ's project is not there for this one (L7).
  if (!terms || !actsForOrgan(deed, terms.organ_id)) throw notFound('milestone')
  return found
}

async function runningMilestone(deed: Deed, id: string): Promise<{ readonly row: ProjectRow; readonly milestone: MilestoneRow }> {
  const milestone = await deed.tx
    .selectFrom('contract_milestone')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!milestone) throw notFound('milestone')
  const row = await getProject(deed, milestone.project_id, true)
  if (row.state !== 'running') throw refused('contract-not-running')
  if (milestone.confirmed_on) throw refused('contract-milestone-confirmed')
  return { row, milestone }
}

async function changeMilestone(
  deed: Deed,
  id: string,
  fields: { report?: string | null; reported_on?: string | null; confirmed_on?: string; returned?: string | null },
): Promise<void> {
  await deed.tx.updateTable('contract_milestone').set(fields).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}

/** From a phone without a session, or from a slip of paper: the same row, neither says who. */
export async function giveFeedback(
  deed: Deed,
  projectId: string,
  { helped, words }: BodyOf<typeof contracts.giveFeedback>,
  channel: 'phone' | 'paper',
): Promise<void> {
  const row = await getProject(deed, projectId)
  if (!takesFeedback(row, await milestonesOf(deed, projectId))) throw refused('contract-no-feedback-now')
  const id = idAt(Date.parse(`${today(deed)}T00:00:00Z`), deed.id())
  await deed.tx
    .insertInto('contract_feedback')
    .values({
      street_id: deed.street.id,
      id,
      project_id: projectId,
      helped,
      words_sealed: words === '' ? null : deed.platform.sealer.seal(feedbackPlace(deed, id), words),
      channel,
      on_day: today(deed),
    })
    .execute()
  await record(deed, { kind: 'programme.contract.feedback', plain: { project: projectId, channel }, withoutActor: true })
}

const feedbackPlace = (deed: Deed, row: string) => ({ street: deed.street.id, table: 'contract_feedback', column: 'words_sealed', row })

/** Mixed and without a day, once it is closed and enough people wrote something. */
export async function feedbackWords(deed: Deed, projectId: string): Promise<{ words: string[]; enough: boolean }> {
  const row = await getProject(deed, projectId)
  if (takesFeedback(row, await milestonesOf(deed, projectId))) return { words: [], enough: false }
  const rows = await deed.tx
    .selectFrom('contract_feedback')
    .select(['id', 'words_sealed'])
    .where('street_id', '=', deed.street.id)
    .where('project_id', '=', projectId)
    .where('words_sealed', 'is not', null)
    .execute()
  if (rows.length < smallestCount) return { words: [], enough: false }
  return {
    words: rows.map(({ id, words_sealed }) => deed.platform.sealer.open(feedbackPlace(deed, id), words_sealed!)).toSorted(),
    enough: true,
  }
}

/** When every milestone is confirmed, by somebody who did not prepare the project and is not tied to whoever did the work. */
export async function acceptWork(deed: Deed, personId: string, projectId: string, words: string): Promise<void> {
  const row = await getProject(deed, projectId, true)
  if (row.prepared_by === personId) throw forbidden('contract-own-preparation')
  await refuseInterested(deed, personId, row)
  if ((await milestonesOf(deed, projectId)).some(({ confirmed_on }) => confirmed_on === null)) throw refused('contract-milestones-open')
  const post = actingPost(deed, 'programme.contracts.decide')!.id
  await takeStep(deed, row, 'accept', { fields: { accepted_words: words, accepted_post: post, accepted_on: today(deed) }, post, words })
  for (const treasurer of await postsOfKind(deed, 'treasurer'))
    await notifyPost(deed, treasurer, { template: 'contract-accepted', link: `/desk/contracts/${projectId}` })
}
