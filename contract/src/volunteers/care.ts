import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment, Phone, Text, words } from '../values.ts'

export const Rhythm = z.enum(['weekly', 'fortnightly', 'monthly'])
export type Rhythm = z.infer<typeof Rhythm>
/** All that is ever written about a visit (D11): no word about health has a place. */
export const Outcome = z.enum(['seenWell', 'needsHelp', 'notMet'])
export type Outcome = z.infer<typeof Outcome>
export const CareAlert = z.enum(['noPair', 'missed', 'notMet', 'needsHelp'])
export type CareAlert = z.infer<typeof CareAlert>

const Address = words(120)
const Version = z.string().check(z.minLength(1), z.maxLength(20))
/** A case or a concern, by the number on its slip. */
const Help = z.object({ kind: z.enum(['case', 'concern']), number: z.string().check(z.trim(), z.regex(/^[A-Z]{1,3}-[0-9A-Z-]{3,20}$/)) })

/** My own wish to be visited, or one I passed on for somebody of my family. */
export const CareWish = z.object({
  id: Id,
  mine: z.boolean(),
  state: z.enum(['asked', 'agreed']),
  rhythm: Rhythm,
  address: z.string(),
  askedOn: Day,
  nextVisit: z.nullable(Moment),
})
export type CareWish = z.infer<typeof CareWish>

export const readMyWish = operation({
  id: 'volunteers.care.my-wish',
  method: 'GET',
  path: '/api/v1/volunteers/my-care',
  post: 'resident',
  summary: 'Whether I am visited, and whom of my family I asked for',
  reply: z.object({ items: z.array(CareWish), consent: z.object({ version: z.string(), text: Text }) }),
})

export const askForVisits = operation({
  id: 'volunteers.care.ask',
  method: 'POST',
  path: '/api/v1/volunteers/my-care',
  post: 'resident',
  inPerson: true,
  summary: 'I wish to be visited: where, how often, and my consent to the text shown',
  body: z.object({ address: Address, communityId: Id, rhythm: Rhythm, consentVersion: Version }),
  status: 201,
  reply: CareWish,
})

export const askForFamily = operation({
  id: 'volunteers.care.ask-for-family',
  method: 'POST',
  path: '/api/v1/volunteers/my-care/family',
  post: 'resident',
  inPerson: true,
  summary: 'Somebody of my family may wish to be visited; nothing begins before they themselves agreed',
  body: z.object({ name: words(60), phone: Phone, address: Address, communityId: Id, rhythm: Rhythm }),
  status: 201,
  reply: CareWish,
})

export const takeBackWish = operation({
  id: 'volunteers.care.take-back',
  method: 'DELETE',
  path: '/api/v1/volunteers/my-care/:recipientId',
  post: 'resident',
  summary: 'No more visits: the entry and its visits are deleted at once, and the consent ends',
  params: z.object({ recipientId: Id }),
  reply: z.object({ gone: z.literal(true) }),
})

/** A recipient as the coordinator's list has them: a number and a community. Who it is, is opened one by one, and that is recorded. */
export const CareRecipientLine = z.object({
  id: Id,
  number: z.int(),
  community: Text,
  rhythm: Rhythm,
  state: z.enum(['asked', 'agreed']),
  channel: z.enum(['phone', 'family', 'paper']),
  lastVisit: z.nullable(z.object({ onDay: Day, outcome: z.nullable(Outcome) })),
  nextVisit: z.nullable(Moment),
  may: z.array(z.enum(['open', 'agree', 'plan', 'remove'])),
})
export type CareRecipientLine = z.infer<typeof CareRecipientLine>

const one = z.object({ recipientId: Id })
export const listRecipients = operation({
  id: 'volunteers.care.recipients',
  method: 'GET',
  path: '/api/v1/volunteers/care/recipients',
  post: 'volunteers.care',
  summary: 'Who is visited, as numbers; there is no other list and no file of it',
  reply: z.object({ items: z.array(CareRecipientLine) }),
})

