import type { Charter, CharterParameters } from '../charter.ts'
import { articles } from './articles.ts'

/** 6 + 6 + 1, the model of the programme (02-domain §4). */
export const standard: CharterParameters = {
  nature: { adviceReplyWorkingDays: 15 },
  benches: { newcomers: 6, locals: 6, chair: 'providerHead' },
  seats: { way: 'sortition', electionRule: 'approval', substitutesPerBench: 2, termMonths: 24, oath: true },
  parity: { seatsDifferBy: 1, attendanceGapPercent: 20 },
  absence: { unexcused: 3 },
  deputies: { perBench: 1 },
  meetings: { everyMonths: 1, extraordinaryShare: [1, 5], noticeDays: 3, mostMeetingsWaiting: 3 },
  quorum: { total: [2, 3], eachBench: [1, 2] },
  filing: { residents: 20, delegates: 3, withinDays: 60, sentAheadDays: 3, screeningWorkingDays: 7, appealWorkingDays: 7 },
  commonGround: {
    required: true,
    above: [1, 2],
    intervalPercent: 80,
    votersEachGroup: 20,
    laneVotersEachGroup: 5,
    laneVisits: 3,
    afterDays: 30,
    benchShare: [1, 2],
    residentsTimes: 2,
    exempt: ['unequalTreatment', 'safety', 'unpaidWages'],
  },
  floor: {
    secondsPerTurn: 180,
    turns: 2,
    secondRequired: true,
    unspokenFirst: true,
    alternateSides: true,
    alternateBenches: true,
    interpreterFree: true,
  },
  chair: { neutral: true, tieVote: true },
  majority: { qualifiedShare: [2, 3], eachBench: true, personShare: [2, 3], personEachBench: false },
  ballot: { open: 'rollCall', persons: 'secret', fewest: 5, proxies: false, trustees: 3, trusteesNeeded: 2 },
  interest: { raisedByAnyDelegate: true },
  publication: { resolutionDays: 7, minutesDays: 14 },
  followUp: { reviewDays: 30 },
  allocation: { appealDays: 7, objectionDays: 5, alarmBelowPercent: 30, costWrongPercent: 20 },
  branch: { mayAttachOpinion: true },
  change: { noticeDays: 7, inForceAfterDays: 7 },
}

/** More of everybody before anything is decided: for a street where trust is low. */
export const strict: CharterParameters = {
  ...standard,
  seats: { ...standard.seats, termMonths: 12, substitutesPerBench: 3 },
  parity: { seatsDifferBy: 0, attendanceGapPercent: 10 },
  absence: { unexcused: 2 },
  meetings: { ...standard.meetings, noticeDays: 7 },
  quorum: { total: [3, 4], eachBench: [2, 3] },
  filing: { ...standard.filing, sentAheadDays: 7 },
  commonGround: { ...standard.commonGround, above: [3, 5], votersEachGroup: 40, afterDays: 45 },
  floor: { ...standard.floor, secondsPerTurn: 120 },
  majority: { qualifiedShare: [3, 4], eachBench: true, personShare: [3, 4], personEachBench: false },
  change: { noticeDays: 14, inForceAfterDays: 30 },
}

/** Quicker and lighter: for a small community that knows itself. What protects a bench stays. */
export const loose: CharterParameters = {
  ...standard,
  benches: { ...standard.benches, newcomers: 5, locals: 5 },
  seats: { ...standard.seats, way: 'nomination', oath: false },
  absence: { unexcused: 4 },
  quorum: { total: [1, 2], eachBench: [1, 3] },
  filing: { ...standard.filing, residents: 10, delegates: 2, screeningWorkingDays: 5 },
  commonGround: { ...standard.commonGround, votersEachGroup: 10, afterDays: 14 },
  floor: { ...standard.floor, secondsPerTurn: 300, secondRequired: false },
  ballot: { ...standard.ballot, open: 'hands' },
  change: { noticeDays: 3, inForceAfterDays: 3 },
}

export const charterVariants = {
  standard: { parameters: standard, articles },
  strict: { parameters: strict, articles },
  loose: { parameters: loose, articles },
} as const satisfies Record<string, Charter>
export type CharterVariant = keyof typeof charterVariants
