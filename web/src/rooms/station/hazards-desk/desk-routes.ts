import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { mayDo, needsPerson, NotPermitted, type RouteContext, sessionQuery } from '../../../platform/session/session.tsx'
import { deskRoot } from '../../../shell/desk-root.ts'

/** The desk sees all hazards, a department those sent to it. */
async function worksOnHazards({ context }: { readonly context: RouteContext }): Promise<void> {
  await needsPerson({ context })
  const session = await context.queryClient.ensureQueryData(sessionQuery)
  if (!mayDo(session, 'station.hazards.work') && !mayDo(session, 'station.cases.department')) throw new NotPermitted('station.hazards.work')
}

const hazards = createRoute({
  getParentRoute: () => deskRoot,
  path: '/hazards',
  beforeLoad: worksOnHazards,
  component: lazyRouteComponent(() => import('./HazardList.tsx'), 'HazardList'),
})
const hazard = createRoute({
  getParentRoute: () => hazards,
  path: '$hazardId',
  component: lazyRouteComponent(() => import('./OneHazard.tsx'), 'OneHazard'),
})

export const hazardsDeskRoutes = [hazards.addChildren([hazard])]
