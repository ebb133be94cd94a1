import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { EscalationDays, EscalationStep } from '../platform/escalations.ts'
import { Shown } from '../platform/shown.ts'
import { Day, Id, maybeWords, Page, pageOf, Text, words } from '../values.ts'
import { Chain } from './chain.ts'

/** adopted > underway, or awaitingReply where it is advice > done | refused > reviewed (02 §3). */
export const ResolutionState = z.enum(['adopted', 'underway', 'awaitingReply', 'done', 'refused', 'reviewed'])
export type ResolutionState = z.infer<typeof ResolutionState>
export const TaskState = z.enum(['open', 'done', 'refused'])
export const AdviceReply = z.enum(['accepted', 'partly', 'refused'])
export const Solved = z.enum(['yes', 'partly', 'no'])
export type Solved = z.infer<typeof Solved>

const Owner = z.object({ post: Text, organ: Text })
export const ResolutionTask = z.object({
  id: Id,
  what: z.string(),
  owner: Owner,
  dueOn: Day,
  state: TaskState,
  overdue: z.boolean(),
  escalated: EscalationStep,
  escalations: z.nullable(EscalationDays),
  endedOn: z.nullable(Day),
  outcome: z.nullable(z.string()),
  law: z.nullable(z.string()),
  caseNumber: z.nullable(z.string()),
  contractNumber: z.nullable(z.string()),
  evidence: z.array(z.object({ id: Id, caption: z.string(), addedOn: Day, picture: z.boolean() })),
  may: z.array(z.enum(['finish', 'refuse', 'addEvidence', 'change'])),
})
export type ResolutionTask = z.infer<typeof ResolutionTask>

const shared = {
  id: Id,
  councilId: Id,
  /** 2026 年第 3 号. */
  number: z.string(),
  title: Text,
  state: ResolutionState,
  adoptedOn: Day,
  publishBy: Day,
  publishedOn: z.nullable(Day),
  /** The next promise that runs: publication, a reply or the earliest open task. */
  dueOn: z.nullable(Day),
  overdue: z.boolean(),
  tasks: z.object({ all: z.int(), done: z.int(), refused: z.int(), overdue: z.int() }),
}
export const ResolutionLine = z.object(shared)
export type ResolutionLine = z.infer<typeof ResolutionLine>

export const ResolutionEvent = z.object({
  kind: z.enum([
    'adopted',
    'published',
    'taskSet',
    'taskChanged',
    'evidenceAdded',
    'taskDone',
    'taskRefused',
    'handedOver',
    'escalated',
    'replied',
    'silent',
    'closed',
    'reviewAsked',
    'reviewed',
    'reopened',
    'alarmed',
  ]),
  onDay: Day,
  by: z.nullable(Text),
  words: z.string(),
})

export const Resolution = z.object({
  ...shared,
  source: z.object({ kind: z.enum(['motion', 'allocation']), id: Id }),
  decided: z.array(z.string()),
  translation: z.nullable(z.array(z.string())),
  doer: z.string(),
  wantedBy: z.nullable(Day),
  reasons: z.nullable(z.string()),
  advice: z.nullable(
    z.object({
      to: Text,
      replyBy: z.nullable(Day),
      reply: z.nullable(AdviceReply),
      words: z.nullable(z.string()),
      law: z.nullable(z.string()),
      repliedOn: z.nullable(Day),
      silentSince: z.nullable(Day),
    }),
  ),
  taskList: z.array(ResolutionTask),
  reviewOn: z.nullable(Day),
  review: z.nullable(z.object({ asked: Shown, yes: Shown, partly: Shown, no: Shown })),
  chain: z.nullable(Chain),
  events: z.array(ResolutionEvent),
  may: z.array(z.enum(['publish', 'setTask', 'reply', 'reopen'])),
})
export type Resolution = z.infer<typeof Resolution>

const council = z.object({ councilId: Id })
const one = z.object({ resolutionId: Id })
const oneTask = z.object({ taskId: Id })

