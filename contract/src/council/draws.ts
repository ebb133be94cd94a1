import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown } from '../platform/shown.ts'
import { Day, Group, Id, Moment, Text } from '../values.ts'
import { Bench } from './charter.ts'

export const DrawState = z.enum(['open', 'closed', 'impossible', 'ready', 'drawn', 'finished', 'cancelled'])
export type DrawState = z.infer<typeof DrawState>
export const AgeBand = z.enum(['18-34', '35-59', '60+'])

const DrawLine = z.object({
  id: Id,
  council: z.object({ id: Id, name: Text }),
  state: DrawState,
  seats: z.object({ newcomers: z.int(), locals: z.int() }),
  substitutes: z.int(),
  openedOn: Day,
  closesOn: Day,
  drawnAt: z.nullable(Moment),
})
export type DrawLine = z.infer<typeof DrawLine>

export const listDraws = operation({
  id: 'council.draws.list',
  method: 'GET',
  path: '/api/v1/councils/:councilId/draws',
  post: 'anyone',
  summary: 'Draws by lot of this council, the newest first',
  params: z.object({ councilId: Id }),
  reply: z.object({ items: z.array(DrawLine), may: z.array(z.enum(['open'])), vacant: z.object({ newcomers: z.int(), locals: z.int() }) }),
})

export const DrawnRow = z.object({
  /** In the published file, counted below its header. */
  row: z.int(),
  bench: Bench,
  /** The features of the row by category, as the file has them. */
  features: z.array(z.string()),
  /** Asked in this order within the bench. */
  place: z.int(),
  role: z.enum(['seat', 'substitute']),
  answer: z.enum(['waiting', 'asked', 'accepted', 'declined']),
})

export const DrawPage = z.object({
  ...DrawLine.shape,
  /** Categories of the file: what the draw balances beside the groups. */
  categories: z.array(z.string()),
  /** Wanted, but left out of the file because fewer than five people would have stood alone in it. */
  leftOut: z.array(z.string()),
  quotas: z.array(z.object({ category: z.string(), feature: z.string(), min: z.int(), max: z.int() })),
  pool: z.nullable(z.object({ total: Shown, rows: z.array(z.object({ category: z.string(), feature: z.string(), count: Shown })) })),
  commitment: z.nullable(z.string()),
  readyAt: z.nullable(Moment),
  panels: z.nullable(z.int()),
  chances: z.nullable(z.object({ least: z.number(), greatest: z.number() })),
  /** Why no panel keeps the quotas, and the smallest change that helps. */
  conflict: z.nullable(
    z.object({
      sentences: z.array(z.string()),
      changes: z.array(z.object({ category: z.string(), feature: z.string(), from: z.array(z.int()), to: z.array(z.int()) })),
    }),
  ),
  drawn: z.nullable(
    z.object({ by: z.enum(['dice', 'seed']), seed: z.nullable(z.string()), number: z.int(), at: Moment, rows: z.array(DrawnRow) }),
  ),
  may: z.array(z.enum(['close', 'relax', 'draw', 'cancel'])),
})
export type DrawPage = z.infer<typeof DrawPage>

const one = z.object({ drawId: Id })
export const readDraw = operation({
  id: 'council.draws.read',
  method: 'GET',
  path: '/api/v1/draws/:drawId',
  post: 'anyone',
  summary: 'One draw: pool, quotas, commitment, what was thrown and which rows were drawn',
  params: one,
  reply: DrawPage,
})

export const DrawFile = z.enum(['respondents.csv', 'categories.csv', 'lottery.json'])
export const readDrawFile = operation({
  id: 'council.draws.file',
  method: 'GET',
  path: '/api/v1/draws/:drawId/files/:name',
  post: 'anyone',
  summary: 'The published files, without names: with them the command `sortition` repeats the draw',
  params: z.object({ drawId: Id, name: DrawFile }),
  media: { reply: 'text/plain; charset=utf-8' },
})

export const openDraw = operation({
  id: 'council.draws.open',
  method: 'POST',
  path: '/api/v1/councils/:councilId/draws',
  post: 'council.clerk',
  summary: 'Open the pool for the free seats; groups count as declared at this moment',
  params: z.object({ councilId: Id }),
  body: z.object({
    seats: z.object({ newcomers: z.int().check(z.gte(0), z.lte(30)), locals: z.int().check(z.gte(0), z.lte(30)) }),
    byCommunity: z.boolean(),
    byAge: z.boolean(),
    closesOn: Day,
  }),
  status: 201,
  reply: z.object({ id: Id }),
})

const step = (verb: string, path: string, summary: string) =>
  operation({
    id: `council.draws.${verb}`,
    method: 'POST',
    path: `/api/v1/draws/:drawId/${path}`,
    post: 'council.clerk',
    summary,
    params: one,
    reply: DrawPage,
  })

export const closeDraw = step('close', 'closing', 'Close the pool, publish it without names, and have the lottery worked out')
export const relaxDraw = step('relax', 'relaxation', 'Take the smallest change of quotas that makes the draw possible')
export const cancelDraw = step('cancel', 'cancellation', 'End the draw without a result; everybody who spoke for it is forgotten')

export const throwDraw = operation({
  id: 'council.draws.throw',
  method: 'POST',
  path: '/api/v1/draws/:drawId/throw',
  post: 'council.clerk',
  summary: 'In public: the dice that fell, or the seed that was called out',
  params: one,
  body: z.discriminatedUnion('by', [
    z.object({ by: z.literal('dice'), number: z.int().check(z.gte(0), z.lte(999)) }),
    z.object({ by: z.literal('seed'), seed: z.string().check(z.trim(), z.minLength(4), z.maxLength(200)) }),
  ]),
  reply: DrawPage,
})

export const MyDraw = z.object({
  draw: DrawLine,
  /** What is missing before I am in the pool; empty: I am in it. */
  missing: z.array(z.enum(['consent', 'confirmed', 'group', 'seated', 'noSeats', 'out'])),
  /** As declared when the draw opened. */
  group: z.nullable(Group),
  bench: z.nullable(Bench),
  ageBand: z.nullable(AgeBand),
  asksAge: z.boolean(),
})
export type MyDraw = z.infer<typeof MyDraw>

export const listMyDraws = operation({
  id: 'council.draws.mine',
  method: 'GET',
  path: '/api/v1/my/draws',
  post: 'resident',
  summary: 'Draws whose pool is open, and whether I am in it',
  reply: z.object({
    items: z.array(MyDraw),
    consent: z.object({ version: z.string(), title: Text, text: Text, given: z.boolean() }),
  }),
})

export const chooseForDraw = operation({
  id: 'council.draws.choose',
  method: 'PUT',
  path: '/api/v1/my/draws/:drawId',
  post: 'resident',
  inPerson: true,
  summary: 'For this draw alone: my age band, a bench where I state no group, or that I stay out',
  params: one,
  body: z.object({
    bench: z.nullable(Bench),
    ageBand: z.nullable(AgeBand),
    staysOut: z.boolean(),
    consentVersion: z.nullable(z.string().check(z.maxLength(20))),
  }),
  reply: MyDraw,
})
