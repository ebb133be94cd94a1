import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needsPerson } from '../../platform/session/session.tsx'
import { residentRoot } from '../../shell/resident-root.ts'

const catalogue = createRoute({
  getParentRoute: () => residentRoot,
  path: '/services',
  component: lazyRouteComponent(() => import('./Catalogue.tsx'), 'Catalogue'),
})
const guide = createRoute({
  getParentRoute: () => residentRoot,
  path: '/services/$key',
  component: lazyRouteComponent(() => import('./ServiceGuide.tsx'), 'ServiceGuide'),
})
const may = createRoute({
  getParentRoute: () => residentRoot,
  path: '/services/$key/may',
  component: lazyRouteComponent(() => import('./FirstQuestion.tsx'), 'FirstQuestion'),
})
const mayPage = createRoute({
  getParentRoute: () => residentRoot,
  path: '/services/$key/may/$page',
  component: lazyRouteComponent(() => import('./Eligibility.tsx'), 'Eligibility'),
})
const form = createRoute({
  getParentRoute: () => residentRoot,
  path: '/services/$key/form',
  component: lazyRouteComponent(() => import('./GoOn.tsx'), 'GoOn'),
})
const formPage = createRoute({
  getParentRoute: () => residentRoot,
  path: '/services/$key/form/$page',
  component: lazyRouteComponent(() => import('./FilingForm.tsx'), 'FilingForm'),
})
const cases = createRoute({
  getParentRoute: () => residentRoot,
  path: '/cases',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./MyCases.tsx'), 'MyCases'),
})
const oneCase = createRoute({
  getParentRoute: () => residentRoot,
  path: '/cases/$caseId',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./CaseTimeline.tsx'), 'CaseTimeline'),
})
const supplement = createRoute({
  getParentRoute: () => residentRoot,
  path: '/cases/$caseId/supplement',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./Supplement.tsx'), 'Supplement'),
})
const reopen = createRoute({
  getParentRoute: () => residentRoot,
  path: '/cases/$caseId/reopen',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./Reopen.tsx'), 'Reopen'),
})
const status = createRoute({
  getParentRoute: () => residentRoot,
  path: '/status',
  component: lazyRouteComponent(() => import('./StatusByCode.tsx'), 'StatusByCode'),
})
const rate = createRoute({
  getParentRoute: () => residentRoot,
  path: '/rate',
  component: lazyRouteComponent(() => import('./RateByCode.tsx'), 'RateByCode'),
})
const receipt = createRoute({
  getParentRoute: () => residentRoot,
  path: '/cases/$caseId/receipt',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./CaseReceipt.tsx'), 'CaseReceipt'),
})

export const stationRoutes = [catalogue, guide, may, mayPage, form, formPage, cases, oneCase, supplement, reopen, status, rate, receipt]
