import { deskPlaces } from './desk-places.ts'
import { councilDeskRoutes } from './rooms/council/desk-routes.ts'
import { insightDeskRoutes } from './rooms/insight/desk-routes.ts'
import { schoolDeskRoutes } from './rooms/school/desk-routes.ts'
import { volunteersDeskRoutes } from './rooms/volunteers/desk-routes.ts'
import { homeDeskRoutes } from './rooms/home/desk-routes.ts'
import { counterDeskRoutes } from './rooms/station/counter/desk-routes.ts'
import { equityDeskRoutes } from './rooms/station/equity/desk-routes.ts'
import { hazardsDeskRoutes } from './rooms/station/hazards-desk/desk-routes.ts'
import { mediationDeskRoutes } from './rooms/station/mediation-desk/desk-routes.ts'
import { stationDeskRoutes } from './rooms/station/desk-routes.ts'
import { peopleDeskRoutes } from './rooms/people/desk/desk-routes.ts'
import { programmeDeskRoutes } from './rooms/programme/desk/desk-routes.ts'
import { deskSignInRoutes } from './rooms/people/desk-sign-in-routes.ts'
import { openDoor } from './shell/App.tsx'
import { DeskPlaces } from './shell/desk-places.ts'
import { deskRoot } from './shell/desk-root.ts'

/** The staff's door: every room that has screens for the desk is listed here, once; their side bar lines are in desk-places.ts. */
openDoor(
  deskRoot.addChildren([
    ...homeDeskRoutes,
    ...deskSignInRoutes,
    ...counterDeskRoutes,
    ...hazardsDeskRoutes,
    ...mediationDeskRoutes,
    ...equityDeskRoutes,
    ...stationDeskRoutes,
    ...programmeDeskRoutes,
    ...peopleDeskRoutes,
    ...councilDeskRoutes,
    ...volunteersDeskRoutes,
    ...schoolDeskRoutes,
    ...insightDeskRoutes,
  ]),
  (routed) => <DeskPlaces value={deskPlaces}>{routed}</DeskPlaces>,
)
