import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown } from '../platform/shown.ts'
import { Day, Id, maybeWords, Moment, Text, words } from '../values.ts'
import { PartnerRole, PartyRole } from './joint-items.ts'

export const ContractState = z.enum([
  'need',
  'budgeted',
  'call',
  'offersEvaluated',
  'contracted',
  'running',
  'accepted',
  'paid',
  'evaluated',
  'stopped',
])
export type ContractState = z.infer<typeof ContractState>
export const ContractAct = z.enum(['budget', 'call', 'callAgain', 'choose', 'contract', 'start', 'accept', 'settle', 'evaluate', 'stop'])
export type ContractAct = z.infer<typeof ContractAct>

/** What may be bought at all (财政部令102): each is confirmed by whoever prepares the project. */
export const CatalogueChecks = z.object({
  /** It is a duty of government or serves one. */
  dutyOfGovernment: z.boolean(),
  /** It may be left to somebody outside: no permits, no inspections, no punishments. */
  canBeBought: z.boolean(),
  /** It is a service, not people: no staffing, no recruitment under the name of one. */
  noStaffing: z.boolean(),
  /** It stands in the guiding catalogue. */
  listed: z.boolean(),
})
export type CatalogueChecks = z.infer<typeof CatalogueChecks>

const Criterion = z.object({ key: z.string().check(z.regex(/^[a-z][a-zA-Z]{1,30}$/)), name: Text })
export type CallCriterion = z.infer<typeof Criterion>
const cents = z.int().check(z.gte(1), z.lte(100_000_000_00))

/** One person with a post on either side: organs and posts, as the public register has them. */
export const CrossPosting = z.object({
  organ: Text,
  post: Text,
  deciding: z.object({ organ: Text, post: Text }),
})
export type CrossPosting = z.infer<typeof CrossPosting>

export const ContractLine = z.object({
  id: Id,
  number: z.string(),
  title: Text,
  state: ContractState,
  organ: z.object({ id: Id, name: Text }),
  contractor: z.nullable(z.object({ id: Id, name: Text })),
  budgetCents: z.nullable(z.int()),
  contractCents: z.nullable(z.int()),
  paidCents: z.int(),
  callUntil: z.nullable(Moment),
})
export type ContractLine = z.infer<typeof ContractLine>

export const ContractTerms = z.object({
  content: words(2000),
  quantity: words(500),
  quality: words(1000),
  cents,
  settlement: words(1000),
  duties: words(2000),
  breach: words(1000),
  startsOn: Day,
  endsOn: Day,
})
export type ContractTerms = z.infer<typeof ContractTerms>

export const ContractMilestone = z.object({
  id: Id,
  what: z.string(),
  dueOn: Day,
  report: z.nullable(z.string()),
  reportedOn: z.nullable(Day),
  confirmedOn: z.nullable(Day),
  returned: z.nullable(z.string()),
  /** For whoever works on the project. */
  files: z.array(z.object({ id: Id, caption: z.string(), addedOn: Day })),
  may: z.array(z.enum(['report', 'addFile', 'confirm', 'return'])),
})
export type ContractMilestone = z.infer<typeof ContractMilestone>

/** After the deadline for those who choose; for everybody once it is chosen. */
export const ContractOffer = z.object({
  id: Id,
  organ: z.object({ id: Id, name: Text }),
  cents: z.int(),
  chosen: z.boolean(),
  reasons: z.array(z.object({ criterion: z.string(), words: z.string() })),
  /** Only for those who choose, and the organ itself. */
  plan: z.nullable(z.string()),
  hasFile: z.boolean(),
})
export type ContractOffer = z.infer<typeof ContractOffer>

export const OwnOffer = z.object({
  id: Id,
  organ: z.object({ id: Id, name: Text }),
  cents: z.int(),
  plan: z.string(),
  handedInAt: Moment,
  hasFile: z.boolean(),
  may: z.array(z.enum(['withdraw', 'addFile'])),
})

