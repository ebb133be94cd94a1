import type { AnyOperation, Operation } from '@ronghe/contract/operation.ts'
import type * as z from 'zod/mini'
import type { Deed } from '../deed.ts'
import { register, type App, type Asking, type Ground } from '../http/implement.ts'
import type { Refusal } from '../http/problems.ts'
import type { Platform } from '../platform.ts'
import { personHash, toBranchDeed, type BranchDeed } from './branch-deed.ts'
import { recordInBranch } from './branch-journal.ts'
import { houseOf } from './house.ts'

export type BranchAsking<O extends AnyOperation> = Omit<Asking<O>, 'deed' | 'upload'> & { readonly deed: BranchDeed }

/**
 * Serves an operation of the branch. Who asks is found out by the app's role as everywhere; then a transaction of the branch's role is opened,
 * and what belongs to it (the repeated POST, the refusal that is noted) lies in the branch's schema. What a resident does here is done in
 * person only: a clerk's assisted session never gets in (08, Sign-in).
 */
export function implementBranch<P extends z.ZodMiniType, Q extends z.ZodMiniType, B extends z.ZodMiniType, R extends z.ZodMiniType>(
  app: App,
  operation: Operation<P, Q, B, R>,
  handle: (asking: BranchAsking<Operation<P, Q, B, R>>) => Promise<z.input<R> | Refusal | ({} extends z.input<R> ? void : never)>,
): void {
  if (operation.post !== 'anyone' && !operation.inPerson) throw new Error(`${operation.id} must be done in person`)
  if (operation.media) throw new Error(`${operation.id}: the branch keeps no files`)
  if (!operation.path.startsWith('/api/v1/branch')) throw new Error(`${operation.path} is not the branch's`)
  register(app, operation, ({ deed, ...asking }) => handle({ ...asking, deed: toBranchDeed(deed) } as never), house)
}

const house: Ground = {
  closed: true,
  async work({ platform, street, mode }, recognise, run) {
    await platform.database.inStreet(street.id, 'read', recognise)
    return houseOf(platform).database.inStreet(street.id, mode, (tx) => run(tx as unknown as Deed['tx'])) // made a branch deed before any room sees it
  },
  kept(deed, attempt) {
    const branch = toBranchDeed(deed)
    const scope = branch.personId ? personHash(branch, branch.personId).toString('hex') : attempt.scope
    return [
      { ...deed, actor: { kind: 'anonymous' }, platform: withOwnKey(deed.platform) },
      { ...attempt, scope },
    ]
  },
  async noteRefusal({ platform, street, deedOf }, operation, code) {
    await houseOf(platform).database.inStreet(street.id, 'write', (tx) =>
      recordInBranch(toBranchDeed(deedOf(tx as unknown as Deed['tx'])), { kind: 'branch.refused', plain: { operation, code } }),
    )
  },
}

const withOwnKey = (platform: Platform): Platform => ({ ...platform, sealer: houseOf(platform).sealer })
