import { floorRoutes } from './floor/resident-routes.ts'
import { seatRoutes } from './seats/resident-routes.ts'
import { allocationRoutes } from './allocation/resident-routes.ts'
import { ballotRoutes } from './ballots/resident-routes.ts'
import { motionRoutes } from './motions/resident-routes.ts'
import { conversationRoutes } from './conversations/resident-routes.ts'
import { meetingRoutes } from './meetings/resident-routes.ts'
import { groundRoutes } from './ground-routes.ts'

/** The council's screens for residents and delegates. */
export const councilRoutes = [
  ...seatRoutes,
  ...allocationRoutes,
  ...ballotRoutes,
  ...conversationRoutes,
  ...groundRoutes,
  ...meetingRoutes,
  ...motionRoutes,
  ...floorRoutes,
]