export const ContractProject = z.object({
  ...ContractLine.shape,
  need: Text,
  serves: Text,
  source: z.enum(['resolution', 'concern', 'organ']),
  sourceNumber: z.nullable(z.string()),
  stable: z.boolean(),
  checks: CatalogueChecks,
  catalogueItem: z.string(),
  budgetReference: z.nullable(z.string()),
  supportId: z.nullable(Id),
  parties: z.array(PartyRole),
  criteria: z.array(Criterion),
  callOpenedOn: z.nullable(Day),
  /** How many, once the deadline is over. */
  offersCount: z.nullable(z.int()),
  offers: z.array(ContractOffer),
  own: z.array(OwnOffer),
  crossPostings: z.array(CrossPosting),
  decidedBy: z.nullable(Text),
  decidedOn: z.nullable(Day),
  contract: z.nullable(z.object({ ...ContractTerms.shape, contractor: z.object({ id: Id, name: Text }), signedOn: Day, publishedOn: Day })),
  milestones: z.array(ContractMilestone),
  feedback: z.object({ yes: Shown, partly: Shown, no: Shown, total: Shown }),
  accepted: z.nullable(z.object({ words: z.string(), post: Text, on: Day })),
  payments: z.array(z.object({ id: Id, cents: z.int(), document: z.string(), paidOn: Day })),
  evaluations: z.array(
    z.object({ kind: z.enum(['mid', 'final']), reached: z.enum(['reached', 'partly', 'missed']), words: z.string(), on: Day }),
  ),
  history: z.array(z.object({ kind: z.string(), post: z.nullable(Text), words: z.string(), on: Day })),
  limits: z.object({ months: z.int() }),
  may: z.array(z.enum(['change', ...ContractAct.options, 'offer', 'pay', 'evaluateMid', 'giveFeedback', 'enterFeedback', 'readFeedback'])),
  /** Why the reader may not decide, in words of the law. */
  barred: z.nullable(z.enum(['interest', 'prepared'])),
})
export type ContractProject = z.infer<typeof ContractProject>

const one = z.object({ projectId: Id })

export const listContracts = operation({
  id: 'programme.contracts.list',
  method: 'GET',
  path: '/api/v1/contracts',
  post: 'anyone',
  summary: 'Contracted projects from the need to the evaluation; money is public',
  reply: z.object({ items: z.array(ContractLine), paidCents: z.int() }),
})
export const readContract = operation({
  id: 'programme.contracts.read',
  method: 'GET',
  path: '/api/v1/contracts/:projectId',
  post: 'anyone',
  summary: 'One project: need, budget, call, choice with its reasons, contract, milestones, payments, evaluation',
  params: one,
  reply: ContractProject,
})
export const contractsSheet = operation({
  id: 'programme.contracts.sheet',
  method: 'GET',
  path: '/open-data/contracts.csv',
  post: 'anyone',
  summary: 'All contracted projects as a table',
  media: { reply: 'text/csv' },
})
export const contractsData = operation({
  id: 'programme.contracts.data',
  method: 'GET',
  path: '/open-data/contracts.json',
  post: 'anyone',
  summary: 'All contracted projects with contract and payments, and what each field means',
  reply: z.object({
    fields: z.record(z.string(), Text),
    contracts: z.array(z.object({ ...ContractLine.shape, need: Text, startsOn: z.nullable(Day), endsOn: z.nullable(Day) })),
  }),
})

