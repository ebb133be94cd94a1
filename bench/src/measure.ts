/** Numbers of one window, or lists of named ones. */
export type Figures = Readonly<Record<string, number>>

/** What a benchmark is: windows of one run, the best of which counts, against the target of 05-quality. */
export interface Bench {
  readonly name: string
  readonly summary: string
  /** Bounds by figure: `{ most: 5 }` or `{ least: 1000 }`. Figures without one are only told. */
  readonly target: Readonly<Record<string, Bound>>
  readonly options?: readonly string[]
  /** @returns the figures of every window, in order. */
  run(options: BenchOptions): Promise<readonly Figures[]>
}

export type Bound = { readonly most: number } | { readonly least: number }

export interface BenchOptions {
  readonly values: Readonly<Record<string, string>>
  /** A line for whoever watches. */
  say(line: string): void
}

export const holds = (bound: Bound, figure: number | undefined): boolean =>
  figure !== undefined && ('most' in bound ? figure <= bound.most : figure >= bound.least)

export const holdsAll = (target: Bench['target'], figures: Figures): boolean =>
  Object.entries(target).every(([name, bound]) => holds(bound, figures[name]))

/** How far a window is from its targets, the worst of them: under 1 is within all. */
export const strain = (target: Bench['target'], figures: Figures): number =>
  Math.max(
    0,
    ...Object.entries(target).map(([name, bound]) => {
      const figure = figures[name] ?? Number.POSITIVE_INFINITY
      return 'most' in bound ? (bound.most === 0 ? (figure > 0 ? 1000 : 0) : figure / bound.most) : bound.least / Math.max(figure, 1e-9)
    }),
  )

/** The value below which this share of them lies; nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits))
