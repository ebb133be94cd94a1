import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Text, words } from '../values.ts'

/** The party's own categories of commendation, named and decided in the branch's room; they leave it only with the consent of the honoured. */
const TextIn = (most: number) => z.object({ 'zh-CN': words(most), en: z.optional(z.string().check(z.trim(), z.maxLength(most * 2))) })
const Category = z.object({ key: z.string().check(z.regex(/^[a-z][a-zA-Z0-9]{0,30}$/)), name: TextIn(40) })
const Round = { id: Id, year: z.int(), categories: z.array(Category), criteria: Text, nominateUntil: Day, decidedOn: z.nullable(Day) }

export const HonourRound = z.object({
  ...Round,
  nominations: z.array(
    z.object({
      id: Id,
      category: z.string(),
      /** Null while nobody checked in is known under the name that was written. */
      checkInId: z.nullable(Id),
      /** Null while the page is covered. */
      nominee: z.nullable(z.string()),
      reason: z.nullable(z.string()),
      decision: z.nullable(z.enum(['honoured', 'thanked'])),
      may: z.array(z.enum(['decide', 'link'])),
    }),
  ),
  may: z.array(z.enum(['close'])),
})
export type HonourRound = z.infer<typeof HonourRound>

export const MyHonourRound = z.object({
  ...Round,
  /** Nominations I wrote. */
  written: z.array(z.object({ id: Id, category: z.string(), nominee: z.string(), reason: z.string(), may: z.array(z.enum(['takeBack'])) })),
  /** What I was honoured for, and what of it is shown outside because I agreed. */
  mine: z.array(z.object({ category: z.string(), shown: z.nullable(z.object({ name: z.string(), words: z.string(), on: Day })) })),
  may: z.array(z.enum(['nominate'])),
})
export type MyHonourRound = z.infer<typeof MyHonourRound>

const branch = z.object({ branchId: Id })
const round = z.object({ branchId: Id, roundId: Id })

export const listHonourRounds = operation({
  id: 'branch.honours.list',
  method: 'GET',
  path: '/api/v1/branch/branches/:branchId/honours',
  post: 'resident',
  inPerson: true,
  summary: 'Rounds of commendation of this branch, nominees covered; for its office-holders',
  params: branch,
  reply: z.object({ items: z.array(HonourRound), may: z.array(z.enum(['open'])) }),
})
export const openHonourRound = operation({
  id: 'branch.honours.open',
  method: 'POST',
  path: '/api/v1/branch/branches/:branchId/honours',
  post: 'resident',
  inPerson: true,
  summary: 'Open a year’s round with its categories and criteria',
  params: branch,
  body: z.object({
    year: z.int().check(z.gte(2020), z.lte(2100)),
    categories: z.array(Category).check(z.minLength(1), z.maxLength(8)),
    criteria: TextIn(1000),
    nominateUntil: Day,
  }),
  status: 201,
  reply: HonourRound,
})
export const openNominations = operation({
  id: 'branch.honours.uncover',
  method: 'PATCH',
  path: '/api/v1/branch/branches/:branchId/honours/:roundId/nominations',
  post: 'resident',
  inPerson: true,
  summary: 'Who was named and why; every member named sees that it was read',
  params: round,
  reply: HonourRound,
})
export const linkNominee = operation({
  id: 'branch.honours.link',
  method: 'PATCH',
  path: '/api/v1/branch/branches/:branchId/honours/:roundId/nominations/:nominationId',
  post: 'resident',
  inPerson: true,
  summary: 'Say which member is meant, or what the meeting decided; never by the nominee or whoever nominated',
  params: z.object({ ...round.shape, nominationId: Id }),
  body: z.discriminatedUnion('act', [
    z.object({ act: z.literal('link'), checkInId: Id }),
    z.object({ act: z.literal('decide'), decision: z.enum(['honoured', 'thanked']) }),
  ]),
  reply: HonourRound,
})
export const closeHonourRound = operation({
  id: 'branch.honours.close',
  method: 'PATCH',
  path: '/api/v1/branch/branches/:branchId/honours/:roundId/close',
  post: 'resident',
  inPerson: true,
  summary: 'The round is decided; everybody honoured has a message',
  params: round,
  reply: HonourRound,
})
export const listMyHonours = operation({
  id: 'branch.honours.mine',
  method: 'GET',
  path: '/api/v1/branch/mine/honours',
  post: 'resident',
  inPerson: true,
  summary: 'My branch’s rounds: what I wrote, what I was honoured for',
  reply: z.object({ items: z.array(MyHonourRound) }),
})
export const nominate = operation({
  id: 'branch.honours.nominate',
  method: 'PATCH',
  path: '/api/v1/branch/mine/honours/:roundId',
  post: 'resident',
  inPerson: true,
  summary: 'Name somebody, or myself; the reply does not say whether anybody of that name is checked in',
  params: z.object({ roundId: Id }),
  body: z.object({ category: words(40), nominee: z.union([z.literal('myself'), z.object({ name: words(40) })]), reason: words(1000) }),
  reply: MyHonourRound,
})
export const takeBackNomination = operation({
  id: 'branch.honours.takeBack',
  method: 'DELETE',
  path: '/api/v1/branch/mine/honours/:roundId/nominations/:nominationId',
  post: 'resident',
  inPerson: true,
  summary: 'Take a nomination back before the round closes',
  params: z.object({ roundId: Id, nominationId: Id }),
  reply: MyHonourRound,
})
export const showHonour = operation({
  id: 'branch.honours.show',
  method: 'PUT',
  path: '/api/v1/branch/mine/honours/:roundId/shown/:category',
  post: 'resident',
  inPerson: true,
  summary: 'Show my commendation outside, in my own words',
  params: z.object({ roundId: Id, category: words(40) }),
  body: z.object({ name: words(40), words: words(1000), consent: words(20) }),
  reply: MyHonourRound,
})
export const hideHonour = operation({
  id: 'branch.honours.hide',
  method: 'DELETE',
  path: '/api/v1/branch/mine/honours/:roundId/shown/:category',
  post: 'resident',
  inPerson: true,
  summary: 'Take it down and delete it',
  params: z.object({ roundId: Id, category: words(40) }),
  reply: MyHonourRound,
})
export const listShownHonours = operation({
  id: 'branch.honours.shown',
  method: 'GET',
  path: '/api/v1/branch/branches/:branchId/shown-honours',
  post: 'anyone',
  summary: 'Commendations whose holders agreed to be named',
  params: branch,
  reply: z.object({ items: z.array(z.object({ year: z.int(), category: Text, name: z.string(), words: z.string() })) }),
})
