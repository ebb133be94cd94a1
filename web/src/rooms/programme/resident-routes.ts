import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needs, needsPerson } from '../../platform/session/session.tsx'
import { residentRoot } from '../../shell/resident-root.ts'

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
  open(
    '/organs',
    lazyRouteComponent(() => import('./organs/Organs.tsx'), 'Organs'),
  ),
  open(
    '/organs/$organId',
    lazyRouteComponent(() => import('./organs/OrganPage.tsx'), 'OrganPage'),
  ),
  open(
    '/school',
    lazyRouteComponent(() => import('./organs/OrganOfKind.tsx'), 'SchoolPage'),
  ),
  open(
    '/volunteers',
    lazyRouteComponent(() => import('./organs/OrganOfKind.tsx'), 'CorpsPage'),
  ),
  open(
    '/branch',
    lazyRouteComponent(() => import('./organs/OrganOfKind.tsx'), 'BranchPage'),
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
]
