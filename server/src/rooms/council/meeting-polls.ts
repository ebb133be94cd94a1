import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { MeetingPoll, OfferedSlot, SlotAnswer } from '@ronghe/contract/council/meeting-polls.ts'
import type { MeetingKind, MeetingPage } from '@ronghe/contract/council/meetings.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { cited, parametersOf } from './charter.ts'
import { actingDelegate, asClerk, delegatesInOffice, heldIn, type Delegate } from './delegates.ts'
import { planMeeting } from './meeting-planning.ts'
import { belongs } from './meeting-rows.ts'
import { countCannot, earliestDay, keepsNotice, offeredSlots } from './meeting-times.ts'
import { quorumOf } from './quorum.ts'
import { unavailableInOffice } from './unavailable-times.ts'

/** Times the clerk may offer: how many cannot is a number of office-holders, who they are stays with them. */
export async function offerSlots(deed: Deed, councilId: string, minutes: number): Promise<{ items: OfferedSlot[] }> {
  asClerk(deed, councilId)
  const { meetings } = await parametersOf(deed, councilId)
  // Those asked need time to answer before the notice begins to run.
  const slots = offeredSlots({
    zone: deed.street.zone,
    now: deed.now,
    noticeDays: meetings.noticeDays + daysToAnswer,
    minutes,
    perPerson: await unavailableInOffice(deed, councilId),
  })
  return {
    items: slots.map(({ startsAt, endsAt, cannot }) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), cannot })),
  }
}
const daysToAnswer = 3

export interface NewPoll {
  readonly kind: MeetingKind
  readonly place: string
  readonly closesAt: string
  readonly slots: readonly { readonly startsAt: string; readonly endsAt: string }[]
  readonly anyway: boolean
  readonly requestId?: string | undefined
}

export async function openPoll(deed: Deed, councilId: string, poll: NewPoll): Promise<MeetingPoll> {
  const clerk = asClerk(deed, councilId)
  await checkSlots(deed, councilId, poll)
  const id = deed.id()
  const { tx, street } = deed
  await tx
    .insertInto('meeting_poll')
    .values({
      street_id: street.id,
      id,
      council_id: councilId,
      kind: poll.kind,
      place: poll.place,
      closes_at: new Date(poll.closesAt),
      state: 'open',
      request_id: poll.requestId ?? null,
      created_at: deed.now,
      created_by_post: clerk.id,
    })
    .execute()
  await tx
    .insertInto('meeting_poll_slot')
    .values(
      poll.slots.map(({ startsAt, endsAt }, index) => ({
        street_id: street.id,
        poll_id: id,
        number: index + 1,
        starts_at: new Date(startsAt),
        ends_at: new Date(endsAt),
        chosen: false,
      })),
    )
    .execute()
  for (const { personId } of await delegatesInOffice(deed, councilId))
    await notify(deed, personId, { template: 'meeting-poll', link: `/council/${councilId}/meetings` })
  await record(deed, { kind: 'council.meeting-poll.opened', plain: { poll: id, slots: poll.slots.length, anyway: poll.anyway } })
  return readPoll(deed, id)
}

async function checkSlots(deed: Deed, councilId: string, { slots, closesAt, kind, anyway }: NewPoll): Promise<void> {
  const { zone } = deed.street
  const { meetings } = await parametersOf(deed, councilId)
  const closing = new Date(closesAt)
  if (closing <= deed.now) throw unfit([{ path: 'closesAt', code: 'meeting-in-the-past' }])
  const perPerson = await unavailableInOffice(deed, councilId)
  for (const [index, slot] of slots.entries()) {
    const stretch = { startsAt: new Date(slot.startsAt), endsAt: new Date(slot.endsAt) }
    if (stretch.endsAt <= stretch.startsAt) throw unfit([{ path: `slots.${index}.endsAt`, code: 'meeting-length' }])
    // When the poll closes the notice must still be possible.
    if (kind !== 'practice' && !keepsNotice(zone, closing, stretch.startsAt, meetings.noticeDays))
      throw refused(
        'poll-too-late-for-notice',
        await cited(deed, councilId, 'meetings', {
          params: { days: meetings.noticeDays, first: earliestDay(zone, closing, meetings.noticeDays) },
        }),
      )
    if (!anyway && countCannot(zone, stretch, perPerson) > 0)
      throw refused('slot-in-a-shift', await cited(deed, councilId, 'meetings', { instead: 'slot-in-a-shift-instead' }))
  }
}

