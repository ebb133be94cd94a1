import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../../../platform/session/session.tsx'
import { deskRoot } from '../../../../shell/desk-root.ts'

const lead = needs('school.manage')
const at = { getParentRoute: () => deskRoot } as const

const list = createRoute({
  ...at,
  path: '/school/courses',
  beforeLoad: lead,
  component: lazyRouteComponent(() => import('./CourseList.tsx'), 'CourseList'),
})
const plan = createRoute({
  getParentRoute: () => list,
  path: 'new',
  component: lazyRouteComponent(() => import('./PlanCourse.tsx'), 'NewCourse'),
})
const bring = createRoute({
  getParentRoute: () => list,
  path: 'import',
  component: lazyRouteComponent(() => import('./ImportCourses.tsx'), 'ImportCourses'),
})
const one = createRoute({
  getParentRoute: () => list,
  path: '$courseId',
  component: lazyRouteComponent(() => import('./OneCourse.tsx'), 'OneCourse'),
})
const edit = createRoute({
  getParentRoute: () => list,
  path: '$courseId/edit',
  component: lazyRouteComponent(() => import('./PlanCourse.tsx'), 'EditCourse'),
})
const rooms = createRoute({
  ...at,
  path: '/school/plan',
  beforeLoad: lead,
  component: lazyRouteComponent(() => import('./RoomPlan.tsx'), 'RoomPlan'),
})
const lecturers = createRoute({
  ...at,
  path: '/school/lecturers',
  beforeLoad: lead,
  component: lazyRouteComponent(() => import('./Lecturers.tsx'), 'Lecturers'),
})
const enter = createRoute({
  ...at,
  path: '/school/enter',
  beforeLoad: needs('people.find'),
  component: lazyRouteComponent(() => import('./EnterEnrolment.tsx'), 'EnterEnrolment'),
})
const sheet = createRoute({
  ...at,
  path: '/school/classes/$sessionId/sheet',
  beforeLoad: needs('school.teach'),
  component: lazyRouteComponent(() => import('../ClassSheet.tsx'), 'ClassSheet'),
})
const classList = createRoute({
  ...at,
  path: '/school/classes/$sessionId',
  beforeLoad: needs('school.teach'),
  component: lazyRouteComponent(() => import('../ClassPage.tsx'), 'DeskClassPage'),
})

export const courseDeskRoutes = [list.addChildren([plan, bring, one, edit]), rooms, lecturers, enter, sheet, classList] as const
