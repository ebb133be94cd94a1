import type { Permission } from '@ronghe/contract/posts.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { mayDo, needs, needsPerson, NotPermitted, type RouteContext, sessionQuery } from '../../../../platform/session/session.tsx'
import { deskRoot } from '../../../../shell/desk-root.ts'

/** The clerk fills benches; the street lead fills the chair and confirms nominations. */
export const seatPermissions: readonly Permission[] = ['council.clerk', 'council.found']

const seatWork = async ({ context }: { readonly context: RouteContext }): Promise<void> => {
  await needsPerson({ context })
  const session = await context.queryClient.ensureQueryData(sessionQuery)
  if (!seatPermissions.some((permission) => mayDo(session, permission))) throw new NotPermitted(seatPermissions[0]!)
}

export const seatDeskRoutes = [
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/council/seats',
    beforeLoad: seatWork,
    component: lazyRouteComponent(() => import('./SeatsDesk.tsx'), 'SeatsDesk'),
  }),
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/council/founding',
    beforeLoad: needs('council.found'),
    component: lazyRouteComponent(() => import('../../charter/FoundCouncil.tsx'), 'FoundCouncil'),
  }),
]
