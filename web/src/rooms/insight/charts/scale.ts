import type { Estimate } from '@ronghe/contract/insight/indicators.ts'

/** `all` where nobody is told apart. */
export type ChartGroup = 'newcomer' | 'local' | 'unstated' | 'all'

/** One value of a series; null where nothing was counted yet, which is something else than too few. */
export interface Point {
  readonly estimate: Estimate | null
  /** How many stand behind it, in words: “31 of 40”. */
  readonly counted?: string | undefined
}

export interface Series {
  readonly group: ChartGroup
  /** Where the series is no group of people: the name of a part. */
  readonly name?: string
  readonly points: readonly Point[]
}

export type Range = readonly [from: number, to: number]

/** From zero, or from below it where something lies below, up to a round number: a cut axis makes small changes look large. */
export function rangeOf(estimates: readonly (Estimate | null)[]): Range {
  const values = estimates.flatMap((estimate) =>
    estimate?.kind === 'shown' ? [estimate.value, estimate.low ?? estimate.value, estimate.high ?? estimate.value] : [],
  )
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  if (least === 0 && most === 0) return [0, 1]
  return [least === 0 ? 0 : -roundUp(-least), most === 0 ? 0 : roundUp(most)]
}

/** The next of 1, 2, 5 times a power of ten. */
export function roundUp(value: number): number {
  if (!(value > 0)) throw new RangeError(`not above zero: ${value}`)
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 5, 10].find((step) => value <= step * power * (1 + 1e-9)) ?? 10
  return Number((step * power).toPrecision(6))
}

/** Where a value lies between 0 and `length`; what lies beyond the range is drawn at its edge. */
export const place = (value: number, [from, to]: Range, length: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from))) * length

export interface Dot {
  readonly index: number
  readonly value: number
  readonly low: number | null
  readonly high: number | null
}

/** Stretches without a gap: a line is drawn through each, and none across what is too few. */
export function stretches(points: readonly Point[]): readonly (readonly Dot[])[] {
  const found: Dot[][] = []
  points.forEach(({ estimate }, index) => {
    if (estimate?.kind !== 'shown') return
    const { value, low, high } = estimate
    const last = found.at(-1)
    if (last && last.at(-1)!.index === index - 1) last.push({ index, value, low, high })
    else found.push([{ index, value, low, high }])
  })
  return found
}
