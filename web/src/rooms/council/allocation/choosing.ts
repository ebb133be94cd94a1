import type { Choice } from '@ronghe/contract/council/allocation-ballots.ts'
import type { BallotForm } from '@ronghe/contract/council/allocation-rules.ts'

/** How many points are given away, or projects named. */
export const usedOf = (choices: readonly Choice[], { form }: BallotForm): number =>
  form === 'points' ? choices.reduce((sum, { points = 0 }) => sum + points, 0) : choices.length
export const mostOf = (ballot: BallotForm): number => (ballot.form === 'points' ? ballot.points : ballot.most)
export const hasRoom = (choices: readonly Choice[], ballot: BallotForm): boolean => usedOf(choices, ballot) < mostOf(ballot)

/** On, or off again; nothing is added where there is no room. */
export function toggled(choices: readonly Choice[], ballot: BallotForm, projectId: string): readonly Choice[] {
  if (choices.some((one) => one.projectId === projectId)) return choices.filter((one) => one.projectId !== projectId)
  return hasRoom(choices, ballot) ? [...choices, { projectId }] : choices
}

/** One point more or less; a project without points is off the ballot. */
export function pointed(choices: readonly Choice[], ballot: BallotForm, projectId: string, by: 1 | -1): readonly Choice[] {
  if (by === 1 && !hasRoom(choices, ballot)) return choices
  const points = (choices.find((one) => one.projectId === projectId)?.points ?? 0) + by
  const others = choices.filter((one) => one.projectId !== projectId)
  if (points < 0) return choices
  return points === 0 ? others : [...others, { projectId, points }]
}

/** One place up or down the ranking; past either end it stays. */
export function moved(choices: readonly Choice[], projectId: string, by: 1 | -1): readonly Choice[] {
  const from = choices.findIndex((one) => one.projectId === projectId)
  const to = from + by
  if (from < 0 || to < 0 || to >= choices.length) return choices
  const next = [...choices]
  next[from] = choices[to]!
  next[to] = choices[from]!
  return next
}
