import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown } from '../platform/shown.ts'
import { Day, Id, maybeWords, Text, words } from '../values.ts'

/** proposed > negotiating > signed > inForce > renewed | expired | ended (M23). `renewed` is the old one after a new one took its place. */
export const AgreementState = z.enum(['proposed', 'negotiating', 'signed', 'inForce', 'renewed', 'expired', 'ended'])
export type AgreementState = z.infer<typeof AgreementState>
export const AgreementSubject = z.enum(['health', 'socialSecurity', 'voting', 'work', 'schooling', 'other'])
export const AgreementAct = z.enum(['negotiate', 'sign', 'enterIntoForce', 'renew', 'end'])
export type AgreementAct = z.infer<typeof AgreementAct>
export const UseOutcome = z.enum(['settledOnTheSpot', 'reimbursedLater', 'refused'])
export type UseOutcome = z.infer<typeof UseOutcome>
/** In which band the amount lay; the amount itself is not kept. */
export const AmountBand = z.enum(['none', 'under1000', 'under5000', 'under20000', 'over20000'])
export type AmountBand = z.infer<typeof AmountBand>

/** What the history of an agreement tells; the states it came to, and what happened within one. */
export const AgreementEventKind = z.enum([
  ...AgreementState.options,
  'warned',
  'edited',
  'matterAdded',
  'matterSettled',
  'handedOver',
  'matterHandedOver',
])
export type AgreementEventKind = z.infer<typeof AgreementEventKind>

/** One of the places that take part, such as a hospital. */
export const Taking = z.object({ name: Text, address: z.optional(Text), phone: z.optional(z.string()) })
/** `what applies today`: guide text with its source and the day somebody last checked it. */
export const Today = z.object({ guide: Text, steps: z.array(Text), source: Text, checkedOn: Day })
export type Today = z.infer<typeof Today>

export const AgreementCard = z.object({
  id: Id,
  key: z.nullable(z.string()),
  title: Text,
  counterpart: Text,
  subject: AgreementSubject,
  state: AgreementState,
  /** Offered today. The day after the end it is not, whatever the state still says. */
  inForce: z.boolean(),
  startsOn: z.nullable(Day),
  endsOn: z.nullable(Day),
})
export type AgreementCard = z.infer<typeof AgreementCard>

export const AgreementMatter = z.object({
  id: Id,
  what: z.string(),
  owner: Text,
  dueOn: Day,
  overdue: z.boolean(),
  settledOn: z.nullable(Day),
  outcome: z.nullable(z.string()),
  may: z.array(z.enum(['settle'])),
})
export const AgreementPage = z.object({
  ...AgreementCard.shape,
  terms: z.object({ summary: Text, places: z.array(Taking), document: z.optional(z.string()) }),
  /** What somebody does today. */
  today: z.nullable(Today),
  /** Said when it is not in force: what applies instead. */
  instead: z.nullable(Text),
  owner: Text,
  ownerPostId: Id,
  signedOn: z.nullable(Day),
  matters: z.array(AgreementMatter),
  history: z.array(z.object({ kind: AgreementEventKind, onDay: Day, note: z.string() })),
  /** Uses of the last whole year and of all whole years before, by outcome; few are not shown. */
  uses: z.object({ until: Day, outcomes: z.array(z.object({ outcome: UseOutcome, count: Shown })), total: Shown }),
  may: z.array(z.union([AgreementAct, z.literal('edit'), z.literal('addMatter')])),
})
export type AgreementPage = z.infer<typeof AgreementPage>

export const listAgreements = operation({
  id: 'programme.agreements.list',
  method: 'GET',
  path: '/api/v1/agreements',
  post: 'anyone',
  summary: 'Agreements with the places people come from',
  query: z.object({ subject: z.optional(AgreementSubject) }),
  reply: z.object({ items: z.array(AgreementCard) }),
})

export const readAgreement = operation({
  id: 'programme.agreements.read',
  method: 'GET',
  path: '/api/v1/agreements/:agreementId',
  post: 'anyone',
  summary: 'One agreement: terms, dates, what applies today, open matters, counts of use',
  params: z.object({ agreementId: Id }),
  reply: AgreementPage,
})

const AgreementWords = {
  title: Text,
  counterpart: Text,
  subject: AgreementSubject,
  terms: AgreementPage.shape.terms,
  today: z.nullable(Today),
  instead: z.nullable(Text),
  ownerPostId: Id,
}
export const addAgreement = operation({
  id: 'programme.agreements.add',
  method: 'POST',
  path: '/api/v1/agreements',
  post: 'programme.agreements.edit',
  summary: 'Propose an agreement',
  body: z.object({ key: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9-]{1,40}$/))), ...AgreementWords }),
  status: 201,
  reply: AgreementPage,
})

const one = z.object({ agreementId: Id })
export const editAgreement = operation({
  id: 'programme.agreements.edit',
  method: 'PUT',
  path: '/api/v1/agreements/:agreementId',
  post: 'programme.agreements.edit',
  summary: 'Change the texts or the owner of an agreement',
  params: one,
  body: z.object(AgreementWords),
  reply: AgreementPage,
})

export const stepAgreement = operation({
  id: 'programme.agreements.step',
  method: 'POST',
  path: '/api/v1/agreements/:agreementId/steps',
  post: 'programme.agreements.edit',
  summary: 'Take an agreement one step on: negotiate, sign, enter into force, renew, end',
  params: one,
  body: z.object({
    what: z.discriminatedUnion('act', [
      z.object({ act: z.literal('negotiate'), note: maybeWords(500) }),
      z.object({ act: z.literal('sign'), on: Day, document: words(100), note: maybeWords(500) }),
      z.object({ act: z.literal('enterIntoForce'), startsOn: Day, endsOn: Day, note: maybeWords(500) }),
      z.object({ act: z.literal('renew'), startsOn: Day, endsOn: Day, note: maybeWords(500) }),
      z.object({ act: z.literal('end'), note: words(500) }),
    ]),
  }),
  reply: AgreementPage,
})

export const addMatter = operation({
  id: 'programme.agreements.add-matter',
  method: 'POST',
  path: '/api/v1/agreements/:agreementId/matters',
  post: 'programme.agreements.edit',
  summary: 'Note an open matter with its owner and date',
  params: one,
  body: z.object({ what: words(300), ownerPostId: Id, dueOn: Day }),
  status: 201,
  reply: AgreementPage,
})

export const settleMatter = operation({
  id: 'programme.agreements.settle-matter',
  method: 'POST',
  path: '/api/v1/agreement-matters/:matterId/settlement',
  post: 'programme.agreements.edit',
  summary: 'Close an open matter and say how',
  params: z.object({ matterId: Id }),
  body: z.object({ outcome: words(500) }),
  reply: AgreementPage,
})