const needBody = z.object({
  title: Text,
  need: Text,
  serves: Text,
  source: z.enum(['resolution', 'concern', 'organ']),
  sourceNumber: maybeWords(60),
  organId: Id,
  stable: z.boolean(),
  checks: CatalogueChecks,
  catalogueItem: words(200),
  partners: z.array(PartnerRole).check(z.maxLength(6)),
})
export const nameNeed = operation({
  id: 'programme.contracts.need',
  method: 'POST',
  path: '/api/v1/contracts',
  post: 'programme.contracts.prepare',
  summary: 'Name a need: where it comes from, whom it serves, and that it may be bought',
  body: needBody,
  status: 201,
  reply: ContractProject,
})
export const changeNeed = operation({
  id: 'programme.contracts.change',
  method: 'PUT',
  path: '/api/v1/contracts/:projectId',
  post: 'programme.contracts.prepare',
  summary: 'Change the need while it has no budget',
  params: one,
  body: needBody,
  reply: ContractProject,
})
export const budgetContract = operation({
  id: 'programme.contracts.budget',
  method: 'POST',
  path: '/api/v1/contracts/:projectId/budget',
  post: 'programme.contracts.decide',
  summary: 'Give it a budget that is there already: the appropriation, or a line of the support ledger',
  params: one,
  body: z.object({ cents, reference: words(120), supportId: z.nullable(Id) }),
  reply: ContractProject,
})
export const callForOffers = operation({
  id: 'programme.contracts.call',
  method: 'POST',
  path: '/api/v1/contracts/:projectId/call',
  post: 'programme.contracts.prepare',
  summary: 'Publish the call with its criteria and its last moment; nobody reads an offer before that',
  params: one,
  body: z.object({ criteria: z.array(Criterion).check(z.minLength(1), z.maxLength(8)), until: Moment }),
  reply: ContractProject,
})
export const callAgain = operation({
  id: 'programme.contracts.call-again',
  method: 'POST',
  path: '/api/v1/contracts/:projectId/new-call',
  post: 'programme.contracts.prepare',
  summary: 'End a call that brought no offer, to publish another',
  params: one,
  body: z.object({ reason: words(500) }),
  reply: ContractProject,
})
export const handInOffer = operation({
  id: 'programme.contracts.offer',
  method: 'POST',
  path: '/api/v1/contracts/:projectId/offers',
  post: 'programme.contracts.offer',
  summary: 'Hand in an offer of an organ; a new one takes the place of the last until the deadline',
  params: one,
  body: z.object({ organId: Id, cents, plan: words(4000) }),
  status: 201,
  reply: ContractProject,
})
export const offerFile = operation({
  id: 'programme.contracts.offer-file',
  method: 'POST',
  path: '/api/v1/contract-offers/:offerId/file',
  post: 'programme.contracts.offer',
  summary: 'Add the offer as a PDF',
  params: z.object({ offerId: Id }),
  media: { request: 'multipart/form-data' },
  status: 201,
  reply: z.object({ id: Id }),
})
export const withdrawOffer = operation({
  id: 'programme.contracts.withdraw-offer',
  method: 'POST',
  path: '/api/v1/contract-offers/:offerId/withdrawal',
  post: 'programme.contracts.offer',
  summary: 'Take an offer back before the deadline',
  params: z.object({ offerId: Id }),
  reply: z.object({}),
})
export const readOfferFile = operation({
  id: 'programme.contracts.read-offer-file',
  method: 'GET',
  path: '/api/v1/contract-offers/:offerId/file',
  post: 'resident',
  summary: 'The file of an offer, for the organ itself and, after the deadline, for those who choose',
  params: z.object({ offerId: Id }),
  media: { reply: 'application/pdf' },
})
export const chooseOffer = operation({
  id: 'programme.contracts.choose',
  method: 'POST',
  path: '/api/v1/contracts/:projectId/choice',
  post: 'programme.contracts.decide',
  summary: 'Choose one offer, with a reason for every offer under every criterion; all of it is published',
  params: one,
  body: z.object({
    offerId: Id,
    reasons: z.array(z.object({ offerId: Id, criterion: words(40), words: words(800) })).check(z.minLength(1), z.maxLength(200)),
  }),
  reply: ContractProject,
})
export const signContract = operation({
  id: 'programme.contracts.sign',
  method: 'POST',
  path: '/api/v1/contracts/:projectId/contract',
  post: 'programme.contracts.prepare',
  summary: 'Publish the signed contract, field by field, with its milestones',
  params: one,
  body: z.object({
    terms: ContractTerms,
    signedOn: Day,
    milestones: z.array(z.object({ what: words(500), dueOn: Day })).check(z.minLength(1), z.maxLength(24)),
  }),
  reply: ContractProject,
})
export const stepContract = operation({
  id: 'programme.contracts.step',
  method: 'POST',
  path: '/api/v1/contracts/:projectId/steps',
  post: 'programme.contracts.prepare',
  summary: 'Say that work has begun, or stop the project before there is a contract, with the reason',
  params: one,
  body: z.object({ act: z.enum(['start', 'stop']), reason: maybeWords(500) }),
  reply: ContractProject,
})
export const reportMilestone = operation({
  id: 'programme.contracts.report',
  method: 'POST',
  path: '/api/v1/contract-milestones/:milestoneId/report',
  post: 'programme.contracts.offer',
  summary: 'Report a milestone as reached, with what shows it',
  params: z.object({ milestoneId: Id }),
  body: z.object({ words: words(2000) }),
  reply: ContractProject,
})
export const milestoneFile = operation({
  id: 'programme.contracts.milestone-file',
  method: 'POST',
  path: '/api/v1/contract-milestones/:milestoneId/files',
  post: 'programme.contracts.offer',
  summary: 'Add a photo or paper to a milestone; for the two sides only',
  params: z.object({ milestoneId: Id }),
  media: { request: 'multipart/form-data' },
  status: 201,
  reply: z.object({ id: Id }),
})
export const readMilestoneFile = operation({
  id: 'programme.contracts.read-milestone-file',
  method: 'GET',
  path: '/api/v1/contract-files/:fileId',
  post: 'resident',
  summary: 'A working file, for the two sides of the contract',
  params: z.object({ fileId: Id }),
  media: { reply: 'application/octet-stream' },
})
export const judgeMilestone = operation({
  id: 'programme.contracts.judge',
  method: 'POST',
  path: '/api/v1/contract-milestones/:milestoneId/judgement',
  post: 'programme.contracts.prepare',
  summary: 'Confirm a reported milestone, or send it back with what is missing',
  params: z.object({ milestoneId: Id }),
  body: z.object({ confirmed: z.boolean(), words: maybeWords(1000) }),
  reply: ContractProject,
})
const feedback = z.object({ helped: z.enum(['yes', 'partly', 'no']), words: maybeWords(600) })
export const giveFeedback = operation({
  id: 'programme.contracts.feedback',
  method: 'POST',
  path: '/api/v1/contracts/:projectId/feedback',
  post: 'nobody',
  summary: 'Say whether it helped, without a name',
  params: one,
  perMinute: 5,
  body: feedback,
  status: 201,
  reply: z.object({}),
})
export const enterFeedback = operation({
  id: 'programme.contracts.enter-feedback',
  method: 'POST',
  path: '/api/v1/contracts/:projectId/paper-feedback',
  post: 'programme.contracts.prepare',
  summary: 'Enter a feedback slip that came on paper',
  params: one,
  body: feedback,
  status: 201,
  reply: z.object({}),
})
export const readFeedback = operation({
  id: 'programme.contracts.read-feedback',
  method: 'GET',
  path: '/api/v1/contracts/:projectId/feedback',
  post: 'programme.contracts.prepare',
  summary: 'What people wrote, mixed and without a day, once enough have written',
  params: one,
  reply: z.object({ words: z.array(z.string()), enough: z.boolean() }),
})
export const acceptContract = operation({
  id: 'programme.contracts.accept',
  method: 'POST',
  path: '/api/v1/contracts/:projectId/acceptance',
  post: 'programme.contracts.decide',
  summary: 'Accept the work when every milestone is confirmed, by somebody who did not prepare it',
  params: one,
  body: z.object({ words: words(1000) }),
  reply: ContractProject,
})
export const payContract = operation({
  id: 'programme.contracts.pay',
  method: 'POST',
  path: '/api/v1/contracts/:projectId/payments',
  post: 'programme.contracts.pay',
  summary: 'Record a payment with its document, never more than the contract says',
  params: one,
  body: z.object({ cents, document: words(60), paidOn: Day }),
  status: 201,
  reply: ContractProject,
})
export const settleContract = operation({
  id: 'programme.contracts.settle',
  method: 'POST',
  path: '/api/v1/contracts/:projectId/settlement',
  post: 'programme.contracts.pay',
  summary: 'Say that nothing is owed any more; a rest that is not paid needs its reason',
  params: one,
  body: z.object({ reason: maybeWords(500) }),
  reply: ContractProject,
})
export const evaluateContract = operation({
  id: 'programme.contracts.evaluate',
  method: 'POST',
  path: '/api/v1/contracts/:projectId/evaluations',
  post: 'programme.contracts.prepare',
  summary: 'Write the evaluation half-way, and the final one that closes the project',
  params: one,
  body: z.object({ kind: z.enum(['mid', 'final']), reached: z.enum(['reached', 'partly', 'missed']), words: words(2000) }),
  reply: ContractProject,
})
