import type { Job } from '../../platform/jobs/jobs.ts'
import { giveSign } from './city/hand-over.ts'
import { freezeInsight } from './freeze.ts'
import { surveyNight } from './survey/closing.ts'

/** What insight does by itself, in every street: after the rooms' own figures of the night. */
export const insightJobs: readonly Job[] = [
  { name: 'insight.freeze', every: '50 1 * * *', run: freezeInsight },
  { name: 'insight.city.sign', every: '*/5 * * * *', run: giveSign },
  { name: 'insight.survey', every: '15 0 * * *', run: surveyNight },
]
