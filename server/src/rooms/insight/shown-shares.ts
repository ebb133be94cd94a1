import type { Estimate } from '@ronghe/contract/insight/indicators.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import { wilson } from './indicators/intervals.ts'

/** A count rounded as the street wishes (settings, figures); it hides nothing and lets nothing be shown that was hidden. */
export const rounded = (count: Shown, to: number): Shown =>
  count.kind === 'shown' ? { kind: 'shown', count: Math.round(count.count / to) * to } : count

/** A share of two counts as they are shown, with its interval; hidden as soon as either is. */
export const estimateOf = (part: Shown, whole: Shown): Estimate =>
  part.kind === 'shown' && whole.kind === 'shown' && whole.count > 0
    ? { kind: 'shown', ...wilson(part.count, whole.count) }
    : { kind: 'few' }
