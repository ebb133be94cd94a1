import type { MeetingCard, MeetingState } from '@ronghe/contract/council/meetings.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useSession } from '../../../platform/session/session.tsx'
import type { Tone } from '../../../ui/Tag.tsx'
import { meetingWords } from './words/words.ts'

type Named = Pick<MeetingCard, 'number' | 'kind' | 'startsAt' | 'endsAt'>

/** 第 3 次会议, and when it is: 12月5日（周六） 14:30–16:30. */
export function useMeetingName() {
  const w = useWords(meetingWords)
  const format = useFormat()
  return {
    name: ({ number, kind }: Pick<Named, 'number' | 'kind'>): string => w.meetingTitle(number, w.kinds[kind]),
    when: ({ startsAt, endsAt }: Pick<Named, 'startsAt' | 'endsAt'>): string =>
      w.from(format.day(dayOf(startsAt)), format.time(startsAt), format.time(endsAt)),
  }
}

/** The day in the street's zone; a moment of late evening in UTC is the next day here. */
export const dayOf = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)
export const momentAt = (day: string, time: string): string => `${day}T${time}:00+08:00`
export const timeOf = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(11, 16)

export const toneOf = (state: MeetingState): Tone =>
  state === 'cancelled' ? 'alert' : state === 'planned' || state === 'notified' ? 'attention' : state === 'open' ? 'going' : 'quiet'

const councilPosts = ['councilClerk', 'chair', 'delegate']
/** The council in which whoever is signed in holds a post; undefined for everybody else. */
export const useOwnCouncil = (): string | undefined => useSession().person?.posts.find(({ kind }) => councilPosts.includes(kind))?.organId
export const useSitsIn = (councilId: string): boolean =>
  useSession().person?.posts.some(({ kind, organId }) => organId === councilId && (kind === 'delegate' || kind === 'chair')) ?? false
