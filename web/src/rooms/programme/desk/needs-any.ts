import type { Permission } from '@ronghe/contract/posts.ts'
import { mayDo, needsPerson, NotPermitted, type RouteContext, sessionQuery } from '../../../platform/session/session.tsx'

/** `beforeLoad: needsAny('street.configure', 'street.texts')`: any one of them opens the screen. */
export const needsAny =
  (...permissions: readonly Permission[]) =>
  async ({ context }: { readonly context: RouteContext }): Promise<void> => {
    await needsPerson({ context })
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (!permissions.some((permission) => mayDo(session, permission))) throw new NotPermitted(permissions[0]!)
  }
