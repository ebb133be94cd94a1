import { isRecord, type ServiceDefinition } from '@ronghe/forms'

/** The service with a question called otherwise wherever it is spoken of: in conditions and between the braces of letters. */
export const renameField = (definition: ServiceDefinition, from: string, to: string): ServiceDefinition =>
  renamed(definition, from, to) as ServiceDefinition // the shape is kept, only names change

function renamed(value: unknown, from: string, to: string): unknown {
  if (typeof value === 'string') return value.replaceAll(`{${from}}`, `{${to}}`)
  if (Array.isArray(value)) return value.map((each) => renamed(each, from, to))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => {
      if (name === 'field' && inside === from) return [name, to]
      if (name === 'field' && typeof inside === 'string' && inside.startsWith(`${from}.`)) return [name, to + inside.slice(from.length)]
      // An expression's braces count, they name nobody.
      return [name, name === 'expression' ? inside : renamed(inside, from, to)]
    }),
  )
}
