import { listMessages } from '@ronghe/contract/people/messages.ts'
import { listMyConcerns } from '@ronghe/contract/programme/concerns.ts'
import { listMyEngagements } from '@ronghe/contract/programme/engagements.ts'
import { listMyAppointments } from '@ronghe/contract/station/appointments.ts'
import { listMyCases } from '@ronghe/contract/station/cases.ts'
import type { AnyOperation, ReplyOf } from '@ronghe/contract/operation.ts'
import { inLanguage, type Language } from '@ronghe/contract/values.ts'
import { type Asking, call, ProblemError } from '../../api.ts'
import { dayOf, formatIn } from '../../platform/language/format.ts'
import type { MyThing } from './Home.tsx'
import { outcomeWords } from '../station/words/outcomes.ts'
import { homeWords } from './words/words.ts'

/** How many lines the first screen holds before it sends the reader to a list. */
const most = 6

type Cases = ReplyOf<typeof listMyCases>['items']
type Concerns = ReplyOf<typeof listMyConcerns>['items']
type Bookings = ReplyOf<typeof listMyAppointments>['items']
type Engagements = ReplyOf<typeof listMyEngagements>['items']

/** What waits for this person, from every room, what is asked of them first. A room that refuses leaves the others standing. */
export async function readMyThings(language: Language): Promise<readonly MyThing[]> {
  const [cases, concerns, bookings, engagements, messages] = await Promise.all([
    itemsOf(listMyCases, { query: { open: 'yes', limit: 10 } }),
    itemsOf(listMyConcerns, { query: { limit: 10 } }),
    itemsOf(listMyAppointments, { query: { limit: 5 } }),
    itemsOf(listMyEngagements, {}),
    call(listMessages, { query: { limit: 1 } }).catch(ifRefused(undefined)),
  ])
  return inOrder([
    ...messageThings(language, messages?.unread ?? 0),
    ...caseThings(language, cases),
    ...bookingThings(language, bookings, new Date()),
    ...engagementThings(language, engagements, new Date()),
    ...concernThings(language, concerns),
  ])
}

/** What asks something of the person comes first; otherwise the order of the rooms stays. */
export const inOrder = (things: readonly MyThing[]): readonly MyThing[] =>
  things.toSorted((one, other) => Number(other.tone === 'attention') - Number(one.tone === 'attention')).slice(0, most)

export function caseThings(language: Language, cases: Cases): MyThing[] {
  const w = homeWords[language]
  return cases.map((one) => ({
    id: one.id,
    title: inLanguage(one.service, language),
    second: one.forPerson ? `${w.forPerson(one.forPerson)} · ${one.line}` : one.line,
    // A decided case waits to be closed, but it is not in hand any more: what was decided is what counts.
    tag: one.yourTurn ? w.yourTurn : one.outcome ? outcomeWords[language][one.outcome] : w.inHand,
    tone: one.yourTurn || (one.outcome !== null && one.outcome !== 'granted') ? 'attention' : 'going',
    to: `/cases/${one.id}`,
  }))
}

export function concernThings(language: Language, concerns: Concerns): MyThing[] {
  const w = homeWords[language]
  const format = formatIn(language)
  return concerns
    .filter(({ state }) => state !== 'accepted' && state !== 'declined')
    .map((one) => {
      const { by, overdue } = one.clock
      return {
        id: one.id,
        title: w.concern(inLanguage(one.topic, language)),
        second:
          one.state === 'answered'
            ? w.lookAtAnswer
            : by === null
              ? w.inHandLine
              : overdue
                ? w.late(format.day(by))
                : w.answerBy(format.day(by)),
        tag: one.state === 'answered' ? w.answered : overdue ? w.lateTag : w.inHand,
        tone: one.state === 'answered' || overdue ? 'attention' : 'going',
        to: `/concerns/${one.id}`,
      }
    })
}

export function bookingThings(language: Language, bookings: Bookings, now: Date): MyThing[] {
  const w = homeWords[language]
  const format = formatIn(language)
  return bookings
    .filter(({ state, startsAt }) => (state === 'booked' || state === 'arrived') && dayOf(new Date(startsAt)) >= dayOf(now))
    .map((one) => ({
      id: one.id,
      title: w.visit(format.list(one.services.map(({ name }) => inLanguage(name, language)))),
      second: format.moment(one.startsAt, now),
      tag: w.booked,
      tone: 'going',
      to: '/visit',
    }))
}

/** Shifts, classes and meetings of the coming days, the nearest ones only. */
export function engagementThings(language: Language, engagements: Engagements, now: Date): MyThing[] {
  const w = homeWords[language]
  const format = formatIn(language)
  return engagements.slice(0, 3).map(({ kind, thingId, title, place, startsAt, link }) => ({
    id: `${kind} ${thingId}`,
    title: inLanguage(title, language),
    second: [format.moment(startsAt, now), place && inLanguage(place, language)].filter(Boolean).join(' · '),
    tag: w.engagements[kind],
    tone: 'going',
    to: link,
  }))
}

const messageThings = (language: Language, unread: number): MyThing[] => {
  const w = homeWords[language]
  return unread === 0
    ? []
    : [{ id: 'messages', title: w.messages(unread), second: w.messagesWhat, tag: w.unread, tone: 'attention', to: '/messages' }]
}

/** A room may be closed to this session; a broken line is for the page to say. */
const ifRefused =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof ProblemError) return instead
    throw error
  }

async function itemsOf<O extends AnyOperation>(operation: O, asked: Asking<NoInfer<O>>): Promise<ReplyOf<O>['items']> {
  const reply = await call(operation, asked).catch(ifRefused({ items: [] }))
  return (reply as { items: ReplyOf<O>['items'] }).items
}
