import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../platform/session/session.tsx'
import { deskRoot } from '../../shell/desk-root.ts'

const beforeLoad = needs('school.manage')

/** Learning together at the desk of the head of the school. */
export const learningDeskRoutes = [
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/school/mentoring',
    beforeLoad,
    component: lazyRouteComponent(() => import('./mentoring/desk/MentoringDesk.tsx'), 'MentoringDesk'),
  }),
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/school/room-wishes',
    beforeLoad,
    component: lazyRouteComponent(() => import('./groups/RoomWishes.tsx'), 'RoomWishes'),
  }),
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/school/moderation',
    beforeLoad,
    component: lazyRouteComponent(() => import('./class/Moderation.tsx'), 'Moderation'),
  }),
] as const
