import type { Bench, CharterParameters, Share } from '@ronghe/contract/council/charter.ts'
import type { Quorum } from '@ronghe/contract/council/meetings.ts'

interface Head {
  readonly personId: string
  readonly bench: Bench | null
}

/** Fractions round up: two-thirds of 13 are 9, a fifth is 3 (08, Counting). */
export const shareOf = ([of, all]: Share, heads: number): number => Math.ceil((of * heads) / all)

/** Heads against the charter. The chair counts in the total and on no bench. */
export function quorumOf(rules: CharterParameters['quorum'], inOffice: readonly Head[], isThere: (personId: string) => boolean): Quorum {
  const count = (heads: readonly Head[], share: Share) => ({
    present: heads.filter(({ personId }) => isThere(personId)).length,
    inOffice: heads.length,
    needed: shareOf(share, heads.length),
  })
  const on = (bench: Bench) =>
    count(
      inOffice.filter((head) => head.bench === bench),
      rules.eachBench,
    )
  const [total, newcomers, locals] = [count(inOffice, rules.total), on('newcomers'), on('locals')]
  return { total, newcomers, locals, met: [total, newcomers, locals].every(({ present, needed }) => present >= needed) }
}
