import type { MeetingRequest } from '@ronghe/contract/council/meeting-polls.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { findPersons } from '../people/persons.ts'
import { tellPosts } from './council-posts.ts'
import { cited, parametersOf } from './charter.ts'
import { actingDelegate, delegatesInOffice, heldIn } from './delegates.ts'
import { shareOf } from './quorum.ts'

type RequestRow = Selectable<Tables['meeting_request']>

/** Asking is backing it, too. */
export async function requestMeeting(deed: Deed, councilId: string, reason: string): Promise<MeetingRequest> {
  const delegate = await actingDelegate(deed, councilId)
  const open = await deed.tx
    .selectFrom('meeting_request')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('meeting_id', 'is', null)
    .where('created_at', '>', yearBefore(deed.now))
    .executeTakeFirst()
  if (open) throw refused('meeting-request-open', await cited(deed, councilId, 'meetings', { instead: 'meeting-request-open-instead' }))
  const id = deed.id()
  await deed.tx
    .insertInto('meeting_request')
    .values({ street_id: deed.street.id, id, council_id: councilId, reason, created_at: deed.now })
    .execute()
  await record(deed, { kind: 'council.meeting-request.asked', about: delegate.personId, plain: { request: id } })
  return back(deed, id, councilId, delegate.personId)
}

export async function backMeetingRequest(deed: Deed, requestId: string): Promise<MeetingRequest> {
  const row = await lockRequest(deed, requestId)
  const { personId } = await actingDelegate(deed, row.council_id)
  if (row.meeting_id) throw refused('meeting-request-granted', await cited(deed, row.council_id, 'meetings'))
  return back(deed, requestId, row.council_id, personId)
}

async function back(deed: Deed, requestId: string, councilId: string, personId: string): Promise<MeetingRequest> {
  await deed.tx
    .insertInto('meeting_request_backer')
    .values({ street_id: deed.street.id, request_id: requestId, person_id: personId, backed_at: deed.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await record(deed, { kind: 'council.meeting-request.backed', about: personId, plain: { request: requestId } })
  const request = await toRequest(deed, await lockRequest(deed, requestId))
  if (request.backers.length < request.needed || request.reachedAt) return request
  await deed.tx
    .updateTable('meeting_request')
    .set({ reached_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', requestId)
    .execute()
  // From here on it must be planned; the clerk and the chair are told at once.
  await tellPosts(deed, councilId, ['councilClerk', 'chair'], { template: 'meeting-request-reached', link: '/desk/council/meetings' })
  return toRequest(deed, await lockRequest(deed, requestId))
}

export async function listMeetingRequests(deed: Deed, councilId: string): Promise<{ items: MeetingRequest[] }> {
  const rows = await deed.tx
    .selectFrom('meeting_request')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('created_at', '>', yearBefore(deed.now))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  const items: MeetingRequest[] = []
  for (const row of rows) items.push(await toRequest(deed, row))
  return { items }
}

async function lockRequest(deed: Deed, id: string): Promise<RequestRow> {
  const row = await deed.tx
    .selectFrom('meeting_request')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('meeting-request')
  return row
}

/** Only who is in office counts, on the day the request is looked at. */
async function toRequest(deed: Deed, row: RequestRow): Promise<MeetingRequest> {
  const delegates = await delegatesInOffice(deed, row.council_id)
  const { meetings } = await parametersOf(deed, row.council_id)
  const backers = await deed.tx
    .selectFrom('meeting_request_backer')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('request_id', '=', row.id)
    .orderBy('backed_at')
    .orderBy('person_id')
    .execute()
  const inOffice = new Set(delegates.map(({ personId }) => personId))
  const counted = backers.map(({ person_id }) => person_id).filter((id) => row.reached_at !== null || inOffice.has(id))
  const names = new Map((await findPersons(deed, counted)).map(({ id, name }) => [id, name]))
  const me = deed.actor.kind === 'person' ? deed.actor.personId : ''
  return {
    id: row.id,
    reason: row.reason,
    createdAt: row.created_at.toISOString(),
    backers: counted.map((id) => names.get(id) ?? ''),
    needed: shareOf(meetings.extraordinaryShare, delegates.length),
    reachedAt: row.reached_at?.toISOString() ?? null,
    meetingId: row.meeting_id,
    may: [
      ...(inOffice.has(me) && !counted.includes(me) && !row.meeting_id ? (['back'] as const) : []),
      ...(heldIn(deed, row.council_id, 'councilClerk') && row.reached_at && !row.meeting_id ? (['plan'] as const) : []),
    ],
  }
}

function yearBefore(now: Date): Date {
  const then = new Date(now)
  then.setUTCFullYear(then.getUTCFullYear() - 1)
  return then
}
