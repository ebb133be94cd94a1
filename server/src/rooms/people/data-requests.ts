import type { BodyOf, QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { answerDataRequest, askDataRequest, listDataRequests } from '@ronghe/contract/people/data-requests.ts'
import type { Selectable } from 'kysely'
import type { PersonActor } from '../../platform/auth/actor.ts'
import { addDays, dayIn } from '../../platform/calendar/working-days.ts'
import type { DataRequestTable } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { forbidden, notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { setting } from '../../platform/settings/settings.ts'
import { findPersons } from './persons.ts'

type Request = ReplyOf<typeof askDataRequest>

const place = (deed: Deed, row: string, column: 'words_sealed' | 'answer_sealed') => ({
  street: deed.street.id,
  table: 'data_request',
  column,
  row,
})

export async function ask(deed: Deed, personId: string, { kind, words }: BodyOf<typeof askDataRequest>): Promise<Request> {
  const id = deed.id()
  const { dataRequestCalendarDays } = await setting(deed, 'clocks')
  const row = await deed.tx
    .insertInto('data_request')
    .values({
      street_id: deed.street.id,
      id,
      person_id: personId,
      kind,
      words_sealed: deed.platform.sealer.seal(place(deed, id, 'words_sealed'), words),
      state: 'open',
      created_at: deed.now,
      due_on: addDays(dayIn(deed.street.zone, deed.now), dataRequestCalendarDays),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(deed, { kind: 'people.data-request.asked', about: personId, plain: { kind } })
  return toRequest(deed, row)
}

export async function dataRequestsOf(deed: Deed, personId: string): Promise<Request[]> {
  const rows = await deed.tx
    .selectFrom('data_request')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => toRequest(deed, row))
}

/** Due first, for whoever holds the post that answers. */
export async function queue(
  deed: Deed,
  { limit, after, state }: QueryOf<typeof listDataRequests>,
): Promise<ReplyOf<typeof listDataRequests>> {
  let query = deed.tx
    .selectFrom('data_request')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', '=', state)
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit + 1)
  const [day, id] = readCursor(after, 2) ?? []
  if (day && id) query = query.where(({ eb, or, and }) => or([eb('due_on', '>', day), and([eb('due_on', '=', day), eb('id', '>', id)])]))
  const rows = await query.execute()
  const people = new Map(
    (
      await findPersons(
        deed,
        rows.map((row) => row.person_id),
      )
    ).map((person) => [person.id, person]),
  )
  const page = pageFrom(
    rows,
    limit,
    (row) => toCursor(row.due_on, row.id),
    (row) => ({
      ...toRequest(deed, row),
      personId: row.person_id,
      name: people.get(row.person_id)?.name ?? '',
      may: row.state === 'open' ? ['people.data-requests.answer'] : [],
    }),
  )
  await recordAccess(
    deed,
    page.items.map((item) => ({
      personId: item.personId,
      purpose: 'dataRequest',
      subject: { kind: 'data-request', id: item.id },
      permission: 'people.data-requests' as const,
    })),
  )
  return page
}

export async function answer(
  deed: Deed,
  actor: PersonActor,
  requestId: string,
  { done, words }: BodyOf<typeof answerDataRequest>,
): Promise<Request> {
  const row = await deed.tx
    .selectFrom('data_request')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', requestId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('data-request')
  if (row.state !== 'open') throw refused('data-request-answered')
  if (row.person_id === actor.personId) throw forbidden('data-request-own')
  const change = {
    state: done ? ('done' as const) : ('refused' as const),
    answer_sealed: deed.platform.sealer.seal(place(deed, requestId, 'answer_sealed'), words),
    answered_by: actor.personId,
    answered_at: deed.now,
  }
  await deed.tx.updateTable('data_request').set(change).where('street_id', '=', deed.street.id).where('id', '=', requestId).execute()
  await recordAccess(deed, {
    personId: row.person_id,
    purpose: 'dataRequest',
    subject: { kind: 'data-request', id: requestId },
    permission: 'people.data-requests',
  })
  await record(deed, { kind: 'people.data-request.answered', about: row.person_id, plain: { request: requestId, done } })
  await notify(deed, row.person_id, { template: 'data-request', link: '/me/data' })
  return toRequest(deed, { ...row, ...change })
}

const toRequest = (deed: Deed, row: Selectable<DataRequestTable>): Request => ({
  id: row.id,
  kind: row.kind,
  words: deed.platform.sealer.open(place(deed, row.id, 'words_sealed'), row.words_sealed),
  state: row.state,
  answer: row.answer_sealed ? deed.platform.sealer.open(place(deed, row.id, 'answer_sealed'), row.answer_sealed) : null,
  createdAt: row.created_at.toISOString(),
  dueOn: row.due_on,
  answeredAt: row.answered_at?.toISOString() ?? null,
  may: [],
})
