import * as z from 'zod/mini'
import { CharterParameters, articleKeys } from '../charter.ts'
import type { ParameterName } from './parameters.ts'

/** How one parameter is typed in, and the bounds its article lays down. */
export const ParameterField = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), name: z.string(), least: z.int(), most: z.int() }),
  z.object({ kind: z.literal('share'), name: z.string() }),
  z.object({ kind: z.literal('yesNo'), name: z.string() }),
  z.object({ kind: z.literal('choice'), name: z.string(), options: z.array(z.string()) }),
  z.object({ kind: z.literal('choices'), name: z.string(), options: z.array(z.string()) }),
  /** The same in every charter: three trustees, secret votes about persons. */
  z.object({ kind: z.literal('fixed'), name: z.string() }),
])
export type ParameterField = z.infer<typeof ParameterField>

interface Described {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Described
  readonly prefixItems?: unknown
  readonly properties?: Readonly<Record<string, Described>>
}

/** The fields of the charter's editor, read from the schema that checks what is sent. */
export const charterFields: readonly ParameterField[] = (() => {
  const articles = (z.toJSONSchema(CharterParameters) as Described).properties!
  return articleKeys.flatMap((key) =>
    Object.entries(articles[key]!.properties!).map(([parameter, described]) => toField(`${key}.${parameter}` as ParameterName, described)),
  )
})()

function toField(name: ParameterName, described: Described): ParameterField {
  if (described.const !== undefined) return { kind: 'fixed', name }
  if (described.enum) return { kind: 'choice', name, options: [...described.enum] }
  if (described.type === 'boolean') return { kind: 'yesNo', name }
  if (described.type === 'integer') return { kind: 'count', name, least: described.minimum!, most: described.maximum! }
  if (described.prefixItems) return { kind: 'share', name }
  return { kind: 'choices', name, options: [...(described.items?.enum ?? [])] }
}
