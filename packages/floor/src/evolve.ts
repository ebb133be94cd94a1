import { amended, movedBy } from './amend-text.ts'
import { goingOn, held, interpretedMs } from './clock.ts'
import type { FloorEvent } from './events.ts'
import { benchOf } from './people.ts'
import {
  beforeMeeting,
  type FloorState,
  type Interest,
  type Item,
  type Motion,
  type Question,
  type Result,
  type Turn,
  type Vote,
} from './state.ts'

/** Where the meeting stands after one more event. Pure: server, pages and tests come to the same. */
export function evolve(state: FloorState, event: FloorEvent): FloorState {
  return {
    ...after(state, event),
    number: event.number,
    at: event.at,
    answered: { ...state.answered, [event.commandId]: event.number },
  }
}

/** The state that a list of events leads to, from the beginning or from where a reader already is. */
export const replay = (events: readonly FloorEvent[], from: FloorState = beforeMeeting): FloorState => events.reduce(evolve, from)

function after(state: FloorState, event: FloorEvent): FloorState {
  const motion = (change: (motion: Motion) => Partial<Motion>): FloorState =>
    state.item?.motion ? { ...state, item: { ...state.item, motion: { ...state.item.motion, ...change(state.item.motion) } } } : state
  const item = (change: Partial<Item>): FloorState => (state.item ? { ...state, item: { ...state.item, ...change } } : state)
  switch (event.kind) {
    case 'meetingOpened':
      return {
        ...state,
        phase: 'open',
        practice: event.practice,
        rules: event.rules,
        delegates: event.delegates,
        present: event.present,
        deputies: event.deputies,
        agenda: event.agenda,
        presidingId: event.presidingId,
      }
    case 'delegateCame':
      return { ...state, present: [...state.present, event.delegateId] }
    case 'delegateLeft':
      return resumed(leaving(state, event.delegateId), event.at)
    case 'deputyNamed':
      return { ...state, deputies: { ...state.deputies, [event.bench]: event.delegateId } }
    case 'chairPassed':
      // Whoever presides gives up debate.
      return {
        ...(event.toId === null ? state : withoutRequest(state, event.toId)),
        presidingId: event.toId,
        lastDeputyBench: (event.toId !== null && benchOf(state, event.toId)) || state.lastDeputyBench,
      }
    case 'itemOpened':
      return {
        ...state,
        item: {
          ...event.item,
          motion: event.item.motion && {
            ...event.item.motion,
            moverId: null,
            secondedById: null,
            debate: 'open',
            waiting: [],
            speaking: null,
            speeches: event.earlier,
            amendments: [],
          },
          interests: [],
          asked: [],
          proposed: [],
        },
        ruling: null,
        lastResult: null,
      }
    case 'interestNoted':
      return setAside(state, { delegateId: event.delegateId, how: event.how, why: event.why })
    case 'interestRaised':
      return item({
        asked: [...state.item!.asked, event.delegateId],
        proposed: [...state.item!.proposed, { kind: 'interest', delegateId: event.delegateId }],
      })
    case 'motionMoved':
      return motion(() => ({ moverId: event.byId }))
    case 'motionSeconded':
      return motion(() => ({ secondedById: event.byId }))
    case 'floorAsked':
      return motion(({ waiting }) => ({
        waiting: [...waiting, { delegateId: event.delegateId, stance: event.stance, askedAt: event.at }],
      }))
    case 'askWithdrawn':
      return withoutRequest(state, event.delegateId)
    case 'speechBegan':
      return {
        ...motion(({ waiting }) => ({
          waiting: waiting.filter(({ delegateId }) => delegateId !== event.delegateId),
          speaking: {
            delegateId: event.delegateId,
            stance: event.stance,
            turn: event.turn,
            budgetMs: event.budgetMs,
            usedMs: 0,
            runningSince: event.at,
            interpretingSince: null,
            interpretedMs: 0,
          },
        })),
        ruling: null,
      }
    case 'speechEnded':
      return motion(({ speaking, speeches }) => ({
        speaking: null,
        speeches: speaking
          ? [
              ...speeches,
              {
                delegateId: event.delegateId,
                stance: speaking.stance,
                turn: speaking.turn,
                ms: event.ms,
                interpretedMs: interpretedMs(speaking, event.at),
                why: event.why,
              },
            ]
          : speeches,
      }))
    case 'interpretingBegan':
      return speaking(state, (turn) => ({
        ...(state.rules?.floor.interpreterFree ? held(turn, event.at) : turn),
        interpretingSince: event.at,
      }))
    case 'interpretingEnded':
      return speaking(state, (turn) => {
        const back = { ...turn, interpretedMs: interpretedMs(turn, event.at), interpretingSince: null }
        return isHeld(state) ? back : goingOn(back, event.at, false)
      })
    case 'pointRaised':
      return speaking(
        { ...state, points: [...state.points, { id: event.pointId, delegateId: event.delegateId, kind: event.point }] },
        (turn) => held(turn, event.at),
      )
    case 'pointRuled': {
      const point = state.points.find(({ id }) => id === event.pointId)!
      const points = state.points.filter((one) => one !== point)
      const turn = state.item?.motion?.speaking ?? null
      const ruled: FloorState = {
        ...state,
        points,
        ruling: { ...point, ruling: event.ruling, appealed: false, ended: event.endsSpeech ? turn : null },
      }
      return resumed(ruled, event.at)
    }
    case 'rulingAppealed':
      return speaking({ ...state, ruling: state.ruling && { ...state.ruling, appealed: true } }, (turn) => held(turn, event.at))
    case 'amendmentMoved':
      return motion(({ amendments }) => ({ amendments: [...amendments, { ...event.amendment, secondedById: null, state: 'open' }] }))
    case 'amendmentSeconded':
      return motion(({ amendments }) => ({
        amendments: amendments.map((one) => (one.id === event.amendmentId ? { ...one, secondedById: event.byId } : one)),
      }))
    case 'amendmentDropped':
      return motion(({ amendments }) => ({
        amendments: amendments.map((one) => (one.id === event.amendmentId ? { ...one, state: 'dropped' } : one)),
      }))
    case 'stepProposed':
      return item({ proposed: [...state.item!.proposed, event.question] })
    case 'debateClosed':
      return motion(() => ({ debate: 'closed' }))
    case 'voteOpened':
    case 'voteAnnounced':
      return {
        ...state,
        vote: {
          question: event.kind === 'voteOpened' ? event.question : { kind: 'motion' },
          way: event.kind === 'voteOpened' ? event.way : 'secret',
          marks: {},
          counts: [],
          present: state.present,
          ballotId: event.kind === 'voteOpened' ? null : event.ballotId,
          tie: null,
        },
        lastResult: null,
      }
    case 'voteCast':
      return state.vote
        ? { ...state, vote: { ...state.vote, marks: { ...state.vote.marks, [event.delegateId]: { mark: event.mark, how: event.how } } } }
        : state
    case 'countEntered':
      return state.vote
        ? { ...state, vote: { ...state.vote, counts: [...state.vote.counts, { counts: event.counts, by: event.by }] } }
        : state
    case 'voteTied':
      return state.vote ? { ...state, vote: { ...state.vote, tie: event.count } } : state
    case 'voteAbandoned':
      return { ...state, vote: null }
    case 'voteClosed':
      return decided(state, event)
    case 'itemClosed':
      return {
        ...state,
        item: null,
        points: [],
        ruling: null,
        closed: [
          ...state.closed,
          {
            id: event.itemId,
            title: state.item?.title ?? {},
            outcome: event.outcome,
            speeches: state.item?.motion?.speeches ?? [],
          },
        ],
      }
    case 'adjourned':
      return speaking({ ...state, phase: 'adjourned' }, (turn) => held(turn, event.at))
    case 'resumed':
      return resumed({ ...state, phase: 'open' }, event.at)
    case 'meetingClosed':
      return { ...state, phase: 'closed' }
    case 'interruptionNoted':
      return state
  }
}

