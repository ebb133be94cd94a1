import type { SessionPlan } from '@ronghe/contract/school/course-desk.ts'
import type { CourseSession } from '@ronghe/contract/school/courses.ts'
import { noText, sentTextOrNull, typedText, type TypedText } from '../../../programme/desk/BothLanguages.tsx'

/** A class as it is being typed. */
export interface SessionDraft {
  readonly day: string
  readonly from: string
  readonly to: string
  readonly topic: TypedText
  readonly roomId: string
  readonly lecturerId: string
}

export const newSession: SessionDraft = { day: '', from: '19:00', to: '21:00', topic: noText, roomId: '', lecturerId: '' }

const inStreet = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString()

export const sessionDraftOf = ({ startsAt, endsAt, topic, room, lecturerId }: CourseSession): SessionDraft => ({
  day: inStreet(startsAt).slice(0, 10),
  from: inStreet(startsAt).slice(11, 16),
  to: inStreet(endsAt).slice(11, 16),
  topic: typedText(topic),
  roomId: room?.id ?? '',
  lecturerId: lecturerId ?? '',
})

export const missingInSession = ({ day, from, to }: SessionDraft, need: string): Record<string, string> => ({
  ...(day ? {} : { day: need }),
  ...(from ? {} : { startsAt: need }),
  ...(to ? {} : { endsAt: need }),
})

export const sessionPlanOf = ({ day, from, to, topic, roomId, lecturerId }: SessionDraft): SessionPlan => ({
  startsAt: `${day}T${from}:00+08:00`,
  endsAt: `${day}T${to}:00+08:00`,
  topic: sentTextOrNull(topic),
  roomId: roomId || null,
  lecturerId: lecturerId || null,
})
