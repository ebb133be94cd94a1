/** Totals that are known of one trait, such as the people of every lane. */
export interface Margin {
  /** One per respondent. */
  readonly labels: readonly string[]
  readonly totals: Readonly<Record<string, number>>
}

export type Raked =
  | { readonly kind: 'raked'; readonly weights: readonly number[]; readonly rounds: number }
  /** A label with people in it and no respondent, or totals that no weights can meet. */
  | { readonly kind: 'notPossible'; readonly label?: string }

/**
 * Weights that meet the totals of several traits at once where the table of all of them together is not known. Totals of the later
 * traits are brought to the sum of the first.
 * Source: Deming and Stephan 1940, Annals of Mathematical Statistics 11:427 (iterative proportional fitting).
 */
export function rake(respondents: number, margins: readonly Margin[], base?: readonly number[]): Raked {
  if (margins.length === 0) throw new RangeError('raking needs totals of one trait or more')
  const whole = sum(Object.values(margins[0]!.totals))
  const targets = margins.map(({ labels, totals }) => {
    if (labels.length !== respondents) throw new RangeError(`${labels.length} labels for ${respondents} respondents`)
    for (const total of Object.values(totals)) if (!(total >= 0)) throw new RangeError(`not a total: ${total}`)
    const scale = whole / sum(Object.values(totals))
    return { labels, totals: new Map(Object.entries(totals).map(([label, total]) => [label, total * scale])) }
  })
  for (const { labels, totals } of targets) {
    const present = new Set(labels)
    const unmet = [...totals].find(([label, total]) => total > 0 && !present.has(label)) ?? [...present].find((label) => !totals.has(label))
    if (unmet !== undefined) return { kind: 'notPossible', label: typeof unmet === 'string' ? unmet : unmet[0] }
  }
  let weights: readonly number[] = base ?? Array.from({ length: respondents }, () => 1)
  if (weights.length !== respondents || weights.some((weight) => !(weight > 0)))
    throw new RangeError('a starting weight above 0 for everybody')
  for (let rounds = 1; rounds <= 1000; rounds++) {
    let worst = 0
    for (const { labels, totals } of targets) {
      const now = new Map<string, number>()
      labels.forEach((label, at) => now.set(label, (now.get(label) ?? 0) + weights[at]!))
      for (const [label, total] of totals) worst = Math.max(worst, Math.abs((now.get(label) ?? 0) - total))
      weights = weights.map((weight, at) => (weight * totals.get(labels[at]!)!) / now.get(labels[at]!)! || 0)
    }
    if (worst <= 1e-10 * whole) return { kind: 'raked', weights, rounds }
  }
  return { kind: 'notPossible' }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
