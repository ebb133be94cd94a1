// What the subcommands do with a file that has been read. Pure: lines go where the caller says.
import { balanceLoads } from './balance-loads.ts'
import type { TieRule } from './break-ties.ts'
import { compareOutcomes, type Side } from './compare-outcomes.ts'
import type { Utility } from './election.ts'
import { explainGreedy, explainLoads, explainShares, type Explanation } from './explain.ts'
import { fundGreedily } from './fund-greedily.ts'
import type { Outcome } from './outcome.ts'
import { utilityOf, type PbFile } from './read-pb.ts'
import { sayWhy } from './say-why.ts'
import { shareEqually, type EqualSharesOptions, type EqualSharesOutcome } from './share-equally.ts'
import { weighTurnout } from './weigh-turnout.ts'

export type RuleName = Outcome['rule']

/** What was asked for on the command line. */
export interface Choices {
  readonly rule: RuleName
  readonly rules: readonly [RuleName, RuleName]
  readonly utility?: Utility
  readonly completion: 'none' | 'add1' | 'add1u'
  readonly exhaustive: boolean
  readonly compare: boolean
  readonly increment: number
  readonly skip: boolean
  readonly threshold?: number
  readonly official: boolean
  readonly budgets: boolean
  readonly json: boolean
  readonly ties?: readonly TieRule[]
  readonly seed: string
  readonly groups?: string
  readonly population?: ReadonlyMap<string, number>
}

export interface Talk {
  say(text: string): void
  complain(text: string): void
  progress(line: () => string): void
}

export function runCommand(file: PbFile, choices: Choices, talk: Talk): number {
  const { outcome, explain } = decide(file, choices.rule, choices, talk)
  const explanations = explain()
  const shares = outcome.rule === 'equal-shares' ? (outcome as EqualSharesOutcome) : undefined
  if (outcome.ties.some(({ by }) => by === 'lot') && choices.seed === '')
    talk.complain('note: a lot was drawn with the empty seed; announce a seed and give it with --seed')
  if (choices.json) {
    const effectiveVotes = Object.fromEntries(shares?.purchases.map((purchase) => [purchase.project, purchase.effectiveVotes]) ?? [])
    const { winners, cost, budget, ties, rule } = outcome
    const more = shares && {
      utility: shares.utility,
      endowment: shares.endowment,
      firstEndowment: shares.firstEndowment,
      runs: shares.runs,
      ended: shares.ended,
      added: shares.added,
      ...(shares.comparison && { comparison: shares.comparison }),
    }
    talk.say(
      JSON.stringify({
        winners,
        cost,
        budget,
        effectiveVotes,
        explanations: explanations.map((one) => ({ ...one, sentence: sayWhy(one) })),
        rule,
        ...more,
        ties,
      }),
    )
    return 0
  }
  talk.say(`${outcome.winners.length} of ${file.projects.length} projects funded with ${outcome.cost} of ${outcome.budget}`)
  if (shares) talk.say(`every voter had ${shares.endowment.toFixed(2)} to spend (at first ${shares.firstEndowment.toFixed(2)})`)
  if (shares?.comparison)
    talk.say(
      `${shares.comparison.preferEqualShares} voters prefer equal shares, ${shares.comparison.preferGreedy} greedy: ${shares.comparison.taken}`,
    )
  for (const explanation of explanations) talk.say(`${explanation.funded ? '+' : '-'} ${explanation.project}  ${sayWhy(explanation)}`)
  for (const { among, winner, by } of outcome.ties) talk.say(`a tie between ${among.join(', ')} went to ${winner} (${by})`)
  return 0
}

