import { inLanguage, Language } from '@ronghe/contract/values.ts'
import type { readEmployerLetter } from '@ronghe/contract/council/meetings.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { say } from '@ronghe/contract/words.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, signInFirst } from '../../platform/http/problems.ts'
import { getPerson } from '../people/persons.ts'
import { getOrgan } from '../programme/organ-rows.ts'
import { getMeeting } from './meeting-rows.ts'

/** That somebody is invited, when and where; what is on the agenda is none of an employer's business. */
export async function employerLetter(deed: Deed, meetingId: string): Promise<ReplyOf<typeof readEmployerLetter>> {
  if (deed.actor.kind !== 'person') throw signInFirst()
  const meeting = await getMeeting(deed, meetingId)
  const invited = await deed.tx
    .selectFrom('meeting_invitation')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', deed.actor.personId)
    .executeTakeFirst()
  if (!invited || meeting.state === 'cancelled') throw notFound('invitation')
  const { name } = await getPerson(deed, deed.actor.personId)
  const organ = await getOrgan(deed, meeting.councilId)
  return {
    name,
    council: inLanguage(organ.name, deed.language),
    letters: Language.options.map((language) => {
      const council = inLanguage(organ.name, language)
      const street = inLanguage(deed.street.name, language)
      return {
        language,
        title: say(language, 'employer-letter-title'),
        body: say(language, 'employer-letter-body', {
          name,
          street,
          council,
          from: momentIn(deed.street.zone, language, meeting.startsAt),
          to: timeIn(deed.street.zone, language, meeting.endsAt),
          place: meeting.place,
        }),
        signed: `${street}${language === 'en' ? ' · ' : ' '}${council}`,
      }
    }),
  }
}

const momentIn = (timeZone: string, language: Language, at: Date): string =>
  new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' }).format(at)
const timeIn = (timeZone: string, language: Language, at: Date): string =>
  new Intl.DateTimeFormat(language, { timeZone, timeStyle: 'short', hourCycle: 'h23' }).format(at)