export const listResolutions = operation({
  id: 'council.resolutions.list',
  method: 'GET',
  path: '/api/v1/councils/:councilId/resolutions',
  post: 'anyone',
  summary: 'What the council has resolved and how far it is, newest first',
  params: council,
  query: z.object({ view: z._default(z.enum(['all', 'open', 'done']), 'all'), ...Page }),
  reply: pageOf(ResolutionLine),
})

/** What is late, and whose it is: a post, never a person. */
export const Overdue = z.object({
  resolutionId: Id,
  number: z.string(),
  title: Text,
  what: z.enum(['publication', 'task', 'reply', 'owner']),
  words: z.string(),
  owner: Owner,
  dueOn: Day,
  daysLate: z.int(),
  escalated: EscalationStep,
})
export type Overdue = z.infer<typeof Overdue>
export const listOverdue = operation({
  id: 'council.resolutions.overdue',
  method: 'GET',
  path: '/api/v1/councils/:councilId/overdue',
  post: 'anyone',
  summary: 'Everything late: publications, tasks and replies, with the post that owes it; the latest first',
  params: council,
  reply: z.object({ items: z.array(Overdue) }),
})

export const readResolution = operation({
  id: 'council.resolutions.read',
  method: 'GET',
  path: '/api/v1/resolutions/:resolutionId',
  post: 'anyone',
  summary: 'One resolution with reasons, tasks, evidence, replies, chain and history',
  params: one,
  reply: Resolution,
})

export const listFollowUp = operation({
  id: 'council.resolutions.follow-up',
  method: 'GET',
  path: '/api/v1/follow-up',
  post: 'resident',
  summary: 'What waits on the posts I hold: tasks, advice to answer, resolutions to publish or to name owners for',
  reply: z.object({
    items: z.array(
      z.object({
        resolutionId: Id,
        taskId: z.nullable(Id),
        number: z.string(),
        title: Text,
        does: z.enum(['publish', 'nameOwners', 'carryOut', 'reply']),
        words: z.string(),
        dueOn: Day,
        overdue: z.boolean(),
      }),
    ),
  }),
})

export const listTaskOwners = operation({
  id: 'council.resolutions.owners',
  method: 'GET',
  path: '/api/v1/task-owners',
  post: 'council.clerk',
  summary: 'Posts held today that can be given a task, and the bodies that can be advised',
  reply: z.object({
    posts: z.array(z.object({ postId: Id, post: Text, organ: Text })),
    bodies: z.array(z.object({ organId: Id, organ: Text })),
  }),
})

export const publishResolution = operation({
  id: 'council.resolutions.publish',
  method: 'POST',
  path: '/api/v1/resolutions/:resolutionId/publication',
  post: 'council.clerk',
  summary: 'Publish with reasons; where a statutory body must decide it goes there as advice with a reply due',
  params: one,
  body: z.object({
    reasons: words(4000),
    power: z.discriminatedUnion('kind', [z.object({ kind: z.literal('own') }), z.object({ kind: z.literal('advice'), organId: Id })]),
  }),
  reply: Resolution,
})

const Reference = z.optional(z.nullable(maybeWords(40)))
export const setTask = operation({
  id: 'council.resolutions.set-task',
  method: 'POST',
  path: '/api/v1/resolutions/:resolutionId/tasks',
  post: 'council.clerk',
  summary: 'Name who does what by when, with the number of a case or contract where there is one',
  params: one,
  body: z.object({ what: words(500), ownerPostId: Id, dueOn: Day, caseNumber: Reference, contractNumber: Reference }),
  status: 201,
  reply: Resolution,
})

export const changeTask = operation({
  id: 'council.resolutions.change-task',
  method: 'POST',
  path: '/api/v1/tasks/:taskId',
  post: 'council.clerk',
  summary: 'Give a task another owner, another day or another number, with a reason everybody reads',
  params: oneTask,
  body: z.object({ ownerPostId: Id, dueOn: Day, caseNumber: Reference, contractNumber: Reference, reason: words(500) }),
  reply: Resolution,
})

