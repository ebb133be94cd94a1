import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Text } from '../values.ts'

export const AwardState = z.enum(['offered', 'taken', 'declined'])
export type AwardState = z.infer<typeof AwardState>

/** A learner of a course that is over, for whoever taught it. */
export const Completion = z.object({
  personId: Id,
  name: z.string(),
  completed: z.boolean(),
  state: z.nullable(AwardState),
  certificateId: z.nullable(Id),
})
export type Completion = z.infer<typeof Completion>

const course = z.object({ courseId: Id })

export const listCompletions = operation({
  id: 'school.awards.list',
  method: 'GET',
  path: '/api/v1/courses/:courseId/awards',
  post: 'school.teach',
  purpose: 'courseAward',
  summary: 'Who completed the course, and who was offered or took the certificate; in the order of names, not of attendance',
  params: course,
  reply: z.object({ title: Text, over: z.boolean(), items: z.array(Completion) }),
})
export const offerAwards = operation({
  id: 'school.awards.offer',
  method: 'POST',
  path: '/api/v1/courses/:courseId/awards',
  post: 'school.teach',
  summary: 'Confirm that these completed it; each may take a certificate or leave it',
  params: course,
  body: z.object({ personIds: z.array(Id).check(z.minLength(1), z.maxLength(200)) }),
  reply: z.object({ offered: z.int() }),
})
export const enterAward = operation({
  id: 'school.awards.enter',
  method: 'POST',
  path: '/api/v1/courses/:courseId/awards/paper',
  post: 'school.manage',
  summary: 'Somebody took or declined the certificate at the desk',
  params: course,
  body: z.object({ personId: Id, take: z.boolean() }),
  reply: z.object({ state: AwardState, certificateId: z.nullable(Id) }),
})

export const MyAward = z.object({ courseId: Id, title: Text, state: AwardState, certificateId: z.nullable(Id) })
export type MyAward = z.infer<typeof MyAward>
export const listMyAwards = operation({
  id: 'school.awards.mine',
  method: 'GET',
  path: '/api/v1/my/awards',
  post: 'resident',
  summary: 'Certificates of courses I was offered',
  reply: z.object({ items: z.array(MyAward) }),
})
export const answerAward = operation({
  id: 'school.awards.answer',
  method: 'POST',
  path: '/api/v1/my/awards/:courseId',
  post: 'resident',
  inPerson: true,
  summary: 'Take the certificate or leave it; nothing depends on it',
  params: course,
  body: z.object({ take: z.boolean() }),
  reply: MyAward,
})
