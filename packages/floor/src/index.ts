export { amended, conflict, faultOf, movedBy, type AmendmentFault, type LineChange } from './amend-text.ts'
export { endsAt, leftMs, usedMs } from './clock.ts'
export type { Actor, CommandOf, FloorCommand } from './commands.ts'
export { isQuorate, quorumBy, quorumOf, rollOf, votersOn, votingRulesFor } from './count.ts'
export { decide, type Decided } from './decide.ts'
export type { FloorEvent, Happening, Passing } from './events.ts'
export { evolve, isHeld, replay } from './evolve.ts'
export {
  benchOf,
  chairOf,
  chairPresides,
  findDelegate,
  hasInterest,
  hasSpoken,
  isPresent,
  nextDeputy,
  spokenMs,
  turnsOf,
} from './people.ts'
export { nextPoint, nextQuestion } from './questions.ts'
export { refuse, type RefusalCode, type Refused } from './refusal.ts'
export { endingPoints, pointKinds, type Article, type FloorRules, type OpenWay, type PointKind } from './rules.ts'
export { beforeMeeting } from './state.ts'
export type * from './state.ts'
export { silentOn, timeByBench, timeByPerson, type BenchTime, type PersonTime } from './times.ts'
export { whoIsNext, type Next, type NextReason } from './who-is-next.ts'
