import type { Run } from './buy-shares.ts'
import type { Kinds } from './group-voters.ts'

/** One purchase of equal shares: who paid how much. Amounts in the currency. */
export interface Purchase {
  readonly project: string
  /** The payment per worth (with approvals: what a supporter pays in full). A supporter never pays more than it has left. */
  readonly price: number
  /** The largest payment of one voter. */
  readonly payment: number
  /** Supporters who paid in full, who paid all they had left, and who had nothing left to pay with. */
  readonly inFull: number
  readonly withRest: number
  readonly broke: number
  /** Cost / price: as many supporters (or points) as would carry the cost if all could pay in full. */
  readonly effectiveVotes: number
}

export interface PaidPurchase {
  readonly purchase: Purchase
  /** Beside `kinds.kind[start[project]] …`: what each voter of that kind paid, in smallest units. */
  readonly payments: Float64Array
}

/** Goes through a run again and writes down the payments. */
export function payPurchases(kinds: Kinds, run: Run): readonly PaidPurchase[] {
  const { start, kind, worth, size, unit, cost, ids } = kinds
  const purse = pursesAtFirst(kinds, run.pot)
  return run.bought.map((project, index) => {
    const price = run.prices[index]!
    const from = start[project]!
    const payments = new Float64Array(start[project + 1]! - from)
    let payment = 0
    let inFull = 0
    let withRest = 0
    let broke = 0
    for (let at = from; at < start[project + 1]!; at++) {
      const place = kind[at]!
      const asked = price * worth[at]!
      const has = purse[place]!
      // What is left of a purse by rounding alone is nothing.
      const paid = has <= asked * (1 + 1e-9) ? has : asked
      if (has <= kinds.budget * 1e-15) broke += size[place]!
      else if (paid < asked * (1 - 1e-9)) withRest += size[place]!
      else inFull += size[place]!
      payment = Math.max(payment, paid)
      payments[at - from] = paid
      purse[place] = has - paid
    }
    const purchase = {
      project: ids[project]!,
      price: price / unit,
      payment: payment / unit,
      inFull,
      withRest,
      broke,
      effectiveVotes: cost[project]! / price,
    }
    return { purchase, payments }
  })
}

/** What each voter of a kind has before anything is bought, in smallest units. */
export function pursesAtFirst({ weight, totalWeight }: Kinds, pot: number): Float64Array {
  return weight.map((one) => (totalWeight === 0 ? 0 : (pot * one) / totalWeight))
}
