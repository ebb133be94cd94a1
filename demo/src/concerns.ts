import { claimCode, queryCode, uuid7 } from '@ronghe/server/platform/codes.ts'
import { addWorkingDays, dayIn, startOfDay, type Calendar } from '@ronghe/server/platform/calendar/working-days.ts'
import { journalRows, type JournalRows } from '@ronghe/server/platform/journal/record.ts'
import { settingDefaults } from '@ronghe/contract/programme/settings.ts'
import { escalationBy, waitingFor } from '@ronghe/server/rooms/programme/concern-clock.ts'
import { step, type BeforeMerge, type ConcernAct } from '@ronghe/server/rooms/programme/concern-lifecycle.ts'
import { posts } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { inventPlans, type ConcernPlan } from './concern-plans.ts'
import { concernStories } from './concern-stories.ts'
import { concernDeclined, concernReopened } from './concern-words.ts'
import type { RowOf } from './copy-rows.ts'
import { communityId, organId, postId } from './load-cast.ts'
import type { Maker, Resident } from './residents.ts'
import { toldMessage } from './told-messages.ts'

type ConcernRow = RowOf<'concern'>
export interface MadeConcerns {
  readonly concerns: ConcernRow[]
  readonly events: RowOf<'concern_event'>[]
  readonly counters: RowOf<'counter'>[]
  readonly messages: RowOf<'message'>[]
  readonly journal: JournalRows[]
}

const { clocks } = settingDefaults

/** A year of concerns, each walked through the same rules as at the desk: those of the named people, and as many more as make up the count. */
export function inventConcerns(maker: Maker, calendar: Calendar, residents: readonly Resident[], count: number): MadeConcerns {
  const chance = chanceOf('concerns')
  const today = dayIn(maker.street.zone, maker.now)
  const told = concernStories(maker)
  const plans = [...inventPlans(calendar, chance, today, residents, count - told.length), ...told].toSorted((one, other) =>
    one.raisedOn < other.raisedOn ? -1 : one.raisedOn > other.raisedOn ? 1 : 0,
  )
  const making: Making = {
    calendar,
    chance,
    today,
    numbers: new Map(),
    ids: new Map(),
    made: { concerns: [], events: [], counters: [], messages: [], journal: [] },
  }
  for (const plan of plans) walk(maker, making, plan)
  for (const [name, value] of making.numbers) making.made.counters.push({ street_id: maker.street.id, name, value })
  return making.made
}

interface Making {
  readonly calendar: Calendar
  readonly chance: Chance
  readonly today: string
  readonly numbers: Map<string, number>
  /** Of those into which another is merged. */
  readonly ids: Map<string, string>
  readonly made: MadeConcerns
}

function walk(maker: Maker, { calendar, chance, today, numbers, ids, made }: Making, plan: ConcernPlan): void {
  const { street } = maker
  const { raisedOn, about } = plan
  const anonymous = plan.anonymous ?? false
  const midnight = startOfDay(street.zone, raisedOn).getTime()
  const at = new Date(Math.min(midnight + (8 + chance.below(13)) * 3_600_000 + chance.below(3_600_000), maker.now.getTime()))
  const id = uuid7(anonymous ? midnight : at.getTime(), chance.bytes)
  if (plan.key) ids.set(plan.key, id)
  let row = raised(maker, plan, {
    id,
    number: anonymous ? `YM-${queryCode(chance.bytes)}` : nextNumber(numbers, raisedOn),
    calendar,
    chance,
  })
  let events = 0
  const addEvent = (kind: string, day: string, by: Partial<RowOf<'concern_event'>>, said?: string) => {
    const eventId = uuid7(startOfDay(street.zone, day).getTime(), chance.bytes)
    made.events.push({
      street_id: street.id,
      id: eventId,
      concern_id: id,
      seq: ++events,
      kind,
      by_post: by.by_post ?? null,
      by_author: by.by_author ?? false,
      words_sealed: said === undefined ? null : seal(maker, 'concern_event', eventId, said),
      on_day: day,
    })
  }
  addEvent('raised', raisedOn, { by_author: row.channel === 'phone' })
  // The settings have screened it already: they name who reads what is said about staff.
  if (about) addEvent('screened', raisedOn, {})
  const owner = postId(street.id, plan.owner)
  let day = raisedOn
  for (const [act, after] of plan.steps) {
    day = addWorkingDays(calendar, day, after)
    if (day > today) break
    const next = step(row.state, act, null)
    if (next.kind === 'refused') throw new Error(`the demo's concern cannot ${act}: ${next.rule}`)
    row = { ...row, ...changed(row, act, day, owner, calendar, plan.into ? ids.get(plan.into)! : null), state: next.state }
    const byDesk = act === 'screen' || act === 'merge'
    addEvent(
      eventOf[act]!,
      day,
      act === 'accept' || act === 'reopen' ? { by_author: true } : { by_post: byDesk ? postId(street.id, 'streetOfficer') : owner },
      act === 'answer' ? plan.answered : act === 'decline' ? concernDeclined : act === 'reopen' ? concernReopened : undefined,
    )
  }
  if (row.state === 'answered' && plan.told && plan.author)
    made.messages.push(
      ...toldMessage(maker, {
        person: plan.author,
        template: 'concern-answered',
        link: `/concerns/${id}`,
        at: startOfDay(street.zone, day).getTime() + 15 * 3_600_000,
      }),
    )
  if (row.state === 'accepted' && plan.publish) {
    row = { ...row, public_asked: plan.asked, public_done: plan.answered, published_on: row.closed_on! }
    addEvent('published', day, { by_post: owner })
  }
  if (waitingFor(row.state)) {
    const escalated = escalationBy(calendar, today, { from: row.clock_from as string, days: row.clock_days }, clocks)
    if (escalated !== 'none') row = { ...row, escalated }
  }
  made.concerns.push(row)
  made.journal.push(
    journalRows(
      { ...maker, now: at },
      {
        kind: 'programme.concern.raised',
        plain: { concern: id, channel: row.channel },
        ...(anonymous ? { withoutActor: true } : plan.author ? { about: plan.author } : {}),
      },
    ),
  )
}

