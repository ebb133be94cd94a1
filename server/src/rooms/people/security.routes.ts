import { endHoldersSessions, liftLockout, listJournal, listReads, readSecurity } from '@ronghe/contract/people/security.ts'
import { readSetUp, setUp } from '@ronghe/contract/people/set-up.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { describeSecurity, endHolder, journalLines, lift, readsOf } from './security.ts'
import { isWaiting, makeAdministrators } from './set-up.ts'

export function securityRoutes(app: App): void {
  implement(app, readSetUp, async ({ deed }) => ({ waiting: await isWaiting(deed) }))
  implement(app, setUp, ({ deed, body }) => makeAdministrators(deed, body))

  implement(app, readSecurity, ({ deed }) => describeSecurity(deed))
  implement(app, endHoldersSessions, ({ deed, params }) => endHolder(deed, params.appointmentId))
  implement(app, liftLockout, ({ deed, params }) => lift(deed, params.lockoutId))

  implement(app, listJournal, ({ deed, query }) => journalLines(deed, query))
  implement(app, listReads, ({ deed, query }) => readsOf(deed, query))
}
