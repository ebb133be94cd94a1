import type { CallCriterion, ContractAct } from '@ronghe/contract/programme/contracts.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable, Updateable } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import type { JointItem } from '../joint-items.ts'
import { today } from '../posts.ts'
import { stepProject } from './contract-lifecycle.ts'

export type ProjectRow = Selectable<Tables['contract_project']>
export type OfferRow = Selectable<Tables['contract_offer']>
export type TermsRow = Selectable<Tables['project_contract']>
export type MilestoneRow = Selectable<Tables['contract_milestone']>

export const projectsOf = (deed: Deed) => deed.tx.selectFrom('contract_project').selectAll().where('street_id', '=', deed.street.id)

export async function getProject(deed: Deed, id: string, lock = false): Promise<ProjectRow> {
  const row = await projectsOf(deed)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw notFound('contract')
  return row
}

/** As it is printed: S2026-03. */
export const printedNumber = ({ year, number }: Pick<ProjectRow, 'year' | 'number'>): string =>
  `S${year}-${String(number).padStart(2, '0')}`

/** The project among the things organs do together (M2). */
export const jointItem = (id: string, title: Text, on: string): JointItem => ({
  kind: 'contract',
  thingId: id,
  title,
  link: `/contracts/${id}`,
  on,
})

/** Takes a step of the lifecycle with what changes beside it, and keeps it in the public history. */
export async function takeStep(
  deed: Deed,
  row: ProjectRow,
  act: ContractAct,
  {
    fields = {},
    post,
    words = '',
  }: { readonly fields?: Updateable<Tables['contract_project']>; readonly post: string | null; readonly words?: string },
): Promise<void> {
  const step = stepProject(row.state, act)
  if (step.kind === 'refused') throw refused(step.rule)
  await changeProject(deed, row.id, { ...fields, state: step.state })
  await addEvent(deed, row.id, act, post, words)
  await record(deed, { kind: `programme.contract.${act}`, plain: { project: row.id } })
}

export async function changeProject(deed: Deed, id: string, fields: Updateable<Tables['contract_project']>): Promise<void> {
  await deed.tx.updateTable('contract_project').set(fields).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}

export async function addEvent(deed: Deed, projectId: string, kind: string, post: string | null, words = ''): Promise<void> {
  const last = await deed.tx
    .selectFrom('contract_event')
    .select(({ fn }) => fn.max<number | null>('seq').as('seq'))
    .where('street_id', '=', deed.street.id)
    .where('project_id', '=', projectId)
    .executeTakeFirst()
  await deed.tx
    .insertInto('contract_event')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      project_id: projectId,
      seq: (last?.seq ?? 0) + 1,
      kind,
      by_post: post,
      words,
      on_day: today(deed),
    })
    .execute()
}

export const criteriaOf = ({ criteria }: ProjectRow): readonly CallCriterion[] => (criteria as readonly CallCriterion[] | null) ?? []

export interface OfferWords {
  readonly cents: number
  readonly plan: string
}
const offerPlace = (deed: Deed, row: string) => ({ street: deed.street.id, table: 'contract_offer', column: 'offer_sealed', row })
export const sealOffer = (deed: Deed, id: string, words: OfferWords): Buffer =>
  deed.platform.sealer.seal(offerPlace(deed, id), JSON.stringify(words))
export const openOffer = (deed: Deed, row: OfferRow): OfferWords =>
  JSON.parse(deed.platform.sealer.open(offerPlace(deed, row.id), row.offer_sealed)) as OfferWords // as `sealOffer` wrote it

/** Offers that stand: not taken back. */
export const offersOf = (deed: Deed, projectIds: readonly string[]): Promise<OfferRow[]> =>
  projectIds.length === 0
    ? Promise.resolve([])
    : deed.tx
        .selectFrom('contract_offer')
        .selectAll()
        .where('street_id', '=', deed.street.id)
        .where('project_id', 'in', [...projectIds])
        .where('withdrawn_at', 'is', null)
        .orderBy('id')
        .execute()

export const termsOf = (deed: Deed, projectId: string): Promise<TermsRow | undefined> =>
  deed.tx
    .selectFrom('project_contract')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('project_id', '=', projectId)
    .executeTakeFirst()

export const milestonesOf = (deed: Deed, projectId: string): Promise<MilestoneRow[]> =>
  deed.tx
    .selectFrom('contract_milestone')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('project_id', '=', projectId)
    .orderBy('position')
    .execute()

export const paymentsOf = (deed: Deed, projectId: string) =>
  deed.tx
    .selectFrom('contract_payment')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('project_id', '=', projectId)
    .orderBy('id')
    .execute()
