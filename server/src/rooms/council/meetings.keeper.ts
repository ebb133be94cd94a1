import type { Deed } from '../../platform/deed.ts'
import type { KeeperPart } from '../../platform/privacy/keeper.ts'

const tables = [
  'meeting_poll_answer',
  'unavailable_time',
  'meeting_request_backer',
  'meeting_invitation',
  'meeting_sign_in',
  'meeting_attendance',
  'minutes_confirmation',
  'induction_page',
] as const

/** What lies around a delegate's meetings. Who was there and who asked for one stays as an act of office; the name goes with the account. */
const goes = ['meeting_poll_answer', 'unavailable_time', 'meeting_invitation', 'meeting_sign_in', 'induction_page'] as const

export const meetingsKeeper: KeeperPart = {
  tables,

  open: async () => [],

  async export(deed: Deed, personId: string) {
    const own = { street: deed.street.id, personId }
    const invitations = await deed.tx
      .selectFrom('meeting_invitation')
      .select(['meeting_id', 'answer', 'excuse', 'children', 'interpreter', 'answered_at'])
      .where('street_id', '=', own.street)
      .where('person_id', '=', personId)
      .orderBy('sent_at')
      .execute()
    const attendance = await deed.tx
      .selectFrom('meeting_attendance')
      .select(['meeting_id', 'state', 'came_at', 'left_at'])
      .where('street_id', '=', own.street)
      .where('person_id', '=', personId)
      .orderBy('meeting_id')
      .execute()
    const signIns = await deed.tx
      .selectFrom('meeting_sign_in')
      .select(['meeting_id', 'came_at', 'left_at', 'how'])
      .where('street_id', '=', own.street)
      .where('person_id', '=', personId)
      .orderBy('came_at')
      .execute()
    const unavailable = await deed.tx
      .selectFrom('unavailable_time')
      .select(['weekday', 'from_minute', 'to_minute'])
      .where('street_id', '=', own.street)
      .where('person_id', '=', personId)
      .orderBy('weekday')
      .execute()
    const polls = await deed.tx
      .selectFrom('meeting_poll_answer')
      .select(['poll_id', 'number', 'answer', 'answered_at'])
      .where('street_id', '=', own.street)
      .where('person_id', '=', personId)
      .orderBy('answered_at')
      .execute()
    const requests = await deed.tx
      .selectFrom('meeting_request_backer')
      .select(['request_id', 'backed_at'])
      .where('street_id', '=', own.street)
      .where('person_id', '=', personId)
      .execute()
    const pages = await deed.tx
      .selectFrom('induction_page')
      .select(['page', 'done_at'])
      .where('street_id', '=', own.street)
      .where('person_id', '=', personId)
      .execute()
    const confirmed = await deed.tx
      .selectFrom('minutes_confirmation')
      .select(['meeting_id', 'confirmed_at'])
      .where('street_id', '=', own.street)
      .where('person_id', '=', personId)
      .execute()
    const all = {
      minutesConfirmed: confirmed,
      invitations,
      attendance,
      signIns,
      unavailable,
      meetingPolls: polls,
      meetingRequests: requests,
      induction: pages,
    }
    return Object.fromEntries(Object.entries(all).filter(([, rows]) => rows.length > 0))
  },

  async forget(deed: Deed, personId: string) {
    for (const table of goes)
      await deed.tx.deleteFrom(table).where('street_id', '=', deed.street.id).where('person_id', '=', personId).execute()
  },
}
