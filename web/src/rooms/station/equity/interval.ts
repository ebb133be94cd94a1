import type { GroupBenefit } from '@ronghe/contract/station/equity.ts'
import type { Share } from '../../../ui/GroupPair.tsx'
import type * as z from 'zod/mini'

export type Benefit = z.infer<typeof GroupBenefit>

/** Two-sided 95 %. */
const normal = 1.959964

/**
 * The interval of a share (Wilson 1927), good for small counts and shares near none or all.
 * @returns parts of 1, never outside 0 to 1.
 */
export function wilson(count: number, of: number): { readonly low: number; readonly high: number } {
  if (!(of > 0) || count < 0 || count > of) throw new RangeError(`${count} is no part of ${of}`)
  const share = count / of
  const square = normal ** 2
  const middle = (share + square / (2 * of)) / (1 + square / of)
  const half = (normal / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** What was granted of what was decided, where both counts may be shown; nothing is worked out from a hidden one. */
export function grantedShare({ granted, notGranted, rate }: Benefit): Share {
  if (granted.kind === 'few' || notGranted.kind === 'few' || rate.kind === 'few') return null
  const of = granted.count + notGranted.count
  return { share: rate.value, ...wilson(granted.count, of), count: granted.count, of }
}
