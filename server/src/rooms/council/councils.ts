import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { CouncilPage, SeatCard } from '@ronghe/contract/council/council.ts'
import type { Deed } from '../../platform/deed.ts'
import { may } from '../programme/acting-post.ts'
import { readOrgan } from '../programme/organs.ts'
import { today } from '../programme/posts.ts'
import { charterInForce } from './charter.ts'
import { articlesOf, getCouncil } from './charter-pages.ts'
import { delegatesInOffice, heldIn } from './delegates.ts'
import { deputiesOf } from './deputies.ts'
import { parityOf } from './parity.ts'
import { seatsOf } from './seats.ts'

/** Councils that have a charter: those the daily work is done for. */
export async function foundedCouncils(deed: Deed): Promise<readonly string[]> {
  const rows = await deed.tx
    .selectFrom('charter_version')
    .innerJoin('organ', (join) =>
      join.onRef('organ.street_id', '=', 'charter_version.street_id').onRef('organ.id', '=', 'charter_version.council_id'),
    )
    .select('council_id')
    .distinct()
    .where('charter_version.street_id', '=', deed.street.id)
    .where('charter_version.state', '=', 'adopted')
    .where((organ) => organ.or([organ('organ.ended_on', 'is', null), organ('organ.ended_on', '>=', today(deed))]))
    .orderBy('council_id')
    .execute()
  return rows.map(({ council_id }) => council_id)
}

export async function listCouncils(deed: Deed) {
  const founded = await foundedCouncils(deed)
  const rows = await deed.tx
    .selectFrom('organ')
    .select(['id', 'name', 'summary', 'place'])
    .where('street_id', '=', deed.street.id)
    .where('kind', '=', 'council')
    .where('public', '=', true)
    .where((organ) => organ.or([organ('ended_on', 'is', null), organ('ended_on', '>=', today(deed))]))
    .orderBy('started_on')
    .orderBy('id')
    .execute()
  return { items: rows.map((row) => ({ ...row, founded: founded.includes(row.id) })) }
}

export async function readCouncil(deed: Deed, councilId: string): Promise<CouncilPage> {
  await getCouncil(deed, councilId)
  const version = await charterInForce(deed, councilId)
  const { parameters } = version.charter
  const clerk = heldIn(deed, councilId, 'councilClerk') !== undefined
  return {
    organ: await readOrgan(deed, councilId),
    charter: {
      number: version.number,
      inForceFrom: version.inForceFrom,
      advises: articlesOf(version.charter).find(({ key }) => key === 'nature')!.text,
      oath: parameters.seats.oath,
      way: parameters.seats.way,
    },
    seats: await seatCards(deed, councilId),
    substitutes: await substitutesOf(deed, councilId),
    parity: await parityOf(deed, councilId),
    nextMeeting: await nextMeeting(deed, councilId),
    running: await running(deed, councilId),
    may: [
      ...(clerk ? (['nameDeputy', parameters.seats.way === 'sortition' ? 'openDraw' : 'openCall'] as const) : []),
      ...(may(deed, 'council.found') && parameters.benches.chair !== 'elected' ? (['fillChair'] as const) : []),
    ],
  }
}

async function seatCards(deed: Deed, councilId: string): Promise<SeatCard[]> {
  const delegates = await delegatesInOffice(deed, councilId)
  const terms = delegates.map(({ termId }) => termId)
  const rows =
    terms.length === 0
      ? []
      : await deed.tx
          .selectFrom('seat_term')
          .leftJoin('delegate_hours', (join) =>
            join.onRef('delegate_hours.street_id', '=', 'seat_term.street_id').onRef('delegate_hours.term_id', '=', 'seat_term.id'),
          )
          .select([
            'seat_term.id',
            'seat_term.from_day',
            'seat_term.to_day',
            'seat_term.way',
            'seat_term.oath_on',
            'delegate_hours.words as hours',
          ])
          .where('seat_term.street_id', '=', deed.street.id)
          .where('seat_term.id', 'in', terms)
          .execute()
  const deputies = await deputiesOf(deed, councilId)
  return (await seatsOf(deed, councilId)).map(({ id, bench, number }) => {
    const delegate = delegates.find(({ seatId }) => seatId === id)
    const term = rows.find((row) => row.id === delegate?.termId)
    return {
      seatId: id,
      bench,
      number,
      delegate:
        delegate && term
          ? {
              termId: term.id,
              personId: delegate.personId,
              name: delegate.name,
              since: term.from_day,
              until: term.to_day,
              way: term.way as NonNullable<SeatCard['delegate']>['way'],
              oathOn: term.oath_on,
              contactHours: term.hours,
              deputy: deputies.some(({ termId }) => termId === term.id),
            }
          : null,
    }
  })
}

async function substitutesOf(deed: Deed, councilId: string): Promise<Record<Bench, number>> {
  const rows = await deed.tx
    .selectFrom('seat_offer')
    .select('bench')
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('state', '=', 'waiting')
    .execute()
  const count = (bench: Bench): number => rows.filter((row) => row.bench === bench).length
  return { newcomers: count('newcomers'), locals: count('locals') }
}

async function nextMeeting(deed: Deed, councilId: string): Promise<CouncilPage['nextMeeting']> {
  const row = await deed.tx
    .selectFrom('meeting')
    .select(['id', 'starts_at', 'place'])
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('kind', '<>', 'practice')
    .where('state', 'in', ['notified', 'open'])
    .where('ends_at', '>=', deed.now)
    .orderBy('starts_at')
    .executeTakeFirst()
  return row ? { id: row.id, startsAt: row.starts_at.toISOString(), place: row.place } : null
}

async function running(deed: Deed, councilId: string): Promise<CouncilPage['running']> {
  const draw = await deed.tx
    .selectFrom('draw')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('state', 'not in', ['finished', 'cancelled'])
    .executeTakeFirst()
  const calls = await deed.tx
    .selectFrom('seat_call')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('state', 'in', ['open', 'notice', 'voting'])
    .execute()
  return { draw: draw?.id ?? null, calls: calls.length }
}
