import { createHash, randomBytes } from 'node:crypto'
import type { CalendarFeed } from '@ronghe/contract/programme/calendar-feed.ts'
import { inLanguage, type Language } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import type { z } from 'zod/mini'
import type { Deed } from '../../platform/deed.ts'
import { notFound, signInFirst } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { toCalendarFile } from '../../platform/standards/icalendar.ts'

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
  await record(deed, { kind: 'programme.calendar-feed.made', about: personId })
  return { since: deed.now.toISOString(), path: `/calendar/${secret}.ics` }
}

export async function revokeCalendarFeed(deed: Deed): Promise<Feed> {
  const personId = me(deed)
  await deed.tx.deleteFrom('calendar_feed').where('street_id', '=', deed.street.id).where('person_id', '=', personId).execute()
  await record(deed, { kind: 'programme.calendar-feed.revoked', about: personId })
  return { since: null, path: null }
}

/**
 * Where the owner of a secret address is expected, from a month ago on: shifts, classes, meetings, mentoring. What was called off stays in,
 * marked so, until the calendar has seen it.
 */
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
  const rows = await deed.tx
    .selectFrom('engagement')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', owner.person_id)
    .where('starts_at', '>', new Date(deed.now.getTime() - 30 * 86_400_000))
    .orderBy('starts_at')
    .orderBy('thing_id')
    .execute()
  const host = deed.platform.config.publicUrl ?? ''
  return toCalendarFile(
    inLanguage(deed.street.name, language),
    deed.street.zone,
    rows.map((row) => ({
      uid: `${row.thing_id}@ronghe`,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      changedAt: row.changed_at,
      sequence: row.sequence,
      cancelled: row.cancelled,
      summary: inLanguage(row.title, language),
      place: row.place ? inLanguage(row.place, language) : '',
      description: say(language, 'own-calendar-description', { link: `${host}${row.link}` }),
      url: `${host}${row.link}`,
    })),
    { feed: true },
  )
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

function me({ actor }: Deed): string {
  if (actor.kind !== 'person') throw signInFirst()
  return actor.personId
}
