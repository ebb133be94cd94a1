import type { BrokenTie } from './break-tie.ts'
import type { ScoreCount } from './count-scores.ts'
import type { SchulzeCount } from './count-schulze.ts'
import { distinctNames, type Election } from './election.ts'
import type { StvCount } from './stv-count.ts'

/** The result of any rule. */
export type Count = StvCount | ScoreCount | SchulzeCount

/** Any JSON object; keys that are names follow the order of the ballot paper. */
export type Report = Readonly<Record<string, unknown>>

/**
 * The result with names instead of numbers, as `tally count --json` prints it: `{rule, title, seats, papers, elected, quota, rounds, …}`.
 * `rounds` are numbered from 1 and stand at `rounds[number - 1]`; the first preferences are `start`. A rule without rounds has one, with its
 * figures. `quota` is null where there is none.
 */
export function describeCount(election: Election, count: Count): Report {
  const names = distinctNames(election)
  const named = (candidates: readonly number[]): readonly string[] => candidates.map((candidate) => names[candidate]!)
  const byName = <Figure>(figures: readonly Figure[]): Readonly<Record<string, Figure>> =>
    Object.fromEntries(
      names.flatMap((name, candidate) => (election.candidates[candidate]!.withdrawn ? [] : [[name, figures[candidate]!] as const])),
    )
  const ties = (broken: readonly BrokenTie[]) =>
    broken.map(({ purpose, tied, chosen, by }) => ({ purpose, tied: named(tied), chosen: names[chosen]!, by }))
  const { rule, seats, papers, vacancies } = count
  const common = { rule, title: election.title, seats, papers, elected: named(count.elected) }

  if ('votes' in count) {
    const round = { round: 1, votes: byName(count.votes), elected: named(count.elected), ties: ties(count.ties) }
    return { ...common, quota: null, rounds: [round], vacancies }
  }
  if (count.rule === 'schulze') {
    const round = {
      round: 1,
      preferred: byName(count.preferred.map((row) => byName(row))),
      order: count.order.map(named),
      condorcetWinner: count.condorcetWinner === null ? null : names[count.condorcetWinner]!,
      dropped: count.dropped.map(({ candidate, ...why }) => ({ candidate: names[candidate]!, ...why })),
      elected: named(count.elected),
      ties: ties(count.ties),
    }
    return { ...common, quota: null, rounds: [round], vacancies }
  }
  return {
    ...common,
    quota: count.quota,
    start: { ...count.start, votes: byName(count.start.votes), elected: named(count.start.elected), ties: ties(count.start.ties) },
    rounds: count.rounds.map(({ round, action, candidates, reason, elected, ties: broken, votes, ...figures }) => ({
      round,
      action,
      candidates: named(candidates),
      reason,
      elected: named(elected),
      votes: byName(votes),
      ...figures,
      ties: ties(broken),
    })),
    end: { ...count.end, votes: byName(count.end.votes), elected: named(count.end.elected) },
    decimals: count.decimals,
    vacancies,
  }
}
