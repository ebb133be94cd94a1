import type { Course } from '@ronghe/contract/school/courses.ts'
import type { ComponentType } from 'react'

/** What other parts of the room show on a course's page; each shows nothing where it has nothing to say. */
export const courseCards: readonly ComponentType<{ readonly course: Course }>[] = []
