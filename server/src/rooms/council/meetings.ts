import { MeetingStep, type MeetingCard, type MeetingPage } from '@ronghe/contract/council/meetings.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { attendanceOf } from './attendance.ts'
import { parametersOf } from './charter.ts'
import { delegatesInOffice, heldIn } from './delegates.ts'
import { belongs, meetingRows, meetingShown, signsIn, toCard, toMeeting, type Meeting } from './meeting-rows.ts'
import { noticeBy } from './meeting-times.ts'
import { presentIn } from './presence-rows.ts'
import { quorumOf } from './quorum.ts'

/** Those to come in the order in which they come; those that were, the last one first. */
export async function listMeetings(
  deed: Deed,
  councilId: string,
  { when, limit, after }: { readonly when: 'toCome' | 'past'; readonly limit: number; readonly after?: string | undefined },
) {
  const inside = await belongs(deed, councilId)
  const cursor = readCursor(after, 2)
  const toCome = when === 'toCome'
  const rows = await meetingRows(deed)
    .where('meeting.council_id', '=', councilId)
    .where('meeting.state', toCome ? 'in' : 'not in', ['planned', 'notified', 'open'])
    .$if(!inside, (query) => query.where('meeting.kind', '<>', 'practice').where('meeting.state', '<>', 'planned'))
    .$if(cursor !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('meeting.starts_at', 'meeting.id'), toCome ? '>' : '<', tuple(new Date(cursor![0]!), cursor![1]!)),
      ),
    )
    .orderBy('meeting.starts_at', toCome ? 'asc' : 'desc')
    .orderBy('meeting.id', toCome ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  return pageFrom(
    rows,
    limit,
    ({ starts_at, id }) => toCursor(starts_at.toISOString(), id),
    (row): MeetingCard => toCard(toMeeting(row)),
  )
}

export const readMeeting = async (deed: Deed, meetingId: string): Promise<MeetingPage> => pageOf(deed, await meetingShown(deed, meetingId))
/** After a step of the reader's own. */
export const meetingPage = readMeeting

async function pageOf(deed: Deed, meeting: Meeting): Promise<MeetingPage> {
  const { meetings, quorum } = await parametersOf(deed, meeting.councilId)
  const running = signsIn(deed, meeting)
  const present = running ? await presentIn(deed, meeting) : new Set<string>()
  const [mine, minutes] = [await myInvitation(deed, meeting.id), await minutesOf(deed, meeting.id)]
  return {
    ...toCard(meeting),
    childcare: meeting.childcare,
    interpreters: [...meeting.interpreters],
    notifiedAt: meeting.notifiedAt?.toISOString() ?? null,
    noticeBy: noticeBy(deed.street.zone, meeting.startsAt, meetings.noticeDays),
    quorum: running ? quorumOf(quorum, await delegatesInOffice(deed, meeting.councilId), (id) => present.has(id)) : null,
    here: [...present],
    attendance: await attendanceOf(deed, meeting.id),
    minutes,
    mine: mine && { ...mine, present: deed.actor.kind === 'person' && present.has(deed.actor.personId) },
    may: stepsFor(deed, meeting, mine !== null, minutes !== null),
  }
}

async function myInvitation(deed: Deed, meetingId: string): Promise<Omit<NonNullable<MeetingPage['mine']>, 'present'> | null> {
  if (deed.actor.kind !== 'person' || deed.actor.session === 'empty') return null
  const row = await deed.tx
    .selectFrom('meeting_invitation')
    .select(['answer', 'excuse', 'children', 'interpreter'])
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', deed.actor.personId)
    .executeTakeFirst()
  return (row as Omit<NonNullable<MeetingPage['mine']>, 'present'> | undefined) ?? null
}

async function minutesOf(deed: Deed, meetingId: string): Promise<MeetingPage['minutes']> {
  const row = await deed.tx
    .selectFrom('minutes')
    .select(['due_day', 'approved_at', 'published_at'])
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  return row
    ? { dueDay: row.due_day, approvedAt: row.approved_at?.toISOString() ?? null, publishedAt: row.published_at?.toISOString() ?? null }
    : null
}

/** What this reader may do next. The clerk plans and writes; an answer is open until the meeting begins; whoever presides may enter who is here. */
function stepsFor(deed: Deed, meeting: Meeting, invited: boolean, written: boolean): MeetingStep[] {
  const { state, kind, councilId } = meeting
  const clerk = heldIn(deed, councilId, 'councilClerk') !== undefined
  const running = state === 'notified' || state === 'open'
  const sits = heldIn(deed, councilId, 'delegate', 'chair') !== undefined
  const practice = kind === 'practice'
  const allowed: Readonly<Record<MeetingStep, boolean>> = {
    notify: clerk && state === 'planned',
    change: clerk && (state === 'planned' || state === 'notified'),
    cancel: clerk && (state === 'planned' || state === 'notified'),
    invitations: clerk && state !== 'planned',
    answer: invited && state === 'notified',
    letter: invited && running,
    signIn: sits && signsIn(deed, meeting),
    signOthersIn: signsIn(deed, meeting) && (clerk || heldIn(deed, councilId, 'chair') !== undefined),
    writeMinutes: clerk && state === 'closed' && !written && !practice,
    editMinutes: clerk && state === 'minutesDraft',
    approveMinutes: clerk && state === 'minutesDraft',
    publishMinutes: clerk && state === 'minutesApproved',
  }
  return MeetingStep.options.filter((step) => allowed[step])
}
