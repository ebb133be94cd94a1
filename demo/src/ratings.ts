import { addWorkingDays, dayIn, type Calendar } from '@ronghe/server/platform/calendar/working-days.ts'
import { uuid7 } from '@ronghe/server/platform/codes.ts'
import { stepFollowUpState, type FollowUpState } from '@ronghe/server/rooms/station/rating-lifecycle.ts'
import { chanceOf, type Chance } from './chance.ts'
import type { MadeCase } from './cases.ts'
import type { RowOf } from './copy-rows.ts'
import { postId } from './load-cast.ts'
import type { Maker } from './residents.ts'

export interface MadeRatings {
  readonly ratings: RowOf<'rating'>[]
  readonly followUps: RowOf<'rating_follow_up'>[]
  readonly events: RowOf<'rating_follow_up_event'>[]
}

const weights = { 5: 46, 4: 33, 3: 13, 2: 5, 1: 3 } as const
const bad = ['等了两个星期，问了三次都说在办。', '让我跑了两趟，第二趟才说还要复印件。', '说话太快，我听不懂。']
const good = ['一次就办好了，谢谢。', '窗口的姑娘会说洪湖话，省了不少事。', '短信里说的日子很准。']
const answer = '当面道了歉，材料清单改了，以后缺什么一次说清。'
const dayMs = 86_400_000

/** Ratings of the cases that were rated; the two lowest levels are followed up: called, put right, called back. */
export function inventRatings(
  maker: Maker,
  calendar: Calendar,
  cases: readonly MadeCase[],
  chance: Chance = chanceOf(`ratings ${cases[0]?.id}`),
): MadeRatings {
  const made: MadeRatings = { ratings: [], followUps: [], events: [] }
  for (const one of cases) {
    const rated = one.course.happenings.findLast(({ step }) => step.kind === 'rated')
    if (rated && one.course.standing.state === 'rated') inventOne(maker, calendar, one, rated.at, chance, made)
  }
  return made
}

function inventOne(
  maker: Maker,
  calendar: Calendar,
  { id: caseId, service, resident, level: told }: MadeCase,
  at: number,
  chance: Chance,
  made: MadeRatings,
): void {
  const { street, now } = maker
  const level = told ?? Number(chance.weighed(weights as unknown as Record<string, number>))
  const id = uuid7(at, chance.bytes)
  const words = level <= 2 ? (chance.in(0.7) ? chance.pick(bad) : '') : chance.in(0.15) ? chance.pick(good) : ''
  const day = dayIn(street.zone, new Date(at))
  made.ratings.push({
    street_id: street.id,
    id,
    case_id: caseId,
    person_id: resident.id,
    service_key: service,
    level,
    words_sealed: words ? seal(maker, 'rating', 'words_sealed', id, words) : null,
    may_call: level <= 2,
    channel: 'phone',
    quarter: quarterOf(day),
    at: new Date(at),
  })
  if (level > 2) return
  const followUp = uuid7(at + 1, chance.bytes)
  // Verified and called within a day, put right in a week or two, called back, closed; each in the order of the follow-up's own rules.
  const steps = [
    ['verify', 0.4],
    ['call', 0.6],
    ['fix', 2 + chance.below(6)],
    ['callBack', 9 + chance.below(4)],
    ['close', 13],
  ] as const
  const taken = steps
    .map(([step, days]) => ({ step, moment: Math.floor(at + days * dayMs) }))
    .filter(({ moment }) => moment <= now.getTime())
  const state = taken.reduce<FollowUpState>((before, { step }, place) => {
    const after = stepFollowUpState({ state: before, mayCall: true, called: place > 1 }, step)
    if (!after) throw new Error(`the demo's follow-up cannot ${step} while ${before}`)
    return after
  }, 'open')
  const when = (step: (typeof steps)[number][0]) => {
    const found = taken.find((one) => one.step === step)
    return found ? new Date(found.moment) : null
  }
  made.followUps.push({
    street_id: street.id,
    id: followUp,
    rating_id: id,
    owner_post: postId(street.id, 'stationLead'),
    state,
    call_by: addWorkingDays(calendar, day, 1),
    fix_by: addWorkingDays(calendar, day, 15),
    called_at: when('call'),
    fixed_at: when('fix'),
    called_back_at: when('callBack'),
    closed_at: when('close'),
    outcome: state === 'closed' ? chance.weighed({ fixed: 7, explained: 3 }) : null,
    answer_sealed: when('callBack') ? seal(maker, 'rating_follow_up', 'answer_sealed', followUp, answer) : null,
    opened_at: new Date(at),
  })
  for (const { step, moment } of taken) {
    const event = uuid7(moment, chance.bytes)
    const said = step === 'fix' || step === 'callBack' ? answer : undefined
    made.events.push({
      street_id: street.id,
      id: event,
      follow_up_id: followUp,
      kind: step,
      by_post: postId(street.id, 'stationLead'),
      words_sealed: said === undefined ? null : seal(maker, 'rating_follow_up_event', 'words_sealed', event, said),
      at: new Date(moment),
    })
  }
}

/** Counted when given, by quarter, service and level. */
export function ratingCounts({ street }: Maker, ratings: readonly RowOf<'rating'>[]): RowOf<'rating_count'>[] {
  const counts = new Map<string, RowOf<'rating_count'> & { count: number }>()
  for (const { quarter, service_key, level } of ratings) {
    const key = `${quarter} ${service_key} ${level}`
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { street_id: street.id, quarter, service_key, level, count: 1 })
  }
  return [...counts.values()]
}

const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
const seal = ({ street, platform }: Maker, table: string, column: string, row: string, text: string): Buffer =>
  platform.sealer.seal({ street: street.id, table, column, row }, text)
