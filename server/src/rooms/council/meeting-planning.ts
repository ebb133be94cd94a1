import type { MeetingPage, MeetingPlan } from '@ronghe/contract/council/meetings.ts'
import { inLanguage, type Language } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import type { z } from 'zod/mini'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { disengage, engage } from '../programme/engagements.ts'
import { organNames } from '../programme/organ-rows.ts'
import { takeOff } from './agenda.ts'
import { cited, parametersOf } from './charter.ts'
import { asClerk, delegatesInOffice } from './delegates.ts'
import { getMeeting, lockMeeting, moveMeeting, type Meeting } from './meeting-rows.ts'
import { meetingPage } from './meetings.ts'
import { earliestDay, keepsNotice } from './meeting-times.ts'
import { substitutesOf } from './meeting-guests.ts'

export type Plan = z.infer<typeof MeetingPlan>
type Times = Pick<Plan, 'startsAt' | 'endsAt'>

/** Puts a meeting on the council's calendar; nobody is told before {@link sendInvitations}. */
export async function planMeeting(
  deed: Deed,
  councilId: string,
  plan: Plan,
  from: { readonly pollId?: string | undefined; readonly requestId?: string | undefined } = {},
): Promise<MeetingPage> {
  const clerk = asClerk(deed, councilId)
  await checkTimes(deed, councilId, plan, plan.kind === 'practice')
  const id = deed.id()
  const { tx, street } = deed
  await tx
    .insertInto('meeting')
    .values({
      street_id: street.id,
      id,
      council_id: councilId,
      number: plan.kind === 'practice' ? null : await nextNumber(deed, councilId),
      kind: plan.kind,
      state: 'planned',
      starts_at: new Date(plan.startsAt),
      ends_at: new Date(plan.endsAt),
      place: plan.place,
      created_at: deed.now,
      created_by_post: clerk.id,
    })
    .execute()
  await tx
    .insertInto('meeting_plan')
    .values({
      street_id: street.id,
      meeting_id: id,
      childcare: plan.childcare,
      interpreters: plan.interpreters,
      poll_id: from.pollId ?? null,
      request_id: from.requestId ?? null,
      sequence: 0,
      changed_at: deed.now,
    })
    .execute()
  if (from.requestId) await grantRequest(deed, councilId, from.requestId, id)
  await record(deed, { kind: 'council.meeting.planned', plain: { meeting: id, kind: plan.kind } })
  return meetingPage(deed, id)
}

