import type { Sharing } from '@ronghe/contract/council/allocation-rules.ts'
import { balanceLoads, fundGreedily, readPb, shareEqually, type TieRule, utilityOf } from '@ronghe/allocation'

export interface RecountTask {
  readonly text: string
  readonly sharing: Sharing
  readonly ties: readonly TieRule[]
  readonly seed: string
}
export interface Recounted {
  readonly winners: readonly { readonly id: string; readonly name: string }[]
  readonly projects: number
  readonly cost: number
  readonly budget: number
}

/** Counts a file of ballots on this device, as the command `allocation run` does. */
export function recount({ text, sharing, ties, seed }: RecountTask): Recounted {
  const file = readPb(text)
  const tying = { ties, seed }
  const outcome =
    sharing.rule === 'phragmen'
      ? balanceLoads(file, tying)
      : sharing.rule === 'greedy'
        ? fundGreedily(file, {
            ...tying,
            utility: file.voteType === 'ordinal' ? 'rank' : utilityOf(file.voteType),
            by: utilityOf(file.voteType) === 'cost' ? 'votes' : 'score',
          })
        : shareEqually(file, { ...tying, utility: sharing.utility, completion: sharing.completion })
  const names = new Map(file.projects.map(({ id, name }) => [id, name ?? id]))
  return {
    winners: outcome.winners.map((id) => ({ id, name: names.get(id) ?? id })),
    projects: file.projects.length,
    cost: outcome.cost,
    budget: file.budget,
  }
}
