import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needs, needsPerson } from '../../../platform/session/session.tsx'
import { residentRoot } from '../../../shell/resident-root.ts'

const open = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => residentRoot, path, component })
const own = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: needsPerson, component })
const teaching = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: needs('school.teach'), component })

export const courseRoutes = [
  open(
    '/school',
    lazyRouteComponent(() => import('./School.tsx'), 'School'),
  ),
  own(
    '/school/mine',
    lazyRouteComponent(() => import('./MyCourses.tsx'), 'MyCourses'),
  ),
  open(
    '/school/courses/$courseId',
    lazyRouteComponent(() => import('./CoursePage.tsx'), 'CoursePage'),
  ),
  own(
    '/school/courses/$courseId/enrol',
    lazyRouteComponent(() => import('./Enrol.tsx'), 'Enrol'),
  ),
  own(
    '/school/classes/$sessionId/check-in',
    lazyRouteComponent(() => import('./CheckIn.tsx'), 'CheckIn'),
  ),
  own(
    '/school/classes/$sessionId/absence',
    lazyRouteComponent(() => import('./Absence.tsx'), 'Absence'),
  ),
  own(
    '/school/classes/$sessionId/make-up',
    lazyRouteComponent(() => import('./MakeUp.tsx'), 'MakeUp'),
  ),
  teaching(
    '/school/teaching',
    lazyRouteComponent(() => import('./Teaching.tsx'), 'Teaching'),
  ),
  teaching(
    '/school/classes/$sessionId',
    lazyRouteComponent(() => import('./ClassPage.tsx'), 'ClassPage'),
  ),
  teaching(
    '/school/classes/$sessionId/sheet',
    lazyRouteComponent(() => import('./ClassSheet.tsx'), 'ClassSheet'),
  ),
] as const
