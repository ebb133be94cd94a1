import { meetingRoutes } from './meetings/resident-routes.ts'
import { groundRoutes } from './ground-routes.ts'

/** The council's screens for residents and delegates. */
export const councilRoutes = [...groundRoutes, ...meetingRoutes]
