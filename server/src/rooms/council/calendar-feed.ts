import { createHash, randomBytes } from 'node:crypto'
import type { CalendarFeed } from '@ronghe/contract/council/meeting-polls.ts'
import { inLanguage, type Language } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import type { z } from 'zod/mini'
import type { Deed } from '../../platform/deed.ts'
import { notFound, signInFirst } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { toCalendarFile, type CalendarEntry } from '../../platform/standards/icalendar.ts'
import { organNames } from '../programme/organ-rows.ts'
import { meetingRows, meetingShown, toMeeting, type Meeting } from './meeting-rows.ts'
import { meetingLink, meetingTitle } from './meeting-planning.ts'

type Feed = z.infer<typeof CalendarFeed>

export async function myCalendarFeed(deed: Deed): Promise<Feed> {
  const row = await deed.tx
    .selectFrom('calendar_feed')
    .select('created_at')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', me(deed))
    .executeTakeFirst()
  return { since: row?.created_at.toISOString() ?? null, path: null }
}

/** One address per person: making a new one ends the old one. The secret is shown once. */
export async function makeCalendarFeed(deed: Deed): Promise<Feed> {
  const personId = me(deed)
  const secret = randomBytes(24).toString('base64url')
  await deed.tx
    .insertInto('calendar_feed')
    .values({ street_id: deed.street.id, person_id: personId, secret_hash: hashOf(secret), created_at: deed.now })
    .onConflict((conflict) =>
      conflict
        .columns(['street_id', 'person_id'])
        .doUpdateSet((row) => ({ secret_hash: row.ref('excluded.secret_hash'), created_at: row.ref('excluded.created_at') })),
    )
    .execute()
  await record(deed, { kind: 'council.calendar-feed.made', about: personId })
  return { since: deed.now.toISOString(), path: `/calendar/${secret}.ics` }
}

export async function revokeCalendarFeed(deed: Deed): Promise<Feed> {
  const personId = me(deed)
  await deed.tx.deleteFrom('calendar_feed').where('street_id', '=', deed.street.id).where('person_id', '=', personId).execute()
  await record(deed, { kind: 'council.calendar-feed.revoked', about: personId })
  return { since: null, path: null }
}

/** What the owner of a secret address was invited to, from a month ago on; meetings called off stay in, marked so, until the calendar has seen it. */
export async function calendarFeed(deed: Deed, file: string): Promise<string> {
  const secret = /^([\w-]{20,64})\.ics$/.exec(file)?.[1]
  if (!secret) throw notFound('calendar')
  const owner = await deed.tx
    .selectFrom('calendar_feed')
    .innerJoin('person', (join) =>
      join.onRef('person.street_id', '=', 'calendar_feed.street_id').onRef('person.id', '=', 'calendar_feed.person_id'),
    )
    .select(['calendar_feed.person_id', 'person.language'])
    .where('calendar_feed.street_id', '=', deed.street.id)
    .where('calendar_feed.secret_hash', '=', hashOf(secret))
    .executeTakeFirst()
  if (!owner) throw notFound('calendar')
  const language = owner.language as Language
  const rows = await meetingRows(deed)
    .innerJoin('meeting_invitation as invitation', (join) =>
      join.onRef('invitation.street_id', '=', 'meeting.street_id').onRef('invitation.meeting_id', '=', 'meeting.id'),
    )
    .where('invitation.person_id', '=', owner.person_id)
    .where('meeting.starts_at', '>', new Date(deed.now.getTime() - 30 * 86_400_000))
    .orderBy('meeting.starts_at')
    .execute()
  return toFile({ ...deed, language }, rows.map(toMeeting), true)
}

/** One meeting as a file to open or to attach. */
export const meetingCalendar = async (deed: Deed, meetingId: string): Promise<string> =>
  toFile(deed, [await meetingShown(deed, meetingId)], false)

async function toFile(deed: Deed, meetings: readonly Meeting[], feed: boolean): Promise<string> {
  const names = await organNames(
    deed,
    meetings.map(({ councilId }) => councilId),
  )
  const host = deed.platform.config.publicUrl ?? ''
  const entries = meetings.map((meeting): CalendarEntry => {
    const council = inLanguage(names.get(meeting.councilId)!, deed.language)
    return {
      uid: `${meeting.id}@ronghe`,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      changedAt: meeting.changedAt,
      sequence: meeting.sequence,
      cancelled: meeting.state === 'cancelled',
      summary: meetingTitle(deed, council, meeting),
      place: meeting.place,
      description: say(deed.language, 'calendar-description', { link: `${host}${meetingLink(meeting.id)}` }),
      url: `${host}${meetingLink(meeting.id)}`,
    }
  })
  return toCalendarFile(inLanguage(deed.street.name, deed.language), deed.street.zone, entries, { feed })
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

function me({ actor }: Deed): string {
  if (actor.kind !== 'person') throw signInFirst()
  return actor.personId
}
