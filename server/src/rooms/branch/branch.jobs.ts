import type { Job } from '../../platform/jobs/jobs.ts'
import { setting } from '../../platform/settings/settings.ts'
import { declineOverdue, forgetOldHere, sayWaiting, sealJournal } from './nightly.ts'

/** What the branch does by itself, in every street that runs it; nothing where it is switched off, and what lies there stays untouched (D10). */
export const branchJobs: readonly Job[] = [
  {
    name: 'branch.night',
    every: '20 2 * * *',
    async run(deed) {
      if (!(await setting(deed, 'modules')).branch) return
      await declineOverdue(deed)
      await forgetOldHere(deed)
      await sealJournal(deed)
    },
  },
  {
    name: 'branch.morning',
    every: '30 9 * * *',
    async run(deed) {
      if ((await setting(deed, 'modules')).branch) await sayWaiting(deed)
    },
  },
]
