import { motionDeskRoutes } from './motions/desk-routes.ts'
import { meetingDeskRoutes } from './meetings/desk/desk-routes.ts'
import { groundDeskRoutes } from './ground-desk-routes.ts'

/** The council's screens at the desk. */
export const councilDeskRoutes = [...groundDeskRoutes, ...meetingDeskRoutes, ...motionDeskRoutes]