const speaking = (state: FloorState, change: (turn: Turn) => Turn): FloorState =>
  state.item?.motion?.speaking
    ? { ...state, item: { ...state.item, motion: { ...state.item.motion, speaking: change(state.item.motion.speaking) } } }
    : state

/** A point waits for its ruling, a ruling for the council, the meeting for its return: meanwhile no clock runs. */
export const isHeld = ({ points, ruling, vote, phase }: FloorState): boolean =>
  points.length > 0 || phase !== 'open' || vote !== null || (ruling !== null && ruling.appealed)

const resumed = (state: FloorState, at: string): FloorState =>
  isHeld(state) ? state : speaking(state, (turn) => goingOn(turn, at, state.rules?.floor.interpreterFree ?? false))

function withoutRequest(state: FloorState, delegateId: string): FloorState {
  if (!state.item?.motion) return state
  const waiting = state.item.motion.waiting.filter((request) => request.delegateId !== delegateId)
  return { ...state, item: { ...state.item, motion: { ...state.item.motion, waiting } } }
}

/** Whoever leaves waits no longer and takes back a mark: a ballot counts who is in the room. */
function leaving(state: FloorState, delegateId: string): FloorState {
  return {
    ...withoutRequest(state, delegateId),
    present: state.present.filter((id) => id !== delegateId),
    points: state.points.filter((point) => point.delegateId !== delegateId),
    vote: state.vote && withoutMark(state.vote, delegateId),
  }
}

