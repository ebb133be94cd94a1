import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../platform/session/session.tsx'
import { deskRoot } from '../../shell/desk-root.ts'
import { needsAny } from '../programme/desk/needs-any.ts'

const at = { getParentRoute: () => deskRoot } as const

const followUp = createRoute({
  ...at,
  path: '/council/follow-up',
  beforeLoad: needsAny('council.clerk', 'council.answer'),
  component: lazyRouteComponent(() => import('./resolutions/FollowUp.tsx'), 'FollowUp'),
})
const followUpDetail = createRoute({
  getParentRoute: () => followUp,
  path: '$resolutionId',
  component: lazyRouteComponent(() => import('./resolutions/FollowUpDetail.tsx'), 'FollowUpDetail'),
})

/** The desk of visits, merging and follow-up. */
export const groundDeskRoutes = [
  createRoute({
    ...at,
    path: '/council/visits',
    beforeLoad: needs('council.moderate'),
    component: lazyRouteComponent(() => import('./visits/VisitLedger.tsx'), 'VisitLedger'),
  }),
  createRoute({
    ...at,
    path: '/council/merging',
    beforeLoad: needs('council.moderate'),
    component: lazyRouteComponent(() => import('./concerns/Merging.tsx'), 'Merging'),
  }),
  createRoute({
    ...at,
    path: '/council/merging/$mergedId',
    beforeLoad: needs('council.moderate'),
    component: lazyRouteComponent(() => import('./concerns/MergedDetail.tsx'), 'MergedDetail'),
  }),
  followUp.addChildren([followUpDetail]),
]
