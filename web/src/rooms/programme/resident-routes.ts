import { certificateRoutes } from './certificates/resident-routes.ts'
import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needs, needsPerson } from '../../platform/session/session.tsx'
import { residentRoot } from '../../shell/resident-root.ts'
import { commendationRoutes } from './commendations/resident-routes.ts'
import { contractRoutes } from './contracts/resident-routes.ts'

const open = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => residentRoot, path, component })
const own = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: needsPerson, component })

export const programmeRoutes = [
  open(
    '/concerns/new',
    lazyRouteComponent(() => import('./concerns/SpeakUp.tsx'), 'SpeakUp'),
  ),
  open(
    '/concerns/new/$step',
    lazyRouteComponent(() => import('./concerns/SpeakStep.tsx'), 'SpeakStep'),
  ),
  open(
    '/concerns/sent',
    lazyRouteComponent(() => import('./concerns/Sent.tsx'), 'Sent'),
  ),
  open(
    '/concerns/code',
    lazyRouteComponent(() => import('./concerns/ByCode.tsx'), 'ByCode'),
  ),
  open(
    '/concerns/answered',
    lazyRouteComponent(() => import('./concerns/Answered.tsx'), 'Answered'),
  ),
  own(
    '/concerns',
    lazyRouteComponent(() => import('./concerns/MyConcerns.tsx'), 'MyConcerns'),
  ),
  own(
    '/concerns/$concernId',
    lazyRouteComponent(() => import('./concerns/MyConcernPage.tsx'), 'MyConcernPage'),
  ),
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/concerns/carried',
    beforeLoad: needs('programme.concerns.carry'),
    component: lazyRouteComponent(() => import('./concerns/Carry.tsx'), 'Carry'),
  }),
  own(
    '/me/calendar',
    lazyRouteComponent(() => import('./calendar/MyCalendar.tsx'), 'MyCalendar'),
  ),
  open(
    '/organs',
    lazyRouteComponent(() => import('./organs/Organs.tsx'), 'Organs'),
  ),
  open(
    '/organs/$organId',
    lazyRouteComponent(() => import('./organs/OrganPage.tsx'), 'OrganPage'),
  ),
  open(
    '/embedding',
    lazyRouteComponent(() => import('./embedding/EmbeddingPage.tsx'), 'EmbeddingPage'),
  ),
  open(
    '/together',
    lazyRouteComponent(() => import('./embedding/TogetherPage.tsx'), 'Together'),
  ),
  open(
    '/together/$activityId',
    lazyRouteComponent(() => import('./embedding/TogetherPage.tsx'), 'TogetherPage'),
  ),
  open(
    '/notices',
    lazyRouteComponent(() => import('./organs/Notices.tsx'), 'Notices'),
  ),
  open(
    '/notices/$noticeId',
    lazyRouteComponent(() => import('./organs/Notices.tsx'), 'NoticePage'),
  ),
  open(
    '/agreements',
    lazyRouteComponent(() => import('./agreements/Agreements.tsx'), 'Agreements'),
  ),
  open(
    '/agreements/$agreementId',
    lazyRouteComponent(() => import('./agreements/AgreementSheet.tsx'), 'AgreementSheet'),
  ),
  ...certificateRoutes,
  ...commendationRoutes,
  ...contractRoutes,
]