/** A tie is counted: what is left of it is the chair's vote. */
function withoutMark(vote: Vote, delegateId: string): Vote {
  const { [delegateId]: _, ...marks } = vote.marks
  return vote.tie ? vote : { ...vote, marks }
}

function setAside(state: FloorState, interest: Interest): FloorState {
  const { delegateId } = interest
  const without = withoutRequest(state, delegateId)
  return {
    ...without,
    item: without.item && {
      ...without.item,
      interests: [...without.item.interests, interest],
      proposed: without.item.proposed.filter((question) => question.kind !== 'interest' || question.delegateId !== delegateId),
    },
    vote: state.vote && withoutMark(state.vote, delegateId),
  }
}

/** What a result changes on the floor; what follows from it for the item are events of their own. */
function decided(state: FloorState, event: Extract<FloorEvent, { readonly kind: 'voteClosed' }>): FloorState {
  const { question, decision } = event
  const result: Result = {
    itemId: state.item?.id ?? null,
    question,
    way: event.way,
    ballotId: event.ballotId,
    count: event.count,
    decision,
    roll: event.roll,
  }
  const next: FloorState = { ...state, vote: null, lastResult: result }
  const { item } = next
  if (question.kind === 'appeal') return appealDecided(next, decision.kind === 'carried', event.at)
  if (!item) return next
  const open = item.proposed.filter((one) => !sameQuestion(one, question))
  const motion =
    question.kind === 'amendment' && item.motion
      ? amendmentDecided(item.motion, question.amendmentId, decision.kind === 'carried')
      : item.motion
  return resumed({ ...next, item: { ...item, proposed: open, motion } }, event.at)
}

/** Carried, the text is the amended one from here on, and those still open keep naming the lines they named. */
function amendmentDecided(motion: Motion, amendmentId: string, carried: boolean): Motion {
  const decided = motion.amendments.find(({ id }) => id === amendmentId)!
  const state = carried ? ('carried' as const) : ('rejected' as const)
  return {
    ...motion,
    lines: carried ? amended(motion.lines, decided) : motion.lines,
    amendments: motion.amendments.map((one) => {
      if (one.id === amendmentId) return { ...one, state }
      return carried && one.state === 'open' ? { ...one, ...movedBy(one, decided) } : one
    }),
  }
}

/** Overturned, a ruling that ended a speech gives the rest of it back. */
function appealDecided(state: FloorState, overturned: boolean, at: string): FloorState {
  const { ruling } = state
  const settled: FloorState = { ...state, ruling: null }
  const motion = state.item?.motion
  if (!overturned || !ruling?.ended || !motion || motion.speaking) return resumed(settled, at)
  const last = motion.speeches.findLastIndex(({ delegateId, why }) => delegateId === ruling.ended!.delegateId && why === 'ruling')
  if (last < 0) return resumed(settled, at)
  const back = { ...ruling.ended, usedMs: motion.speeches[last]!.ms, runningSince: null }
  return resumed(
    { ...settled, item: { ...state.item!, motion: { ...motion, speeches: motion.speeches.toSpliced(last, 1), speaking: back } } },
    at,
  )
}

export const sameQuestion = (one: Question, other: Question): boolean =>
  one.kind === other.kind &&
  (one.kind !== 'interest' || (other.kind === 'interest' && one.delegateId === other.delegateId)) &&
  (one.kind !== 'amendment' || (other.kind === 'amendment' && one.amendmentId === other.amendmentId))
