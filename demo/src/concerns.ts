import { claimCode, queryCode, uuid7 } from '@ronghe/server/platform/codes.ts'
import { addDays, addWorkingDays, dayIn, startOfDay, type Calendar } from '@ronghe/server/platform/calendar/working-days.ts'
import { journalRows, type JournalRows } from '@ronghe/server/platform/journal/record.ts'
import { settingDefaults } from '@ronghe/contract/programme/settings.ts'
import { escalationBy, waitingFor } from '@ronghe/server/rooms/programme/concern-clock.ts'
import { step, type ConcernAct } from '@ronghe/server/rooms/programme/concern-lifecycle.ts'
import { chanceOf, type Chance } from './chance.ts'
import { concernDeclined, concernReopened, concernWords } from './concern-words.ts'
import type { RowOf } from './copy-rows.ts'
import { communityId, organId, postId } from './load-cast.ts'
import type { PostKey } from './cast.ts'
import type { Maker, Resident } from './residents.ts'

type ConcernRow = RowOf<'concern'>
export interface MadeConcerns {
  readonly concerns: ConcernRow[]
  readonly events: RowOf<'concern_event'>[]
  readonly counters: RowOf<'counter'>[]
  readonly journal: JournalRows[]
}

const { clocks } = settingDefaults
const owners: Readonly<Record<string, PostKey>> = {
  housing: 'environmentOfficer',
  environment: 'environmentOfficer',
  safety: 'environmentOfficer',
  work: 'justiceOfficer',
  health: 'healthOfficer',
}
/** How far a concern gets, given time. */
const courses: Readonly<Record<string, { readonly weight: number; readonly acts: readonly ConcernAct[] }>> = {
  settled: { weight: 58, acts: ['screen', 'begin', 'answer', 'accept'] },
  answered: { weight: 22, acts: ['screen', 'begin', 'answer'] },
  again: { weight: 8, acts: ['screen', 'answer', 'reopen', 'answer', 'accept'] },
  declined: { weight: 8, acts: ['screen', 'decline'] },
  slow: { weight: 4, acts: ['screen', 'begin'] },
}
const weights = Object.fromEntries(Object.entries(courses).map(([name, { weight }]) => [name, weight]))

/** A year of concerns, each walked through the same rules as at the desk. */
export function inventConcerns(maker: Maker, calendar: Calendar, residents: readonly Resident[], count: number): MadeConcerns {
  const chance = chanceOf('concerns')
  const today = dayIn(maker.street.zone, maker.now)
  const days = Array.from({ length: count }, () => addDays(today, -chance.below(360))).toSorted()
  const numbers = new Map<string, number>()
  const made: MadeConcerns = { concerns: [], events: [], counters: [], journal: [] }
  for (const raisedOn of days) inventOne(maker, { calendar, chance, today, numbers, made, author: chance.pick(residents) }, raisedOn)
  for (const [name, value] of numbers) made.counters.push({ street_id: maker.street.id, name, value })
  return made
}

interface Making {
  readonly calendar: Calendar
  readonly chance: Chance
  readonly today: string
  readonly numbers: Map<string, number>
  readonly made: MadeConcerns
  readonly author: Resident
}

function inventOne(maker: Maker, { calendar, chance, today, numbers, made, author }: Making, raisedOn: string): void {
  const { street, platform } = maker
  const midnight = startOfDay(street.zone, raisedOn).getTime()
  const anonymous = chance.in(0.12)
  const at = new Date(Math.min(midnight + (8 + chance.below(13)) * 3_600_000 + chance.below(3_600_000), maker.now.getTime()))
  const id = uuid7(anonymous ? midnight : at.getTime(), chance.bytes)
  const topic = chance.pick(Object.keys(concernWords))
  const words = chance.pick(concernWords[topic]!)
  let row: ConcernRow = {
    street_id: street.id,
    id,
    number: anonymous ? `YM-${queryCode(chance.bytes)}` : nextNumber(numbers, raisedOn),
    person_id: anonymous ? null : author.id,
    claim_hash: anonymous ? platform.sealer.lookup(street.id, 'code', claimCode(chance.bytes)) : null,
    anonymous,
    channel: anonymous ? 'phone' : chance.weighed({ phone: 70, desk: 15, paper: 10, carried: 5 }),
    carrier_organ: null,
    topic,
    community_id: communityId(street.id, author.community),
    words_sealed: seal(maker, 'concern', id, words.asked),
    state: 'raised',
    owner_post: null,
    raised_on: raisedOn,
    screen_by: addWorkingDays(calendar, raisedOn, clocks.concernScreen),
    answer_by: addWorkingDays(calendar, raisedOn, clocks.concernAnswer),
    clock_from: raisedOn,
    clock_days: clocks.concernScreen,
    escalated: 'none',
    answered_on: null,
    answered_in_time: null,
    closed_on: null,
    reopened: 0,
    public_asked: null,
    public_done: null,
    published_on: null,
  }
  if (row.channel === 'carried') row = { ...row, carrier_organ: organId(street.id, 'provider') }
  const kinds: string[] = []
  const addEvent = (kind: string, day: string, by: Partial<RowOf<'concern_event'>>, said?: string) => {
    kinds.push(kind)
    const eventId = uuid7(startOfDay(street.zone, day).getTime(), chance.bytes)
    made.events.push({
      street_id: street.id,
      id: eventId,
      concern_id: id,
      seq: kinds.length,
      kind,
      by_post: by.by_post ?? null,
      by_author: by.by_author ?? false,
      words_sealed: said === undefined ? null : seal(maker, 'concern_event', eventId, said),
      on_day: day,
    })
  }
  addEvent('raised', raisedOn, { by_author: row.channel === 'phone' })
  let day = raisedOn
  const owner = postId(street.id, owners[topic] ?? 'stationLead')
  for (const act of courses[chance.weighed(weights)]!.acts) {
    day = addWorkingDays(
      calendar,
      day,
      { screen: chance.below(3), begin: chance.below(3), answer: 1 + chance.below(11), decline: 1 + chance.below(4) }[act as string] ??
        chance.below(5),
    )
    if (day > today) break
    const next = step(row.state, act, null)
    if (next.kind === 'refused') throw new Error(`the demo's concern cannot ${act}: ${next.rule}`)
    row = { ...row, ...changed(row, act, day, owner, calendar), state: next.state }
    addEvent(
      { screen: 'screened', begin: 'begun', answer: 'answered', decline: 'declined', accept: 'accepted', reopen: 'reopened' }[
        act as string
      ]!,
      day,
      act === 'accept' || act === 'reopen'
        ? { by_author: true }
        : { by_post: act === 'screen' ? postId(street.id, 'streetOfficer') : owner },
      act === 'answer' ? words.answered : act === 'decline' ? concernDeclined : act === 'reopen' ? concernReopened : undefined,
    )
  }
  if (row.state === 'accepted' && chance.in(0.3)) {
    row = { ...row, public_asked: words.asked, public_done: words.answered, published_on: row.closed_on! }
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
        ...(anonymous ? { withoutActor: true } : { about: author.id }),
      },
    ),
  )
}

function changed(row: ConcernRow, act: ConcernAct, day: string, owner: string, calendar: Calendar): Partial<ConcernRow> {
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
