import { listMyEngagements } from '@ronghe/contract/programme/engagements.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { engagementsBetween } from './engagements.ts'

const fourWeeks = 28 * 86_400_000

export function engagementRoutes(app: App): void {
  implement(app, listMyEngagements, async ({ deed, person }) => {
    const rows = await engagementsBetween(deed, person().personId, deed.now, new Date(deed.now.getTime() + fourWeeks))
    return {
      items: rows.map((row) => ({
        kind: row.kind,
        thingId: row.thing_id,
        title: row.title,
        place: row.place,
        startsAt: row.starts_at.toISOString(),
        endsAt: row.ends_at.toISOString(),
        link: row.link,
      })),
    }
  })
}
