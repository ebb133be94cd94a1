import { ballotRoutes } from './ballots.routes.ts'
import { agendaRoutes } from './agenda.routes.ts'
import { motionRoutes } from './motions.routes.ts'
import type { App } from '../../platform/http/implement.ts'
import { allocationRoutes } from './allocation.routes.ts'
import { charterRoutes } from './charter.routes.ts'
import { conversationRoutes } from './conversations.routes.ts'
import { councilPageRoutes } from './councils.routes.ts'
import { drawRoutes } from './draws.routes.ts'
import { floorRoutes } from './floor.routes.ts'
import { interestRoutes } from './interests.routes.ts'
import { meetingRoutes } from './meetings.routes.ts'
import { mergingRoutes } from './merging.routes.ts'
import { resolutionRoutes } from './resolutions.routes.ts'
import { mySeatRoutes } from './my-seat.routes.ts'
import { popoloRoutes } from './popolo.routes.ts'
import { seatCallRoutes } from './seat-calls.routes.ts'
import { visitRoutes } from './visits.routes.ts'

/** Everything the council can be asked. */
export function councilRoutes(app: App): void {
  const nouns: readonly ((app: App) => void)[] = [
    allocationRoutes,
    ballotRoutes,
    charterRoutes,
    conversationRoutes,
    interestRoutes,
    councilPageRoutes,
    drawRoutes,
    mySeatRoutes,
    seatCallRoutes,
    popoloRoutes,
    visitRoutes,
    mergingRoutes,
    resolutionRoutes,
    meetingRoutes,
    floorRoutes,
    motionRoutes,
    agendaRoutes,
  ]
  for (const routes of nouns) routes(app)
}
