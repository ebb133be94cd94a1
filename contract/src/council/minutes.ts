import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment, Text, words } from '../values.ts'
import { MeetingCard } from './meetings.ts'

export const ParagraphKind = z.enum(['heading', 'text', 'table'])
/** What one paragraph says; of a table the first row names the columns. */
export const ParagraphWords = z.object({ text: Text, rows: z.array(z.array(Text)) })
export type ParagraphWords = z.infer<typeof ParagraphWords>

export const MinutesChange = z.object({
  number: z.int(),
  before: z.nullable(Text),
  /** Null where the paragraph was struck out. */
  after: z.nullable(Text),
  because: z.string(),
  changedAt: Moment,
  by: z.nullable(Text),
})
export type MinutesChange = z.infer<typeof MinutesChange>

export const MinutesParagraph = z.object({
  key: z.string(),
  kind: ParagraphKind,
  ...ParagraphWords.shape,
  /** As the system wrote it; null where the clerk added the paragraph. */
  written: z.nullable(Text),
  struck: z.boolean(),
  changes: z.array(MinutesChange),
})
export type MinutesParagraph = z.infer<typeof MinutesParagraph>

export const Minutes = z.object({
  meeting: MeetingCard,
  title: Text,
  writtenAt: Moment,
  dueDay: Day,
  approvedAt: z.nullable(Moment),
  /** The later meeting that approved them; null where the delegates who were there did it in writing. */
  approvedIn: z.nullable(MeetingCard),
  publishedAt: z.nullable(Moment),
  confirmations: z.object({ given: z.int(), needed: z.int(), mine: z.boolean() }),
  /** Later meetings of which one may have approved them; only for whoever enters the approval. */
  laterMeetings: z.array(MeetingCard),
  paragraphs: z.array(MinutesParagraph),
  may: z.array(z.enum(['edit', 'confirm', 'approve', 'publish'])),
})
export type Minutes = z.infer<typeof Minutes>

const atMeeting = z.object({ meetingId: Id })
const Wording = z.object({ 'zh-CN': words(2000), en: z.optional(words(4000)) })

export const readMinutes = operation({
  id: 'council.minutes.read',
  method: 'GET',
  path: '/api/v1/meetings/:meetingId/minutes',
  post: 'anyone',
  summary: 'The minutes of a meeting with every change to what the system wrote; before they are published, for the council only',
  params: atMeeting,
  reply: Minutes,
})

export const writeMinutes = operation({
  id: 'council.minutes.write',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/minutes',
  post: 'council.clerk',
  summary: 'Have the system write the minutes from what happened on the floor',
  params: atMeeting,
  status: 201,
  reply: Minutes,
})

export const editMinutes = operation({
  id: 'council.minutes.edit',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/minutes/changes',
  post: 'council.clerk',
  summary: 'Change, add or strike out a paragraph, with a reason; what stood there stays readable beside it',
  params: atMeeting,
  body: z.object({
    change: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('reword'), paragraph: words(80), text: Wording }),
      z.object({ kind: z.literal('strike'), paragraph: words(80) }),
      z.object({ kind: z.literal('add'), behind: words(80), text: Wording }),
    ]),
    because: words(200),
  }),
  reply: Minutes,
})

export const confirmMinutes = operation({
  id: 'council.minutes.confirm',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/minutes/confirmation',
  post: 'council.sit',
  summary: 'Say in writing, as a delegate who was there, that the minutes are right',
  params: atMeeting,
  inPerson: true,
  reply: Minutes,
})

export const approveMinutes = operation({
  id: 'council.minutes.approve',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/minutes/approval',
  post: 'council.clerk',
  summary: 'Enter that a later meeting approved the minutes, or that enough delegates confirmed them',
  params: atMeeting,
  body: z.object({ approvedIn: z.nullable(Id) }),
  reply: Minutes,
})

export const publishMinutes = operation({
  id: 'council.minutes.publish',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/minutes/publication',
  post: 'council.clerk',
  summary: 'Publish approved minutes',
  params: atMeeting,
  reply: Minutes,
})

export const readMinutesDocument = operation({
  id: 'council.minutes.document',
  method: 'GET',
  path: '/api/v1/meetings/:meetingId/minutes.docx',
  post: 'anyone',
  summary: 'The minutes as a Word document in the reader’s language',
  params: atMeeting,
  media: { reply: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
})
