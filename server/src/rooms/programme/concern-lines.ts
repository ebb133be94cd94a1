import type { ConcernLine } from '@ronghe/contract/programme/concerns.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { escalationsOf } from '../../platform/calendar/escalations.ts'
import type { Deed } from '../../platform/deed.ts'
import { waitingFor } from './concern-clock.ts'
import type { ConcernRow } from './concern-rows.ts'
import { nameOfPlace, placeNames } from './places.ts'
import { postNames, today } from './posts.ts'
import { setting } from '../../platform/settings/settings.ts'

/** Prepares what lines of a list need to name, then turns each row into its line. */
export async function concernLines(deed: Deed, rows: readonly ConcernRow[]): Promise<(row: ConcernRow) => ConcernLine> {
  const topics = await setting(deed, 'concernTopics')
  const places = await placeNames(deed)
  const names = await postNames(
    deed,
    rows.flatMap(({ owner_post }) => owner_post ?? []),
  )
  const day = today(deed)
  const clocks = await setting(deed, 'clocks')
  const calendar = await calendarFor(deed)
  return (row) => {
    const waits = waitingFor(row.state)
    const by = waits === 'screening' ? row.screen_by : waits === 'answer' ? row.answer_by : null
    const owner = row.owner_post ? names.get(row.owner_post) : undefined
    return {
      id: row.id,
      number: row.number,
      topic: topics.find(({ key }) => key === row.topic)?.name ?? other,
      channel: row.channel,
      state: row.state,
      raisedOn: row.raised_on,
      clock: {
        waitingFor: waits,
        by,
        overdue: by !== null && by < day,
        escalated: waits ? row.escalated : 'none',
        // What is about staff never goes to a superior: its readers are reminded, whatever the step.
        escalations: waits && !row.about_staff ? escalationsOf(calendar, row.clock_from, row.clock_days, clocks) : null,
      },
      owner: owner ? { post: owner.post, organ: owner.organ } : null,
      protected: row.about_staff,
      place: nameOfPlace(places, row.community_id, row.lane_id),
      threatened: false,
    }
  }
}

/** For a topic that was taken out of the settings later. */
const other: Text = { 'zh-CN': '其他', en: 'Other' }
