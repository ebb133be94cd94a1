// Public data is hashed, so there is exactly one way to write it: compact, fields in the order of the specification, numbers in base 10
// without leading zeros. A reader that forgave anything would let two texts mean one ballot.

/** The text is not what it claims to be; the message says where it stopped making sense. */
export class Malformed extends Error {}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Malformed('it is not JSON')
  }
}

/** The object's fields, where it has exactly the wanted ones (`name?` may be missing). */
export function fieldsOf(value: unknown, names: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Malformed(`an object with ${names.join(', ')} is missing`)
  const object = value as Readonly<Record<string, unknown>>
  const needed = names.filter((name) => !name.endsWith('?'))
  const known = new Set(names.map((name) => name.replace('?', '')))
  for (const name of needed) if (!Object.hasOwn(object, name)) throw new Malformed(`the field ${name} is missing`)
  for (const name of Object.keys(object)) if (!known.has(name)) throw new Malformed(`a field ${name} does not belong here`)
  return object
}

export function listOf<T>(value: unknown, read: (item: unknown) => T): T[] {
  if (!Array.isArray(value)) throw new Malformed('a list is missing')
  return value.map(read)
}

export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Malformed('a text is missing')
  return value
}

export function countOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Malformed('a whole number is missing')
  return value
}

/** A number written as text, below a limit. */
export function numberBelow(limit: bigint): (value: unknown) => bigint {
  return (value) => {
    const text = textOf(value)
    // 700 digits hold every number of these groups; more would only cost time.
    if (!/^(0|[1-9]\d{0,699})$/.test(text)) throw new Malformed('a number in base 10 is missing')
    const number = BigInt(text)
    if (number >= limit) throw new Malformed('a number is too large for the group')
    return number
  }
}

/** What JSON.stringify writes, with large numbers as text. */
export const compact = (value: unknown): string =>
  JSON.stringify(value, (_, field: unknown) => (typeof field === 'bigint' ? field.toString() : field))
