import { addDays, type Calendar } from '@ronghe/server/platform/calendar/working-days.ts'
import type { ConcernAct } from '@ronghe/server/rooms/programme/concern-lifecycle.ts'
import type { CommunityKey, PostKey } from './cast.ts'
import type { Chance } from './chance.ts'
import { concernWords } from './concern-words.ts'
import type { Resident } from './residents.ts'

/** One concern and how far it gets, given time. */
export interface ConcernPlan {
  readonly raisedOn: string
  /** None where it came without an account: anonymously, or carried by a post. */
  readonly author: string | null
  readonly community: CommunityKey
  readonly channel: 'phone' | 'desk' | 'paper' | 'carried'
  readonly anonymous?: boolean
  readonly carrier?: PostKey | 'provider'
  readonly topic: string
  readonly asked: string
  readonly answered: string
  readonly owner: PostKey
  /** Each with the working days after the one before. */
  readonly steps: readonly (readonly [ConcernAct, number])[]
  readonly publish?: boolean
  /** Its author is somebody a visitor may be, and got the messages of it. */
  readonly told?: boolean
  /** About somebody who works here: it goes to a reader and not to the screening desk. */
  readonly about?: { readonly post: PostKey; readonly reader: PostKey }
  /** So that another can be merged into it, and which one this is merged into. */
  readonly key?: string
  readonly into?: string
}

const owners: Readonly<Record<string, PostKey>> = {
  housing: 'housingOfficer',
  environment: 'environmentOfficer',
  safety: 'environmentOfficer',
  work: 'labourOfficer',
  school: 'educationOfficer',
  health: 'healthOfficer',
  neighbours: 'justiceOfficer',
}
export const ownerOf = (topic: string): PostKey => owners[topic] ?? 'stationLead'

const courses: Readonly<Record<string, { readonly weight: number; readonly acts: readonly ConcernAct[] }>> = {
  settled: { weight: 58, acts: ['screen', 'begin', 'answer', 'accept'] },
  answered: { weight: 22, acts: ['screen', 'begin', 'answer'] },
  again: { weight: 8, acts: ['screen', 'answer', 'reopen', 'answer', 'accept'] },
  declined: { weight: 8, acts: ['screen', 'decline'] },
  /** Answered in the end, but not on the day that was promised. */
  slow: { weight: 4, acts: ['screen', 'begin', 'answer', 'accept'] },
}
const weights = Object.fromEntries(Object.entries(courses).map(([name, { weight }]) => [name, weight]))

/** What residents nobody plays raised in the past year. */
export function inventPlans(
  calendar: Calendar,
  chance: Chance,
  today: string,
  residents: readonly Resident[],
  count: number,
): ConcernPlan[] {
  return Array.from({ length: count }, () => {
    const author = chance.pick(residents)
    const anonymous = chance.in(0.12)
    const channel = anonymous ? 'phone' : chance.weighed({ phone: 70, desk: 15, paper: 10, carried: 5 })
    const topic = chance.pick(Object.keys(concernWords))
    const words = chance.pick(concernWords[topic]!)
    const raisedOn = addDays(today, -chance.below(360))
    const course = chance.weighed(weights)
    const { acts } = courses[course]!
    return {
      raisedOn,
      author: anonymous ? null : author.id,
      community: author.community,
      channel,
      anonymous,
      ...(channel === 'carried' && { carrier: 'provider' as const }),
      topic,
      ...words,
      owner: ownerOf(topic),
      steps: acts.map(
        (act, place) =>
          [
            act,
            course === 'slow' && act === 'answer'
              ? 14 + chance.below(14)
              : daysUntil(act, acts[place - 1], chance, calendar.isWorkingDay(raisedOn)),
          ] as const,
      ),
      publish: chance.in(0.3),
    }
  })
}

function daysUntil(act: ConcernAct, before: ConcernAct | undefined, chance: Chance, onWorkingDay: boolean): number {
  switch (act) {
    case 'screen':
      return (onWorkingDay ? 0 : 1) + chance.below(2)
    case 'begin':
      return chance.below(3)
    case 'answer':
      return 1 + chance.below(before === 'reopen' ? 5 : 10)
    case 'decline':
      return 1 + chance.below(4)
    default:
      return chance.below(5)
  }
}