export function compareCommand(file: PbFile, choices: Choices, talk: Talk): number {
  const [one, other] = choices.rules.map((rule) => decide(file, rule, choices, talk).outcome) as [Outcome, Outcome]
  const groups = groupsOf(file, choices)
  const utility = choices.utility ?? utilityOf(file.voteType)
  const sides = compareOutcomes(file, one.winners, other.winners, { utility, ...(groups && { groups }) })
  if (choices.json) {
    const outcomes = [one, other].map(({ rule, winners, cost, budget }) => ({ rule, winners, cost, budget }))
    talk.say(JSON.stringify({ outcomes, all: sides.all, groups: Object.fromEntries(sides.groups) }))
    return 0
  }
  const rows = [
    ['', 'voters', ...['nothing', 'projects', 'prefer'].flatMap((what) => choices.rules.map((rule) => `${what}: ${rule}`)), 'neither'],
    ...[['all', sides.all] as const, ...sides.groups].map(([name, side]) => [name, ...figuresOf(side)]),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  for (const outcome of [one, other]) talk.say(`${outcome.rule}: ${outcome.winners.length} projects, ${outcome.cost} of ${outcome.budget}`)
  for (const row of rows)
    talk.say(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '))
  return 0
}

export function checkCommand(file: PbFile, { json }: Choices, talk: Talk): number {
  const { projects, ballots, voteType, remarks, budget } = file
  if (json) talk.say(JSON.stringify({ ok: true, voteType, projects: projects.length, votes: ballots.length, budget, remarks }))
  else talk.say(`${voteType} ballots of ${ballots.length} voters on ${projects.length} projects, budget ${budget}: all right`)
  return 0
}

function figuresOf({ voters, one, other, preferOne, preferOther, indifferent }: Side): string[] {
  const share = (count: number) => `${((100 * count) / Math.max(1, voters)).toFixed(1)} %`
  return [
    String(voters),
    share(one.nothing),
    share(other.nothing),
    one.meanProjects.toFixed(2),
    other.meanProjects.toFixed(2),
    share(preferOne),
    share(preferOther),
    share(indifferent),
  ]
}

interface Decided {
  readonly outcome: Outcome
  explain(): readonly Explanation[]
}

function decide(file: PbFile, rule: RuleName, choices: Choices, talk: Talk): Decided {
  const { exhaustive, threshold, seed, ties, completion, compare, increment, budgets } = choices
  const tying = { seed, ...(ties && { ties }) }
  if (rule === 'phragmen') {
    const outcome = balanceLoads(file, { ...tying, exhaustive })
    return { outcome, explain: () => explainLoads(file, outcome) }
  }
  if (rule === 'greedy') {
    const least = threshold ?? (choices.official ? declaredThreshold(file) : undefined)
    const outcome = fundGreedily(file, {
      ...tying,
      // Cities that let people rank score the ranks k … 1.
      utility: choices.utility ?? (file.voteType === 'ordinal' ? 'rank' : utilityOf(file.voteType)),
      by: choices.utility ? 'value' : utilityOf(file.voteType) === 'cost' ? 'votes' : 'score',
      skip: choices.skip && !(choices.official && file.meta.get('rule')?.trim() === 'greedy-no-skip'),
      ...(least !== undefined && { threshold: least }),
    })
    return { outcome, explain: () => explainGreedy(file, outcome) }
  }
  const weights = weightsOf(file, choices)
  const options: EqualSharesOptions = {
    ...tying,
    completion,
    exhaustive,
    compare,
    increment,
    utility: choices.utility ?? utilityOf(file.voteType),
    ...(weights && { weights }),
    onProgress: ({ runs, endowment, cost }) =>
      talk.progress(() => `run ${runs}: with ${endowment.toFixed(2)} each, ${cost} of ${file.budget} is spent`),
  }
  const outcome = shareEqually(file, options)
  const onSearch = (runs: number) =>
    talk.progress(() => `looking for the budgets of the projects not funded: run ${runs} (--no-budgets leaves this out)`)
  return { outcome, explain: () => explainShares(file, outcome, { ...options, budgets, onSearch }) }
}

function declaredThreshold(file: PbFile): number | undefined {
  const said = Number(file.meta.get('min_project_score_threshold') || Number.NaN)
  return Number.isNaN(said) ? undefined : said
}

function groupsOf(file: PbFile, { groups }: Choices): (string | undefined)[] | undefined {
  if (groups === undefined) return undefined
  const column = file.voteColumns.indexOf(groups)
  if (column < 0) throw new RangeError(`VOTES has no column "${groups}": it has ${file.voteColumns.join(', ')}`)
  return file.ballots.map(({ cells }) => cells[column]!.trim() || undefined)
}

function weightsOf(file: PbFile, choices: Choices): number[] | undefined {
  if (!choices.population) return undefined
  const groups = groupsOf(file, choices)!
  const without = groups.indexOf(undefined)
  if (without >= 0)
    throw new RangeError(`voter "${file.ballots[without]!.voter}" declares no ${choices.groups}: --population needs everybody's group`)
  return weighTurnout(groups as string[], choices.population)
}
