import { commandFloor, followFloor, readFloor } from '@ronghe/contract/council/floor.ts'
import { implement, sent, type App } from '../../platform/http/implement.ts'
import { systemDeed } from '../../platform/jobs/jobs.ts'
import { liveOf, type Frame } from '../../platform/live/live.ts'
import { floorEvents, floorState } from './floor-events.ts'
import { readFloor as readMeeting, shown } from './floor-view.ts'
import { askFloor, topicOf } from './floor.ts'
import { meetingShown } from './meeting-rows.ts'

export function floorRoutes(app: App): void {
  const live = liveOf(app.platform)
  // Open replies would keep the server from closing.
  app.fastify.addHook('preClose', () => live.close())
  implement(app, commandFloor, ({ deed, params, body }) => askFloor(deed, params.meetingId, body))
  implement(app, readFloor, ({ deed, params, query }) => readMeeting(deed, params.meetingId, query.after))
  implement(app, followFloor, async ({ deed, params, query, request, response }) => {
    const { platform, street } = deed
    const { id } = await meetingShown(deed, params.meetingId)
    const after = numberIn(request.headers['last-event-id']) ?? query.after ?? 0
    const read = (from: number): Promise<readonly Frame[]> =>
      platform.database.inStreet(street.id, 'read', async (tx) => {
        const looking = systemDeed(platform, street, tx, [])
        const events = await floorEvents(looking, id, from)
        const state = events.length > 0 ? await floorState(looking, id) : undefined
        return events.map((event) => ({
          number: event.number,
          text: `id: ${event.number}\ndata: ${JSON.stringify(shown(event, state!))}\n\n`,
        }))
      })
    request.leaveQueue?.()
    // The transaction that let this reader in is over before the first event: nobody holds a connection by following.
    response.hijack()
    response.raw.writeHead(200, {
      ...(response.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    live.follow({ topic: topicOf(street.id, id), read }, response.raw, after)
    return sent
  })
}

const numberIn = (header: string | string[] | undefined): number | undefined =>
  typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : undefined
