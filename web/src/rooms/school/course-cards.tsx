import type { Course } from '@ronghe/contract/school/courses.ts'
import type { ComponentType } from 'react'
import { ClassCard } from './class/ClassCard.tsx'

/** What other parts of the room show on a course's page; each shows nothing where it has nothing to say. */
export const courseCards: readonly ComponentType<{ readonly course: Course }>[] = [ClassCard]
