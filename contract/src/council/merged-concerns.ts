import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown } from '../platform/shown.ts'
import { ConcernChannel, ConcernState } from '../programme/concerns.ts'
import { Day, Id, maybeWords, Page, pageOf, Text, words } from '../values.ts'

const council = z.object({ councilId: Id })
const one = z.object({ mergedId: Id })

/** A concern given to this council, with its words, for those who may bring it together with others. */
export const CarriedConcern = z.object({
  id: Id,
  number: z.string(),
  topic: Text,
  place: z.nullable(Text),
  channel: ConcernChannel,
  state: ConcernState,
  raisedOn: Day,
  words: z.string(),
  anonymous: z.boolean(),
})
export type CarriedConcern = z.infer<typeof CarriedConcern>

/** Where a public wording stands: brought together, or taken apart again. */
export const MergeState = z.enum(['together', 'apart'])
const Points = z.array(words(200)).check(z.maxLength(20))

export const listCarried = operation({
  id: 'council.merging.carried',
  method: 'GET',
  path: '/api/v1/councils/:councilId/carried-concerns',
  post: 'council.moderate',
  summary: 'Open concerns given to this council that are not part of a merge yet, and which of them are alike',
  purpose: 'councilMerging',
  params: council,
  reply: z.object({
    items: z.array(CarriedConcern),
    /** Ids that speak of the same, the most alike first: same topic, near each other, similar words. */
    alike: z.array(z.object({ ids: z.array(Id), likeness: z.number() })),
  }),
})

export const MergedPart = z.object({
  concernId: Id,
  number: z.string(),
  main: z.boolean(),
  words: z.string(),
  anonymous: z.boolean(),
  dropped: z.array(z.string()),
  addedOn: Day,
  objectBy: Day,
  answer: z.nullable(z.enum(['agreed', 'objected'])),
  objection: z.string(),
  endedBecause: z.nullable(z.enum(['objected', 'undone'])),
})
export const MergedAtDesk = z.object({
  id: Id,
  number: z.int(),
  title: z.string(),
  shared: z.string(),
  topic: Text,
  state: MergeState,
  begunOn: Day,
  parts: z.array(MergedPart),
  may: z.array(z.enum(['reword', 'takeOut', 'takeApart'])),
})
export type MergedAtDesk = z.infer<typeof MergedAtDesk>

export const mergeConcerns = operation({
  id: 'council.merging.merge',
  method: 'POST',
  path: '/api/v1/councils/:councilId/merged-concerns',
  post: 'council.moderate',
  summary:
    'Bring concerns together under one wording, and write down point by point what it leaves out; every author is told and may object',
  purpose: 'councilMerging',
  params: council,
  body: z.object({
    title: words(80),
    shared: words(1000),
    /** The first is the one the others are merged into. */
    parts: z.array(z.object({ concernId: Id, dropped: Points })).check(z.minLength(2), z.maxLength(50)),
  }),
  status: 201,
  reply: MergedAtDesk,
})

export const readMergedAtDesk = operation({
  id: 'council.merging.read',
  method: 'GET',
  path: '/api/v1/desk/merged-concerns/:mergedId',
  post: 'council.moderate',
  summary: 'A merge with the words of its parts, for those who may read them',
  purpose: 'councilMerging',
  params: one,
  reply: MergedAtDesk,
})

export const workOnMerged = operation({
  id: 'council.merging.work',
  method: 'POST',
  path: '/api/v1/desk/merged-concerns/:mergedId/work',
  post: 'council.moderate',
  summary: 'Change the wording or what it leaves out, take one part out, or undo the whole merge',
  purpose: 'councilMerging',
  params: one,
  body: z.object({
    what: z.discriminatedUnion('act', [
      z.object({
        act: z.literal('reword'),
        title: words(80),
        shared: words(1000),
        parts: z.array(z.object({ concernId: Id, dropped: Points })),
      }),
      z.object({ act: z.literal('takeOut'), concernId: Id }),
      z.object({ act: z.literal('takeApart') }),
    ]),
  }),
  reply: MergedAtDesk,
})

/** Everybody's page: counts of residents are suppressed, and nobody's words are on it. */
export const MergedConcern = z.object({
  id: Id,
  councilId: Id,
  number: z.int(),
  title: z.string(),
  shared: z.string(),
  topic: Text,
  state: MergeState,
  begunOn: Day,
  by: z.nullable(Text),
  concerns: Shown,
  agreed: Shown,
  objected: Shown,
  places: z.array(Text),
  /** What the wording leaves out, as whoever merged wrote it down. */
  dropped: z.array(z.string()),
  visits: z.int(),
  /** What its common-ground motions say is linked there; here only whether the concerns are answered. */
  answered: z.boolean(),
})
export type MergedConcern = z.infer<typeof MergedConcern>
export const MergedLine = z.object({
  id: Id,
  number: z.int(),
  title: z.string(),
  topic: Text,
  state: MergeState,
  begunOn: Day,
  concerns: Shown,
})

export const listMerged = operation({
  id: 'council.merging.list',
  method: 'GET',
  path: '/api/v1/councils/:councilId/merged-concerns',
  post: 'anyone',
  summary: 'What many have said, brought together, newest first',
  params: council,
  query: z.object(Page),
  reply: pageOf(MergedLine),
})

export const readMerged = operation({
  id: 'council.merging.public',
  method: 'GET',
  path: '/api/v1/merged-concerns/:mergedId',
  post: 'anyone',
  summary: 'One merged concern: what is shared, what was left out, who agreed and objected, in counts that hide few',
  params: one,
  reply: MergedConcern,
})

/** What the author of a part sees of it. */
export const MyPart = z.object({
  concernId: Id,
  number: z.string(),
  dropped: z.array(z.string()),
  objectBy: Day,
  answer: z.nullable(z.enum(['agreed', 'objected'])),
  out: z.boolean(),
  mergedId: Id,
  title: z.string(),
  shared: z.string(),
  may: z.array(z.enum(['agree', 'object'])),
})
export type MyPart = z.infer<typeof MyPart>
const Answer = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('agreed') }),
  z.object({ answer: z.literal('objected'), why: maybeWords(500) }),
])
export type PartAnswer = z.infer<typeof Answer>
const Code = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))

export const listMyParts = operation({
  id: 'council.merging.mine',
  method: 'GET',
  path: '/api/v1/my-merged-concerns',
  post: 'resident',
  summary: 'Concerns of mine that were brought together with others',
  reply: z.object({ items: z.array(MyPart) }),
})

export const answerMyPart = operation({
  id: 'council.merging.answer',
  method: 'POST',
  path: '/api/v1/my-merged-concerns/:concernId',
  post: 'resident',
  inPerson: true,
  summary: 'Agree that mine is part of the merge, or object: then it stands alone again',
  params: z.object({ concernId: Id }),
  body: z.object({ what: Answer }),
  reply: MyPart,
})

export const readPartByCode = operation({
  id: 'council.merging.part-by-code',
  method: 'POST',
  path: '/api/v1/merged-concern-parts',
  post: 'nobody',
  summary: 'See with the claim code what became of one’s concern in a merge',
  body: z.object({ code: Code }),
  perMinute: 10,
  reply: MyPart,
})

export const answerByCode = operation({
  id: 'council.merging.answer-by-code',
  method: 'POST',
  path: '/api/v1/merged-concern-parts/answer',
  post: 'nobody',
  summary: 'Agree or object with the claim code',
  body: z.object({ code: Code, what: Answer }),
  perMinute: 10,
  reply: MyPart,
})
