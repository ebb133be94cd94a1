import { answerDataRequest, askDataRequest, listDataRequests, listMyDataRequests } from '@ronghe/contract/people/data-requests.ts'
import { leave, readLeaving } from '@ronghe/contract/people/leaving.ts'
import { exportMyData, readMyDataPage } from '@ronghe/contract/people/my-data.ts'
import { say } from '@ronghe/contract/words.ts'
import { browserOf } from '../../platform/auth/browser.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import { implement, sent, type App } from '../../platform/http/implement.ts'
import type { Keeper } from '../../platform/privacy/keeper.ts'
import { dataPage } from './data-page.ts'
import { answer, ask, dataRequestsOf, queue } from './data-requests.ts'
import { exportPerson, leaveForGood, openItems } from './erasing.ts'

/** What is asked of every room at once: the keepers are those of the rooms above. */
export function leavingRoutes(app: App, keepers: readonly Keeper[]): void {
  implement(app, exportMyData, async ({ deed, person }) => ({
    person: person().personId,
    at: deed.now.toISOString(),
    rooms: await exportPerson(deed, person().personId, keepers),
  }))
  implement(app, readMyDataPage, async ({ deed, person, response }) => {
    const rooms = await exportPerson(deed, person().personId, keepers)
    const page = dataPage(rooms, {
      language: deed.language,
      title: say(deed.language, 'export-title'),
      at: dayIn(deed.street.zone, deed.now),
    })
    await response
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'inline; filename="ronghe.html"')
      .send(page)
    return sent
  })
  implement(app, readLeaving, async ({ deed, person }) => {
    const open = await openItems(deed, person().personId, keepers)
    return { open, may: open.some(({ becomes }) => becomes === 'stops') ? [] : ['people.leaving.leave'] }
  })
  implement(app, leave, async ({ deed, person, request, response }) => {
    const left = await leaveForGood(deed, person().personId, keepers)
    browserOf(request, response, app.platform.config.publicUrl).signOut()
    return left
  })

  implement(app, askDataRequest, ({ deed, person, body }) => ask(deed, person().personId, body))
  implement(app, listMyDataRequests, async ({ deed, person }) => ({
    items: await dataRequestsOf(deed, person().personId),
    may: ['people.data-requests.ask'],
  }))
  implement(app, listDataRequests, ({ deed, query }) => queue(deed, query))
  implement(app, answerDataRequest, ({ deed, person, params, body }) => answer(deed, person(), params.requestId, body))
}
