import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import type { KeeperPart } from './council.keeper.ts'

const termsOf = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('seat_term')
    .innerJoin('seat', (join) => join.onRef('seat.street_id', '=', 'seat_term.street_id').onRef('seat.id', '=', 'seat_term.seat_id'))
    .select(['seat_term.id', 'seat.bench', 'seat.number', 'seat_term.from_day', 'seat_term.to_day', 'seat_term.way'])
    .where('seat_term.street_id', '=', deed.street.id)
    .where('seat_term.person_id', '=', personId)
    .orderBy('seat_term.from_day')

/** Seats somebody held. Whoever leaves gives the seat up; that somebody sat there stays, without the name. */
export const seatsKeeper: KeeperPart = {
  tables: ['seat_term'],

  async open(deed, personId) {
    const today = dayIn(deed.street.zone, deed.now)
    const rows = await termsOf(deed, personId).where('seat_term.to_day', '>=', today).execute()
    return rows.map(({ id }) => ({
      room: 'council',
      kind: 'seat',
      id,
      title: { 'zh-CN': '议事会席位', en: 'Seat in the council' },
      becomes: 'ends' as const,
      note: { 'zh-CN': '您离开后席位空出，由本方候补递补。', en: 'The seat falls vacant when you leave and a substitute moves up.' },
    }))
  },

  async export(deed, personId) {
    const rows = await termsOf(deed, personId).execute()
    return rows.length === 0 ? {} : { seats: rows.map(({ id: _, ...row }) => row) }
  },

  async forget(deed, personId) {
    const today = dayIn(deed.street.zone, deed.now)
    await deed.tx
      .updateTable('seat_term')
      .set({ to_day: today, ended_because: 'left' })
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .where('to_day', '>', today)
      .execute()
  },
}
