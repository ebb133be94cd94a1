import { createHash } from 'node:crypto'
import type { AgendaWhy } from '@ronghe/contract/council/agenda.ts'
import type { editMinutes as editOperation, Minutes } from '@ronghe/contract/council/minutes.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { addDays, dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { settingsOf } from '../../platform/settings/settings.ts'
import { cited, parametersOf } from './charter.ts'
import { actingDelegate, asClerk, delegatesInOffice } from './delegates.ts'
import { findPersons } from '../people/persons.ts'
import { recordOf } from './meeting-events.ts'
import { lockMeeting, meetingRows, moveMeeting, toMeeting, type Meeting } from './meeting-rows.ts'
import { changesOf, confirmations, findMinutes, laterMeetings, readMinutes } from './minutes.ts'
import { currentParagraphs, type Change } from './minutes-changes.ts'
import { personsIn, withMarks } from './minutes-names.ts'
import { minutesText, type WrittenParagraph } from './minutes-text.ts'

export const minutesLink = (meetingId: string): string => `/council/meetings/${meetingId}/minutes`

/** The clerk asks for them; the platform also does it by itself when a meeting has closed. */
export async function writeMinutes(deed: Deed, meetingId: string): Promise<Minutes> {
  const meeting = await lockMeeting(deed, meetingId)
  asClerk(deed, meeting.councilId)
  await keepMinutes(deed, meeting)
  return readMinutes(deed, meetingId)
}

/** Writes the minutes of a closed meeting from its events, and tells the delegates that they can be read. */
export async function keepMinutes(deed: Deed, meeting: Meeting): Promise<void> {
  if (meeting.kind === 'practice') throw refused('minutes-practice', await cited(deed, meeting.councilId, 'publication'))
  if (await findMinutes(deed, meeting.id)) throw refused('minutes-written-already', await cited(deed, meeting.councilId, 'publication'))
  await moveMeeting(deed, meeting, 'writeMinutes')
  const happened = await recordOf(deed, meeting)
  if (!happened) throw new Error(`meeting ${meeting.id} has closed without ever opening`)
  const { groupNames } = await settingsOf(deed, ['groupNames'])
  const paragraphs = minutesText(happened, { newcomers: groupNames.newcomer, locals: groupNames.local })
  const { publication } = await parametersOf(deed, meeting.councilId)
  await deed.tx
    .insertInto('minutes')
    .values({
      street_id: deed.street.id,
      meeting_id: meeting.id,
      written_at: deed.now,
      paragraphs: JSON.stringify(paragraphs),
      due_day: addDays(dayIn(deed.street.zone, happened.closedAt ?? deed.now), publication.minutesDays),
    })
    .execute()
  for (const { personId } of await delegatesInOffice(deed, meeting.councilId))
    await notify(deed, personId, { template: 'minutes-ready', link: minutesLink(meeting.id) })
  await record(deed, {
    kind: 'council.minutes.written',
    plain: { meeting: meeting.id, paragraphs: paragraphs.length, hash: hashOf(paragraphs) },
  })
}

type Edit = BodyOf<typeof editOperation>

/** Every change has a number, a reason and the text it replaced; tables are counted by the system and are remarked upon, not rewritten. */
export async function editMinutes(deed: Deed, meetingId: string, { change, because }: Edit): Promise<Minutes> {
  const { meeting, paragraphs, changes } = await draft(deed, meetingId)
  const clerk = asClerk(deed, meeting.councilId)
  const current = currentParagraphs(paragraphs, changes)
  const key = change.kind === 'add' ? change.behind : change.paragraph
  const found = current.find((paragraph) => paragraph.key === key)
  if (!found) throw notFound('paragraph')
  if (change.kind !== 'add' && found.kind !== 'text') throw unfit([{ path: 'change.paragraph', code: 'minutes-table' }])
  const marked = change.kind === 'strike' ? null : withMarks(change.text, await namesIn(deed, meeting, paragraphs))
  if (change.kind === 'reword' && !found.struck && sameText(found.text, marked!))
    throw refused('minutes-same', await cited(deed, meeting.councilId, 'publication'))
  if (change.kind === 'strike' && found.struck) throw refused('minutes-same', await cited(deed, meeting.councilId, 'publication'))
  const number = changes.length + 1
  await deed.tx
    .insertInto('minutes_change')
    .values({
      street_id: deed.street.id,
      meeting_id: meetingId,
      number,
      paragraph: change.kind === 'add' ? `added-${number}` : change.paragraph,
      behind: change.kind === 'add' ? change.behind : null,
      before: change.kind === 'add' || found.struck ? null : JSON.stringify(found.text),
      after: marked && JSON.stringify(marked),
      because,
      changed_at: deed.now,
      changed_by_post: clerk.id,
    })
    .execute()
  // Whoever confirmed an earlier text has not confirmed this one.
  await deed.tx.deleteFrom('minutes_confirmation').where('street_id', '=', deed.street.id).where('meeting_id', '=', meetingId).execute()
  await record(deed, { kind: 'council.minutes.changed', plain: { meeting: meetingId, number, how: change.kind } })
  return readMinutes(deed, meetingId)
}

