import { schoolCourseRetention } from './retention-school-courses.ts'
import { schoolLearningRetention } from './retention-school-learning.ts'
import type { RetentionRule } from './retention-rule.ts'

/** What the school keeps. */
export const schoolRetention: readonly RetentionRule[] = [...schoolCourseRetention, ...schoolLearningRetention]
