import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, Page, pageOf } from '../values.ts'

export const Message = z.object({
  id: Id,
  text: z.string(),
  link: z.string(),
  at: Moment,
  readAt: z.nullable(Moment),
  may: z.array(z.string()),
})

export const listMessages = operation({
  id: 'people.messages.list',
  method: 'GET',
  path: '/api/v1/my/messages',
  post: 'resident',
  summary: 'My messages, newest first; read is kept per message',
  query: z.object({ ...Page, unread: z._default(z.stringbool(), false) }),
  reply: z.extend(pageOf(Message), { unread: z.number() }),
})

export const readMessage = operation({
  id: 'people.messages.read',
  method: 'POST',
  path: '/api/v1/my/messages/:messageId/read',
  post: 'resident',
  summary: 'I have read it',
  params: z.object({ messageId: Id }),
  reply: Message,
})

export const MessageChoice = z.object({ sms: z.boolean(), mail: z.boolean(), address: z.nullable(z.string()) })

export const readMessageChoice = operation({
  id: 'people.messages.choice-read',
  method: 'GET',
  path: '/api/v1/my/message-choice',
  post: 'resident',
  summary: 'How I want to be told',
  reply: MessageChoice,
})

export const chooseMessages = operation({
  id: 'people.messages.choose',
  method: 'PUT',
  path: '/api/v1/my/message-choice',
  post: 'resident',
  inPerson: true,
  summary: 'By text message, by mail, or on the page only',
  body: z.object({ sms: z.boolean(), mail: z.boolean(), address: z._default(z.nullable(z.email().check(z.maxLength(200))), null) }),
  reply: MessageChoice,
})
