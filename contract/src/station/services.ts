import type { ServiceDefinition } from '@ronghe/forms'
import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, pageOf, Page, Text } from '../values.ts'

/** A definition as packages/forms describes it; the server has checked it, the reader's page follows it. */
export const Definition = z.custom<ServiceDefinition>()
/** Answers by field id, as packages/forms keeps them; what they may be is decided by the form, not here. */
export const Answers = z.record(z.string().check(z.maxLength(80)), z.unknown())
export type Answers = z.infer<typeof Answers>

export const domains = [
  'publicSecurity',
  'justice',
  'civilAffairs',
  'labour',
  'socialSecurity',
  'health',
  'education',
  'culture',
  'housing',
  'tax',
  'environment',
  'elections',
] as const
export const Domain = z.enum(domains)
export const ServiceKey = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{1,59}$/))

/** Why a service is not offered today, and what applies instead: an agreement that ran out, a guide nobody has checked (M23, M20). */
export const NotOffered = z.object({ why: z.enum(['agreementExpired', 'retired']), text: Text, instead: z.nullable(Text) })

export const ServiceLine = z.object({
  key: z.string(),
  version: z.int(),
  name: Text,
  summary: Text,
  domain: Domain,
  department: z.string(),
  mode: z.enum(['case', 'guide']),
  promisedWorkingDays: z.nullable(z.int()),
  channels: z.array(z.string()),
  openTo: z.object({ newcomer: z.enum(['open', 'openOtherPapers', 'closed']), local: z.enum(['open', 'openOtherPapers', 'closed']) }),
  lastChecked: Day,
  validUntil: Day,
  /** The guide is past its date: shown with a warning, never silently. */
  outOfDate: z.boolean(),
  notOffered: z.nullable(NotOffered),
})
export type ServiceLine = z.infer<typeof ServiceLine>

export const listServices = operation({
  id: 'station.services.list',
  method: 'GET',
  path: '/api/v1/services',
  post: 'anyone',
  summary: 'The services in force, found by Chinese text, English words or pinyin initials, by domain, by who may',
  query: z.object({
    ...Page,
    search: z.optional(z.string().check(z.trim(), z.maxLength(60))),
    domain: z.optional(Domain),
    openTo: z.optional(z.enum(['newcomer', 'local'])),
  }),
  reply: pageOf(ServiceLine),
})

export const readService = operation({
  id: 'station.services.read',
  method: 'GET',
  path: '/api/v1/services/:key',
  post: 'anyone',
  summary: 'One service: who may, papers, steps, fee, places, guide, form; with an earlier version on request',
  params: z.object({ key: ServiceKey }),
  query: z.object({ version: z.optional(z.coerce.number().check(z.int(), z.gte(1))) }),
  reply: z.object({
    definition: Definition,
    departmentName: Text,
    outOfDate: z.boolean(),
    notOffered: z.nullable(NotOffered),
    /** What the agreement behind it says today; absent when there is none. */
    agreement: z.nullable(z.object({ key: z.string(), title: Text, endsOn: z.nullable(Day) })),
    /** Names of the services it leads to, so that links can be read. */
    related: z.array(z.object({ key: z.string(), name: Text })),
  }),
})

/** Dated lists of M22: what was opened to whom, what was narrowed, since when. */
export const listOpenings = operation({
  id: 'station.services.openings',
  method: 'GET',
  path: '/api/v1/service-openings',
  post: 'anyone',
  summary: 'Which services are open to whom, and since when',
  reply: z.object({
    services: z.array(
      z.object({
        key: z.string(),
        name: Text,
        newcomer: z.object({ state: z.enum(['open', 'openOtherPapers', 'closed']), since: Day, note: z.nullable(Text) }),
        local: z.object({ state: z.enum(['open', 'openOtherPapers', 'closed']), since: Day, note: z.nullable(Text) }),
      }),
    ),
    changes: z.array(
      z.object({
        key: z.string(),
        name: Text,
        group: z.enum(['newcomer', 'local']),
        from: z.string(),
        to: z.string(),
        since: Day,
        kind: z.enum(['opened', 'narrowed']),
      }),
    ),
  }),
})

export const askEligibility = operation({
  id: 'station.services.eligibility',
  method: 'POST',
  path: '/api/v1/services/:key/eligibility',
  post: 'anyone',
  summary: 'May I? With the reasons, the law, and what is possible instead; nothing is kept',
  params: z.object({ key: ServiceKey }),
  body: z.object({ answers: Answers }),
  reply: z.object({
    verdict: z.enum(['yes', 'no', 'unsure']),
    reasons: z.array(
      z.object({
        id: z.string(),
        text: Text,
        met: z.enum(['yes', 'no', 'unsure']),
        law: z.nullable(Text),
        instead: z.array(z.object({ text: Text, service: z.nullable(z.string()) })),
      }),
    ),
    documents: z.array(
      z.object({
        id: z.string(),
        name: Text,
        help: z.nullable(Text),
        waivable: z.boolean(),
        handedIn: z.enum(['copy', 'original', 'seen']),
        keptWhere: Text,
        alternatives: z.array(z.object({ id: z.string(), name: Text })),
      }),
    ),
  }),
})

/** A copy of the letter a guide service offers, filled in; nothing is kept. */
export const writeServiceLetter = operation({
  id: 'station.services.letter',
  method: 'POST',
  path: '/api/v1/services/:key/letter',
  post: 'anyone',
  summary: 'Write the letter of a guide, to print',
  params: z.object({ key: ServiceKey }),
  body: z.object({ answers: Answers }),
  reply: z.object({ to: z.string(), title: z.string(), body: z.string() }),
})
