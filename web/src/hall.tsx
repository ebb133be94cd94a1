import { councilHallRoutes } from './rooms/council/hall-routes.ts'
import { homeHallRoutes } from './rooms/home/hall-routes.ts'
import { stationHallRoutes } from './rooms/station/hall-routes.ts'
import { openDoor } from './shell/App.tsx'
import { hallRoot } from './shell/hall-root.ts'

/** The projector's door: every room that has something for the hall is listed here, once. */
openDoor(hallRoot.addChildren([...homeHallRoutes, ...stationHallRoutes, ...councilHallRoutes]))