const eventOf: Partial<Readonly<Record<ConcernAct, string>>> = {
  screen: 'screened',
  begin: 'begun',
  answer: 'answered',
  decline: 'declined',
  merge: 'merged',
  accept: 'accepted',
  reopen: 'reopened',
}

function raised(
  maker: Maker,
  { raisedOn, author, community, channel, anonymous = false, carrier, topic, asked, about }: ConcernPlan,
  { id, number, calendar, chance }: { readonly id: string; readonly number: string; readonly calendar: Calendar; readonly chance: Chance },
): ConcernRow {
  const { street, platform } = maker
  return {
    street_id: street.id,
    id,
    number,
    person_id: author,
    claim_hash: author ? null : platform.sealer.lookup(street.id, 'code', claimCode(chance.bytes)),
    anonymous,
    channel,
    carrier_organ: carrier ? organId(street.id, carrier === 'provider' ? carrier : posts[carrier].organ) : null,
    carrier_post: carrier && carrier !== 'provider' ? postId(street.id, carrier) : null,
    topic,
    community_id: communityId(street.id, community),
    about_staff: about !== undefined,
    about_post: about ? postId(street.id, about.post) : null,
    words_sealed: seal(maker, 'concern', id, asked),
    state: about ? 'screened' : 'raised',
    owner_post: about ? postId(street.id, about.reader) : null,
    raised_on: raisedOn,
    screen_by: addWorkingDays(calendar, raisedOn, clocks.concernScreen),
    answer_by: addWorkingDays(calendar, raisedOn, clocks.concernAnswer),
    clock_from: raisedOn,
    clock_days: about ? clocks.concernAnswer : clocks.concernScreen,
    escalated: 'none',
    answered_on: null,
    answered_in_time: null,
    closed_on: null,
    merged_into: null,
    before_merge: null,
    reopened: 0,
    public_asked: null,
    public_done: null,
    published_on: null,
  }
}

function changed(
  row: ConcernRow,
  act: ConcernAct,
  day: string,
  owner: string,
  calendar: Calendar,
  into: string | null,
): Partial<ConcernRow> {
  switch (act) {
    case 'screen':
      return { owner_post: owner, clock_from: row.raised_on, clock_days: clocks.concernAnswer }
    case 'answer':
      return { answered_on: day, ...(row.answered_in_time === null ? { answered_in_time: day <= String(row.answer_by) } : {}) }
    case 'reopen':
      return {
        reopened: (row.reopened ?? 0) + 1,
        clock_from: day,
        clock_days: clocks.concernReopened,
        answer_by: addWorkingDays(calendar, day, clocks.concernReopened),
      }
    case 'merge':
      return { merged_into: into, before_merge: row.state as BeforeMerge } // only those three can be merged
    case 'accept':
    case 'decline':
      return { closed_on: day }
    default:
      return {}
  }
}

function nextNumber(numbers: Map<string, number>, day: string): string {
  const month = day.slice(2, 7).replace('-', '')
  const value = (numbers.get(`concern-${month}`) ?? 0) + 1
  numbers.set(`concern-${month}`, value)
  return `YJ-${month}-${String(value).padStart(4, '0')}`
}

const seal = ({ street, platform }: Maker, table: 'concern' | 'concern_event', row: string, words: string): Buffer =>
  platform.sealer.seal({ street: street.id, table, column: 'words_sealed', row }, words)
