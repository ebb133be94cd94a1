import type { AllocationRules } from '@ronghe/contract/council/allocation-rules.ts'
import type { Group } from '@ronghe/contract/values.ts'
import { writePb } from '@ronghe/allocation'

/** A project as the ballot names it. */
export interface BallotProject {
  readonly number: number
  readonly title: string
  readonly cents: number
}

/** A ballot without the voter. The numbers of projects, on a ranking the best first. */
export interface CountedBallot {
  readonly group: Group
  readonly picks: readonly { readonly number: number; readonly points?: number | undefined }[]
}

export interface BallotFile {
  readonly text: string
  /** Beside the file's rows; groups never leave the house (08). */
  readonly groups: readonly Group[]
}

/**
 * The ballots as a Pabulib file: what is counted and what is published are this one text. The voters' numbers are those of the rows, and the rows are
 * sorted by what is on them, so that neither says who voted when.
 */
export function writeBallots(
  about: { readonly street: string; readonly title: string; readonly number: number; readonly rules: AllocationRules },
  projects: readonly BallotProject[],
  ballots: readonly CountedBallot[],
): BallotFile {
  const { rules } = about
  const { form } = rules.ballot
  const rows = ballots
    .map(({ group, picks }) => ({
      group,
      vote: picks.map(({ number }) => number).join(','),
      points: picks.map(({ points }) => points ?? '').join(','),
    }))
    .toSorted((one, other) => compare(one.vote, other.vote) || compare(one.points, other.points) || compare(one.group, other.group))
  const votes = new Map<number, number>()
  for (const { picks } of ballots) for (const { number } of picks) votes.set(number, (votes.get(number) ?? 0) + 1)
  const limits = rules.ballot.form === 'points' ? { max_sum_points: rules.ballot.points } : { min_length: 1, max_length: rules.ballot.most }
  const meta = {
    description: oneLine(about.title),
    country: 'China',
    unit: oneLine(about.street),
    instance: `round ${about.number}`,
    num_projects: projects.length,
    num_votes: rows.length,
    budget: yuan(rules.budgetCents),
    vote_type: form === 'approval' ? 'approval' : form === 'ranking' ? 'ordinal' : 'cumulative',
    rule: rules.sharing.rule,
    ...limits,
    date_begin: rules.dates.votingFrom,
    date_end: rules.dates.votingUntil,
    currency: 'CNY',
    comment: 'Names, groups and times are left out on purpose; rows are sorted by vote.',
  }
  return {
    text: writePb({
      meta: new Map(Object.entries(meta).map(([key, value]) => [key, String(value)])),
      projectColumns: ['project_id', 'cost', 'votes', 'name'],
      projects: projects.map(({ number, cents, title }) => ({
        cells: [String(number), yuan(cents), String(votes.get(number) ?? 0), oneLine(title)],
      })),
      voteColumns: form === 'points' ? ['voter_id', 'vote', 'points'] : ['voter_id', 'vote'],
      ballots: rows.map(({ vote, points }, index) => ({ cells: [String(index + 1), vote, ...(form === 'points' ? [points] : [])] })),
    }),
    groups: rows.map(({ group }) => group),
  }
}

const yuan = (cents: number): string => String(cents / 100)
const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()
/** By code unit: the same on every machine. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
