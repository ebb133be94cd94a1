import type { RetentionRule } from './retention-rule.ts'

/** What the school keeps. */
export const schoolRetention: readonly RetentionRule[] = []
