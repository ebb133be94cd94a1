import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../../platform/session/session.tsx'
import { deskRoot } from '../../../shell/desk-root.ts'
import { needsAny } from '../../programme/desk/needs-any.ts'

const at = { getParentRoute: () => deskRoot } as const

const motions = createRoute({
  ...at,
  path: '/council/motions',
  beforeLoad: needs('council.moderate'),
  component: lazyRouteComponent(() => import('./desk/MotionDesk.tsx'), 'MotionDesk'),
})
const motion = createRoute({
  getParentRoute: () => motions,
  path: '$motionId',
  component: lazyRouteComponent(() => import('./desk/MotionWork.tsx'), 'MotionWork'),
})
const agendas = createRoute({
  ...at,
  path: '/council/agendas',
  beforeLoad: needsAny('council.clerk', 'council.preside'),
  component: lazyRouteComponent(() => import('./desk/AgendaDesk.tsx'), 'AgendaDesk'),
})
const agenda = createRoute({
  ...at,
  path: '/council/agendas/$meetingId',
  beforeLoad: needsAny('council.clerk', 'council.preside'),
  component: lazyRouteComponent(() => import('./desk/AgendaBuilder.tsx'), 'AgendaBuilder'),
})

export const motionDeskRoutes = [motions.addChildren([motion]), agendas, agenda]
