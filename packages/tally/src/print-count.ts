import type { BrokenTie } from './break-tie.ts'
import type { SchulzeCount } from './count-schulze.ts'
import type { Count } from './describe-count.ts'
import { distinctNames, type Election } from './election.ts'
import type { StvCount, StvFigures } from './stv-count.ts'

/** The result as a report to pin to the door: who is elected, then round by round what happened and where the votes are. */
export function printCount(election: Election, count: Count): string {
  const names = distinctNames(election)
  const list = (candidates: readonly number[]): string => candidates.map((candidate) => names[candidate]).join(', ') || 'nobody'
  const body =
    count.rule === 'schulze'
      ? schulzeLines(count, names)
      : 'rounds' in count
        ? stvLines(election, count, names)
        : table(election, names, count.votes, 0)
  const ties = 'ties' in count ? count.ties : []
  return [
    ...(election.title ? [election.title, ''] : []),
    `Rule: ${count.rule}. Seats: ${count.seats}. Papers: ${count.papers.valid} valid, ${count.papers.rejected} without a usable mark.`,
    `Elected: ${list(count.elected)}.`,
    ...(count.vacancies > 0 ? [`Seats left empty: ${count.vacancies}.`] : []),
    '',
    ...body,
    ...ties.map((tie) => tieLine(tie, names)),
    '',
  ].join('\n')
}

function stvLines(election: Election, count: StvCount, names: readonly string[]): readonly string[] {
  const list = (candidates: readonly number[]): string => candidates.map((candidate) => names[candidate]).join(', ')
  const figures = ({ votes, exhausted, lost, quota }: StvFigures): readonly string[] => [
    ...table(election, names, votes, count.decimals),
    `  quota ${quota.toFixed(count.decimals)}, papers that name nobody further ${exhausted.toFixed(count.decimals)}${
      lost > 0 ? `, lost in rounding ${lost.toFixed(count.decimals)}` : ''
    }`,
    '',
  ]
  const elects = (elected: readonly number[], why: string): readonly string[] =>
    elected.length > 0 ? [`  Elected ${why}: ${list(elected)}`] : []
  const happened = { surplus: 'the surplus goes on of', exclusion: 'excluded', election: 'elected' } as const
  const because = { 'bench-full': ' (no place is left for the bench)', lowest: '', omega: '', stable: '' } as const
  return [
    'First preferences',
    ...count.start.ties.map((tie) => `  ${tieLine(tie, names)}`),
    ...elects(count.start.elected, 'by reaching the quota'),
    ...figures(count.start),
    ...count.rounds.flatMap(({ round, action, candidates, reason, elected, ties, ...rest }) => [
      `Round ${round}: ${happened[action]} ${list(action === 'election' ? elected : candidates)}${reason ? because[reason] : ''}`,
      ...ties.map((tie) => `  ${tieLine(tie, names)}`),
      ...elects(elected, 'by reaching the quota'),
      ...figures(rest),
    ]),
    ...elects(count.end.elected, 'because nobody else is left'),
  ]
}

function schulzeLines({ preferred, order, dropped, condorcetWinner }: SchulzeCount, names: readonly string[]): readonly string[] {
  const places = order.map((group, index) => `${String(index + 1).padStart(3)}. ${group.map((candidate) => names[candidate]).join(' = ')}`)
  const defeats = order
    .flat()
    .flatMap((one, index, all) =>
      all.slice(index + 1).map((other) => `  ${names[one]} : ${names[other]}  ${preferred[one]![other]} : ${preferred[other]![one]}`),
    )
  return [
    `Beats everybody in direct comparison: ${condorcetWinner === null ? 'nobody' : names[condorcetWinner]}.`,
    ...dropped.map(
      ({ candidate, because, votes, against }) => `Dropped for want of ${because}: ${names[candidate]} (${votes} for, ${against} against).`,
    ),
    'Order',
    ...places,
    'Papers that prefer the one to the other',
    ...defeats,
  ]
}

function table(election: Election, names: readonly string[], votes: readonly number[], decimals: number): readonly string[] {
  const rows = votes.flatMap((vote, candidate) =>
    election.candidates[candidate]!.withdrawn ? [] : [[names[candidate]!, vote.toFixed(decimals)] as const],
  )
  const [wide, high] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map(([name, vote]) => `  ${name.padEnd(wide!)}  ${vote.padStart(high!)}`)
}

function tieLine({ purpose, tied, chosen, by }: BrokenTie, names: readonly string[]): string {
  const how = { round: 'by the votes in round', order: 'by the declared order', lot: 'by lot, draw' }[by.kind]
  const which = by.kind === 'round' ? ` ${by.round}` : by.kind === 'lot' ? ` ${by.draw}` : ''
  return `Tie for ${purpose} between ${tied.map((candidate) => names[candidate]).join(', ')}: ${names[chosen]}, ${how}${which}`
}