export const openRecipient = operation({
  id: 'volunteers.care.open-recipient',
  method: 'GET',
  path: '/api/v1/volunteers/care/recipients/:recipientId',
  post: 'volunteers.care',
  purpose: 'careRecipient',
  summary: 'Name, number and door of one recipient, when something has to be arranged; they are shown that somebody looked',
  params: one,
  reply: z.object({ name: z.string(), phone: z.nullable(z.string()), address: z.string() }),
})

export const enterRecipient = operation({
  id: 'volunteers.care.enter',
  method: 'POST',
  path: '/api/v1/volunteers/care/recipients',
  post: 'volunteers.care',
  summary: 'From the signed paper: the form and the consent to this version of the text',
  body: z.object({
    name: words(60),
    phone: Phone,
    address: Address,
    communityId: Id,
    rhythm: Rhythm,
    consentVersion: Version,
    signed: z.literal(true),
  }),
  status: 201,
  reply: CareRecipientLine,
})

export const enterAgreement = operation({
  id: 'volunteers.care.agree',
  method: 'POST',
  path: '/api/v1/volunteers/care/recipients/:recipientId/agreement',
  post: 'volunteers.care',
  summary: 'Somebody whose family asked has signed that they agree',
  params: one,
  body: z.object({ consentVersion: Version, signed: z.literal(true) }),
  reply: CareRecipientLine,
})

export const removeRecipient = operation({
  id: 'volunteers.care.remove',
  method: 'DELETE',
  path: '/api/v1/volunteers/care/recipients/:recipientId',
  post: 'volunteers.care',
  summary: 'Visits ended, or the family’s wish came to nothing: the entry is deleted',
  params: one,
  reply: z.object({ gone: z.literal(true) }),
})

/** Care shifts to come, and who on them could go as a pair. */
export const CareShift = z.object({
  id: Id,
  title: Text,
  startsAt: Moment,
  endsAt: Moment,
  /** Adults who have a place. */
  adults: z.array(z.object({ personId: Id, name: z.string() })),
  /** Visits planned on it, by the recipient's number. */
  visits: z.array(z.object({ id: Id, number: z.int(), pair: z.array(z.string()), paired: z.boolean(), outcome: z.nullable(Outcome) })),
})
export type CareShift = z.infer<typeof CareShift>
export const listCareShifts = operation({
  id: 'volunteers.care.shifts',
  method: 'GET',
  path: '/api/v1/volunteers/care/shifts',
  post: 'volunteers.care',
  purpose: 'volunteerShift',
  summary: 'Care shifts from yesterday on, with the adults who come',
  reply: z.object({ items: z.array(CareShift) }),
})

export const planVisit = operation({
  id: 'volunteers.care.plan',
  method: 'POST',
  path: '/api/v1/volunteers/care/visits',
  post: 'volunteers.care',
  summary: 'Two adults of a shift visit one recipient',
  body: z.object({ recipientId: Id, shiftId: Id, pair: z.tuple([Id, Id]) }),
  status: 201,
  reply: z.object({ id: Id }),
})

export const CareAlertLine = z.object({
  visitId: Id,
  recipientId: Id,
  number: z.int(),
  community: Text,
  kind: CareAlert,
  since: Moment,
  /** Who was told by now: the coordinator, then their superior, then the street's lead. */
  level: z.int(),
  nextTellingAt: z.nullable(Moment),
  may: z.array(z.enum(['settle', 'record'])),
})
export type CareAlertLine = z.infer<typeof CareAlertLine>
export const listAlerts = operation({
  id: 'volunteers.care.alerts',
  method: 'GET',
  path: '/api/v1/volunteers/care/alerts',
  post: 'resident',
  summary: 'Visits that did not take place or where help is needed, for the coordinator and whoever was told after them',
  reply: z.object({ items: z.array(CareAlertLine) }),
})

export const settleAlert = operation({
  id: 'volunteers.care.settle',
  method: 'POST',
  path: '/api/v1/volunteers/care/alerts/:visitId/settle',
  post: 'resident',
  summary: 'Somebody was reached, and where help was needed it is a case or a concern',
  params: z.object({ visitId: Id }),
  body: z.object({ help: z._default(z.nullable(Help), null) }),
  reply: z.object({ items: z.array(CareAlertLine) }),
})

