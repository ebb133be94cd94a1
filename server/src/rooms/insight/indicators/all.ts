import type { Indicator } from './definition.ts'
import { concerns } from './concerns.ts'

/** The nineteen groups, in their order (02 §7, 08 Figures). */
export const indicators: readonly Indicator[] = [concerns]
