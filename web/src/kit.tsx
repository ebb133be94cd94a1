import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { openDoor } from './shell/App.tsx'
import { residentRoot } from './shell/resident-root.ts'

/** The kit on one page, for whoever builds screens: `npm run dev`, then /kit.html (and /kit.html?door=desk). Not part of the build. */
const door = new URLSearchParams(location.search).get('door')
if (door) document.documentElement.dataset['door'] = door

openDoor(
  residentRoot.addChildren([
    createRoute({
      getParentRoute: () => residentRoot,
      path: '/kit.html',
      component: lazyRouteComponent(() => import('./ui/Sampler.tsx'), 'Sampler'),
    }),
  ]),
)
