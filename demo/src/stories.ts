import type { CaseState } from '@ronghe/contract/station/cases.ts'
import { addDays, dayIn, startOfDay } from '@ronghe/server/platform/calendar/working-days.ts'
import { inventCourse, type Course, type CourseOf } from './case-course.ts'
import { cast, type CastKey, type CastMember } from './cast.ts'
import { chanceOf } from './chance.ts'
import { castId } from './load-cast.ts'
import type { Maker, Resident } from './residents.ts'
import type { WorkHours } from './work-hours.ts'

/** A case of one of the named people, in the state a visitor of the demo should find it in. */
export interface Story {
  readonly resident: Resident
  readonly service: string
  readonly at: number
  readonly state: CaseState
  /** Rated so low that it is followed up, within so many days. */
  readonly rated?: { readonly level: 1 | 2; readonly withinDays: number }
  /** The department sent it back. */
  readonly returned?: boolean
}

interface Told extends Pick<Story, 'service' | 'state' | 'rated' | 'returned'> {
  readonly who: CastKey
  readonly daysAgo: number
}
const told: readonly Told[] = [
  { who: 'chen', service: 'leaseFiling', daysAgo: 210, state: 'rated' },
  { who: 'auntHuang', service: 'rentalTax', daysAgo: 100, state: 'rated' },
  { who: 'liuFang', service: 'maternalChildHealth', daysAgo: 60, state: 'closed' },
  { who: 'zhou', service: 'libraryCard', daysAgo: 18, state: 'rated', rated: { level: 2, withinDays: 8 } },
  { who: 'uncleHuang', service: 'rentalTax', daysAgo: 12, state: 'rated', rated: { level: 1, withinDays: 5 } },
  { who: 'liuFang', service: 'honghuReimbursement', daysAgo: 15, state: 'accepted' },
  { who: 'liZhiqiang', service: 'unpaidWages', daysAgo: 9, state: 'routed' },
  { who: 'uncleHuang', service: 'leaseFiling', daysAgo: 9, state: 'routed' },
  { who: 'liuJianjun', service: 'legalAid', daysAgo: 8, state: 'accepted', returned: true },
  { who: 'chen', service: 'residencePermit', daysAgo: 6, state: 'routed' },
  { who: 'smith', service: 'leaseFiling', daysAgo: 5, state: 'waitingForResident' },
  { who: 'auntHuang', service: 'libraryCard', daysAgo: 4, state: 'decided' },
  { who: 'xu', service: 'socialSecurityEnquiry', daysAgo: 1, state: 'accepted' },
]
/** Long enough for every state above on ordinary days; after a week of holidays a case may be found a step behind. */
const tries = 400

export function stories({ street, now }: Maker): readonly Story[] {
  const today = dayIn(street.zone, now)
  return told.map(({ who, daysAgo, ...story }) => ({
    ...story,
    resident: asResident(street.id, who, now),
    at: startOfDay(street.zone, addDays(today, -daysAgo)).getTime() + 10.25 * 3_600_000,
  }))
}

/** Of many courses the case might have taken, the first that leads where the story wants it. */
export function tellCourse(of: CourseOf, { resident, service, state, rated, returned = false }: Story, hours: WorkHours): Course {
  const courses = Array.from({ length: tries }, (_, index) =>
    inventCourse({ ...of, returned }, hours, chanceOf(`story ${resident.phone} ${service} ${index}`)),
  )
  const soon = rated && of.now - rated.withinDays * 86_400_000
  return (
    courses.find(({ standing, happenings }) => standing.state === state && (!soon || happenings.at(-1)!.at > soon)) ??
    courses.find(({ standing }) => standing.state === state) ??
    courses[0]!
  )
}

/** A named person, where somebody invented is asked for. */
export function asResident(street: string, key: CastKey, now: Date): Resident {
  const { name, phone, group, community, language = 'zh-CN', homeCounty }: CastMember = cast[key]
  const fromHonghu = homeCounty === '湖北洪湖'
  return { id: castId(street, key), name, phone, group, community, language, joinedAt: now, usedAt: now, level: 'none', fromHonghu }
}
