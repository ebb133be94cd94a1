import type { Deed } from '@ronghe/server/platform/deed.ts'
import { calendarOf, addDays, addWorkingDays, dayIn, startOfDay, type Calendar } from '@ronghe/server/platform/calendar/working-days.ts'
import { seedCalendar } from '@ronghe/server/platform/calendar/seed.ts'
import { settingDefaults } from '@ronghe/contract/programme/settings.ts'
import { setParties } from '@ronghe/server/rooms/programme/joint-items.ts'
import { personRow } from '@ronghe/server/rooms/people/persons.ts'
import { loadAgreements } from './load-agreements.ts'
import { loadCommendations } from './commendations.ts'
import { loadContracts } from './contracts.ts'
import { communityId, demoId, organId, postId, timedId } from './load-cast.ts'
import { notices } from './notices.ts'
import { staff } from './staff.ts'
import { together } from './together.ts'
import { asksFor, supports } from './supports.ts'
import { openDayBy } from './work-hours.ts'

/** Settings, staff, the support ledger, notices and agreements of S Street; days are counted from today, so that the street is always of the present. */
export async function loadProgramme(deed: Deed): Promise<void> {
  await loadSettings(deed)
  await appointStaff(deed)
  const today = dayIn(deed.street.zone, deed.now)
  const year = Number(today.slice(0, 4))
  const calendar = calendarOf(deed.street.zone, seedCalendar(year - 1, year + 1))
  await loadSupports(deed, calendar, today)
  await loadNotices(deed, calendar, today)
  await loadPassings(deed, today)
  await loadTogether(deed, today)
  await loadAgreements(deed)
  await loadCommendations(deed)
  await loadContracts(deed)
}

async function loadSettings({ tx, street, now }: Deed): Promise<void> {
  const settings = {
    texts: {
      controllerName: { 'zh-CN': 'S街街道办事处', en: 'S Street Office' },
      controllerContact: { 'zh-CN': '榕树路1号，电话 020-0000-0101', en: '1 Banyan Road, telephone 020-0000-0101' },
      icpNumber: '',
      policeNumber: '',
      clerkPhone: '020-0000-0102',
      clerkHours: { 'zh-CN': '周一到周六 8:30–12:00、14:00–17:30', en: 'Monday to Saturday 8:30–12:00 and 14:00–17:30' },
    },
    // What is said about the street office itself goes to somebody outside it.
    integrity: { post: postId(street.id, 'integrityOfficer'), second: postId(street.id, 'supervisionReader') },
  }
  await tx
    .insertInto('street_setting')
    .values(Object.entries(settings).map(([key, value]) => ({ street_id: street.id, key, value: JSON.stringify(value), changed_at: now })))
    .execute()
}

/** Posts nobody in the cast holds, so that no service ends at an empty desk. */
async function appointStaff(deed: Deed): Promise<void> {
  const { tx, now } = deed
  const street_id = deed.street.id
  for (const { key, name, phone, posts } of staff) {
    const person = demoId(street_id, 'staff', key)
    await tx
      .insertInto('person')
      .values(personRow(deed, { id: person, name, phone, origin: 'demo' }))
      .execute()
    await tx
      .insertInto('appointment')
      .values(
        posts.map((post) => ({
          street_id,
          id: demoId(street_id, 'appointment', key, post),
          post_id: postId(street_id, post),
          person_id: person,
          starts_on: '2026-01-05',
          created_at: now,
        })),
      )
      .execute()
  }
}

/** Asked for, decided within the ten working days, delivered some weeks later. */
async function loadSupports({ tx, street }: Deed, calendar: Calendar, today: string): Promise<void> {
  const street_id = street.id
  await tx
    .insertInto('support')
    .values(
      supports.map(({ organ, kind, what, cents = null, state, daysAgo, outcome = null, reason = null }) => {
        const requested = openDayBy(calendar, addDays(today, -daysAgo))
        const decided = addWorkingDays(calendar, requested, 2 + (daysAgo % 5))
        const delivered = state === 'delivered' ? addWorkingDays(calendar, decided, 3 + (daysAgo % 8)) : null
        const isDecided = state === 'granted' || state === 'refused' || state === 'delivered'
        return {
          street_id,
          id: timedId(street_id, startOfDay(street.zone, requested), 'support', what),
          organ_id: organId(street_id, organ),
          kind,
          what,
          cents,
          state,
          requested_by: postId(street_id, asksFor[organ] ?? 'streetOfficer'),
          requested_on: requested,
          due_on: addWorkingDays(calendar, requested, settingDefaults.clocks.supportRequest),
          decided_by: isDecided ? postId(street_id, 'streetLead') : null,
          decided_on: isDecided ? decided : null,
          delivered_on: delivered,
          hours: kind === 'place' ? 60 + (daysAgo % 9) * 20 : kind === 'equipment' ? 400 : null,
          level: organ === 'residentsCommittee' || organ === 'collective' ? ('community' as const) : ('street' as const),
          // The last of them has not been confirmed yet.
          received_on: delivered && outcome !== null ? addDays(delivered, 1) : null,
          received_by: delivered && outcome !== null ? postId(street_id, asksFor[organ] ?? 'streetOfficer') : null,
          outcome_due: delivered && addDays(delivered, 60),
          outcome,
          reason,
        }
      }),
    )
    .execute()
}

