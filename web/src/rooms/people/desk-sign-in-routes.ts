import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needsPerson } from '../../platform/session/session.tsx'
import { deskRoot } from '../../shell/desk-root.ts'

/** Signing in and the second factor at the desk: the same pages as on the phone. */
export const deskSignInRoutes = [
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./sign-in/SignIn.tsx'), 'SignIn'),
  }),
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/second-factor',
    beforeLoad: needsPerson,
    component: lazyRouteComponent(() => import('./sign-in/SecondFactor.tsx'), 'SecondFactor'),
  }),
]
