import { isRecord, type ServiceDefinition } from '@ronghe/forms'

/**
 * The service with a question called otherwise wherever it is spoken of: in conditions and between the braces of letters. The very same
 * service when nothing speaks of it.
 */
export const renameField = (definition: ServiceDefinition, from: string, to: string): ServiceDefinition =>
  renamed(definition, from, to) as ServiceDefinition // the shape is kept, only names change

function renamed(value: unknown, from: string, to: string): unknown {
  if (typeof value === 'string') return value.replaceAll(`{${from}}`, `{${to}}`)
  if (Array.isArray(value)) {
    const next = value.map((each) => renamed(each, from, to))
    return next.some((each, place) => each !== value[place]) ? next : value
  }
  if (!isRecord(value)) return value
  const next = Object.entries(value).map(([name, inside]) => [name, renamedAt(name, inside, from, to)] as const)
  return next.some(([name, inside]) => inside !== value[name]) ? Object.fromEntries(next) : value
}

function renamedAt(name: string, inside: unknown, from: string, to: string): unknown {
  if (name === 'field' && inside === from) return to
  if (name === 'field' && typeof inside === 'string' && inside.startsWith(`${from}.`)) return to + inside.slice(from.length)
  // An expression's braces count, they name nobody.
  return name === 'expression' ? inside : renamed(inside, from, to)
}
