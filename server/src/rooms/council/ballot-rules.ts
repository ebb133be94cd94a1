import type { BallotResult, BallotState, BoxLine, BoxResult, PaperRow } from '@ronghe/contract/council/ballots.ts'
import { benches, type Bench } from '@ronghe/contract/council/charter.ts'
import {
  countApproval,
  countScottish,
  decideMotion,
  type BrokenTie,
  type Election,
  type RollFigures,
  type VotingRules,
} from '@ronghe/tally'

/** What can be done to a secret ballot; who may do it is decided elsewhere. */
export type BallotStep = 'finishKeys' | 'open' | 'close' | 'openSums' | 'publish' | 'setAside'

const table: Readonly<Record<BallotStep, Partial<Record<BallotState, BallotState>>>> = {
  finishKeys: { setUp: 'trusteesReady' },
  open: { trusteesReady: 'open' },
  close: { open: 'closed' },
  openSums: { closed: 'tallied' },
  publish: { tallied: 'published' },
  setAside: { setUp: 'setAside', trusteesReady: 'setAside', open: 'setAside', closed: 'setAside', tallied: 'setAside' },
}

/** The next state; undefined where the step does not fit. */
export const stepBallot = (state: BallotState, step: BallotStep): BallotState | undefined => table[step][state]

/** Ballots of one box by the way they come. */
export interface Channels {
  readonly electronic: number
  readonly paper: number
}

/**
 * Whether a box keeps its voters' secret (08): in all at least `fewest`, and neither way used by fewer, because electronic ballots and papers
 * are published as separate rows.
 */
export function channelFault({ electronic, paper }: Channels, fewest: number): 'ballot-too-few' | 'ballot-channel-too-small' | undefined {
  if (electronic + paper < fewest) return 'ballot-too-few'
  const small = (many: number): boolean => many > 0 && many < fewest
  return small(electronic) || small(paper) ? 'ballot-channel-too-small' : undefined
}

export interface PaperCount extends PaperRow {
  readonly preferences: string | null
}

/**
 * Why two counts of the papers leave the result open. Papers and marks are counted apart, and have to fit: where one mark is allowed there are
 * as many marks as papers marked; where more are, no answer has more than there are papers.
 * @param taken papers that were handed out; fewer may come back, never more
 */
export function paperFault(
  one: PaperCount,
  other: PaperCount,
  { rule, most, taken }: { readonly rule: 'motion' | 'approval' | 'scottish'; readonly most: number; readonly taken: number },
): BoxLine['paperFault'] {
  const same =
    one.papers === other.papers &&
    one.blank === other.blank &&
    one.invalid === other.invalid &&
    one.preferences === other.preferences &&
    one.marks.join() === other.marks.join()
  if (!same) return 'counts-differ'
  const marked = one.papers - one.blank - one.invalid
  const marks = one.marks.reduce((sum, mark) => sum + mark, 0)
  const fits =
    rule === 'scottish'
      ? linesOf(one.preferences).length === marked
      : most === 1
        ? marks === marked
        : one.marks.every((mark) => mark <= marked) && marks >= marked && marks <= marked * most
  if (marked < 0 || !fits) return 'marks-unlike-papers'
  return one.papers > taken ? 'papers-unlike-slips' : null
}

/** Preferences as they are kept: each line `2>1>3`, sorted, so that the order of the pile is gone. Undefined where a line names nobody. */
export function sortedPreferences(typed: string, answers: number): string | undefined {
  const lines = typed
    .split(/\n/)
    .map((line) => line.replaceAll(/\s/g, ''))
    .filter((line) => line !== '')
  const fits = lines.every((line) => {
    const places = line.split('>')
    return new Set(places).size === places.length && places.every((place) => /^[1-9]\d?$/.test(place) && Number(place) <= answers)
  })
  return fits ? lines.toSorted().join('\n') : undefined
}

const linesOf = (preferences: string | null): string[] => (preferences ?? '').split('\n').filter((line) => line !== '')

/** One box: `opened` is what the trustees opened, the place for "none of these" first. */
export interface CountedBox {
  readonly bench: Bench | null
  readonly entitled: number
  readonly ballots: number
  readonly opened: readonly number[] | null
  readonly paper: PaperCount | null
}

export function boxResult({ bench, entitled, ballots, opened, paper }: CountedBox, answers: number): BoxResult {
  const none = Array.from({ length: answers }, () => 0)
  const [electronicBlank = 0, ...electronic] = opened ?? [0, ...none]
  const paperMarks = paper?.marks.length === answers ? paper.marks : none
  return {
    bench,
    entitled,
    electronic: opened ? { ballots, marks: electronic, blank: electronicBlank } : null,
    paper: paper ? { papers: paper.papers, marks: [...paperMarks], blank: paper.blank, invalid: paper.invalid } : null,
    marks: electronic.map((mark, index) => mark + paperMarks[index]!),
    blank: electronicBlank + (paper?.blank ?? 0),
  }
}

