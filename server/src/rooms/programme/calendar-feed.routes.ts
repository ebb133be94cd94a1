import * as feed from '@ronghe/contract/programme/calendar-feed.ts'
import { implement, sent, type App } from '../../platform/http/implement.ts'
import { calendarFeed, makeCalendarFeed, myCalendarFeed, revokeCalendarFeed } from './calendar-feed.ts'

export function calendarFeedRoutes(app: App): void {
  implement(app, feed.readCalendarFeed, ({ deed }) => myCalendarFeed(deed))
  implement(app, feed.makeCalendarFeed, ({ deed }) => makeCalendarFeed(deed))
  implement(app, feed.revokeCalendarFeed, ({ deed }) => revokeCalendarFeed(deed))
  implement(app, feed.fetchCalendarFeed, async ({ deed, params, response }) => {
    const file = await calendarFeed(deed, params.file)
    await response.type('text/calendar; charset=utf-8').header('cache-control', 'private, no-cache').send(file)
    return sent
  })
}
