/** What became of every door that was drawn. */
export interface Dispositions {
  readonly complete: number
  readonly partial: number
  readonly refusal: number
  readonly nonContact: number
  readonly other: number
  /** Nobody found out whether anybody lives there who could be asked. */
  readonly unknown: number
  /** Nobody lives there, or nobody who is asked. They leave the sum. */
  readonly notEligible: number
}

/**
 * Response rate 1, the smallest of the six: complete answers over everybody who was or may have been asked. A door of which nothing is
 * known counts as one that did not answer.
 * @returns undefined where nobody was to be asked
 * Source: AAPOR, Standard Definitions (9th edition 2016, 10th edition 2023): RR1 = I / ((I + P) + (R + NC + O) + (UH + UO)).
 */
export function responseRate1(doors: Dispositions): number | undefined {
  for (const [kind, count] of Object.entries(doors))
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${kind}: not a count: ${count}`)
  const asked = doors.complete + doors.partial + doors.refusal + doors.nonContact + doors.other + doors.unknown
  return asked > 0 ? doors.complete / asked : undefined
}