async function loadNotices({ tx, street }: Deed, calendar: Calendar, today: string): Promise<void> {
  const street_id = street.id
  await tx
    .insertInto('notice')
    .values(
      notices.map(({ organ, title, body, daysAgo, lastsUntil, audience = 'everyone', community, withdrawn }) => {
        const midnight = startOfDay(street.zone, openDayBy(calendar, addDays(today, -daysAgo))).getTime()
        return {
          street_id,
          id: timedId(street_id, new Date(midnight + 10 * 3_600_000), 'notice', title.en),
          organ_id: organId(street_id, organ),
          title: JSON.stringify(title),
          body: JSON.stringify(body),
          audience,
          community_id: community ? communityId(street_id, community) : null,
          published_at: new Date(midnight + 10 * 3_600_000),
          published_by: postId(street_id, organ === 'station' ? 'stationLead' : organ === 'provider' ? 'providerHead' : 'streetOfficer'),
          until_day: lastsUntil === undefined ? null : addDays(today, lastsUntil),
          withdrawn_at: withdrawn ? new Date(midnight + 30 * 3_600_000) : null,
          created_at: new Date(midnight + 9 * 3_600_000),
        }
      }),
    )
    .execute()
}

/** Notices that carriers took down to the lanes, and what came back. */
async function loadPassings({ tx, street }: Deed, today: string): Promise<void> {
  const published = await tx
    .selectFrom('notice')
    .select(['id', 'title', 'published_at'])
    .where('street_id', '=', street.id)
    .where('withdrawn_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(12)
    .execute()
  const carriers = ['laneHeadThree', 'newcomerDelegate', 'socialWorker', 'localDelegate'] as const
  const rows = published.flatMap(({ id, published_at }, index) =>
    carriers.slice(0, index % 5).map((post, at) => {
      const day = addDays(dayIn(street.zone, published_at!), 1 + at)
      const asks = index === 2 && at === 0
      return {
        street_id: street.id,
        notice_id: id,
        post_id: postId(street.id, post),
        on_day: day > today ? today : day,
        asked: asks ? '老人不会用手机，能不能带着证件直接来？' : null,
        answer: asks ? '可以，窗口帮着填，不用先在手机上约。' : null,
        answered_on: asks ? today : null,
      }
    }),
  )
  if (rows.length > 0) await tx.insertInto('notice_passing').values(rows).execute()
}

async function loadTogether(deed: Deed, today: string): Promise<void> {
  const street_id = deed.street.id
  for (const { host, title, what, place, community, partners, inDays, cameOf, because } of together) {
    const on = addDays(today, inDays)
    const startsAt = new Date(startOfDay(deed.street.zone, on).getTime() + 15 * 3_600_000)
    const planned = addDays(on, -21)
    const id = timedId(street_id, startOfDay(deed.street.zone, planned), 'together', title.en)
    await deed.tx
      .insertInto('joint_activity')
      .values({
        street_id,
        id,
        title: JSON.stringify(title),
        what: JSON.stringify(what),
        place: JSON.stringify(place),
        community_id: community ? communityId(street_id, community) : null,
        starts_at: startsAt,
        ends_at: new Date(startsAt.getTime() + 3 * 3_600_000),
        state: cameOf ? 'done' : because ? 'cancelled' : 'planned',
        came_of: cameOf ? JSON.stringify(cameOf) : null,
        because: because ? JSON.stringify(because) : null,
        planned_by: postId(street_id, host === 'provider' ? 'providerHead' : host === 'school' ? 'schoolLead' : 'streetOfficer'),
        created_at: startOfDay(deed.street.zone, planned < today ? planned : today),
      })
      .execute()
    if (because) continue
    await setParties(
      deed,
      { kind: 'jointActivity', thingId: id, title, link: `/together/${id}`, on },
      organId(street_id, host),
      Object.entries(partners).map(([organ, role]) => ({ organId: organId(street_id, organ as keyof typeof partners), role })),
    )
  }
}
