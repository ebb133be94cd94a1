import type { Job } from '../../platform/jobs/jobs.ts'
import { closeDueConversations } from './conversations.ts'
import { publishSteps } from './landscapes.ts'
import { destroyDueKeys } from './stance-rounds.ts'
import { keepSettledBursts } from './statement-desk.ts'
import { forgetDecided } from './statements.ts'

/** What conversations and rounds of stances do by themselves. */
export const roundJobs: readonly Job[] = [
  {
    name: 'council.round-keys',
    every: '20 3 * * *',
    async run(deed) {
      await destroyDueKeys(deed)
      await forgetDecided(deed)
    },
  },
  {
    name: 'council.conversations-publish',
    every: '*/2 * * * *',
    async run(deed) {
      await publishSteps(deed)
      await keepSettledBursts(deed)
    },
  },
  { name: 'council.conversations-close', every: '5 0 * * *', run: closeDueConversations },
]