export async function listPolls(deed: Deed, councilId: string): Promise<{ items: MeetingPoll[] }> {
  if (!(await belongs(deed, councilId))) throw forbidden('council-not-delegate', await cited(deed, councilId, 'benches'))
  const rows = await deed.tx
    .selectFrom('meeting_poll')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('state', '=', 'open')
    .orderBy('closes_at')
    .orderBy('id')
    .execute()
  const items: MeetingPoll[] = []
  for (const row of rows) items.push(await toPoll(deed, row))
  return { items }
}

/** Answers may be changed until the poll closes; a time left out stays unanswered. */
export async function answerPoll(
  deed: Deed,
  pollId: string,
  answers: readonly { readonly number: number; readonly answer: SlotAnswer }[],
): Promise<MeetingPoll> {
  const poll = await lockPoll(deed, pollId)
  const { personId } = await actingDelegate(deed, poll.council_id)
  if (poll.state !== 'open' || poll.closes_at <= deed.now) throw refused('poll-closed', await cited(deed, poll.council_id, 'meetings'))
  const known = new Set((await slotsOf(deed, pollId)).map(({ number }) => number))
  const wrong = answers.findIndex(({ number }) => !known.has(number))
  if (wrong >= 0) throw unfit([{ path: `answers.${wrong}.number`, code: 'no-such-slot' }])
  await deed.tx
    .insertInto('meeting_poll_answer')
    .values(
      [...new Map(answers.map((one) => [one.number, one])).values()].map(({ number, answer }) => ({
        street_id: deed.street.id,
        poll_id: pollId,
        number,
        person_id: personId,
        answer,
        answered_at: deed.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'poll_id', 'number', 'person_id']).doUpdateSet((row) => ({
        answer: row.ref('excluded.answer'),
        answered_at: row.ref('excluded.answered_at'),
      })),
    )
    .execute()
  await record(deed, { kind: 'council.meeting-poll.answered', about: personId, plain: { poll: pollId } })
  return readPoll(deed, pollId)
}

/** The clerk chooses before or after the end; the meeting then stands planned, with the poll's place. */
export async function chooseSlot(deed: Deed, pollId: string, number: number): Promise<MeetingPage> {
  const poll = await lockPoll(deed, pollId)
  asClerk(deed, poll.council_id)
  if (poll.state !== 'open') throw refused('poll-closed', await cited(deed, poll.council_id, 'meetings'))
  const slot = (await slotsOf(deed, pollId)).find((one) => one.number === number)
  if (!slot) throw unfit([{ path: 'number', code: 'no-such-slot' }])
  const meeting = await planMeeting(
    deed,
    poll.council_id,
    {
      kind: poll.kind as MeetingKind,
      startsAt: slot.starts_at.toISOString(),
      endsAt: slot.ends_at.toISOString(),
      place: poll.place,
      childcare: true,
      interpreters: [],
    },
    { pollId, requestId: poll.request_id ?? undefined },
  )
  await closePoll(deed, pollId, 'chosen', number)
  return meeting
}

export async function dropPoll(deed: Deed, pollId: string): Promise<MeetingPoll> {
  const poll = await lockPoll(deed, pollId)
  asClerk(deed, poll.council_id)
  if (poll.state !== 'open') throw refused('poll-closed', await cited(deed, poll.council_id, 'meetings'))
  await closePoll(deed, pollId, 'dropped')
  return readPoll(deed, pollId)
}

async function closePoll(deed: Deed, pollId: string, state: 'chosen' | 'dropped', number?: number): Promise<void> {
  const { tx, street } = deed
  await tx.updateTable('meeting_poll').set({ state }).where('street_id', '=', street.id).where('id', '=', pollId).execute()
  if (number !== undefined)
    await tx
      .updateTable('meeting_poll_slot')
      .set({ chosen: true })
      .where('street_id', '=', street.id)
      .where('poll_id', '=', pollId)
      .where('number', '=', number)
      .execute()
  await record(deed, { kind: `council.meeting-poll.${state}`, plain: { poll: pollId } })
}

type PollRow = Selectable<Tables['meeting_poll']>

async function lockPoll(deed: Deed, id: string): Promise<PollRow> {
  const row = await deed.tx
    .selectFrom('meeting_poll')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('meeting-poll')
  return row
}

const slotsOf = (deed: Deed, pollId: string) =>
  deed.tx
    .selectFrom('meeting_poll_slot')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('poll_id', '=', pollId)
    .orderBy('number')
    .execute()

async function readPoll(deed: Deed, id: string): Promise<MeetingPoll> {
  return toPoll(deed, await lockPoll(deed, id))
}

async function toPoll(deed: Deed, poll: PollRow): Promise<MeetingPoll> {
  const slots = await slotsOf(deed, poll.id)
  const answers = await deed.tx
    .selectFrom('meeting_poll_answer')
    .select(['number', 'person_id', 'answer'])
    .where('street_id', '=', deed.street.id)
    .where('poll_id', '=', poll.id)
    .execute()
  const delegates = await delegatesInOffice(deed, poll.council_id)
  const { quorum } = await parametersOf(deed, poll.council_id)
  const clerk = heldIn(deed, poll.council_id, 'councilClerk') !== undefined
  const me = deed.actor.kind === 'person' ? deed.actor.personId : undefined
  const answerOf = (number: number, personId: string | undefined): SlotAnswer | null =>
    (answers.find((one) => one.number === number && one.person_id === personId)?.answer as SlotAnswer | undefined) ?? null
  const countsOf = (number: number) => {
    const can = ({ personId }: Delegate): boolean => ['yes', 'ifNeeded'].includes(answerOf(number, personId) ?? 'no')
    const on = (bench: Bench) => {
      const said = delegates.filter((delegate) => delegate.bench === bench).map(({ personId }) => answerOf(number, personId))
      const count = (answer: SlotAnswer): number => said.filter((one) => one === answer).length
      return { yes: count('yes'), ifNeeded: count('ifNeeded'), no: count('no') }
    }
    return {
      newcomers: on('newcomers'),
      locals: on('locals'),
      chair: answerOf(number, delegates.find(({ bench }) => bench === null)?.personId),
      quorum: quorumOf(quorum, delegates, (id) => delegates.some((delegate) => delegate.personId === id && can(delegate))).met,
    }
  }
  const open = poll.state === 'open'
  const sits = delegates.some(({ personId }) => personId === me)
  return {
    id: poll.id,
    councilId: poll.council_id,
    kind: poll.kind as MeetingKind,
    place: poll.place,
    closesAt: poll.closes_at.toISOString(),
    state: poll.state as MeetingPoll['state'],
    answered: new Set(answers.map(({ person_id }) => person_id)).size,
    delegates: delegates.length,
    slots: slots.map(({ number, starts_at, ends_at, chosen }) => ({
      number,
      startsAt: starts_at.toISOString(),
      endsAt: ends_at.toISOString(),
      chosen,
      mine: answerOf(number, me),
      counts: clerk ? countsOf(number) : null,
    })),
    may: [
      ...(open && sits && poll.closes_at > deed.now ? (['answer'] as const) : []),
      ...(open && clerk ? (['choose', 'drop'] as const) : []),
    ],
  }
}
