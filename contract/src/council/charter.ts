import * as z from 'zod/mini'
import { Day, Id, Text } from '../values.ts'

/** The two halves of the council. The chair belongs to neither. */
export const Bench = z.enum(['newcomers', 'locals'])
export type Bench = z.infer<typeof Bench>
export const benches: readonly Bench[] = ['newcomers', 'locals']

const count = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most))
/** A share as the charter writes it: `[2, 3]` is two-thirds. Where heads are counted it is rounded up. */
export const Share = z.tuple([count(1, 100), count(1, 100)]).check(z.refine(([of, all]) => of <= all))
export type Share = z.infer<typeof Share>

/**
 * Every limit of the council, under the article that sets it (02-domain §4). A charter version carries one such object; nothing in the council
 * knows a number of its own.
 */
export const CharterParameters = z.object({
  /** What the council is and is not: it is not the residents' assembly and advises where a statutory body must decide. */
  nature: z.object({ adviceReplyWorkingDays: count(1, 60) }),
  benches: z.object({ newcomers: count(3, 30), locals: count(3, 30), chair: z.enum(['providerHead', 'streetOfficer', 'elected']) }),
  seats: z.object({
    way: z.enum(['sortition', 'election', 'nomination']),
    electionRule: z.enum(['approval', 'scottish']),
    substitutesPerBench: count(0, 10),
    termMonths: count(6, 60),
    oath: z.boolean(),
  }),
  parity: z.object({ seatsDifferBy: count(0, 3), attendanceGapPercent: count(5, 50) }),
  absence: z.object({ unexcused: count(1, 10) }),
  deputies: z.object({ perBench: count(0, 2) }),
  meetings: z.object({ everyMonths: count(1, 6), extraordinaryShare: Share, noticeDays: count(1, 30), mostMeetingsWaiting: count(1, 6) }),
  quorum: z.object({ total: Share, eachBench: Share }),
  filing: z.object({
    residents: count(5, 500),
    delegates: count(1, 20),
    withinDays: count(7, 365),
    sentAheadDays: count(1, 30),
    screeningWorkingDays: count(1, 30),
    appealWorkingDays: count(1, 30),
  }),
  commonGround: z.object({
    required: z.boolean(),
    /** Lower bound of the interval of agreement has to lie above this, in each group. */
    above: Share,
    intervalPercent: count(50, 99),
    votersEachGroup: count(5, 1000),
    laneVotersEachGroup: count(5, 100),
    laneVisits: count(1, 20),
    /** After so many days a motion may be filed without it, marked 还没谈拢. */
    afterDays: count(7, 180),
    benchShare: Share,
    residentsTimes: count(1, 10),
    exempt: z.array(z.enum(['unequalTreatment', 'safety', 'unpaidWages'])),
  }),
  floor: z.object({
    secondsPerTurn: count(30, 900),
    turns: count(1, 5),
    secondRequired: z.boolean(),
    unspokenFirst: z.boolean(),
    alternateSides: z.boolean(),
    alternateBenches: z.boolean(),
    interpreterFree: z.boolean(),
  }),
  chair: z.object({ neutral: z.boolean(), tieVote: z.boolean() }),
  /** Ordinary motions: more for than against. Charter, money, exclusion: the share of those voting, and a majority in each bench. */
  majority: z.object({ qualifiedShare: Share, eachBench: z.boolean(), personShare: Share, personEachBench: z.boolean() }),
  ballot: z.object({
    open: z.enum(['rollCall', 'hands']),
    persons: z.literal('secret'),
    fewest: count(5, 20),
    /** Whoever votes was there and heard both sides: nobody votes for another. */
    proxies: z.literal(false),
    trustees: z.literal(3),
    trusteesNeeded: z.literal(2),
  }),
  interest: z.object({ raisedByAnyDelegate: z.boolean() }),
  publication: z.object({ resolutionDays: count(1, 30), minutesDays: count(1, 60) }),
  followUp: z.object({ reviewDays: count(7, 365) }),
  allocation: z.object({
    appealDays: count(3, 30),
    objectionDays: count(3, 30),
    alarmBelowPercent: count(10, 90),
    costWrongPercent: count(5, 50),
  }),
  /** A written opinion may be attached; no step waits for it and it has no veto. */
  branch: z.object({ mayAttachOpinion: z.boolean() }),
  change: z.object({ noticeDays: count(3, 60), inForceAfterDays: count(1, 90) }),
})
export type CharterParameters = z.infer<typeof CharterParameters>
export type ArticleKey = keyof CharterParameters

/** In the order of their numbers: 第一条 is the first. */
export const articleKeys = Object.keys(CharterParameters.shape) as readonly ArticleKey[]
export const ArticleKeyName = z.enum(articleKeys as [ArticleKey, ...ArticleKey[]])

/** The words of an article; `{quorum.total}` in the prose is replaced by the parameter, so that text and rule cannot part. */
export const ArticleWords = z.object({ key: ArticleKeyName, title: Text, prose: Text })
export type ArticleWords = z.infer<typeof ArticleWords>

export const Charter = z.object({ parameters: CharterParameters, articles: z.array(ArticleWords) })
export type Charter = z.infer<typeof Charter>

export const CharterState = z.enum(['draft', 'adopted', 'rejected'])
/** A version without the words: what a list of versions shows. */
export const CharterVersionLine = z.object({
  id: Id,
  number: z.int(),
  state: CharterState,
  inForceFrom: z.nullable(Day),
  /** The resolution that adopted it; null for the charter the council was founded with. */
  resolutionId: z.nullable(Id),
})
