import { inLanguage } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import type { Deed } from '../../platform/deed.ts'
import { toCalendarFile } from '../../platform/standards/icalendar.ts'
import { organNames } from '../programme/organ-rows.ts'
import { meetingShown } from './meeting-rows.ts'
import { meetingLink, meetingTitle } from './meeting-planning.ts'

/** One meeting as a file to open or to attach. */
export async function meetingCalendar(deed: Deed, meetingId: string): Promise<string> {
  const meeting = await meetingShown(deed, meetingId)
  const council = inLanguage((await organNames(deed, [meeting.councilId])).get(meeting.councilId)!, deed.language)
  const url = `${deed.platform.config.publicUrl ?? ''}${meetingLink(meeting.id)}`
  return toCalendarFile(inLanguage(deed.street.name, deed.language), deed.street.zone, [
    {
      uid: `${meeting.id}@ronghe`,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      changedAt: meeting.changedAt,
      sequence: meeting.sequence,
      cancelled: meeting.state === 'cancelled',
      summary: meetingTitle(deed, council, meeting),
      place: meeting.place,
      description: say(deed.language, 'calendar-description', { link: url }),
      url,
    },
  ])
}