export async function confirmMinutes(deed: Deed, meetingId: string): Promise<Minutes> {
  const { meeting } = await draft(deed, meetingId)
  const { personId } = await actingDelegate(deed, meeting.councilId)
  const { attended, given } = await confirmations(deed, meetingId)
  if (!attended.includes(personId)) throw forbidden('minutes-not-there', await cited(deed, meeting.councilId, 'publication'))
  if (given.includes(personId)) throw refused('minutes-confirmed-already', await cited(deed, meeting.councilId, 'publication'))
  await deed.tx
    .insertInto('minutes_confirmation')
    .values({ street_id: deed.street.id, meeting_id: meetingId, person_id: personId, confirmed_at: deed.now })
    .execute()
  await record(deed, { kind: 'council.minutes.confirmed', about: personId, plain: { meeting: meetingId } })
  return readMinutes(deed, meetingId)
}

/** By a later meeting, or in writing by more than half of those who were there. */
export async function approveMinutes(deed: Deed, meetingId: string, approvedIn: string | null): Promise<Minutes> {
  const { meeting, paragraphs, changes } = await draft(deed, meetingId)
  asClerk(deed, meeting.councilId)
  if (approvedIn !== null) {
    const later = await laterMeetings(deed, meeting)
    if (!later.some(({ id }) => id === approvedIn))
      throw refused('minutes-decision-elsewhere', await cited(deed, meeting.councilId, 'publication'))
  } else {
    const { given, needed } = await confirmations(deed, meetingId)
    if (given.length < needed) throw refused('minutes-approve-next', await cited(deed, meeting.councilId, 'publication'))
  }
  await approve(deed, meeting, approvedIn, paragraphs, changes)
  return readMinutes(deed, meetingId)
}

/** Minutes that the floor voted on: those its item names, where nobody approved them in writing since the agenda went out. */
export async function settleMinutes(deed: Deed, meetingId: string, itemId: string, outcome: string): Promise<void> {
  if (outcome !== 'carried') return
  const item = await deed.tx
    .selectFrom('agenda_item')
    .select('why')
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .where('id', '=', itemId)
    .where('kind', '=', 'minutes')
    .executeTakeFirst()
  const why = item?.why as AgendaWhy | undefined
  if (why?.rule !== 'minutes' || (await lockMeeting(deed, why.meetingId)).state !== 'minutesDraft') return
  const { meeting, paragraphs, changes } = await draft(deed, why.meetingId)
  await approve(deed, meeting, meetingId, paragraphs, changes)
}

async function approve(
  deed: Deed,
  meeting: Meeting,
  approvedIn: string | null,
  paragraphs: readonly WrittenParagraph[],
  changes: readonly Change[],
): Promise<void> {
  await moveMeeting(deed, meeting, 'approve')
  await setMinutes(deed, meeting.id, { approved_at: deed.now, approved_in: approvedIn })
  await record(deed, {
    kind: 'council.minutes.approved',
    plain: {
      meeting: meeting.id,
      approvedIn,
      hash: hashOf(currentParagraphs(paragraphs, changes).map(({ text, rows, struck }) => ({ text, rows, struck }))),
    },
  })
}

export async function publishMinutes(deed: Deed, meetingId: string): Promise<Minutes> {
  const meeting = await lockMeeting(deed, meetingId)
  asClerk(deed, meeting.councilId)
  if (!(await findMinutes(deed, meetingId))) throw notFound('minutes')
  if (meeting.state !== 'minutesApproved') throw refused('minutes-not-approved', await cited(deed, meeting.councilId, 'publication'))
  await publish(deed, meeting)
  return readMinutes(deed, meetingId)
}

/** Approved minutes do not wait for anybody: what the clerk has not published by the next morning is published by itself. */
export async function publishByItself(deed: Deed): Promise<void> {
  const rows = await meetingRows(deed).where('meeting.state', '=', 'minutesApproved').execute()
  for (const row of rows) await publish(deed, toMeeting(row))
}

async function publish(deed: Deed, meeting: Meeting): Promise<void> {
  await moveMeeting(deed, meeting, 'publish')
  await setMinutes(deed, meeting.id, { published_at: deed.now })
  for (const { personId } of await delegatesInOffice(deed, meeting.councilId))
    await notify(deed, personId, { template: 'minutes-published', link: minutesLink(meeting.id) })
  await record(deed, { kind: 'council.minutes.published', plain: { meeting: meeting.id } })
}

/** Minutes that are still being worked on; the lock keeps the numbers of their changes apart. */
async function draft(deed: Deed, meetingId: string) {
  const meeting = await lockMeeting(deed, meetingId)
  const row = await findMinutes(deed, meetingId)
  if (!row) throw notFound('minutes')
  if (meeting.state !== 'minutesDraft') throw refused('meeting-not-so-far', await cited(deed, meeting.councilId, 'publication'))
  return { meeting, paragraphs: row.paragraphs as readonly WrittenParagraph[], changes: await changesOf(deed, meetingId) }
}

const setMinutes = (
  deed: Deed,
  meetingId: string,
  set: { readonly approved_at?: Date; readonly approved_in?: string | null; readonly published_at?: Date },
) => deed.tx.updateTable('minutes').set(set).where('street_id', '=', deed.street.id).where('meeting_id', '=', meetingId).execute()

/** Everybody the minutes may name: who is in them already, and who sits. */
async function namesIn(deed: Deed, meeting: Meeting, paragraphs: readonly WrittenParagraph[]) {
  const named = paragraphs.flatMap(({ text, rows }) => [text, ...rows.flat()].flatMap(personsIn))
  const seated = (await delegatesInOffice(deed, meeting.councilId)).map(({ personId }) => personId)
  const people = await findPersons(deed, [...new Set([...named, ...seated])])
  return people.map(({ id, name }) => ({ id, name }))
}

const sameText = (one: Text, other: Text): boolean => one['zh-CN'] === other['zh-CN'] && (one.en ?? '') === (other.en ?? '')
const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')
