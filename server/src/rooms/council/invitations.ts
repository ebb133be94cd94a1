import type { Answer, Excuse, Interpreting, Invitation, MeetingPage, Quorum } from '@ronghe/contract/council/meetings.ts'
import type { z } from 'zod/mini'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, signInFirst, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { findPersons } from '../people/persons.ts'
import { cited, parametersOf } from './charter.ts'
import { asClerk, delegatesInOffice } from './delegates.ts'
import { getMeeting, lockMeeting, type Meeting } from './meeting-rows.ts'
import { meetingPage } from './meetings.ts'
import { quorumOf } from './quorum.ts'

export interface Reply {
  readonly answer: z.infer<typeof Answer>
  readonly excuse?: Excuse | null | undefined
  readonly children: number
  readonly interpreter?: Interpreting | null | undefined
}

/** My own answer; until the meeting begins it may be changed. */
export async function answerInvitation(deed: Deed, meetingId: string, reply: Reply): Promise<MeetingPage> {
  if (deed.actor.kind !== 'person') throw signInFirst()
  await keepAnswer(deed, await lockMeeting(deed, meetingId), deed.actor.personId, reply, null)
  return meetingPage(deed, meetingId)
}

/** An answer by phone or on paper counts like any other. */
export async function enterAnswer(deed: Deed, meetingId: string, personId: string, reply: Reply): Promise<void> {
  const meeting = await lockMeeting(deed, meetingId)
  await keepAnswer(deed, meeting, personId, reply, asClerk(deed, meeting.councilId).id)
}

async function keepAnswer(deed: Deed, meeting: Meeting, personId: string, reply: Reply, enteredBy: string | null): Promise<void> {
  if (meeting.state !== 'notified') throw refused('meeting-not-so-far', await cited(deed, meeting.councilId, 'meetings'))
  const { answer, children } = reply
  const excuse = answer === 'excused' ? (reply.excuse ?? null) : null
  if (answer === 'excused' && !excuse) throw unfit([{ path: 'excuse', code: 'excuse-needed' }])
  const interpreter = answer === 'coming' ? (reply.interpreter ?? null) : null
  const { numUpdatedRows } = await deed.tx
    .updateTable('meeting_invitation')
    .set({
      answer,
      excuse,
      children: answer === 'coming' ? children : 0,
      interpreter,
      answered_at: deed.now,
      entered_by_post: enteredBy,
    })
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meeting.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw notFound('invitation')
  await record(deed, {
    kind: 'council.invitation.answered',
    about: personId,
    plain: { meeting: meeting.id, paper: enteredBy !== null },
    sealed: { answer, excuse },
  })
}

/** For the clerk: who comes, and what has to be arranged. Each of them sees that the clerk looked. */
export async function listInvitations(deed: Deed, meetingId: string): Promise<{ items: Invitation[]; expected: Quorum }> {
  const meeting = await getMeeting(deed, meetingId)
  asClerk(deed, meeting.councilId)
  const rows = await deed.tx
    .selectFrom('meeting_invitation')
    .select(['person_id', 'seat_as', 'answer', 'excuse', 'children', 'interpreter'])
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .execute()
  const ids = rows.map(({ person_id }) => person_id)
  await recordAccess(
    deed,
    ids.map((personId) => ({ personId, purpose: 'council.invitations.list', subject: { kind: 'meeting', id: meetingId } })),
  )
  const names = new Map((await findPersons(deed, ids)).map(({ id, name }) => [id, name]))
  const delegates = await delegatesInOffice(deed, meeting.councilId)
  const place = new Map(delegates.map(({ personId }, index) => [personId, index]))
  const coming = new Set(rows.filter(({ answer }) => answer === 'coming').map(({ person_id }) => person_id))
  return {
    items: rows
      .map((row) => ({
        personId: row.person_id,
        name: names.get(row.person_id) ?? '',
        seatAs: row.seat_as as Invitation['seatAs'],
        answer: row.answer as Invitation['answer'],
        excuse: row.excuse as Excuse | null,
        children: row.children,
        interpreter: row.interpreter as Interpreting | null,
      }))
      .toSorted((a, b) => (place.get(a.personId) ?? 99) - (place.get(b.personId) ?? 99)),
    expected: quorumOf((await parametersOf(deed, meeting.councilId)).quorum, delegates, (id) => coming.has(id)),
  }
}
