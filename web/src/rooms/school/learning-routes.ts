import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needs, needsPerson } from '../../platform/session/session.tsx'
import { residentRoot } from '../../shell/resident-root.ts'

const open = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => residentRoot, path, component })
const own = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: needsPerson, component })
const teaching = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: needs('school.teach'), component })

/** Mentoring, study groups, and what belongs to a class. */
export const learningRoutes = [
  open(
    '/school/mentoring',
    lazyRouteComponent(() => import('./mentoring/Mentoring.tsx'), 'Mentoring'),
  ),
  own(
    '/school/mentoring/say/$side',
    lazyRouteComponent(() => import('./mentoring/MentoringSay.tsx'), 'MentoringSay'),
  ),
  own(
    '/school/mentoring/pairs/$pairId',
    lazyRouteComponent(() => import('./mentoring/PairPage.tsx'), 'PairPage'),
  ),
  open(
    '/school/groups',
    lazyRouteComponent(() => import('./groups/Groups.tsx'), 'Groups'),
  ),
  own(
    '/school/groups/new',
    lazyRouteComponent(() => import('./groups/StartGroup.tsx'), 'StartGroup'),
  ),
  open(
    '/school/groups/$groupId',
    lazyRouteComponent(() => import('./groups/GroupPage.tsx'), 'GroupPage'),
  ),
  open(
    '/school/ability',
    lazyRouteComponent(() => import('./asking/Results.tsx'), 'ModuleResults'),
  ),
  own(
    '/school/awards',
    lazyRouteComponent(() => import('./awards/MyAwards.tsx'), 'MyAwards'),
  ),
  open(
    '/school/courses/$courseId/materials',
    lazyRouteComponent(() => import('./class/Materials.tsx'), 'Materials'),
  ),
  open(
    '/school/courses/$courseId/materials/print',
    lazyRouteComponent(() => import('./class/MaterialSheet.tsx'), 'MaterialSheet'),
  ),
  own(
    '/school/courses/$courseId/minutes',
    lazyRouteComponent(() => import('./class/Minutes.tsx'), 'Minutes'),
  ),
  own(
    '/school/courses/$courseId/talk',
    lazyRouteComponent(() => import('./class/Talks.tsx'), 'Talks'),
  ),
  own(
    '/school/courses/$courseId/talk/$threadId',
    lazyRouteComponent(() => import('./class/TalkPage.tsx'), 'TalkPage'),
  ),
  open(
    '/school/courses/$courseId/ability',
    lazyRouteComponent(() => import('./asking/Rate.tsx'), 'Rate'),
  ),
  open(
    '/school/courses/$courseId/ability/results',
    lazyRouteComponent(() => import('./asking/Results.tsx'), 'Results'),
  ),
  teaching(
    '/school/courses/$courseId/ability/paper',
    lazyRouteComponent(() => import('./asking/PaperAnswers.tsx'), 'PaperAnswers'),
  ),
  teaching(
    '/school/courses/$courseId/ability/forms',
    lazyRouteComponent(() => import('./asking/AbilityForms.tsx'), 'AbilityForms'),
  ),
  open(
    '/school/courses/$courseId/evaluation',
    lazyRouteComponent(() => import('./asking/Evaluate.tsx'), 'Evaluate'),
  ),
  teaching(
    '/school/courses/$courseId/evaluation/results',
    lazyRouteComponent(() => import('./asking/EvaluationResult.tsx'), 'EvaluationResult'),
  ),
  teaching(
    '/school/courses/$courseId/awards',
    lazyRouteComponent(() => import('./awards/Completions.tsx'), 'Completions'),
  ),
] as const
