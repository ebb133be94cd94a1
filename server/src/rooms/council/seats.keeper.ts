import type { OpenItem } from '@ronghe/contract/people/leaving.ts'
import type { Deed } from '../../platform/deed.ts'
import { today } from '../programme/posts.ts'
import type { KeeperPart } from '../../platform/privacy/keeper.ts'
import { declarationsOf } from './interests.ts'

const termsOf = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('seat_term')
    .innerJoin('seat', (join) => join.onRef('seat.street_id', '=', 'seat_term.street_id').onRef('seat.id', '=', 'seat_term.seat_id'))
    .select(['seat_term.id', 'seat.bench', 'seat.number', 'seat_term.from_day', 'seat_term.to_day', 'seat_term.way'])
    .where('seat_term.street_id', '=', deed.street.id)
    .where('seat_term.person_id', '=', personId)
    .orderBy('seat_term.from_day')

const offersTo = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('seat_offer')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('state', 'in', ['waiting', 'offered'])

const ends = (kind: string, id: string, zh: string, en: string, zhNote: string, enNote: string): OpenItem => ({
  room: 'council',
  kind,
  id,
  title: { 'zh-CN': zh, en },
  becomes: 'ends',
  note: { 'zh-CN': zhNote, en: enNote },
})

/** Seats somebody held, might take or stood for. Whoever leaves gives them up; that somebody sat there stays, without the name. */
export const seatsKeeper: KeeperPart = {
  tables: [
    'seat_term',
    'draw_choice',
    'draw_row',
    'seat_offer',
    'seat_candidate',
    'seat_objection',
    'handover_note',
    'interest_declaration',
  ],

  async open(deed, personId) {
    const terms = await termsOf(deed, personId).where('seat_term.to_day', '>=', today(deed)).execute()
    const offers = await offersTo(deed, personId).select('id').execute()
    return [
      ...terms.map(({ id }) =>
        ends(
          'seat',
          id,
          '议事会席位',
          'Seat in the council',
          '您离开后席位空出，由本方候补递补。',
          'The seat falls vacant when you leave and a substitute moves up.',
        ),
      ),
      ...offers.map(({ id }) =>
        ends(
          'seatOffer',
          id,
          '议事会候补或待答复的席位',
          'A seat offered, or a place among the substitutes',
          '您离开后由下一位候补接上。',
          'The next substitute takes your place.',
        ),
      ),
    ]
  },

  async export(deed, personId) {
    const terms = await termsOf(deed, personId).execute()
    const choices = await deed.tx
      .selectFrom('draw_choice')
      .select(['bench', 'age_band', 'stays_out', 'at'])
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .execute()
    const interests = await declarationsOf(deed, personId)
    return {
      ...(terms.length > 0 && {
        seats: terms.map(({ bench, number, from_day, to_day, way }) => ({ bench, number, from_day, to_day, way })),
      }),
      ...(choices.length > 0 && { draws: choices }),
      ...(interests.length > 0 && {
        interests: interests.map(({ kind, organ, party, since }) => ({ kind, organ: organ?.name, party, since })),
      }),
    }
  },

  async forget(deed, personId) {
    const { tx, street } = deed
    const day = today(deed)
    await tx
      .updateTable('seat_offer')
      .set({ state: 'ended', person_id: null, answered_on: day })
      .where('street_id', '=', street.id)
      .where('person_id', '=', personId)
      .execute()
    await tx
      .deleteFrom('handover_note')
      .where('street_id', '=', street.id)
      .where('term_id', 'in', (terms) =>
        terms.selectFrom('seat_term').select('id').where('street_id', '=', street.id).where('person_id', '=', personId),
      )
      .execute()
    await tx
      .updateTable('seat_term')
      .set({ to_day: day, ended_because: 'left' })
      .where('street_id', '=', street.id)
      .where('person_id', '=', personId)
      .where('to_day', '>', day)
      .execute()
    for (const table of ['draw_choice', 'draw_row', 'seat_candidate', 'seat_objection', 'interest_declaration'] as const)
      await tx.deleteFrom(table).where('street_id', '=', street.id).where('person_id', '=', personId).execute()
  },
}
