import type { WorkOwner } from '../../platform/handover.ts'
import type { App } from '../../platform/http/implement.ts'
import { agreementWork } from './agreement-steps.ts'
import { agreementRoutes } from './agreements.routes.ts'
import { appointmentRoutes } from './appointments.routes.ts'
import { certificateRoutes } from './certificates.routes.ts'
import { calendarFeedRoutes } from './calendar-feed.routes.ts'
import { calendarRoutes } from './calendar.routes.ts'
import { commendationRoutes } from './commendations/commendations.routes.ts'
import { contractWork } from './contracts/contract-handover.ts'
import { contractRoutes } from './contracts/contracts.routes.ts'
import { concernWork } from './concern-handover.ts'
import { concernRoutes } from './concerns.routes.ts'
import { embeddingRoutes } from './embedding.routes.ts'
import { engagementRoutes } from './engagements.routes.ts'
import { noticeRoutes } from './notices.routes.ts'
import { organRoutes } from './organs.routes.ts'
import { placesRoutes } from './places.routes.ts'
import { retentionRoutes } from './retention.routes.ts'
import { settingsRoutes } from './settings.routes.ts'
import { shiftNoteRoutes } from './shift-notes.routes.ts'
import { supportRoutes } from './support.routes.ts'

/** The programme's own work on posts. */
export const programmeWork: readonly WorkOwner[] = [concernWork, contractWork, ...agreementWork]

/** `owners`: every room's work on posts, the programme's own included. */
export function programmeRoutes(app: App, owners: readonly WorkOwner[]): void {
  settingsRoutes(app)
  retentionRoutes(app)
  calendarRoutes(app)
  placesRoutes(app)
  organRoutes(app)
  embeddingRoutes(app)
  engagementRoutes(app)
  calendarFeedRoutes(app)
  appointmentRoutes(app, owners)
  shiftNoteRoutes(app)
  supportRoutes(app)
  noticeRoutes(app)
  concernRoutes(app)
  agreementRoutes(app)
  commendationRoutes(app)
  contractRoutes(app)
  certificateRoutes(app)
}