const cast = ({ electronic, paper }: BoxResult): number => (electronic?.ballots ?? 0) + (paper?.papers ?? 0)

/**
 * A motion by the charter it was begun under. The chair has no vote in a secret ballot and cannot settle a tie, because that vote would be an
 * open one: a tie fails. A single box has no bench totals, so nothing is asked of a bench.
 */
export function motionResult(boxes: readonly BoxResult[], rules: VotingRules): BallotResult {
  const figures = (list: readonly BoxResult[]): RollFigures => {
    const sum = (of: (box: BoxResult) => number): number => list.reduce((total, box) => total + of(box), 0)
    return {
      inOffice: sum(({ entitled }) => entitled),
      present: sum(cast),
      for: sum(({ marks }) => marks[0]!),
      against: sum(({ marks }) => marks[1]!),
      abstain: sum(({ blank, paper }) => blank + (paper?.invalid ?? 0)),
      silent: 0,
      interest: 0,
    }
  }
  const byBench = boxes.every(({ bench }) => bench !== null)
  const decision = decideMotion(
    { total: figures(boxes), benches: byBench ? Object.fromEntries(boxes.map((box) => [box.bench!, figures([box])])) : {} },
    {
      ...rules,
      tie: 'fails',
      quorum: { total: rules.quorum.total, bench: byBench ? rules.quorum.bench : null },
      benchMajority: byBench ? rules.benchMajority : null,
    },
    null,
    byBench ? benches : [],
  )
  return {
    boxes: [...boxes],
    outcome: decision.kind === 'tied' ? 'rejected' : decision.kind,
    conditions: decision.conditions.map((condition) => ({ ...condition, bench: condition.bench as Bench | null })),
    elected: [],
    ties: [],
    lotSeed: null,
    rounds: [],
  }
}

/**
 * Who is elected. Electronic ballots open to sums only, so a transferable vote is by paper; approvals of both ways add up. Ties at the last place
 * are broken by lots from the hash of the published archive, which nobody could know before the trustees were done.
 */
export function electionResult(
  boxes: readonly BoxResult[],
  {
    names,
    seats,
    rule,
    preferences,
    lotSeed,
  }: {
    readonly names: readonly string[]
    readonly seats: number
    readonly rule: 'approval' | 'scottish'
    readonly preferences: string | null
    readonly lotSeed: string
  },
): { readonly result: BallotResult; readonly order: readonly number[] } {
  const candidates = names.map((name, index) => ({ name: `${index + 1} ${name}` }))
  const places = Math.min(seats, names.length)
  const count =
    rule === 'scottish'
      ? transferable({ title: '', seats: places, candidates, ballots: papersOf(preferences) }, lotSeed)
      : approvals({ title: '', seats: 1, candidates, ballots: approvalsOf(boxes, names.length) }, places, lotSeed)
  const result: BallotResult = {
    boxes: [...boxes],
    outcome: 'elected',
    conditions: [],
    elected: count.order.slice(0, places),
    ties: count.ties.map(({ tied, chosen, by }) => ({ tied: [...tied], chosen, lot: by.kind === 'lot' })),
    lotSeed: count.ties.some(({ by }) => by.kind === 'lot') ? lotSeed : null,
    rounds: count.rounds,
  }
  return { result, order: count.order }
}

interface Ordered {
  readonly order: readonly number[]
  readonly ties: readonly BrokenTie[]
  readonly rounds: number[][]
}

/** A transferable vote elects, and orders nobody else. */
function transferable(election: Election, seed: string): Ordered {
  const { elected, rounds } = countScottish(election, { ties: { last: { kind: 'lot', seed } } })
  return { order: elected, ties: rounds.flatMap((round) => round.ties), rounds: rounds.map(({ votes }) => [...votes]) }
}

/** Approvals order everybody who stands, one place after another: whoever comes after the last seat is a substitute. */
function approvals(election: Election, places: number, seed: string): Ordered {
  const order: number[] = []
  const ties: BrokenTie[] = []
  while (order.length < election.candidates.length) {
    const left = election.candidates.map((candidate, index) => ({ ...candidate, withdrawn: order.includes(index) }))
    const next = countApproval({ ...election, candidates: left }, { ties: { last: { kind: 'lot', seed } } })
    // Who of two is first matters to nobody when both have a seat.
    for (const tie of next.ties) if (order.length < places && order.length + tie.tied.length > places) ties.push(tie)
    order.push(next.elected[0]!)
  }
  return { order, ties, rounds: [] }
}

const approvalsOf = (boxes: readonly BoxResult[], answers: number) =>
  Array.from({ length: answers }, (_, answer) => ({
    papers: boxes.reduce((sum, { marks }) => sum + marks[answer]!, 0),
    preferences: [[answer]],
  })).filter(({ papers }) => papers > 0)

const papersOf = (preferences: string | null) =>
  linesOf(preferences).map((line) => ({ papers: 1, preferences: line.split('>').map((place) => [Number(place) - 1]) }))
