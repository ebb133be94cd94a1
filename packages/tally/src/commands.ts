import { BallotFileError } from './ballot-file-error.ts'
import type { BenchSeats } from './bench-places.ts'
import type { TieRule } from './break-tie.ts'
import { callRoll } from './call-roll.ts'
import { countMeek } from './count-meek.ts'
import { countSchulze } from './count-schulze.ts'
import { countScottish } from './count-scottish.ts'
import { countApproval, countPlurality } from './count-scores.ts'
import { csvRows } from './csv-row.ts'
import { decideMotion, ordinaryRules, qualifiedRules, type Majority, type VotingRules } from './decide-motion.ts'
import { describeCount, type Count } from './describe-count.ts'
import { drawRounds } from './draw-rounds.ts'
import type { Election } from './election.ts'
import type { Fraction } from './fraction.ts'
import { printCount } from './print-count.ts'
import { printDecision } from './print-decision.ts'
import { readElection } from './read-election.ts'
import { readRoll } from './read-roll.ts'
import { writeBlt, writeHill, writeScottishCsv } from './write-election.ts'

/** The command line was not understood: exit code 2. */
export class WrongUsage extends Error {}

type Values = Readonly<Record<string, string | boolean | undefined>>

/** What the command needs of the outside. */
export interface Outside {
  /** @returns the file as text. */
  read(file: string): string
  out(text: string): void
  err(text: string): void
  /** Milliseconds, for telling how a long count goes. */
  now(): number
}
export type Command = (file: string, values: Values, outside: Outside) => void

/** `tally count`. */
export const runCount: Command = (file, values, { read, out, err, now }) => {
  const rule = oneOf(values, 'rule', ['scottish', 'meek', 'schulze', 'approval', 'plurality'])
  if (rule === undefined) throw new WrongUsage('--rule is needed')
  const history = oneOf(values, 'history', ['backwards', 'forwards', 'none'])
  const strength = oneOf(values, 'strength', ['winning', 'margins'])
  const unranked = oneOf(values, 'unranked', ['last', 'no-opinion'])
  const seed = text(values, 'seed')
  const ties: TieRule = { ...(history && { history }), last: seed === undefined ? { kind: 'order' } : { kind: 'lot', seed } }
  const benches = benchSeats(text(values, 'bench-seats'))
  const seatsGiven = text(values, 'seats')
  if (seatsGiven !== undefined && !/^[1-9]\d{0,8}$/.test(seatsGiven))
    throw new WrongUsage(`--seats takes a whole number from 1, not ${seatsGiven}`)

  const named = readElection(file, read(file))
  const benchFile = text(values, 'benches')
  const election = benchFile === undefined ? named : withBenches(named, read(benchFile))
  const seats = seatsGiven === undefined ? election.seats : Number(seatsGiven)
  const begun = now()
  const onRound = (round: number): void => {
    if (now() - begun > 1000) err(`round ${round} …`)
  }
  const common = { seats, ties, ...(benches && { benches }) }
  const defaultOption = defaultOf(election, text(values, 'default'), text(values, 'quorum'))
  const counted: Readonly<Record<typeof rule, () => Count>> = {
    scottish: () => countScottish(election, { ...common, onRound }),
    meek: () => countMeek(election, { ...common, onRound }),
    schulze: () =>
      countSchulze(election, {
        ...common,
        ...(strength && { strength }),
        ...(unranked && { unranked }),
        ...(defaultOption && { defaultOption }),
      }),
    approval: () => countApproval(election, common),
    plurality: () => countPlurality(election, common),
  }
  const count = counted[rule]()
  if (values['picture']) {
    if (!('rounds' in count)) throw new WrongUsage('--picture is for scottish and meek')
    out(drawRounds(election, count).trimEnd())
  } else out(values['json'] ? JSON.stringify(describeCount(election, count)) : printCount(election, count).trimEnd())
}

/** `tally convert`. */
export const runConvert: Command = (file, values, { read, out }) => {
  const to = oneOf(values, 'to', ['blt', 'hil', 'csv'])
  if (to === undefined) throw new WrongUsage('--to is needed')
  const write = { blt: writeBlt, hil: writeHill, csv: writeScottishCsv }[to]
  out(write(readElection(file, read(file))).trimEnd())
}

