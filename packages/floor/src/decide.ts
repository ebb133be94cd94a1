import { momentOf } from './clock.ts'
import type { Actor, CommandOf, FloorCommand } from './commands.ts'
import * as floor from './decide-floor.ts'
import * as item from './decide-item.ts'
import * as meeting from './decide-meeting.ts'
import * as points from './decide-points.ts'
import * as vote from './decide-vote.ts'
import type { FloorEvent } from './events.ts'
import { refuse, type Refused } from './refusal.ts'
import { callTime, Sitting } from './sitting.ts'
import type { FloorState } from './state.ts'

export type Decided =
  | { readonly kind: 'accepted'; readonly events: readonly FloorEvent[]; readonly state: FloorState }
  /** The command was carried out before: up to this number. */
  | { readonly kind: 'repeated'; readonly number: number }
  | Refused

/**
 * What follows from a command: events, or a refusal that cites an article of the charter and changes nothing. A command that was already carried
 * out is answered and not repeated. `now` is the server's clock; it never goes behind the last event.
 */
export function decide(state: FloorState, command: FloorCommand, { now, actor }: { readonly now: Date; readonly actor: Actor }): Decided {
  if (Object.hasOwn(state.answered, command.id)) return { kind: 'repeated', number: state.answered[command.id]! }
  const refused = ofPhase(state, command)
  if (refused) return refused
  const sitting = new Sitting(state, command.id, actor, momentOf(state, now))
  callTime(sitting)
  const said = (rules[command.kind] as (sitting: Sitting, command: FloorCommand) => Refused | undefined)(sitting, command)
  return said ?? { kind: 'accepted', events: sitting.events, state: sitting.state }
}

/** What can be done while a meeting is adjourned. */
const whileAdjourned: ReadonlySet<FloorCommand['kind']> = new Set(['come', 'leave', 'nameDeputy', 'resume', 'close', 'enterResult', 'tick'])

function ofPhase({ phase }: FloorState, { kind }: FloorCommand): Refused | undefined {
  if (phase === 'before' && kind !== 'open') return refuse('floor-not-open', 'meetings')
  if (phase === 'closed') return refuse('floor-closed', 'meetings')
  return phase === 'adjourned' && !whileAdjourned.has(kind) ? refuse('floor-adjourned', 'meetings') : undefined
}

const rules: { readonly [K in FloorCommand['kind']]: (sitting: Sitting, command: CommandOf<K>) => Refused | undefined } = {
  open: meeting.openMeeting,
  come: meeting.come,
  leave: meeting.leave,
  nameDeputy: meeting.nameDeputy,
  handOver: meeting.handOver,
  takeBack: meeting.takeBack,
  adjourn: meeting.adjourn,
  resume: meeting.resume,
  close: meeting.closeMeeting,
  openItem: item.openItem,
  closeItem: item.closeHeardItem,
  declareInterest: item.declareInterest,
  raiseInterest: item.raiseInterest,
  move: item.move,
  second: item.second,
  dropUnseconded: item.dropUnseconded,
  withdrawMotion: item.withdrawMotion,
  ask: floor.ask,
  withdrawAsk: floor.withdrawAsk,
  giveFloor: floor.giveFloor,
  endSpeech: floor.endSpeech,
  interpret: floor.interpret,
  noteInterruption: floor.noteInterruption,
  moveAmendment: floor.moveAmendment,
  propose: floor.propose,
  raisePoint: points.raisePoint,
  rulePoint: points.rulePoint,
  appeal: points.appeal,
  closeDebate: vote.closeDebate,
  putToVote: vote.putToVote,
  announceBallot: vote.announceBallot,
  castVote: vote.castVote,
  enterCount: vote.enterCount,
  abandonVote: vote.abandonVote,
  closeVote: vote.closeVote,
  breakTie: vote.breakTie,
  enterResult: vote.enterResult,
  tick: () => undefined,
}
