import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Text, words } from '../values.ts'
import { applicationStages } from './application-steps.ts'

const NotedBy = z.enum(['applicant', 'branch'])
export const ApplicationStepNote = z.object({
  step: z.int(),
  /** Null while nobody noted it. */
  day: z.nullable(Day),
  notedBy: z.nullable(NotedBy),
  notedOn: z.nullable(Day),
  may: z.array(z.enum(['note', 'remove'])),
})
export type ApplicationStepNote = z.infer<typeof ApplicationStepNote>
const HandedOver = z.object({ to: z.string(), on: Day, receipt: z.string() })
const shared = {
  id: Id,
  stage: z.enum(applicationStages),
  channel: z.enum(['phone', 'paper']),
  steps: z.array(ApplicationStepNote),
  handedOver: z.nullable(HandedOver),
}
/** Kept by the applicant: stage and days, and who noted each. */
export const MyApplication = z.object({
  ...shared,
  branch: z.object({ id: Id, name: Text }),
  floating: z.boolean(),
  name: z.string(),
  consent: z.object({ version: z.string(), on: Day }),
})
export type MyApplication = z.infer<typeof MyApplication>
/** The same as the branch sees it: covered. */
export const BranchApplication = z.object({ ...shared, may: z.array(z.enum(['handOver', 'deletePaper'])) })
export type BranchApplication = z.infer<typeof BranchApplication>

const branch = z.object({ branchId: Id })
const one = z.object({ branchId: Id, applicationId: Id })
const Step = z.coerce.number().check(z.int(), z.gte(1), z.lte(25))

export const readMyApplication = operation({
  id: 'branch.applications.mine',
  method: 'GET',
  path: '/api/v1/branch/my-application',
  post: 'resident',
  inPerson: true,
  summary: 'How far my application is, if I keep one here',
  reply: z.object({ application: z.nullable(MyApplication) }),
})
export const startApplication = operation({
  id: 'branch.applications.start',
  method: 'POST',
  path: '/api/v1/branch/my-application',
  post: 'resident',
  inPerson: true,
  summary: 'Keep track of my application with a branch of my choice',
  body: z.object({ branchId: Id, name: words(40), handedInOn: Day, consent: words(20) }),
  status: 201,
  reply: MyApplication,
})
export const noteMyStep = operation({
  id: 'branch.applications.note',
  method: 'PUT',
  path: '/api/v1/branch/my-application/steps/:step',
  post: 'resident',
  inPerson: true,
  summary: 'I note the day of a step',
  params: z.object({ step: Step }),
  body: z.object({ day: Day }),
  reply: MyApplication,
})
export const removeMyStep = operation({
  id: 'branch.applications.remove',
  method: 'DELETE',
  path: '/api/v1/branch/my-application/steps/:step',
  post: 'resident',
  inPerson: true,
  summary: 'I take a step out again, whoever noted it',
  params: z.object({ step: Step }),
  reply: MyApplication,
})
export const stopApplication = operation({
  id: 'branch.applications.stop',
  method: 'DELETE',
  path: '/api/v1/branch/my-application',
  post: 'resident',
  inPerson: true,
  summary: 'I stop; no reason is asked and all of it is deleted',
  status: 204,
})

export const listApplications = operation({
  id: 'branch.applications.list',
  method: 'GET',
  path: '/api/v1/branch/branches/:branchId/applications',
  post: 'resident',
  inPerson: true,
  summary: 'Applications kept with this branch, covered; for its office-holders',
  params: branch,
  reply: z.object({ items: z.array(BranchApplication), floating: z.boolean() }),
})
export const revealApplicant = operation({
  id: 'branch.applications.reveal',
  method: 'PATCH',
  path: '/api/v1/branch/branches/:branchId/applications/:applicationId/reveal',
  post: 'resident',
  inPerson: true,
  summary: 'Uncover one name; the applicant sees that it was done',
  params: one,
  reply: z.object({ name: z.string() }),
})
export const enterPaperApplication = operation({
  id: 'branch.applications.enterPaper',
  method: 'POST',
  path: '/api/v1/branch/branches/:branchId/applications',
  post: 'resident',
  inPerson: true,
  summary: 'From the paper the applicant signed',
  params: branch,
  body: z.object({ name: words(40), handedInOn: Day, consent: words(20), signed: z.literal(true) }),
  status: 201,
  reply: BranchApplication,
})
export const noteBranchStep = operation({
  id: 'branch.applications.noteStep',
  method: 'PUT',
  path: '/api/v1/branch/branches/:branchId/applications/:applicationId/steps/:step',
  post: 'resident',
  inPerson: true,
  summary: 'The branch notes the day of a step of its own; a floating branch up to the sixth',
  params: z.object({ ...one.shape, step: Step }),
  body: z.object({ day: Day }),
  reply: BranchApplication,
})
export const handOverApplication = operation({
  id: 'branch.applications.handOver',
  method: 'POST',
  path: '/api/v1/branch/branches/:branchId/applications/:applicationId/hand-over',
  post: 'resident',
  inPerson: true,
  summary: 'Handed over to the formal branch, on paper with a receipt; this branch notes nothing more',
  params: one,
  body: z.object({ to: words(100), on: Day }),
  status: 201,
  reply: BranchApplication,
})
export const deletePaperApplication = operation({
  id: 'branch.applications.deletePaper',
  method: 'DELETE',
  path: '/api/v1/branch/branches/:branchId/applications/:applicationId',
  post: 'resident',
  inPerson: true,
  summary: 'An applicant without an account stops: all of it is deleted',
  params: one,
  status: 204,
})
