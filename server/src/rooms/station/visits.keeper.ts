import type { OpenItem } from '@ronghe/contract/people/leaving.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import type { Keeper } from '../../platform/privacy/keeper.ts'
import { today } from '../programme/posts.ts'
import { cancel } from './appointments.ts'
import { dayWords } from './case-words.ts'
import { isOver } from './dispute-lifecycle.ts'
import { setMediators } from './dispute-mediators.ts'
import { disputesOf, openWords, takeDisputeStep } from './dispute-rows.ts'
import { forgetHazard } from './hazard-photos.ts'
import { wordsOf as hazardWords } from './hazards.ts'
import { blank } from './mediation-work.ts'
import { wordsPlace } from './ratings.ts'
import { ticketLabel } from './ticket-lifecycle.ts'

const onDay = (zh: string, en: string, day: string): Text => ({
  'zh-CN': `${zh} ${dayWords(day, 'zh-CN')}`,
  en: `${en}, ${dayWords(day, 'en')}`,
})
const bookingsOf = (deed: Deed, personId: string) =>
  deed.tx.selectFrom('booking').selectAll().where('street_id', '=', deed.street.id).where('person_id', '=', personId).orderBy('starts_at')
const comingShifts = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('model_shift')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('day', '>=', today(deed))
    .orderBy('day')
const hazardsOf = (deed: Deed, personId: string) =>
  deed.tx.selectFrom('hazard').selectAll().where('street_id', '=', deed.street.id).where('person_id', '=', personId).orderBy('reported_on')
const ratingsOf = (deed: Deed, personId: string) =>
  deed.tx.selectFrom('rating').selectAll().where('street_id', '=', deed.street.id).where('person_id', '=', personId).orderBy('at')

/** What the counter and what follows a visit keep about a person: appointments, tickets, shifts, ratings, disputes, reports. */
export const visitsKeeper: Keeper = {
  room: 'visits',
  tables: [
    'service_window',
    'booking',
    'ticket',
    'model_shift',
    'rating',
    'rating_code',
    'rating_follow_up',
    'rating_follow_up_event',
    'dispute',
    'dispute_mediator',
    'mediation_session',
    'hazard',
    'hazard_photo',
  ],

  async open(deed, personId) {
    const bookings = await bookingsOf(deed, personId).where('state', '=', 'booked').where('ends_at', '>', deed.now).execute()
    const shifts = await comingShifts(deed, personId).execute()
    const disputes = (await disputesOf(deed, personId)).filter(({ state }) => !isOver(state))
    const item = (kind: string, id: string, becomes: OpenItem['becomes'], title: Text, note: Text): OpenItem => ({
      room: 'visits',
      kind,
      id,
      title,
      becomes,
      note,
    })
    return [
      ...bookings.map(({ id, starts_at }) =>
        item('appointment', id, 'ends', onDay('预约', 'Appointment', dayIn(deed.street.zone, starts_at)), {
          'zh-CN': '您离开后取消，位置让给别人。',
          en: 'It is cancelled and the place is free for others.',
        }),
      ),
      ...shifts.map(({ id, day }) =>
        item('shift', id, 'handedOn', onDay('示范岗', 'Model window', day), {
          'zh-CN': '这个班空出来，谁都可以接。',
          en: 'The shift is open for anybody again.',
        }),
      ),
      ...disputes.map(({ id }) =>
        item(
          'dispute',
          id,
          'ends',
          { 'zh-CN': '一件调解', en: 'A mediation' },
          { 'zh-CN': '您离开后停下，双方说过的话一起删除。', en: 'It stops, and what both sides said is deleted.' },
        ),
      ),
    ]
  },

  async export(deed, personId) {
    const tickets = await deed.tx
      .selectFrom('ticket')
      .selectAll()
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .orderBy('drawn_at')
      .execute()
    const shifts = await deed.tx
      .selectFrom('model_shift')
      .selectAll()
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .orderBy('day')
      .execute()
    return {
      appointments: (await bookingsOf(deed, personId).execute()).map(({ starts_at, services, speaks, state }) => ({
        at: starts_at.toISOString(),
        services,
        speaks,
        state,
      })),
      tickets: tickets.map(({ day, number, services, speaks, state }) => ({ day, number: ticketLabel(number), services, speaks, state })),
      shifts: shifts.map(({ day }) => ({ day })),
      ratings: (await ratingsOf(deed, personId).execute()).map((row) => ({
        service: row.service_key,
        level: row.level,
        at: row.at.toISOString(),
        words: row.words_sealed ? deed.platform.sealer.open(wordsPlace(deed, row.id), row.words_sealed) : null,
      })),
      // The own words and the agreement; what the other side wrote is the other side's.
      disputes: (await disputesOf(deed, personId)).map((row) => ({
        topic: row.topic,
        state: row.state,
        requestedOn: row.requested_on,
        words: openWords(deed, row.requester_person_id === personId ? 'words_sealed' : 'answer_sealed', row),
        agreement: openWords(deed, 'agreement_sealed', row),
      })),
      hazards: (await hazardsOf(deed, personId).execute()).map((row) => ({
        number: row.number,
        kind: row.kind,
        reportedOn: row.reported_on,
        state: row.state,
        words: hazardWords(deed, row),
      })),
    }
  },

  async forget(deed, personId) {
    const { tx, street, now } = deed
    for (const { id } of await bookingsOf(deed, personId).where('state', '=', 'booked').execute()) await cancel(deed, id)
    await tx.deleteFrom('booking').where('street_id', '=', street.id).where('person_id', '=', personId).execute()
    await tx
      .updateTable('ticket')
      .set({ state: 'left', ended_at: now })
      .where('street_id', '=', street.id)
      .where('person_id', '=', personId)
      .where('state', 'in', ['waiting', 'called', 'held'])
      .execute()
    await tx
      .updateTable('ticket')
      .set({ person_id: null, speaks: null })
      .where('street_id', '=', street.id)
      .where('person_id', '=', personId)
      .execute()
    await tx
      .updateTable('model_shift')
      .set({ person_id: null })
      .where('street_id', '=', street.id)
      .where('person_id', '=', personId)
      .execute()
    await tx
      .updateTable('service_window')
      .set({ clerk_person_id: null, state: 'closed', languages: [] })
      .where('street_id', '=', street.id)
      .where('clerk_person_id', '=', personId)
      .execute()
    await forgetRatings(deed, personId)
    for (const row of await disputesOf(deed, personId)) {
      if (!isOver(row.state)) await takeDisputeStep(deed, row, row.state === 'followUp' ? 'close' : 'stop')
      await blank(deed, row.id)
    }
    await forgetMediator(deed, personId)
    for (const { id } of await hazardsOf(deed, personId).execute()) await forgetHazard(deed, id)
  },
}

