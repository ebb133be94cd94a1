import { floorDeskRoutes } from './floor/desk-routes.ts'
import { seatDeskRoutes } from './seats/desk/desk-routes.ts'
import { allocationDeskRoutes } from './allocation/desk/desk-routes.ts'
import { ballotDeskRoutes } from './ballots/desk-routes.ts'
import { conversationDeskRoutes } from './conversations/desk/desk-routes.ts'
import { motionDeskRoutes } from './motions/desk-routes.ts'
import { meetingDeskRoutes } from './meetings/desk/desk-routes.ts'
import { groundDeskRoutes } from './ground-desk-routes.ts'

/** The council's screens at the desk. */
export const councilDeskRoutes = [
  ...seatDeskRoutes,
  ...allocationDeskRoutes,
  ...ballotDeskRoutes,
  ...conversationDeskRoutes,
  ...groundDeskRoutes,
  ...meetingDeskRoutes,
  ...motionDeskRoutes,
  ...floorDeskRoutes,
]
