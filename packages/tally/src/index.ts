export { BallotFileError } from './ballot-file-error.ts'
export type { BenchSeats } from './bench-places.ts'
export type { BrokenTie, TieRule } from './break-tie.ts'
export { callRoll, type RollCount, type RollEntry, type RollFigures } from './call-roll.ts'
export { comparePairs } from './compare-pairs.ts'
export { countMeek } from './count-meek.ts'
export { countSchulze, type SchulzeCount, type SchulzeOptions } from './count-schulze.ts'
export { countScottish } from './count-scottish.ts'
export { countApproval, countPlurality, type ScoreCount, type ScoreOptions } from './count-scores.ts'
export {
  decideMotion,
  ordinaryRules,
  qualifiedRules,
  type Condition,
  type Decision,
  type Majority,
  type MajorityBase,
  type VotingRules,
} from './decide-motion.ts'
export { describeCount, type Count, type Report } from './describe-count.ts'
export { drawRounds } from './draw-rounds.ts'
export { checked, distinctNames, type Ballot, type Candidate, type Election } from './election.ts'
export { roundedUp, type Fraction } from './fraction.ts'
export { printCount } from './print-count.ts'
export { readBlt } from './read-blt.ts'
export { readElection } from './read-election.ts'
export { readRankedCsv } from './read-ranked-csv.ts'
export { readRoll } from './read-roll.ts'
export { readScottishCsv } from './read-scottish-csv.ts'
export { readTallySheet } from './read-tally-sheet.ts'
export type { StvCount, StvFigures, StvOptions, StvRound } from './stv-count.ts'
export { writeBlt, writeHill, writeScottishCsv } from './write-election.ts'
