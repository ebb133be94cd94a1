import { addMonths } from '@ronghe/forms'
import { addDays, dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { parametersOf } from './charter.ts'
import { tellPosts } from './council-posts.ts'

/**
 * Once a week the clerk and the chair are told what the charter asks for and nobody has planned: the next ordinary meeting, or one that enough
 * delegates have asked for.
 */
export async function tellWhatIsDue(deed: Deed): Promise<void> {
  const councils = await deed.tx
    .selectFrom('charter_version')
    .select('council_id')
    .distinct()
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'adopted')
    .execute()
  for (const { council_id } of councils) {
    if (await ordinaryIsDue(deed, council_id)) await tell(deed, council_id, 'meeting-due')
    if (await requestWaits(deed, council_id)) await tell(deed, council_id, 'meeting-request-reached')
  }
}

const tell = (deed: Deed, councilId: string, template: string) =>
  tellPosts(deed, councilId, ['councilClerk', 'chair'], { template, link: '/desk/council/meetings' })

/** None is planned, and with the notice it can hardly be in time any more. */
async function ordinaryIsDue(deed: Deed, councilId: string): Promise<boolean> {
  const { meetings } = await parametersOf(deed, councilId)
  const last = await deed.tx
    .selectFrom('meeting')
    .select('starts_at')
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('kind', '=', 'ordinary')
    .where('state', '<>', 'cancelled')
    .orderBy('starts_at', 'desc')
    .executeTakeFirst()
  if (!last || last.starts_at > deed.now) return false
  const today = dayIn(deed.street.zone, deed.now)
  const next = addMonths(dayIn(deed.street.zone, last.starts_at), meetings.everyMonths)
  // A week to find a time in, and the notice.
  return addDays(today, 7 + meetings.noticeDays) >= next
}

async function requestWaits(deed: Deed, councilId: string): Promise<boolean> {
  const row = await deed.tx
    .selectFrom('meeting_request')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('reached_at', 'is not', null)
    .where('meeting_id', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
