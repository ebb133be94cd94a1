/** What a ballot of equal shares pays: by project number the price, in the order in which projects were bought. */
export interface Prices {
  readonly endowment: number
  readonly utility: 'cost' | 'cardinality' | 'points' | 'borda' | 'rank'
  readonly bought: readonly { readonly number: number; readonly price: number }[]
}

interface Pick {
  readonly number: number
  readonly points?: number | undefined
}

/** How much a place on the ballot weighs, as the package weighs it: 1, the points, or the score of its rank. */
function worthOf(picks: readonly Pick[], position: number, utility: Prices['utility']): number {
  const { points } = picks[position]!
  if (utility === 'points') return points ?? 0
  if (utility === 'borda') return picks.length - position - 1
  if (utility === 'rank') return picks.length - position
  return 1
}

/** What one ballot paid for each funded project on it, and what was left of its purse: the same sums the count made. Amounts in yuan. */
export function payingOf(
  picks: readonly Pick[],
  { endowment, utility, bought }: Prices,
): { readonly paid: ReadonlyMap<number, number>; readonly left: number } {
  const places = new Map(picks.map(({ number }, position) => [number, position]))
  const paid = new Map<number, number>()
  let left = endowment
  for (const { number, price } of bought) {
    const position = places.get(number)
    if (position === undefined) continue
    const asked = price * worthOf(picks, position, utility)
    // What rounding alone leaves of a purse is nothing.
    const payment = left <= asked * (1 + 1e-9) ? left : asked
    paid.set(number, payment)
    left -= payment
  }
  return { paid, left }
}
