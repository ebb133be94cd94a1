import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Text, words } from '../values.ts'
import { oneRound, rounds } from './allocation.ts'
import { WholeYuan } from './allocation-rules.ts'

export const ProjectState = z.enum(['proposed', 'feasible', 'refused', 'appealed', 'merged', 'withdrawn', 'removed'])
export type ProjectState = z.infer<typeof ProjectState>

/** What somebody wants done with the money. Its words are public from the start; who proposed it is not shown, an organ is. */
export const AllocationProject = z.object({
  id: Id,
  roundId: Id,
  /** The number on the ballot. */
  number: z.int(),
  title: z.string(),
  what: z.string(),
  forWhom: z.string(),
  place: z.nullable(Text),
  communityId: z.nullable(Id),
  laneId: z.nullable(Id),
  organ: z.nullable(z.object({ id: Id, name: Text })),
  mine: z.boolean(),
  state: ProjectState,
  /** Whether the last count chose it; null before any count and where it stood on no ballot. */
  funded: z.nullable(z.boolean()),
  /** What the ballot goes by; `askedCents` is what the proposer thought. */
  cents: z.int(),
  askedCents: z.int(),
  /** The office's answer, published whatever it is. */
  answer: z.nullable(z.object({ reason: z.string(), on: Day, by: z.nullable(Text) })),
  appeal: z.nullable(
    z.object({ words: z.string(), on: Day, decided: z.nullable(z.object({ granted: z.boolean(), reason: z.string(), on: Day })) }),
  ),
  appealUntil: z.nullable(Day),
  mergedInto: z.nullable(z.object({ id: Id, number: z.int(), title: z.string() })),
  merged: z.array(z.object({ number: z.int(), title: z.string(), what: z.string() })),
  /** Somebody asks to put two projects together; both proposers have to agree. */
  merging: z.array(
    z.object({
      id: Id,
      from: z.object({ id: Id, number: z.int(), title: z.string() }),
      into: z.object({ id: Id, number: z.int(), title: z.string() }),
      mayAnswer: z.boolean(),
    }),
  ),
  costHistory: z.array(z.object({ cents: z.int(), reason: z.string(), on: Day })),
  account: z.nullable(z.object({ outcome: z.string(), spentCents: z.int(), on: Day })),
  may: z.array(z.enum(['withdraw', 'merge', 'decide', 'appeal', 'decideAppeal', 'correctCost', 'correct', 'account'])),
})
export type AllocationProject = z.infer<typeof AllocationProject>

const oneProject = z.object({ projectId: Id })
const project = '/api/v1/allocation-projects/:projectId'

export const listProjects = operation({
  id: 'council.allocation-projects.list',
  method: 'GET',
  path: `${rounds}/:roundId/projects`,
  post: 'anyone',
  summary: 'What was proposed in a round, by number',
  params: oneRound,
  reply: z.object({ items: z.array(AllocationProject) }),
})

export const readProject = operation({
  id: 'council.allocation-projects.read',
  method: 'GET',
  path: project,
  post: 'anyone',
  summary: 'One project with its cost, the office’s answer and what came of it',
  params: oneProject,
  reply: AllocationProject,
})

export const ProjectWords = z.object({ title: words(60), what: words(1000), forWhom: words(200) })
export const proposeProject = operation({
  id: 'council.allocation-projects.propose',
  method: 'POST',
  path: `${rounds}/:roundId/projects`,
  post: 'resident',
  summary: 'Propose a project; no proof of living here is needed',
  params: oneRound,
  body: z.object({
    ...ProjectWords.shape,
    communityId: z.nullable(Id),
    laneId: z.nullable(Id),
    cents: WholeYuan,
    /** For an organ whose post the proposer holds. */
    organId: z.optional(Id),
    /** Typed by the clerk from a paper form: then it is nobody's account. */
    fromPaper: z.optional(z.boolean()),
  }),
  status: 201,
  reply: AllocationProject,
})

export const findSimilarProjects = operation({
  id: 'council.allocation-projects.similar',
  method: 'GET',
  path: `${rounds}/:roundId/similar-projects`,
  post: 'anyone',
  summary: 'Projects of the round that sound alike',
  params: oneRound,
  query: z.object({ words: words(1200) }),
  reply: z.object({ items: z.array(AllocationProject) }),
})

export const withdrawProject = operation({
  id: 'council.allocation-projects.withdraw',
  method: 'POST',
  path: `${project}/withdrawal`,
  post: 'resident',
  summary: 'Take back one’s own project before voting begins',
  params: oneProject,
  reply: AllocationProject,
})

