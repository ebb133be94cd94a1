import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, Text } from '../values.ts'
import { StoredFile } from './documents.ts'
import { Answers, ServiceKey } from './services.ts'

const Part = z.string().check(z.maxLength(120))

/** A photo or paper named by the form; its id is made on the device that took it and stays the same when it is uploaded. */
const DraftDocument = z.object({
  need: z.string().check(z.maxLength(60)),
  alternative: z.optional(z.string().check(z.maxLength(60))),
  file: Id,
  name: z.string().check(z.maxLength(200)),
  type: z.string().check(z.maxLength(100)),
  size: z.int(),
})

/** What is filled in so far, by any of the person's devices. */
const Filled = {
  answers: Answers,
  /**
   * Purposes ticked, with the version of the form whose words were read. A note for the person and no consent: that is given by filing,
   * and only for the words of the version that is filed (D5).
   */
  ticked: z._default(z.record(z.string().check(z.maxLength(60)), z.int()), {}),
  documents: z._default(z.array(DraftDocument).check(z.maxLength(60)), []),
  /** Which of the papers that do is handed in, by need. */
  papers: z._default(z.record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(60))), {}),
  forPerson: z._default(z.nullable(Id), null),
  /** When each part was last changed: `answers.since`, `documents.jobProof`, `ticked.share`. */
  times: z._default(z.record(Part, Moment), {}),
  /** Values another device wrote into the same part; both are kept until the person picks. */
  aside: z._default(z.array(z.object({ part: Part, value: z.unknown(), at: Moment })).check(z.maxLength(200)), []),
}

/** A form begun and not yet filed: it goes on at the same page on another device. */
export const Draft = z.object({
  key: z.string(),
  name: Text,
  version: z.int(),
  /** Counts the saves; a save that names an older one is answered with what is there. */
  edit: z.int(),
  ...Filled,
  page: z.nullable(z.string()),
  /** The uuid the case will have when it is filed. */
  caseId: Id,
  savedAt: Moment,
  /** A newer version of the form is in force: answers that still fit are kept. */
  newVersion: z.boolean(),
  /** The files that are here; what is named and not here waits on the device that took it. */
  files: z.array(Id),
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
  query: z.object({
    /** The case this device would file: whether another device has filed it meanwhile. */
    caseId: z.optional(Id),
  }),
  summary: 'My draft of this service, and what is already known so that it need not be asked again',
  reply: z.object({
    draft: z.nullable(Draft),
    filed: z.nullable(z.object({ number: z.string(), at: Moment })),
    /** Shown for correction, never asked as if it were new (D9). */
    prefilled: Answers,
  }),
})

export const saveDraft = operation({
  id: 'station.drafts.save',
  method: 'PUT',
  path: '/api/v1/drafts/:key',
  ...named,
  summary: 'Save what was answered so far; refused once the case of this draft is filed',
  body: z.object({
    edit: z.int().check(z.gte(0)),
    version: z.int().check(z.gte(1)),
    ...Filled,
    page: z.optional(z.string().check(z.maxLength(80))),
    caseId: Id,
  }),
  reply: z.union([z.object({ kind: z.literal('saved'), draft: Draft }), z.object({ kind: z.literal('newer'), draft: Draft })]),
})

/** The draft must name the file; one that no save names any more is deleted, and with the draft all of them are. */
export const keepDraftFile = operation({
  id: 'station.drafts.files.keep',
  method: 'PUT',
  path: '/api/v1/drafts/:key/files/:fileId',
  params: z.object({ key: ServiceKey, fileId: Id }),
  post: 'resident',
  summary: 'Put a photo, a paper or a drawn signature with my draft (multipart, field `file`); sent twice it is kept once',
  media: { request: 'multipart/form-data' },
  perMinute: 60,
  reply: StoredFile,
})

export const dropDraft = operation({
  id: 'station.drafts.drop',
  method: 'DELETE',
  path: '/api/v1/drafts/:key',
  ...named,
  summary: 'Throw my draft away, with its files',
  status: 204,
})
