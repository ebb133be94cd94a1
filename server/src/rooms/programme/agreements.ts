import type { AgreementCard, AgreementEventKind, AgreementPage } from '@ronghe/contract/programme/agreements.ts'
import type { Selectable } from 'kysely'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { may } from './acting-post.ts'
import { isOffered, stepsFrom } from './agreement-lifecycle.ts'
import { usesOf } from './agreement-uses.ts'
import { postNames, today } from './posts.ts'

export type AgreementRow = Selectable<Tables['agreement']>

const offered = (row: AgreementRow, day: string): boolean =>
  isOffered({ state: row.state, startsOn: row.starts_on, endsOn: row.ends_on }, day)
const rowsOf = (deed: Deed) => deed.tx.selectFrom('agreement').selectAll().where('street_id', '=', deed.street.id)

export async function listAgreements(deed: Deed, subject?: AgreementCard['subject']): Promise<{ items: AgreementCard[] }> {
  const rows = await rowsOf(deed)
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject!))
    .orderBy('id', 'desc')
    .execute()
  const day = today(deed)
  const cards = rows.map((row) => toCard(row, day))
  return { items: [...cards.filter(({ inForce }) => inForce), ...cards.filter(({ inForce }) => !inForce)] }
}

const toCard = (row: AgreementRow, day: string): AgreementCard => ({
  id: row.id,
  key: row.key,
  title: row.title,
  counterpart: row.counterpart,
  subject: row.subject as AgreementCard['subject'],
  state: row.state,
  inForce: offered(row, day),
  startsOn: row.starts_on,
  endsOn: row.ends_on,
})

export async function getAgreement(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<AgreementRow> {
  const query = rowsOf(deed).where('id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw notFound('agreement')
  return row
}

export async function readAgreement(deed: Deed, id: string): Promise<AgreementPage> {
  const { tx, street } = deed
  const row = await getAgreement(deed, id)
  const day = today(deed)
  const matters = await tx
    .selectFrom('agreement_matter')
    .selectAll()
    .where('street_id', '=', street.id)
    .where('agreement_id', '=', id)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  const events = await tx
    .selectFrom('agreement_event')
    .selectAll()
    .where('street_id', '=', street.id)
    .where('agreement_id', '=', id)
    .orderBy('id')
    .execute()
  const names = await postNames(deed, [row.owner_post, ...matters.map(({ owner_post }) => owner_post)])
  const edits = may(deed, 'programme.agreements.edit')
  const live = row.state !== 'ended' && row.state !== 'renewed'
  return {
    ...toCard(row, day),
    terms: row.terms,
    today: row.today,
    instead: row.instead,
    owner: names.get(row.owner_post)!.post,
    ownerPostId: row.owner_post,
    signedOn: row.signed_on,
    matters: matters.map((matter) => ({
      id: matter.id,
      what: matter.what,
      owner: names.get(matter.owner_post)!.post,
      dueOn: matter.due_on,
      overdue: matter.settled_on === null && matter.due_on < day,
      settledOn: matter.settled_on,
      outcome: matter.outcome,
      may: edits && matter.settled_on === null ? ['settle'] : [],
    })),
    history: events.map(({ kind, at, note }) => ({ kind: kind as AgreementEventKind, onDay: dayOf(deed, at), note })),
    uses: await usesOf(deed, id),
    may: edits ? [...stepsFrom(row.state), ...(live ? (['edit', 'addMatter'] as const) : [])] : [],
  }
}

const dayOf = ({ street }: Deed, at: Date): string => dayIn(street.zone, at)