export const recordFromPaper = operation({
  id: 'volunteers.care.record-paper',
  method: 'POST',
  path: '/api/v1/volunteers/care/visits/:visitId/paper-record',
  post: 'volunteers.care',
  summary: 'What the pair ticked on paper',
  params: z.object({ visitId: Id }),
  body: z.object({ outcome: Outcome, help: z._default(z.nullable(Help), null) }),
  reply: z.object({ items: z.array(CareAlertLine) }),
})

/** A visit as one of the pair sees it: until two hours before, only when and in which community. */
export const MyCareVisit = z.object({
  id: Id,
  startsAt: Moment,
  endsAt: Moment,
  community: Text,
  partner: z.string(),
  /** Both still come; otherwise nobody goes, and the coordinator finds somebody. */
  paired: z.boolean(),
  /** From and until when name and door can be opened. */
  opensAt: Moment,
  closesAt: Moment,
  outcome: z.nullable(Outcome),
  may: z.array(z.enum(['open', 'record', 'worry'])),
})
export type MyCareVisit = z.infer<typeof MyCareVisit>
const visit = z.object({ visitId: Id })

export const listMyVisits = operation({
  id: 'volunteers.care.my-visits',
  method: 'GET',
  path: '/api/v1/volunteers/my-care-visits',
  post: 'resident',
  summary: 'Visits I am one of the pair of, today’s and those to come',
  reply: z.object({ items: z.array(MyCareVisit) }),
})

export const openMyVisit = operation({
  id: 'volunteers.care.open-visit',
  method: 'GET',
  path: '/api/v1/volunteers/my-care-visits/:visitId',
  post: 'resident',
  inPerson: true,
  purpose: 'careVisit',
  summary: 'Name and door, from two hours before to two hours after; the person visited is shown that I looked',
  params: visit,
  reply: z.object({ name: z.string(), phone: z.nullable(z.string()), address: z.string(), closesAt: Moment }),
})

export const recordVisit = operation({
  id: 'volunteers.care.record',
  method: 'POST',
  path: '/api/v1/volunteers/my-care-visits/:visitId/record',
  post: 'resident',
  inPerson: true,
  summary: 'Seen well, needs help, not met; nothing else is asked or kept',
  params: visit,
  body: z.object({ outcome: Outcome, help: z._default(z.nullable(Help), null) }),
  reply: MyCareVisit,
})

export const tellWorry = operation({
  id: 'volunteers.care.worry',
  method: 'POST',
  path: '/api/v1/volunteers/my-care-visits/:visitId/worry',
  post: 'resident',
  inPerson: true,
  summary: 'A worry that somebody is hurt or used by others: it goes to one named post at once, and to nobody else',
  params: visit,
  body: z.object({ words: words(2000) }),
  status: 201,
  reply: z.object({ readBy: Text }),
})

export const CareWorry = z.object({
  id: Id,
  about: z.nullable(z.object({ name: z.string(), phone: z.nullable(z.string()) })),
  toldBy: z.nullable(z.string()),
  words: z.string(),
  state: z.enum(['open', 'taken', 'closed']),
  toldAt: Moment,
  may: z.array(z.enum(['take', 'close'])),
})
export type CareWorry = z.infer<typeof CareWorry>
export const listWorries = operation({
  id: 'volunteers.care.worries',
  method: 'GET',
  path: '/api/v1/volunteers/care/worries',
  post: 'volunteers.protect',
  purpose: 'careWorry',
  summary: 'Worries about abuse, for the one post that reads them',
  reply: z.object({ items: z.array(CareWorry) }),
})
export const stepWorry = operation({
  id: 'volunteers.care.step-worry',
  method: 'POST',
  path: '/api/v1/volunteers/care/worries/:worryId/steps',
  post: 'volunteers.protect',
  purpose: 'careWorry',
  summary: 'Take a worry up, or close it',
  params: z.object({ worryId: Id }),
  body: z.object({ step: z.enum(['take', 'close']) }),
  reply: z.object({ items: z.array(CareWorry) }),
})
