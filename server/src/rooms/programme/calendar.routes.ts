import { listCalendar as listOperation, seedCalendarYear, writeCalendar as writeOperation } from '@ronghe/contract/programme/settings.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { listCalendar, seedCalendar, writeCalendar } from './calendar.ts'

export function calendarRoutes(app: App): void {
  implement(app, listOperation, ({ deed, params }) => listCalendar(deed, params.year))
  implement(app, writeOperation, ({ deed, params, body }) => writeCalendar(deed, params.year, body.days))
  implement(app, seedCalendarYear, ({ deed, params }) => seedCalendar(deed, params.year))
}
