import type { Deed } from '@ronghe/server/platform/deed.ts'
import { addDays, dayIn, startOfDay } from '@ronghe/server/platform/calendar/working-days.ts'
import { personRow } from '@ronghe/server/rooms/people/persons.ts'
import { demoId, organId, postId } from './load-cast.ts'
import { agreements } from './agreements.ts'
import { notices, staff, supports } from './programme.ts'

/** Settings, the support ledger, notices and agreements of S Street; days are counted from today, so that the street is always of the present. */
export async function loadProgramme(deed: Deed): Promise<void> {
  const { tx, now } = deed
  const street_id = deed.street.id
  const today = dayIn(deed.street.zone, now)
  const settings = {
    texts: {
      controllerName: 'S街街道办事处',
      controllerContact: '榕树路1号，电话 020-0000-0101',
      icpNumber: '',
      policeNumber: '',
      clerkPhone: '020-0000-0102',
      clerkHours: '周一至周五 9:00–12:00，14:00–17:30',
    },
    integrity: { post: postId(street_id, 'integrityOfficer'), second: null },
  }
  await tx
    .insertInto('street_setting')
    .values(Object.entries(settings).map(([key, value]) => ({ street_id, key, value: JSON.stringify(value), changed_at: now })))
    .execute()
  await appointStaff(deed)
  await tx
    .insertInto('support')
    .values(
      supports.map(({ organ, kind, what, cents = null, state, daysAgo, outcome = null, reason = null }, index) => ({
        street_id,
        id: demoId(street_id, 'support', String(index)),
        organ_id: organId(street_id, organ),
        kind,
        what,
        cents,
        state,
        requested_by: postId(street_id, 'providerHead'),
        requested_on: addDays(today, -daysAgo),
        due_on: addDays(today, 14 - daysAgo),
        ...(state === 'requested' ? {} : { decided_by: postId(street_id, 'streetLead'), decided_on: addDays(today, 6 - daysAgo) }),
        ...(state === 'delivered' ? { delivered_on: addDays(today, 20 - daysAgo) } : {}),
        outcome,
        reason,
      })),
    )
    .execute()
  await tx
    .insertInto('notice')
    .values(
      notices.map(({ organ, title, body, daysAgo }, index) => ({
        street_id,
        id: demoId(street_id, 'notice', String(index)),
        organ_id: organId(street_id, organ),
        title: JSON.stringify(title),
        body: JSON.stringify(body),
        published_at: new Date(startOfDay(deed.street.zone, addDays(today, -daysAgo)).getTime() + 10 * 3_600_000),
        published_by: postId(street_id, 'streetOfficer'),
        created_at: new Date(startOfDay(deed.street.zone, addDays(today, -daysAgo)).getTime() + 9 * 3_600_000),
      })),
    )
    .execute()
  for (const { key, title, counterpart, subject, state, terms, guide, instead, signedDaysAgo, lastsDays, matters, owner } of agreements) {
    const id = demoId(street_id, 'agreement', key)
    const signed = signedDaysAgo === null ? null : addDays(today, -signedDaysAgo)
    await tx
      .insertInto('agreement')
      .values({
        street_id,
        id,
        key,
        title: JSON.stringify(title),
        counterpart: JSON.stringify(counterpart),
        subject,
        state,
        terms: JSON.stringify(terms),
        today: guide ? JSON.stringify({ ...guide, checkedOn: addDays(today, -20) }) : null,
        instead: JSON.stringify(instead),
        owner_post: postId(street_id, owner),
        signed_on: signed,
        starts_on: signed,
        ends_on: signed && addDays(signed, lastsDays),
        created_at: startOfDay(deed.street.zone, addDays(signed ?? today, -60)),
      })
      .execute()
    const happened =
      state === 'inForce' ? (['proposed', 'negotiating', 'signed', 'inForce'] as const) : (['proposed', 'negotiating'] as const)
    await tx
      .insertInto('agreement_event')
      .values(
        happened.map((kind, index) => ({
          street_id,
          id: demoId(street_id, 'agreement', key, kind),
          agreement_id: id,
          kind,
          by_post: postId(street_id, owner),
          at: startOfDay(deed.street.zone, addDays(signed ?? today, 20 * (index - happened.length))),
        })),
      )
      .execute()
    if (matters.length > 0)
      await tx
        .insertInto('agreement_matter')
        .values(
          matters.map(({ what, dueInDays }, index) => ({
            street_id,
            id: demoId(street_id, 'agreement', key, 'matter', String(index)),
            agreement_id: id,
            what,
            owner_post: postId(street_id, owner),
            due_on: addDays(today, dueInDays),
          })),
        )
        .execute()
  }
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
