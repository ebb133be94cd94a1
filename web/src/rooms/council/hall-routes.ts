import { floorHallRoutes } from './floor/hall-routes.ts'
import { seatHallRoutes } from './seats/hall-routes.ts'
import { meetingHallRoutes } from './meetings/hall-routes.ts'
/** What the council shows in the hall. */
export const councilHallRoutes = [...seatHallRoutes, ...meetingHallRoutes, ...floorHallRoutes]
