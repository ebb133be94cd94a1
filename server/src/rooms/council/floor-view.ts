import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { FloorLine, readFloor as operation } from '@ronghe/contract/council/floor.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import { articleNumber } from '@ronghe/contract/council/charters/say.ts'
import type { FloorEvent, FloorState } from '@ronghe/floor'
import type { Deed } from '../../platform/deed.ts'
import { getOrgan } from '../programme/organ-rows.ts'
import { agendaItems } from './agenda.ts'
import { charterInForce } from './charter.ts'
import { delegatesInOffice, heldIn } from './delegates.ts'
import { floorEvents, floorState } from './floor-events.ts'
import { meetingShown, type Meeting } from './meeting-rows.ts'
import { presentIn } from './presence-rows.ts'

/**
 * An event as everybody sees it: delegates act in public, whoever else gave the command is not named, and how somebody votes in a roll-call is
 * seen when it is closed.
 */
export function shown(event: FloorEvent, { delegates }: Pick<FloorState, 'delegates'>): FloorLine {
  const by = delegates.some(({ id }) => id === event.by) ? event.by : null
  return event.kind === 'voteCast' ? { ...event, by, mark: null } : { ...event, by }
}

/** The meeting with its events after a number, for whoever may see it. */
export async function readFloor(deed: Deed, meetingId: string, after: number): Promise<ReplyOf<typeof operation>> {
  const meeting = await meetingShown(deed, meetingId)
  const state = await floorState(deed, meetingId)
  const events = await floorEvents(deed, meetingId, after)
  const inOffice = await delegatesInOffice(deed, meeting.councilId)
  const present = state.phase === 'before' ? await presentIn(deed, meeting) : new Set(state.present)
  const person = deed.actor.kind === 'person' && deed.actor.session !== 'empty' ? deed.actor.personId : null
  const mine = person !== null && inOffice.some(({ personId }) => personId === person) ? person : null
  const { charter } = await charterInForce(deed, meeting.councilId)
  return {
    meeting: {
      id: meeting.id,
      councilId: meeting.councilId,
      number: meeting.number,
      kind: meeting.kind,
      state: meeting.state,
      startsAt: meeting.startsAt.toISOString(),
      place: meeting.place,
      council: (await getOrgan(deed, meeting.councilId)).name,
    },
    now: deed.now.toISOString(),
    last: state.number,
    events: events.map((event) => shown(event, state)),
    delegates: inOffice.map(({ personId, name, bench }) => ({ id: personId, name, bench, present: present.has(personId) })),
    agenda: await agendaShown(deed, meeting),
    articles: Object.fromEntries(
      charter.articles.map(({ key, title }) => [key, `${articleNumber(key)} ${inLanguage(title, deed.language)}`]),
    ),
    me: {
      delegateId: mine,
      clerk: heldIn(deed, meeting.councilId, 'councilClerk') !== undefined,
      mark: (mine !== null && state.vote?.marks[mine]?.mark) || null,
    },
  }
}

async function agendaShown(deed: Deed, meeting: Meeting): Promise<ReplyOf<typeof operation>['agenda']> {
  const items = await agendaItems(deed, meeting.id)
  const motions = items.flatMap(({ motion }) => motion?.id ?? [])
  const amendments =
    motions.length === 0
      ? []
      : await deed.tx
          .selectFrom('amendment')
          .select(['id', 'number', 'motion_id', 'lines', 'from_line', 'to_line'])
          .where('street_id', '=', deed.street.id)
          .where('motion_id', 'in', motions)
          .where('state', '=', 'open')
          .orderBy('number')
          .execute()
  const ballots =
    motions.length === 0
      ? []
      : await deed.tx
          .selectFrom('secret_ballot')
          .select(['id', 'motion_id'])
          .where('street_id', '=', deed.street.id)
          .where('motion_id', 'in', motions)
          .where('state', 'not in', ['published', 'setAside'])
          .execute()
  return items.map(({ id, position, kind, title, bench, motion }) => ({
    id,
    position,
    kind,
    title,
    bench: bench as Bench | null,
    amendments: amendments
      .filter(({ motion_id }) => motion_id === motion?.id)
      .map((one) => ({ id: one.id, number: one.number, lines: one.lines, fromLine: one.from_line, toLine: one.to_line })),
    ballotId: ballots.find(({ motion_id }) => motion_id === motion?.id)?.id ?? null,
  }))
}
