import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, Text } from '../values.ts'
import { Answers, ServiceKey } from './services.ts'

/** A form begun and not yet filed: it goes on at the same page on another device. */
export const Draft = z.object({
  key: z.string(),
  name: Text,
  version: z.int(),
  /** Counts the saves; a save that names an older one is answered with what is there. */
  edit: z.int(),
  answers: Answers,
  page: z.nullable(z.string()),
  /** The uuid the case will have when it is filed. */
  caseId: Id,
  savedAt: Moment,
  /** A newer version of the form is in force: answers that still fit are kept. */
  newVersion: z.boolean(),
})
export type Draft = z.infer<typeof Draft>

const named = { params: z.object({ key: ServiceKey }), post: 'resident' } as const

export const listDrafts = operation({
  id: 'station.drafts.list',
  method: 'GET',
  path: '/api/v1/drafts',
  post: 'resident',
  summary: 'My forms begun and not yet filed',
  reply: z.object({ items: z.array(z.object({ key: z.string(), name: Text, page: z.nullable(z.string()), savedAt: Moment })) }),
})

export const readDraft = operation({
  id: 'station.drafts.read',
  method: 'GET',
  path: '/api/v1/drafts/:key',
  ...named,
  summary: 'My draft of this service, and what is already known so that it need not be asked again',
  reply: z.object({
    draft: z.nullable(Draft),
    /** Shown for correction, never asked as if it were new (D9). */
    prefilled: Answers,
  }),
})

export const saveDraft = operation({
  id: 'station.drafts.save',
  method: 'PUT',
  path: '/api/v1/drafts/:key',
  ...named,
  summary: 'Save what was answered so far',
  body: z.object({
    edit: z.int().check(z.gte(0)),
    version: z.int().check(z.gte(1)),
    answers: Answers,
    page: z.optional(z.string().check(z.maxLength(80))),
    caseId: Id,
  }),
  reply: z.union([z.object({ kind: z.literal('saved'), draft: Draft }), z.object({ kind: z.literal('newer'), draft: Draft })]),
})

export const dropDraft = operation({
  id: 'station.drafts.drop',
  method: 'DELETE',
  path: '/api/v1/drafts/:key',
  ...named,
  summary: 'Throw my draft away',
  status: 204,
})
