import type { commandFloor, FloorAsk } from '@ronghe/contract/council/floor.ts'
import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { decide, type Actor, type Counts, type FloorCommand, type FloorEvent, type FloorState } from '@ronghe/floor'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { liveOf } from '../../platform/live/live.ts'
import { charterInForce, cited } from './charter.ts'
import { delegatesInOffice, heldIn } from './delegates.ts'
import { deputiesOf } from './deputies.ts'
import { follow } from './floor-effects.ts'
import { appendEvents, floorState } from './floor-events.ts'
import { floorAgenda, openedItem } from './floor-items.ts'
import { floorRulesOf } from './floor-rules.ts'
import { shown } from './floor-view.ts'
import { lockMeeting, type Meeting } from './meeting-rows.ts'
import { checkStillOpen } from './motion-steps.ts'
import { presentIn } from './presence-rows.ts'

/** One command of a delegate, of whoever presides, or of the clerk: events, or a refusal that cites the article. */
export async function askFloor(
  deed: Deed,
  meetingId: string,
  { commandId, command }: { readonly commandId: string; readonly command: FloorAsk },
): Promise<ReplyOf<typeof commandFloor>> {
  // Locking the meeting's row is what keeps the numbers gapless when two people act at once.
  const meeting = await lockMeeting(deed, meetingId)
  const actor = await actorIn(deed, meeting)
  return carryOut(deed, meeting, actor, commandId, command)
}

/** Somebody with a seat, or the clerk: everybody else follows. */
async function actorIn(deed: Deed, { councilId }: Meeting): Promise<Actor> {
  const { actor } = deed
  if (actor.kind !== 'person') throw forbidden()
  if (heldIn(deed, councilId, 'councilClerk')) return { id: actor.personId, clerk: true }
  if ((await delegatesInOffice(deed, councilId)).some(({ personId }) => personId === actor.personId))
    return { id: actor.personId, clerk: false }
  throw forbidden('council-not-delegate', await cited(deed, councilId, 'benches'))
}

async function carryOut(
  deed: Deed,
  meeting: Meeting,
  actor: Actor,
  commandId: string,
  asked: FloorAsk | Extract<FloorCommand, { readonly kind: 'enterResult' }>,
): Promise<ReplyOf<typeof commandFloor>> {
  const state = await floorState(deed, meeting.id)
  if (Object.hasOwn(state.answered, commandId)) return { last: state.answered[commandId]!, events: [] }
  if (state.phase === 'before' && asked.kind === 'open' && meeting.state !== 'notified')
    throw refused('meeting-not-so-far', await cited(deed, meeting.councilId, 'meetings'))
  const command = 'id' in asked ? asked : { ...(await filledIn(deed, meeting, state, asked, actor)), id: commandId }
  const decided = decide(state, command as FloorCommand, { now: deed.now, actor })
  if (decided.kind === 'refused')
    throw refused(decided.code, await cited(deed, meeting.councilId, decided.article, { params: decided.params }))
  if (decided.kind === 'repeated') return { last: decided.number, events: [] }
  await keep(deed, meeting, decided.events, state)
  return { last: decided.state.number, events: decided.events.map((event) => shown(event, decided.state)) }
}

/** Appends, and lets follow what follows, in one transaction; the journal notes what was done, the list says what happened. */
async function keep(deed: Deed, meeting: Meeting, events: readonly FloorEvent[], before: FloorState): Promise<void> {
  if (events.length === 0) return
  const person = deed.actor.kind === 'person' ? deed.actor.personId : null
  await appendEvents(deed, meeting.id, events, new Set(person === null ? [] : [person]))
  let motionId = openMotion(before)
  for (const event of events) {
    if (event.kind === 'itemOpened') motionId = event.item.kind === 'motion' ? (event.item.motion?.id ?? null) : null
    await follow(deed, meeting, event, motionId)
  }
  for (const { kind, number } of events)
    if (journalled.has(kind)) await record(deed, { kind: `council.floor.${kind}`, plain: { meeting: meeting.id, number } })
  const topic = topicOf(deed.street.id, meeting.id)
  deed.afterCommit(() => liveOf(deed.platform).changed(topic))
}

const openMotion = ({ item }: FloorState): string | null => (item?.kind === 'motion' ? (item.motion?.id ?? null) : null)
export const topicOf = (streetId: string, meetingId: string): string => `${streetId} floor ${meetingId}`

/** What decides something, or is said in somebody else's name. The rest stands in the list, which is kept as long. */
const journalled: ReadonlySet<FloorEvent['kind']> = new Set([
  'meetingOpened',
  'itemOpened',
  'chairPassed',
  'interestNoted',
  'pointRuled',
  'voteOpened',
  'voteAnnounced',
  'voteCast',
  'countEntered',
  'voteAbandoned',
  'voteClosed',
  'itemClosed',
  'adjourned',
  'resumed',
  'meetingClosed',
])