/** The counts of published quarters stay as they are; the words, the answer and whose matter it was go. */
async function forgetRatings(deed: Deed, personId: string): Promise<void> {
  const { tx, street } = deed
  const cases = tx.selectFrom('service_case').select('id').where('street_id', '=', street.id).where('person_id', '=', personId)
  const rows = await tx
    .selectFrom('rating')
    .select('id')
    .where('street_id', '=', street.id)
    .where(({ or, eb }) => or([eb('person_id', '=', personId), eb('case_id', 'in', cases)]))
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return
  await tx
    .updateTable('rating')
    .set({ person_id: null, case_id: null, ticket_id: null, words_sealed: null, may_call: false })
    .where('street_id', '=', street.id)
    .where('id', 'in', ids)
    .execute()
  const followUps = await tx
    .updateTable('rating_follow_up')
    .set({ answer_sealed: null })
    .where('street_id', '=', street.id)
    .where('rating_id', 'in', ids)
    .returning('id')
    .execute()
  if (followUps.length > 0)
    await tx
      .updateTable('rating_follow_up_event')
      .set({ words_sealed: null })
      .where('street_id', '=', street.id)
      .where(
        'follow_up_id',
        'in',
        followUps.map(({ id }) => id),
      )
      .execute()
}

/** Disputes that were being mediated wait for other mediators; the station sees that they are missing. */
async function forgetMediator(deed: Deed, personId: string): Promise<void> {
  const { tx, street } = deed
  const rows = await tx
    .deleteFrom('dispute_mediator')
    .where('street_id', '=', street.id)
    .where('person_id', '=', personId)
    .returning(['dispute_id', 'out'])
    .execute()
  const left = rows.filter(({ out }) => !out).map(({ dispute_id }) => dispute_id)
  if (left.length === 0) return
  const waiting = await tx
    .updateTable('dispute')
    .set({ state: 'bothAgreed', requester_accepted: false, other_accepted: false })
    .where('street_id', '=', street.id)
    .where('id', 'in', left)
    .where('state', 'in', ['bothAgreed', 'mediatorsAccepted', 'sessions'])
    .returning('id')
    .execute()
  for (const { id } of waiting) await setMediators(deed, id, [])
}
