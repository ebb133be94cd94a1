import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs, needsPerson } from '../../../platform/session/session.tsx'
import { deskRoot } from '../../../shell/desk-root.ts'

const at = { getParentRoute: () => deskRoot } as const
const serves = needs('station.counter.serve')
const manages = needs('station.counter.manage')

const counter = createRoute({
  ...at,
  path: '/counter',
  beforeLoad: serves,
  component: lazyRouteComponent(() => import('./Counter.tsx'), 'Counter'),
})
const slip = createRoute({
  ...at,
  path: '/counter/slip',
  beforeLoad: serves,
  component: lazyRouteComponent(() => import('./Slip.tsx'), 'Slip'),
})
const appointments = createRoute({
  ...at,
  path: '/appointments',
  beforeLoad: serves,
  component: lazyRouteComponent(() => import('./Appointments.tsx'), 'Appointments'),
})
const plan = createRoute({
  ...at,
  path: '/counter-plan',
  beforeLoad: manages,
  component: lazyRouteComponent(() => import('./Plan.tsx'), 'Plan'),
})
const roster = createRoute({
  ...at,
  path: '/model-window',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./Roster.tsx'), 'Roster'),
})
const figures = createRoute({
  ...at,
  path: '/counter-figures',
  beforeLoad: manages,
  component: lazyRouteComponent(() => import('./Figures.tsx'), 'Figures'),
})

export const counterDeskRoutes = [counter, slip, appointments, plan, roster, figures]