export const askMerge = operation({
  id: 'council.allocation-projects.ask-merge',
  method: 'POST',
  path: `${project}/merging`,
  post: 'resident',
  summary: 'Ask to put this project together with another; both proposers have to agree',
  params: oneProject,
  body: z.object({ intoId: Id }),
  status: 201,
  reply: AllocationProject,
})

export const answerMerge = operation({
  id: 'council.allocation-projects.answer-merge',
  method: 'POST',
  path: '/api/v1/allocation-mergings/:mergingId/answer',
  post: 'resident',
  summary: 'Agree to putting one’s project together with another, or not',
  params: z.object({ mergingId: Id }),
  body: z.object({ agreed: z.boolean() }),
  reply: AllocationProject,
})

export const decideFeasibility = operation({
  id: 'council.allocation-projects.decide',
  method: 'POST',
  path: `${project}/feasibility`,
  post: 'council.answer',
  summary: 'Say whether a project can be done and what it costs, with the reason for everybody to read',
  params: oneProject,
  body: z.object({ feasible: z.boolean(), reason: words(1000), cents: z.optional(WholeYuan) }),
  reply: AllocationProject,
})

export const correctCost = operation({
  id: 'council.allocation-projects.correct-cost',
  method: 'POST',
  path: `${project}/cost`,
  post: 'council.answer',
  summary: 'Put a cost right before voting begins, with the reason',
  params: oneProject,
  body: z.object({ cents: WholeYuan, reason: words(1000) }),
  reply: AllocationProject,
})

export const appealProject = operation({
  id: 'council.allocation-projects.appeal',
  method: 'POST',
  path: `${project}/appeal`,
  post: 'resident',
  summary: 'Appeal against a refusal within the charter’s days',
  params: oneProject,
  body: z.object({ words: words(1000) }),
  reply: AllocationProject,
})

export const decideAppeal = operation({
  id: 'council.allocation-projects.decide-appeal',
  method: 'POST',
  path: `${project}/appeal/decision`,
  post: 'council.answer',
  summary: 'Decide an appeal; not from the post that refused',
  params: oneProject,
  body: z.object({ granted: z.boolean(), reason: words(1000) }),
  reply: AllocationProject,
})

export const correctProject = operation({
  id: 'council.allocation-projects.correct',
  method: 'POST',
  path: `${project}/correction`,
  post: 'council.answer',
  summary: 'Do what the council’s return asks for this project: take it out or put its cost right',
  params: oneProject,
  body: z.object({ reason: words(1000) }),
  reply: AllocationProject,
})

export const accountForProject = operation({
  id: 'council.allocation-projects.account',
  method: 'POST',
  path: `${project}/account`,
  post: 'council.answer',
  summary: 'Say what came of a funded project and what was spent',
  params: oneProject,
  body: z.object({ outcome: words(2000), spentCents: z.int().check(z.gte(0), z.lte(100_000_000_00)) }),
  reply: AllocationProject,
})

export const Objection = z.object({
  id: Id,
  about: z.enum(['count', 'project', 'procedure']),
  /** The objector's own words, for the objector and whoever answers. */
  words: z.nullable(z.string()),
  on: Day,
  answer: z.nullable(z.object({ words: z.string(), on: Day })),
  mine: z.boolean(),
  may: z.array(z.enum(['answer'])),
})
export type Objection = z.infer<typeof Objection>

export const listObjections = operation({
  id: 'council.allocation-objections.list',
  method: 'GET',
  path: `${rounds}/:roundId/objections`,
  post: 'anyone',
  summary: 'Objections to the result and the answers to them',
  params: oneRound,
  reply: z.object({ items: z.array(Objection), until: z.nullable(Day) }),
})

export const objectToResult = operation({
  id: 'council.allocation-objections.object',
  method: 'POST',
  path: `${rounds}/:roundId/objections`,
  post: 'resident',
  summary: 'Object to the result while it stands open to objection',
  params: oneRound,
  body: z.object({ about: Objection.shape.about, words: words(1000) }),
  status: 201,
  reply: Objection,
})

export const answerObjection = operation({
  id: 'council.allocation-objections.answer',
  method: 'POST',
  path: '/api/v1/allocation-objections/:objectionId/answer',
  post: 'council.clerk',
  summary: 'Answer an objection for everybody to read',
  params: z.object({ objectionId: Id }),
  body: z.object({ words: words(1000) }),
  reply: Objection,
})
