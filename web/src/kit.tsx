import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { openDoor } from './shell/App.tsx'
import { residentRoot } from './shell/resident-root.ts'

/** The kit on one page, for whoever builds screens: `npm run dev`, then /kit.html (?door=desk for the desk's density, ?show=question for a form's page). Not part of the build. */
const asked = new URLSearchParams(location.search)
const door = asked.get('door')
const shown = asked.get('show') === 'question' ? 'QuestionSample' : 'Sampler'
if (door) document.documentElement.dataset['door'] = door

openDoor(
  residentRoot.addChildren([
    createRoute({
      getParentRoute: () => residentRoot,
      path: '/kit.html',
      component: lazyRouteComponent(() => import('./sampler/Sampler.tsx'), shown),
    }),
  ]),
)
