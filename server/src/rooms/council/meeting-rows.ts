import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { Interpreting, MeetingCard, MeetingKind, MeetingState } from '@ronghe/contract/council/meetings.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { cited } from './charter.ts'
import { stepMeeting, type MeetingMove } from './meeting-lifecycle.ts'
import { delegatesInOffice, heldIn } from './delegates.ts'

export interface Meeting {
  readonly id: string
  readonly councilId: string
  readonly number: number | null
  readonly kind: MeetingKind
  readonly state: MeetingState
  readonly startsAt: Date
  readonly endsAt: Date
  readonly place: string
  readonly childcare: boolean
  readonly interpreters: readonly Interpreting[]
  readonly requestId: string | null
  readonly notifiedAt: Date | null
  readonly sequence: number
  readonly changedAt: Date
  readonly cancelledBecause: string | null
}

/** Meetings with their planning; one that came into being without any has neither childcare nor interpreters. */
export const meetingRows = (deed: Deed) =>
  deed.tx
    .selectFrom('meeting')
    .leftJoin('meeting_plan as plan', (join) =>
      join.onRef('plan.street_id', '=', 'meeting.street_id').onRef('plan.meeting_id', '=', 'meeting.id'),
    )
    .select([
      'meeting.id',
      'meeting.council_id',
      'meeting.number',
      'meeting.kind',
      'meeting.state',
      'meeting.starts_at',
      'meeting.ends_at',
      'meeting.place',
      'meeting.created_at',
      'plan.childcare',
      'plan.interpreters',
      'plan.request_id',
      'plan.notified_at',
      'plan.sequence',
      'plan.changed_at',
      'plan.cancelled_because',
    ])
    .where('meeting.street_id', '=', deed.street.id)

type Row = Awaited<ReturnType<ReturnType<typeof meetingRows>['execute']>>[number]

export const toMeeting = (row: Row): Meeting => ({
  id: row.id,
  councilId: row.council_id,
  number: row.number,
  kind: row.kind as MeetingKind,
  state: row.state as MeetingState,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  place: row.place,
  childcare: row.childcare ?? false,
  interpreters: (row.interpreters ?? []) as Interpreting[],
  requestId: row.request_id,
  notifiedAt: row.notified_at,
  sequence: row.sequence ?? 0,
  changedAt: row.changed_at ?? row.created_at,
  cancelledBecause: row.cancelled_because,
})

export const toCard = (meeting: Meeting): MeetingCard => ({
  id: meeting.id,
  councilId: meeting.councilId,
  number: meeting.number,
  kind: meeting.kind,
  state: meeting.state,
  startsAt: meeting.startsAt.toISOString(),
  endsAt: meeting.endsAt.toISOString(),
  place: meeting.place,
  cancelledBecause: meeting.cancelledBecause,
})

export async function findMeeting(deed: Deed, id: string): Promise<Meeting | undefined> {
  const row = await meetingRows(deed).where('meeting.id', '=', id).executeTakeFirst()
  return row && toMeeting(row)
}

export async function getMeeting(deed: Deed, id: string): Promise<Meeting> {
  const meeting = await findMeeting(deed, id)
  if (!meeting) throw notFound('meeting')
  return meeting
}

/** For a step: nobody else moves it meanwhile. */
export async function lockMeeting(deed: Deed, id: string): Promise<Meeting> {
  await deed.tx.selectFrom('meeting').select('id').where('street_id', '=', deed.street.id).where('id', '=', id).forUpdate().execute()
  return getMeeting(deed, id)
}

/** What is only being planned, and practice, is for the council's own people. */
export async function meetingShown(deed: Deed, id: string): Promise<Meeting> {
  const meeting = await getMeeting(deed, id)
  if (isPublic(meeting) || (await belongs(deed, meeting.councilId))) return meeting
  throw notFound('meeting')
}

/** Signing in begins an hour before and ends with the meeting. */
export const signsIn = ({ now }: Pick<Deed, 'now'>, { state, startsAt }: Pick<Meeting, 'state' | 'startsAt'>): boolean =>
  state === 'open' || (state === 'notified' && now.getTime() >= startsAt.getTime() - 3_600_000)

export const isPublic = ({ kind, state }: Pick<Meeting, 'kind' | 'state'>): boolean => kind !== 'practice' && state !== 'planned'

/** A delegate in office, or the clerk. */
export async function belongs(deed: Deed, councilId: string): Promise<boolean> {
  if (deed.actor.kind !== 'person' || deed.actor.session === 'empty') return false
  return heldIn(deed, councilId, 'councilClerk') !== undefined || (await seatOf(deed, councilId, deed.actor.personId)) !== undefined
}

export async function seatOf(deed: Deed, councilId: string, personId: string): Promise<{ bench: Bench | null } | undefined> {
  return (await delegatesInOffice(deed, councilId)).find((delegate) => delegate.personId === personId)
}

/** Moves the meeting, or refuses what its state does not allow. */
export async function moveMeeting(deed: Deed, meeting: Meeting, move: MeetingMove): Promise<MeetingState> {
  const state = stepMeeting(meeting.state, move)
  if (!state) throw refused('meeting-not-so-far', await cited(deed, meeting.councilId, 'meetings', { params: { state: meeting.state } }))
  if (state !== meeting.state)
    await deed.tx.updateTable('meeting').set({ state }).where('street_id', '=', deed.street.id).where('id', '=', meeting.id).execute()
  return state
}