export const workOnTask = operation({
  id: 'council.resolutions.work',
  method: 'POST',
  path: '/api/v1/tasks/:taskId/work',
  post: 'council.answer',
  summary: 'Say that a task is done and how, or that it cannot be done and why',
  params: oneTask,
  body: z.object({
    what: z.discriminatedUnion('act', [
      z.object({ act: z.literal('finish'), outcome: words(1000) }),
      z.object({ act: z.literal('refuse'), reason: words(1000), law: maybeWords(200) }),
    ]),
  }),
  reply: Resolution,
})

export const addEvidence = operation({
  id: 'council.resolutions.add-evidence',
  method: 'POST',
  path: '/api/v1/tasks/:taskId/evidence',
  post: 'council.answer',
  summary: 'Add a photo or paper that shows it was done (multipart: `file`, `caption`, `nobody`: nobody can be recognised in it)',
  params: oneTask,
  media: { request: 'multipart/form-data' },
  perMinute: 20,
  status: 201,
  reply: z.object({ id: Id }),
})
export const readEvidence = operation({
  id: 'council.resolutions.evidence',
  method: 'GET',
  path: '/api/v1/task-evidence/:evidenceId',
  post: 'anyone',
  summary: 'A photo or paper of a task',
  params: z.object({ evidenceId: Id }),
  query: z.object({ size: z._default(z.enum(['full', 'thumbnail']), 'full') }),
  media: { reply: 'image/jpeg' },
})

export const replyToAdvice = operation({
  id: 'council.resolutions.reply',
  method: 'POST',
  path: '/api/v1/resolutions/:resolutionId/reply',
  post: 'resident',
  inPerson: true,
  summary: 'The body’s reply: accepted, in part, or refused with reason and law; entered by its own post, or by the clerk from a letter',
  params: one,
  body: z.object({ reply: AdviceReply, words: words(4000), law: maybeWords(300) }),
  reply: Resolution,
})

export const reopenResolution = operation({
  id: 'council.resolutions.reopen',
  method: 'POST',
  path: '/api/v1/resolutions/:resolutionId/reopening',
  post: 'council.clerk',
  summary: 'Take it up again because it is not solved; the reason is public',
  params: one,
  body: z.object({ reason: words(1000) }),
  reply: Resolution,
})

/** "Is it solved?", asked of whoever raised it. */
export const MyReview = z.object({
  resolutionId: Id,
  concernId: Id,
  concernNumber: z.string(),
  number: z.string(),
  title: Text,
  state: ResolutionState,
  askedOn: z.nullable(Day),
  solved: z.nullable(Solved),
  may: z.array(z.enum(['answer'])),
})
export type MyReview = z.infer<typeof MyReview>
export const listMyReviews = operation({
  id: 'council.resolutions.mine',
  method: 'GET',
  path: '/api/v1/my-resolutions',
  post: 'resident',
  summary: 'Resolutions that answer what I raised, and whether I am asked if it is solved',
  reply: z.object({ items: z.array(MyReview) }),
})
export const answerReview = operation({
  id: 'council.resolutions.review',
  method: 'POST',
  path: '/api/v1/my-resolutions/:resolutionId/reviews/:concernId',
  post: 'resident',
  inPerson: true,
  summary: 'Say whether it is solved; the answer may be changed while it is asked',
  params: z.object({ resolutionId: Id, concernId: Id }),
  body: z.object({ solved: Solved }),
  reply: MyReview,
})
const Code = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))
export const readReviewByCode = operation({
  id: 'council.resolutions.review-by-code',
  method: 'POST',
  path: '/api/v1/resolution-reviews',
  post: 'nobody',
  summary: 'With the claim code: which resolution answers the concern',
  body: z.object({ code: Code }),
  perMinute: 10,
  reply: MyReview,
})
export const answerReviewByCode = operation({
  id: 'council.resolutions.answer-by-code',
  method: 'POST',
  path: '/api/v1/resolution-reviews/answer',
  post: 'nobody',
  summary: 'With the claim code: is it solved?',
  body: z.object({ code: Code, solved: Solved }),
  perMinute: 10,
  reply: MyReview,
})
