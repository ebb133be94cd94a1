import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment, Phone, words } from '../values.ts'

/** What somebody may do for me: hand in papers (and nothing else), or ask and collect in my cases. Never consent, vote or choose a group. */
export const ProxyScope = z.enum(['handIn', 'cases'])
export const ProxyRelation = z.enum(['family', 'neighbour', 'friend', 'colleague', 'employer', 'landlord', 'socialWorker', 'other'])

export const Proxy = z.object({
  id: Id,
  agentName: z.string(),
  hasAccount: z.boolean(),
  relation: ProxyRelation,
  scope: ProxyScope,
  givenAt: Moment,
  endsOn: z.nullable(Day),
  withdrawnAt: z.nullable(Moment),
  may: z.array(z.string()),
})

export const listProxies = operation({
  id: 'people.proxies.list',
  method: 'GET',
  path: '/api/v1/my/proxies',
  post: 'resident',
  summary: 'Who may act for me, and for whom I may act',
  reply: z.object({
    given: z.array(Proxy),
    held: z.array(z.object({ id: Id, personId: Id, name: z.string(), scope: ProxyScope, endsOn: z.nullable(Day) })),
    may: z.array(z.string()),
  }),
})

export const giveProxy = operation({
  id: 'people.proxies.give',
  method: 'POST',
  path: '/api/v1/my/proxies',
  post: 'resident',
  inPerson: true,
  summary: 'Let somebody act for me; with their number it also works from their own phone',
  body: z.object({ name: words(60), phone: z.optional(Phone), relation: ProxyRelation, scope: ProxyScope, endsOn: z.optional(Day) }),
  status: 201,
  reply: Proxy,
})

export const withdrawProxy = operation({
  id: 'people.proxies.withdraw',
  method: 'POST',
  path: '/api/v1/my/proxies/:proxyId/withdrawal',
  post: 'resident',
  summary: 'They may no longer',
  params: z.object({ proxyId: Id }),
  reply: Proxy,
})
