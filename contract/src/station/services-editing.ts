import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, maybeWords, Moment, Text } from '../values.ts'
import { Definition, Domain, ServiceKey } from './services.ts'

/** What is wrong with a definition: `path` leads to the place, the sentence is in the editor's language. */
export const DefinitionMistake = z.object({ path: z.string(), code: z.string(), sentence: z.string(), blocks: z.boolean() })
/** One difference between two versions, in the reader's words. */
export const DefinitionChange = z.object({
  /** By ids: `whoMay.newcomer`, `form.page.since.when`. */
  path: z.string(),
  where: z.string(),
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
  /** Whoever is half way through the form loses an answer by it and is asked again. */
  losesAnswers: z.boolean(),
})

const Draft = z.object({
  key: z.string(),
  version: z.int(),
  /** Send it back when saving: somebody may have saved in between. */
  edit: z.int(),
  definition: Definition,
  savedAt: Moment,
  savedBy: z.nullable(z.string()),
  mistakes: z.array(DefinitionMistake),
})
const named = { params: z.object({ key: ServiceKey }), post: 'station.catalogue.edit' } as const
/** Checked for its shape by the server, which answers with the place of each mistake. */
const DefinitionSent = z.record(z.string(), z.unknown())

export const listCatalogue = operation({
  id: 'station.catalogue.list',
  method: 'GET',
  path: '/api/v1/catalogue',
  post: 'station.catalogue.edit',
  summary: 'Every service with its draft, for the editor',
  reply: z.object({
    items: z.array(
      z.object({
        key: z.string(),
        name: Text,
        domain: Domain,
        mode: z.enum(['case', 'guide']),
        published: z.nullable(z.int()),
        draft: z.nullable(z.int()),
        retired: z.boolean(),
        validUntil: Day,
        openCases: z.int(),
        may: z.array(z.string()),
      }),
    ),
  }),
})

export const startService = operation({
  id: 'station.catalogue.start',
  method: 'POST',
  path: '/api/v1/catalogue',
  post: 'station.catalogue.edit',
  summary: 'Start a new service, empty or as a copy of another',
  body: z.object({ key: ServiceKey, name: Text, copyOf: z.optional(ServiceKey), mode: z._default(z.enum(['case', 'guide']), 'case') }),
  status: 201,
  reply: Draft,
})

export const readServiceDraft = operation({
  id: 'station.catalogue.read-draft',
  method: 'GET',
  path: '/api/v1/catalogue/:key/draft',
  ...named,
  summary: 'The draft of the next version; the version in force when there is none yet (edit 0)',
  reply: Draft,
})

export const saveServiceDraft = operation({
  id: 'station.catalogue.save-draft',
  method: 'PUT',
  path: '/api/v1/catalogue/:key/draft',
  ...named,
  summary: 'Save the draft; when somebody saved in between nothing is lost: both are answered',
  body: z.object({ edit: z.int().check(z.gte(0)), definition: DefinitionSent }),
  reply: z.union([
    z.object({ kind: z.literal('saved'), draft: Draft }),
    /** Not saved over the other's work; `yours` was kept beside it and can be read under `kept`. */
    z.object({ kind: z.literal('conflict'), theirs: Draft, yours: Definition, kept: Id, changes: z.array(DefinitionChange) }),
  ]),
})

export const checkServiceDraft = operation({
  id: 'station.catalogue.check',
  method: 'POST',
  path: '/api/v1/catalogue/:key/check',
  ...named,
  summary: 'The mistakes of a definition, each with its place; nothing is saved',
  body: z.object({ definition: DefinitionSent }),
  reply: z.object({ mistakes: z.array(DefinitionMistake) }),
})

export const previewServiceDraft = operation({
  id: 'station.catalogue.preview',
  method: 'GET',
  path: '/api/v1/catalogue/:key/preview',
  ...named,
  summary: 'What the draft would change',
  reply: z.object({ changes: z.array(DefinitionChange), mistakes: z.array(DefinitionMistake), openCases: z.int() }),
})

export const publishService = operation({
  id: 'station.catalogue.publish',
  method: 'POST',
  path: '/api/v1/catalogue/:key/publish',
  ...named,
  summary: 'Put the draft in force; cases already filed keep the version they were filed under',
  body: z.object({ edit: z.int().check(z.gte(1)), note: maybeWords(400) }),
  reply: z.object({ version: z.int(), publishedAt: Moment }),
})

export const readServiceHistory = operation({
  id: 'station.catalogue.history',
  method: 'GET',
  path: '/api/v1/catalogue/:key/history',
  ...named,
  summary: 'Every version with its dates and what it changed',
  reply: z.object({
    items: z.array(
      z.object({
        version: z.int(),
        state: z.enum(['draft', 'published', 'superseded']),
        savedAt: Moment,
        publishedAt: z.nullable(Moment),
        by: z.nullable(z.string()),
        note: z.string(),
        changes: z.array(DefinitionChange),
      }),
    ),
    /** Versions that lost a race of two editors, kept for thirty days. */
    kept: z.array(z.object({ id: Id, savedAt: Moment, by: z.nullable(z.string()), definition: Definition })),
  }),
})

const Version = z.coerce.number().check(z.int(), z.gte(1))

export const compareServiceVersions = operation({
  id: 'station.catalogue.compare',
  method: 'GET',
  path: '/api/v1/catalogue/:key/compare',
  ...named,
  summary: 'Any two versions beside each other, in words',
  query: z.object({ before: Version, after: Version }),
  reply: z.object({ changes: z.array(DefinitionChange) }),
})

export const retireService = operation({
  id: 'station.catalogue.retire',
  method: 'POST',
  path: '/api/v1/catalogue/:key/retire',
  ...named,
  summary: 'Stop offering a service, saying what applies instead; cases under way go on',
  body: z.object({ instead: Text }),
  reply: z.object({ key: z.string() }),
})
