import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needsPerson } from '../../platform/session/session.tsx'
import { residentRoot } from '../../shell/resident-root.ts'

const open = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => residentRoot, path, component })

/** Pages about oneself: a stranger is led to the sign-in and back. */
const own = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: needsPerson, component })

export const peopleRoutes = [
  open(
    '/sign-in',
    lazyRouteComponent(() => import('./sign-in/SignIn.tsx'), 'SignIn'),
  ),
  open(
    '/set-up',
    lazyRouteComponent(() => import('./sign-in/SetUp.tsx'), 'SetUp'),
  ),
  open(
    '/demo',
    lazyRouteComponent(() => import('./demo/Demo.tsx'), 'Demo'),
  ),
  own(
    '/second-factor',
    lazyRouteComponent(() => import('./sign-in/SecondFactor.tsx'), 'SecondFactor'),
  ),
  own(
    '/me',
    lazyRouteComponent(() => import('./me/Me.tsx'), 'Me'),
  ),
  own(
    '/me/profile',
    lazyRouteComponent(() => import('./me/Profile.tsx'), 'Profile'),
  ),
  own(
    '/me/group',
    lazyRouteComponent(() => import('./me/GroupChoice.tsx'), 'GroupChoice'),
  ),
  own(
    '/me/message-choice',
    lazyRouteComponent(() => import('./me/MessageChoice.tsx'), 'MessageChoice'),
  ),
  own(
    '/me/devices',
    lazyRouteComponent(() => import('./me/Devices.tsx'), 'Devices'),
  ),
  open(
    '/me/appearance',
    lazyRouteComponent(() => import('./me/Display.tsx'), 'Display'),
  ),
  own(
    '/messages',
    lazyRouteComponent(() => import('./me/Messages.tsx'), 'Messages'),
  ),
  own(
    '/me/household',
    lazyRouteComponent(() => import('./neighbours/Household.tsx'), 'Household'),
  ),
  own(
    '/me/helpers',
    lazyRouteComponent(() => import('./neighbours/Helpers.tsx'), 'Helpers'),
  ),
  own(
    '/me/residence',
    lazyRouteComponent(() => import('./neighbours/Residence.tsx'), 'Residence'),
  ),
  own(
    '/me/attest',
    lazyRouteComponent(() => import('./neighbours/Attest.tsx'), 'Attest'),
  ),
  own(
    '/me/data',
    lazyRouteComponent(() => import('./data/MyData.tsx'), 'MyData'),
  ),
  own(
    '/me/consents',
    lazyRouteComponent(() => import('./data/Consents.tsx'), 'Consents'),
  ),
  own(
    '/me/access',
    lazyRouteComponent(() => import('./data/Looks.tsx'), 'Looks'),
  ),
  own(
    '/me/requests',
    lazyRouteComponent(() => import('./data/DataRequests.tsx'), 'DataRequests'),
  ),
  own(
    '/me/leaving',
    lazyRouteComponent(() => import('./data/Leaving.tsx'), 'Leaving'),
  ),
]