/** `tally roll-call`. */
export const runRollCall: Command = (file, values, { read, out }) => {
  const charter = values['qualified'] ? qualifiedRules : ordinaryRules
  const benchQuorum = text(values, 'bench-quorum')
  const benchMajority = text(values, 'benches')
  const rules: VotingRules = {
    quorum: {
      total: fractionOf(text(values, 'quorum')) ?? charter.quorum.total,
      bench: benchQuorum === 'none' ? null : (fractionOf(benchQuorum) ?? charter.quorum.bench),
    },
    majority: majorityOf(text(values, 'majority')) ?? charter.majority,
    benchMajority: benchMajority === 'none' ? null : (majorityOf(benchMajority) ?? charter.benchMajority),
    tie: oneOf(values, 'tie', ['chair', 'fails']) ?? charter.tie,
  }
  const chair = oneOf(values, 'chair', ['for', 'against']) ?? null
  const count = callRoll(readRoll(read(file)))
  const decision = decideMotion(count, rules, chair)
  out(values['json'] ? JSON.stringify({ ...decision, count }) : printDecision(count, decision))
}

function text(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

function oneOf<const Choice extends string>(values: Values, name: string, choices: readonly Choice[]): Choice | undefined {
  const given = text(values, name)
  const found = choices.find((choice) => choice === given)
  if (given !== undefined && found === undefined) throw new WrongUsage(`--${name} takes ${choices.join(', ')}, not ${given}`)
  return found
}

function fractionOf(given: string | undefined): Fraction | undefined {
  if (given === undefined) return undefined
  const [, above, below] = /^(\d{1,6})\/(\d{1,6})$/.exec(given) ?? []
  if (above === undefined || Number(below) < 1 || Number(above) > Number(below))
    throw new WrongUsage(`a share is written 2/3, between 0/1 and 1/1, not ${given}`)
  return [Number(above), Number(below)]
}

function majorityOf(given: string | undefined): Majority | undefined {
  if (given === undefined) return undefined
  if (given === 'simple') return { kind: 'simple' }
  if (given === 'absolute') return { kind: 'absolute', of: 'in-office' }
  return { kind: 'share', share: fractionOf(given)!, of: 'voting' }
}

function benchSeats(given: string | undefined): BenchSeats | undefined {
  if (given === undefined) return undefined
  return Object.fromEntries(
    given.split(',').map((part) => {
      const [, bench, least, most] = /^(.+?)=(\d{1,6})(?:-(\d{1,6}))?$/.exec(part.trim()) ?? []
      if (bench === undefined) throw new WrongUsage(`--bench-seats is written newcomers=6,locals=6, not ${given}`)
      return [bench, { least: Number(least), most: Number(most ?? least) }]
    }),
  )
}

function withBenches(election: Election, rows: string): Election {
  const benchOf = new Map<string, string>()
  for (const [index, row] of [...csvRows(rows)].entries()) {
    const [name, bench] = row
    if (index === 0 && name!.text === 'candidate') continue
    if (!bench || bench.text === '') throw new BallotFileError(rows, row.at(-1)!.at, 'a row has a candidate and a bench')
    if (!election.candidates.some((candidate) => candidate.name === name!.text))
      throw new BallotFileError(rows, name!.at, `nobody called ${name!.text} stands`)
    benchOf.set(name!.text, bench.text)
  }
  const candidates = election.candidates.map((candidate) => {
    const bench = benchOf.get(candidate.name)
    return bench === undefined ? candidate : { ...candidate, bench }
  })
  return { ...election, candidates }
}

function defaultOf(election: Election, name: string | undefined, quorum: string | undefined) {
  if (name === undefined) {
    if (quorum !== undefined) throw new WrongUsage('--quorum needs --default')
    return undefined
  }
  const candidate = election.candidates.findIndex((one) => one.name === name)
  if (candidate === -1) throw new RangeError(`nobody called ${name} stands`)
  if (quorum !== undefined && !/^\d+(\.\d+)?$/.test(quorum)) throw new WrongUsage(`--quorum takes a number, not ${quorum}`)
  return { candidate, ...(quorum !== undefined && { quorum: Number(quorum) }) }
}