/** The charter's notice, then a message with the calendar file's address to every delegate, and to the substitutes as guests. */
export async function sendInvitations(deed: Deed, meetingId: string): Promise<MeetingPage> {
  const meeting = await lockMeeting(deed, meetingId)
  asClerk(deed, meeting.councilId)
  await checkNotice(deed, meeting, meeting.startsAt)
  await moveMeeting(deed, meeting, 'notify')
  const guests = await substitutesOf(deed, meeting.councilId)
  const invited = [
    ...(await delegatesInOffice(deed, meeting.councilId)).map(({ personId, bench }) => ({ personId, seatAs: bench ?? ('chair' as const) })),
    ...guests.map((personId) => ({ personId, seatAs: 'substitute' as const })),
  ]
  if (invited.length > 0)
    await deed.tx
      .insertInto('meeting_invitation')
      .values(
        invited.map(({ personId, seatAs }) => ({
          street_id: deed.street.id,
          meeting_id: meetingId,
          person_id: personId,
          seat_as: seatAs,
          sent_at: deed.now,
          children: 0,
        })),
      )
      .execute()
  await deed.tx
    .updateTable('meeting_plan')
    .set({ notified_at: deed.now, changed_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .execute()
  await expectInvited(deed, meetingId)
  for (const { personId } of invited) await notify(deed, personId, { template: 'meeting-invited', link: meetingLink(meetingId) })
  await record(deed, { kind: 'council.meeting.notified', plain: { meeting: meetingId, invited: invited.length } })
  return meetingPage(deed, meetingId)
}

/** Moves a meeting. Whoever had answered for another time is asked again; what was wished for stays. */
export async function changeMeeting(deed: Deed, meetingId: string, plan: Omit<Plan, 'kind'>): Promise<MeetingPage> {
  const meeting = await lockMeeting(deed, meetingId)
  asClerk(deed, meeting.councilId)
  await moveMeeting(deed, meeting, 'change')
  const [startsAt, endsAt] = [new Date(plan.startsAt), new Date(plan.endsAt)]
  const moved = startsAt.getTime() !== meeting.startsAt.getTime() || endsAt.getTime() !== meeting.endsAt.getTime()
  if (moved) {
    await checkTimes(deed, meeting.councilId, plan, meeting.kind === 'practice')
    if (meeting.state === 'notified') await checkNotice(deed, meeting, startsAt)
  }
  const { tx, street } = deed
  await tx
    .updateTable('meeting')
    .set({ starts_at: startsAt, ends_at: endsAt, place: plan.place })
    .where('street_id', '=', street.id)
    .where('id', '=', meetingId)
    .execute()
  await tx
    .updateTable('meeting_plan')
    .set({ childcare: plan.childcare, interpreters: plan.interpreters, sequence: meeting.sequence + 1, changed_at: deed.now })
    .where('street_id', '=', street.id)
    .where('meeting_id', '=', meetingId)
    .execute()
  if (moved)
    await tx
      .updateTable('meeting_invitation')
      .set({ answer: null, excuse: null, answered_at: null })
      .where('street_id', '=', street.id)
      .where('meeting_id', '=', meetingId)
      .execute()
  if (moved || plan.place !== meeting.place) {
    await expectInvited(deed, meetingId)
    await tellInvited(deed, meetingId, 'meeting-changed')
  }
  await record(deed, { kind: 'council.meeting.changed', plain: { meeting: meetingId, moved } })
  return meetingPage(deed, meetingId)
}

export async function cancelMeeting(deed: Deed, meetingId: string, because: string): Promise<MeetingPage> {
  const meeting = await lockMeeting(deed, meetingId)
  asClerk(deed, meeting.councilId)
  await moveMeeting(deed, meeting, 'cancel')
  await deed.tx
    .updateTable('meeting_plan')
    .set({ cancelled_at: deed.now, cancelled_because: because, sequence: meeting.sequence + 1, changed_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .execute()
  await takeOff(deed, meetingId)
  await disengage(deed, { kind: 'meeting', thingId: meetingId })
  await tellInvited(deed, meetingId, 'meeting-cancelled')
  await record(deed, { kind: 'council.meeting.cancelled', plain: { meeting: meetingId } })
  return meetingPage(deed, meetingId)
}

export const meetingLink = (meetingId: string): string => `/council/meetings/${meetingId}`

/** The meeting as it is now stands among everything an invited person has to do; other rooms ask them for no other place then. */
async function expectInvited(deed: Deed, meetingId: string): Promise<void> {
  const meeting = await getMeeting(deed, meetingId)
  const council = (await organNames(deed, [meeting.councilId])).get(meeting.councilId)!
  const inBoth = (language: Language) => meetingTitle({ language }, inLanguage(council, language), meeting)
  for (const { person_id } of await invitedTo(deed, meetingId))
    await engage(deed, {
      personId: person_id,
      kind: 'meeting',
      thingId: meetingId,
      from: meeting.startsAt,
      until: meeting.endsAt,
      title: { 'zh-CN': inBoth('zh-CN'), en: inBoth('en') },
      place: { 'zh-CN': meeting.place },
      link: meetingLink(meetingId),
    })
}

const invitedTo = (deed: Deed, meetingId: string) =>
  deed.tx
    .selectFrom('meeting_invitation')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .execute()

async function tellInvited(deed: Deed, meetingId: string, template: string): Promise<void> {
  for (const { person_id } of await invitedTo(deed, meetingId)) await notify(deed, person_id, { template, link: meetingLink(meetingId) })
}

async function checkTimes(deed: Deed, councilId: string, { startsAt, endsAt }: Times, practice: boolean): Promise<void> {
  const [from, to] = [new Date(startsAt), new Date(endsAt)]
  if (from <= deed.now) throw unfit([{ path: 'startsAt', code: 'meeting-in-the-past' }])
  const hours = (to.getTime() - from.getTime()) / 3_600_000
  if (hours < 0.5 || hours > 8) throw unfit([{ path: 'endsAt', code: 'meeting-length' }])
  if (practice) return
  const { meetings } = await parametersOf(deed, councilId)
  if (!keepsNotice(deed.street.zone, deed.now, from, meetings.noticeDays)) throw await tooLate(deed, councilId, meetings.noticeDays)
}

/** A practice is for learning; nothing can be decided there, so nobody can be taken by surprise. */
async function checkNotice(deed: Deed, { kind, councilId }: Meeting, startsAt: Date): Promise<void> {
  if (kind === 'practice') return
  const { meetings } = await parametersOf(deed, councilId)
  if (!keepsNotice(deed.street.zone, deed.now, startsAt, meetings.noticeDays)) throw await tooLate(deed, councilId, meetings.noticeDays)
}

const tooLate = async (deed: Deed, councilId: string, noticeDays: number) =>
  refused(
    'meeting-notice-too-short',
    await cited(deed, councilId, 'meetings', {
      params: { days: noticeDays, first: earliestDay(deed.street.zone, deed.now, noticeDays) },
      instead: 'meeting-later-instead',
    }),
  )

/** Locking the council's row keeps the numbers apart when two meetings are planned at once. */
async function nextNumber(deed: Deed, councilId: string): Promise<number> {
  const { tx, street } = deed
  await tx.selectFrom('organ').select('id').where('street_id', '=', street.id).where('id', '=', councilId).forNoKeyUpdate().execute()
  const last = await tx
    .selectFrom('meeting')
    .select((meeting) => meeting.fn.max('number').as('number'))
    .where('street_id', '=', street.id)
    .where('council_id', '=', councilId)
    .executeTakeFirst()
  return Number(last?.number ?? 0) + 1
}

async function grantRequest(deed: Deed, councilId: string, requestId: string, meetingId: string): Promise<void> {
  const { numUpdatedRows } = await deed.tx
    .updateTable('meeting_request')
    .set({ meeting_id: meetingId })
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('id', '=', requestId)
    .where('meeting_id', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw notFound('meeting-request')
}

/** What a meeting is called in calendars and letters: 共治议事会第3次会议. */
export const meetingTitle = (deed: Pick<Deed, 'language'>, council: string, { kind, number }: Pick<Meeting, 'kind' | 'number'>): string =>
  say(deed.language, `meeting-title-${kind}`, { council, number: number ?? '' })
