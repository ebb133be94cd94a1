import type { CourseLine, CourseSession, CourseState } from '@ronghe/contract/school/courses.ts'
import { mentoringLanguages } from '@ronghe/contract/school/mentoring-choices.ts'
import { dayOf, useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { placeOf } from '../../../platform/place.ts'
import type { Tone } from '../../../ui/Tag.tsx'
import { courseWords } from './words/words.ts'

/** A whole address of the residents' door, for a QR code. */
export const residentAddress = (path: string): string => `${location.origin}${placeOf(location.pathname).prefix}${path}`

export const toneOfCourse = (state: CourseState): Tone =>
  state === 'cancelled' ? 'alert' : state === 'open' ? 'going' : state === 'draft' ? 'attention' : 'quiet'

/** 12月5日（周六） 19:00–21:00, and what there is to know about places. */
export function useCourseWords() {
  const w = useWords(courseWords)
  const format = useFormat()
  const text = useText()
  const at = (moment: string): string => `${format.day(dayOf(new Date(moment)))} ${format.time(moment)}`
  return {
    at,
    /** What is spoken in class is written freely, in Chinese; what has a name in the reader's language is called by it. */
    spoken: (speaks: readonly string[]): string =>
      format.list(speaks.map((said) => text(Object.values(mentoringLanguages).find((one) => one['zh-CN'] === said) ?? { 'zh-CN': said }))),
    when: ({ startsAt, endsAt }: Pick<CourseSession, 'startsAt' | 'endsAt'>): string => `${at(startsAt)}–${format.time(endsAt)}`,
    begins: ({ startsAt, nextAt, state }: Pick<CourseLine, 'startsAt' | 'nextAt' | 'state'>): string =>
      state === 'running' && nextAt ? w.nextAt(at(nextAt)) : startsAt ? w.beginsAt(at(startsAt)) : w.noTime,
    places: ({ placesLeft, waiting }: Pick<CourseLine, 'placesLeft' | 'waiting'>): string =>
      placesLeft > 0 && waiting === 0 ? w.placesLeft(placesLeft) : waiting > 0 ? w.waitingCount(waiting) : w.full,
  }
}
