import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Text, words } from '../values.ts'
import { ArticleKeyName, Charter, CharterParameters, CharterVersionLine } from './charter.ts'
import { ParameterField } from './charters/form.ts'

const ofCouncil = z.object({ councilId: Id })

/** An article as it is read: its number, its title and its words with the version's numbers in them. */
export const ArticleRead = z.object({ key: ArticleKeyName, number: z.int(), title: Text, text: Text })
export const VersionLine = z.object({
  ...CharterVersionLine.shape,
  madeOn: Day,
  /** Why it was proposed; nothing for the charter the council was founded with. */
  reason: z.nullable(z.string()),
  inForceNow: z.boolean(),
})
export type VersionLine = z.infer<typeof VersionLine>

export const readCharter = operation({
  id: 'council.charter.read',
  method: 'GET',
  path: '/api/v1/councils/:councilId/charter',
  post: 'anyone',
  summary: 'The charter in force, or one of its versions: every article with its number and words',
  params: ofCouncil,
  query: z.object({ version: z.optional(Id) }),
  reply: z.object({
    council: z.object({ id: Id, name: Text }),
    version: VersionLine,
    articles: z.array(ArticleRead),
    /** As it is stored, for whoever wants to change it. */
    charter: Charter,
    may: z.array(z.enum(['propose'])),
  }),
})

export const listCharterVersions = operation({
  id: 'council.charter.versions',
  method: 'GET',
  path: '/api/v1/councils/:councilId/charter/versions',
  post: 'anyone',
  summary: 'Every version of the charter: in force, earlier, to come, proposed',
  params: ofCouncil,
  reply: z.object({ items: z.array(VersionLine) }),
})

const Line = z.object({ kind: z.enum(['same', 'dropped', 'added']), text: z.string() })
export const ComparedArticle = z.object({
  key: ArticleKeyName,
  number: z.int(),
  title: Text,
  parameters: z.array(z.object({ label: Text, before: Text, after: Text })),
  /** Sentence by sentence, in each language; empty where no word changed. */
  prose: z.object({ 'zh-CN': z.array(Line), en: z.array(Line) }),
})
export type ComparedArticle = z.infer<typeof ComparedArticle>

export const compareCharters = operation({
  id: 'council.charter.compare',
  method: 'GET',
  path: '/api/v1/councils/:councilId/charter/comparison',
  post: 'anyone',
  summary: 'Two versions side by side: changed parameters in words, changed prose by sentence',
  params: ofCouncil,
  query: z.object({ from: Id, to: Id }),
  reply: z.object({ from: VersionLine, to: VersionLine, articles: z.array(ComparedArticle), unchanged: z.int() }),
})

export const Variant = z.enum(['standard', 'strict', 'loose'])
export const listFoundable = operation({
  id: 'council.charter.foundable',
  method: 'GET',
  path: '/api/v1/council-foundings',
  post: 'council.found',
  summary: 'Councils that have no charter yet, and the variants to choose from',
  reply: z.object({
    councils: z.array(z.object({ id: Id, name: Text })),
    variants: z.array(z.object({ variant: Variant, parameters: CharterParameters, articles: z.array(ArticleRead) })),
  }),
})

export const foundCouncil = operation({
  id: 'council.charter.found',
  method: 'POST',
  path: '/api/v1/councils/:councilId/charter',
  post: 'council.found',
  summary: 'Give a council its first charter; only once, afterwards only the charter’s own procedure changes it',
  params: ofCouncil,
  body: z.object({ variant: Variant }),
  status: 201,
  reply: z.object({ versionId: Id }),
})

export const readCharterForm = operation({
  id: 'council.charter.form',
  method: 'GET',
  path: '/api/v1/councils/:councilId/charter/form',
  post: 'council.sit',
  summary: 'How each parameter is typed in, and within which bounds',
  params: ofCouncil,
  reply: z.object({ basedOn: Id, charter: Charter, fields: z.array(ParameterField) }),
})

export const proposeCharterChange = operation({
  id: 'council.charter.propose',
  method: 'POST',
  path: '/api/v1/councils/:councilId/charter/proposals',
  post: 'council.sit',
  inPerson: true,
  summary: 'A delegate’s draft of a new version; it comes into force only when a motion carries it by the charter’s own majority',
  params: ofCouncil,
  body: z.object({ basedOn: Id, reason: words(1000), charter: Charter }),
  status: 201,
  reply: z.object({ versionId: Id, number: z.int() }),
})
