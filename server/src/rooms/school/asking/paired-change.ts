import type { AbilityResult } from '@ronghe/contract/school/ability.ts'
import type { Shown, ShownFigure } from '@ronghe/contract/platform/shown.ts'
import type { Text } from '@ronghe/contract/values.ts'

/** From how many answers on anything is shown of a survey (D7). */
export const smallestClass = 10

/** Answers of the same codes at two moments, in sums by question: enough for means and an interval, and nobody's answers are in it. */
export interface PairedSums {
  readonly pairs: number
  readonly before: readonly number[]
  readonly next: readonly number[]
  /** Of the squares of the changes. */
  readonly squares: readonly number[]
}

export const noPairs = (questions: number): PairedSums => {
  const zeros = Array.from({ length: questions }, () => 0)
  return { pairs: 0, before: zeros, next: zeros, squares: zeros }
}

/** @param pairs answers before and at the next moment, both of `questions` answers; whoever answered once only is in no pair */
export function sumPairs(questions: number, pairs: readonly (readonly [readonly number[], readonly number[]])[]): PairedSums {
  return pairs.reduce(
    (sums, [before, next]) =>
      addUp(sums, { pairs: 1, before, next, squares: before.map((value, question) => (next[question]! - value) ** 2) }),
    noPairs(questions),
  )
}

export const addUp = (one: PairedSums, other: PairedSums): PairedSums => {
  const plus = (a: readonly number[], b: readonly number[]): number[] => a.map((value, question) => value + (b[question] ?? 0))
  return {
    pairs: one.pairs + other.pairs,
    before: plus(one.before, other.before),
    next: plus(one.next, other.next),
    squares: plus(one.squares, other.squares),
  }
}

/**
 * Several classes as one. Classes that are shown by themselves could be taken off the sum, so the others come in only when they are not few
 * together: what is left after any subtraction is never under {@link smallestClass}.
 */
export function pool(questions: number, classes: readonly PairedSums[]): PairedSums {
  const sum = (some: readonly PairedSums[]): PairedSums => some.reduce(addUp, noPairs(questions))
  const shown = classes.filter(({ pairs }) => pairs >= smallestClass)
  const rest = sum(classes.filter(({ pairs }) => pairs < smallestClass))
  return rest.pairs >= smallestClass ? addUp(sum(shown), rest) : sum(shown)
}

/** Means and the 95 % interval of the mean change (Student's t over pairs), or nothing where they are few. */
export function toResult(questions: readonly Text[], { pairs, before, next, squares }: PairedSums): AbilityResult {
  const figure = (value: number): ShownFigure => (pairs >= smallestClass ? { kind: 'shown', value } : { kind: 'few' })
  return {
    pairs: shownCount(pairs),
    questions: questions.map((question, index) => {
      const [start, end] = [(before[index] ?? 0) / pairs, (next[index] ?? 0) / pairs]
      const change = end - start
      // Rounding may leave a hair below zero where nobody changed.
      const variance = Math.max(0, ((squares[index] ?? 0) - pairs * change ** 2) / (pairs - 1))
      const half = studentT(pairs - 1) * Math.sqrt(variance / pairs)
      return {
        question,
        before: figure(start),
        next: figure(end),
        change: figure(change),
        low: figure(change - half),
        high: figure(change + half),
      }
    }),
  }
}

export const shownCount = (count: number): Shown => (count >= smallestClass ? { kind: 'shown', count } : { kind: 'few' })

/**
 * The 97.5 % quantile of Student's t by the expansion around the normal one (Abramowitz and Stegun 26.7.5); from nine degrees of freedom on
 * right to three decimals.
 */
export function studentT(degrees: number): number {
  const z = 1.959963984540054
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ]
  return terms.reduce((sum, term, power) => sum + term / degrees ** (power + 1), z)
}
