import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needsPerson } from '../../platform/session/session.tsx'
import { residentRoot } from '../../shell/resident-root.ts'

const open = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => residentRoot, path, component })
const own = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: needsPerson, component })

/** Patrols, planning a week, care visits: for those who go, those who lead, and those who are visited. */
export const roundsRoutes = [
  own(
    '/volunteers/patrols',
    lazyRouteComponent(() => import('./patrol/MyPatrols.tsx'), 'MyPatrols'),
  ),
  own(
    '/volunteers/patrols/$roundId',
    lazyRouteComponent(() => import('./patrol/PatrolRoundPage.tsx'), 'PatrolRoundPage'),
  ),
  open(
    '/volunteers/complain',
    lazyRouteComponent(() => import('./patrol/PatrolComplaint.tsx'), 'PatrolComplaint'),
  ),
  own(
    '/volunteers/teams/$teamId/patrol',
    lazyRouteComponent(() => import('./patrol/PatrolBookPage.tsx'), 'PatrolBookPage'),
  ),
  own(
    '/volunteers/teams/$teamId/roster',
    lazyRouteComponent(() => import('./roster/RosterPage.tsx'), 'RosterPage'),
  ),
  own(
    '/volunteers/invitations',
    lazyRouteComponent(() => import('./roster/Invitations.tsx'), 'Invitations'),
  ),
  own(
    '/volunteers/visits',
    lazyRouteComponent(() => import('./care/MyVisits.tsx'), 'MyVisits'),
  ),
  own(
    '/volunteers/visits/$visitId',
    lazyRouteComponent(() => import('./care/CareVisitPage.tsx'), 'CareVisitPage'),
  ),
  own(
    '/volunteers/care',
    lazyRouteComponent(() => import('./care/MyCare.tsx'), 'MyCare'),
  ),
  own(
    '/volunteers/care/ask',
    lazyRouteComponent(() => import('./care/AskForVisits.tsx'), 'AskForVisits'),
  ),
  own(
    '/volunteers/care/family',
    lazyRouteComponent(() => import('./care/AskForVisits.tsx'), 'AskForFamily'),
  ),
  open(
    '/volunteers/care/paper',
    lazyRouteComponent(() => import('./care/CarePaper.tsx'), 'CarePaper'),
  ),
  own(
    '/volunteers/care-alerts',
    lazyRouteComponent(() => import('./care/CareAlerts.tsx'), 'CareAlertsPage'),
  ),
]
