import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../../platform/session/session.tsx'
import { deskRoot } from '../../../shell/desk-root.ts'

const at = { getParentRoute: () => deskRoot, beforeLoad: needs('insight.read') } as const

export const frameworkDeskRoutes = [
  createRoute({ ...at, path: '/insight', component: lazyRouteComponent(() => import('./DeskFramework.tsx'), 'DeskFramework') }),
  createRoute({
    ...at,
    path: '/insight/indicators/$key',
    component: lazyRouteComponent(() => import('../indicators/IndicatorPage.tsx'), 'IndicatorPage'),
  }),
  createRoute({
    ...at,
    path: '/insight/dictionary',
    component: lazyRouteComponent(() => import('../indicators/Dictionary.tsx'), 'Dictionary'),
  }),
  // The residents' pages, within the desk.
  createRoute({ ...at, path: '/insight/ties', component: lazyRouteComponent(() => import('../ties/TiesPage.tsx'), 'TiesPage') }),
  createRoute({ ...at, path: '/insight/flows', component: lazyRouteComponent(() => import('../flows/FlowsPage.tsx'), 'FlowsPage') }),
  createRoute({
    ...at,
    path: '/insight/path-model',
    component: lazyRouteComponent(() => import('../path-model/PathModelPage.tsx'), 'PathModelPage'),
  }),
]
