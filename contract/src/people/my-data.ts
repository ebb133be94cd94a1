import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Group, Id, Language, Moment, Text, maybeWords, words } from '../values.ts'

export const Appearance = z.enum(['normal', 'large', 'contrast'])

export const MyData = z.object({
  id: Id,
  name: z.string(),
  phone: z.nullable(z.string()),
  language: Language,
  appearance: Appearance,
  homeCounty: z.nullable(z.string()),
  dialects: z.array(z.string()),
  communityId: z.nullable(Id),
  address: z.nullable(z.string()),
  communities: z.array(z.object({ id: Id, name: Text })),
  group: z.object({ choice: z.nullable(Group), since: z.nullable(Moment), mayChangeFrom: z.nullable(Moment) }),
  createdAt: Moment,
  sharedNumber: z.boolean(),
  may: z.array(z.string()),
})
export type MyData = z.infer<typeof MyData>

export const readMyData = operation({
  id: 'people.my-data.read',
  method: 'GET',
  path: '/api/v1/my/data',
  post: 'resident',
  summary: 'What is kept about me',
  reply: MyData,
})

export const correctMyData = operation({
  id: 'people.my-data.correct',
  method: 'PATCH',
  path: '/api/v1/my/data',
  post: 'resident',
  summary: 'Correct it; what is left out stays, null removes. All but the name may be empty',
  body: z.object({
    name: z.optional(words(60)),
    language: z.optional(Language),
    appearance: z.optional(Appearance),
    homeCounty: z.optional(z.nullable(words(60))),
    dialects: z.optional(z.array(words(20)).check(z.maxLength(8))),
    communityId: z.optional(z.nullable(Id)),
    address: z.optional(z.nullable(maybeWords(200))),
  }),
  reply: MyData,
})

export const chooseGroup = operation({
  id: 'people.group.choose',
  method: 'POST',
  path: '/api/v1/my/group',
  post: 'resident',
  inPerson: true,
  summary: 'Say which group I count myself to; the first time at once, then at most once in twelve months',
  body: z.object({ choice: Group }),
  reply: MyData,
})

export const exportMyData = operation({
  id: 'people.my-data.export',
  method: 'GET',
  path: '/api/v1/my/data/export',
  post: 'resident',
  inPerson: true,
  summary: 'Everything kept about me, by room, as JSON',
  reply: z.object({ person: Id, at: Moment, rooms: z.record(z.string(), z.unknown()) }),
  perMinute: 6,
})

export const readMyDataPage = operation({
  id: 'people.my-data.page',
  method: 'GET',
  path: '/api/v1/my/data/page',
  post: 'resident',
  inPerson: true,
  summary: 'The same as a page to read and print',
  media: { reply: 'text/html' },
  perMinute: 6,
})
