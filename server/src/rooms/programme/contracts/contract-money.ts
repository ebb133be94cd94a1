import type { BodyOf } from '@ronghe/contract/operation.ts'
import type * as contracts from '@ronghe/contract/programme/contracts.ts'
import type { Deed } from '../../../platform/deed.ts'
import { refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { actingPost } from '../acting-post.ts'
import { today } from '../posts.ts'
import { restOf } from './contract-limits.ts'
import { addEvent, getProject, paymentsOf, takeStep, termsOf } from './contract-rows.ts'

const treasurer = (deed: Deed): string => actingPost(deed, 'programme.contracts.pay')!.id

/** A payment has its document, and all of them together never exceed the contract. The row is locked, so that two at once cannot either. */
export async function pay(deed: Deed, projectId: string, { cents, document, paidOn }: BodyOf<typeof contracts.payContract>): Promise<void> {
  const row = await getProject(deed, projectId, true)
  if (row.state !== 'running' && row.state !== 'accepted') throw refused('contract-nothing-to-pay')
  const terms = (await termsOf(deed, projectId))!
  const payments = await paymentsOf(deed, projectId)
  const rest = restOf(
    terms.cents,
    payments.map((payment) => payment.cents),
  )
  const faults = [
    ...(cents > rest ? [{ path: 'cents', code: 'contract-overpaid', params: { rest: (rest / 100).toFixed(2) } }] : []),
    ...(payments.some((payment) => payment.document === document) ? [{ path: 'document', code: 'contract-document-used' }] : []),
    ...(paidOn > today(deed) ? [{ path: 'paidOn', code: 'day-to-come' }] : []),
    ...(paidOn < terms.signed_on ? [{ path: 'paidOn', code: 'contract-paid-early' }] : []),
  ]
  if (faults.length > 0) throw unfit(faults)
  const id = deed.id()
  await deed.tx
    .insertInto('contract_payment')
    .values({ street_id: deed.street.id, id, project_id: projectId, cents, document, paid_on: paidOn, by_post: treasurer(deed) })
    .execute()
  await addEvent(deed, projectId, 'payment', treasurer(deed), document)
  await record(deed, { kind: 'programme.contract.payment', plain: { project: projectId, payment: id, cents } })
}

/** Nothing is owed any more. What stays unpaid is said with its reason. */
export async function settle(deed: Deed, projectId: string, reason: string): Promise<void> {
  const row = await getProject(deed, projectId, true)
  const terms = await termsOf(deed, projectId)
  const paid = (await paymentsOf(deed, projectId)).map(({ cents }) => cents)
  if (terms && restOf(terms.cents, paid) > 0 && reason === '') throw unfit([{ path: 'reason', code: 'contract-rest-reason' }])
  await takeStep(deed, row, 'settle', { post: treasurer(deed), words: reason })
}

/** Half-way while it runs, and once more at the end, which closes the project. */
export async function evaluate(
  deed: Deed,
  projectId: string,
  { kind, reached, words }: BodyOf<typeof contracts.evaluateContract>,
): Promise<void> {
  const row = await getProject(deed, projectId, true)
  const post = actingPost(deed, 'programme.contracts.prepare')!.id
  if (kind === 'mid' && row.state !== 'running') throw refused('contract-not-running')
  const before = await deed.tx
    .selectFrom('contract_evaluation')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('project_id', '=', projectId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (before) throw refused('contract-evaluated-already')
  if (kind === 'final') await takeStep(deed, row, 'evaluate', { fields: { ended_on: today(deed) }, post })
  else await addEvent(deed, projectId, 'evaluatedMid', post)
  await deed.tx
    .insertInto('contract_evaluation')
    .values({ street_id: deed.street.id, id: deed.id(), project_id: projectId, kind, reached, words, by_post: post, on_day: today(deed) })
    .execute()
  await record(deed, { kind: 'programme.contract.evaluation', plain: { project: projectId, evaluation: kind, reached } })
}