/** What the sender need not say because the house knows it: charter, delegates, agenda, text of the item, lines of an amendment. */
async function filledIn(deed: Deed, meeting: Meeting, state: FloorState, asked: FloorAsk, actor: Actor): Promise<object> {
  switch (asked.kind) {
    case 'open': {
      const { charter, id } = await charterInForce(deed, meeting.councilId)
      await deed.tx
        .updateTable('meeting')
        .set({ charter_version_id: id })
        .where('street_id', '=', deed.street.id)
        .where('id', '=', meeting.id)
        .execute()
      const deputies = await deputiesOf(deed, meeting.councilId)
      return {
        kind: 'open',
        practice: meeting.kind === 'practice',
        rules: floorRulesOf(charter.parameters),
        delegates: (await delegatesInOffice(deed, meeting.councilId)).map(({ personId, name, bench }) => ({ id: personId, name, bench })),
        present: [...(await presentIn(deed, meeting))],
        deputies: Object.fromEntries(deputies.toReversed().map(({ bench, personId }) => [bench as Bench, personId])),
        agenda: await floorAgenda(deed, meeting),
      }
    }
    case 'come':
      // Oneself one signs in with the code on the wall, which shows that one is in the hall.
      if (!actor.clerk && actor.id !== state.presidingId) throw refused('floor-not-present', await cited(deed, meeting.councilId, 'quorum'))
      return { ...asked, how: actor.clerk ? 'list' : 'chair' }
    case 'openItem': {
      const opened = await openedItem(deed, meeting, asked.itemId)
      if (!opened) throw notFound('agenda-item')
      if (opened.item.kind === 'motion' && opened.item.motion && state.item === null) await checkStillOpen(deed, opened.item.motion.id)
      return { kind: 'openItem', ...opened, because: asked.because }
    }
    case 'moveAmendment': {
      const row = await deed.tx
        .selectFrom('amendment')
        .select(['id', 'number', 'lines', 'from_line', 'to_line', 'motion_id', 'state'])
        .where('street_id', '=', deed.street.id)
        .where('id', '=', asked.amendmentId)
        .executeTakeFirst()
      if (!row || row.state !== 'open' || row.motion_id !== openMotion(state))
        throw refused('floor-amendment-unknown', await cited(deed, meeting.councilId, 'floor'))
      const amendment = { id: row.id, number: row.number, lines: row.lines, fromLine: row.from_line, toLine: row.to_line }
      return { kind: 'moveAmendment', delegateId: asked.delegateId, amendment }
    }
    case 'announceBallot': {
      const ballot = await deed.tx
        .selectFrom('secret_ballot')
        .select('motion_id')
        .where('street_id', '=', deed.street.id)
        .where('council_id', '=', meeting.councilId)
        .where('id', '=', asked.ballotId)
        .executeTakeFirst()
      if (!ballot || ballot.motion_id !== openMotion(state)) throw unfit([{ path: 'ballotId', code: 'floor-other-ballot' }])
      return asked
    }
    default:
      return asked
  }
}

/** Signed in by the code, the list or the chair while the meeting is running: it is an event of the meeting. */
export async function attend(
  deed: Deed,
  meeting: Meeting,
  { personId, here, how }: { readonly personId: string; readonly here: boolean; readonly how: 'code' | 'list' | 'chair' },
): Promise<void> {
  const state = await floorState(deed, meeting.id)
  if (state.phase !== 'open' && state.phase !== 'adjourned') return
  if (state.present.includes(personId) === here) return
  const command = here ? { kind: 'come', delegateId: personId, how } : { kind: 'leave', delegateId: personId }
  const actor: Actor = { id: deed.actor.kind === 'person' ? deed.actor.personId : personId, clerk: how === 'list' }
  const decided = decide(state, { ...command, id: deed.id() } as FloorCommand, { now: deed.now, actor })
  if (decided.kind === 'refused')
    throw refused(decided.code, await cited(deed, meeting.councilId, decided.article, { params: decided.params }))
  if (decided.kind === 'accepted') await keep(deed, meeting, decided.events, state)
}

/** The result of a secret ballot that a meeting waits for; any other meeting's floor is left as it is. */
export async function takeBallotResult(
  deed: Deed,
  result: { readonly meetingId: string; readonly ballotId: string; readonly counts: Counts | { readonly total: Counts[string] } },
): Promise<void> {
  const meeting = await lockMeeting(deed, result.meetingId)
  const state = await floorState(deed, meeting.id)
  if (state.vote?.ballotId !== result.ballotId) return
  await carryOut(deed, meeting, { id: 'ballot', clerk: true }, `ballot ${result.ballotId}`, {
    id: `ballot ${result.ballotId}`,
    kind: 'enterResult',
    ballotId: result.ballotId,
    counts: result.counts,
  })
}
