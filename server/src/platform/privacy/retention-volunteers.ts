import type { RetentionRule } from './retention-rule.ts'

/** What the volunteers keep. */
export const volunteersRetention: readonly RetentionRule[] = []
