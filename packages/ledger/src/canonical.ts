// RFC 8785 (JSON Canonicalization Scheme): the one way to write a value as bytes, so that two programs hash the same.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/**
 * The canonical text of `value`: no blanks, members sorted by UTF-16 code units, numbers and strings as ECMAScript writes them.
 * @throws RangeError for what JSON cannot say: undefined, NaN, infinities, big integers, functions, lone surrogates, class instances.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return canonicalString(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (Array.isArray(value)) return `[${Array.from(value as readonly Json[], canonical).join(',')}]`
  if (isPlainObject(value)) {
    // The default sort compares UTF-16 code units, which is what RFC 8785, 3.2.3 asks.
    const names = Object.keys(value).sort()
    return `{${names.map((name) => `${canonicalString(name)}:${canonical(value[name]!)}`).join(',')}}`
  }
  throw new RangeError(`not a JSON value: ${typeof value}`)
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('a lone surrogate cannot be written as UTF-8')
  return JSON.stringify(text)
}

function canonicalNumber(number: number): string {
  if (!Number.isFinite(number)) throw new RangeError(`not a JSON number: ${number}`)
  return JSON.stringify(number)
}

function isPlainObject(value: unknown): value is { readonly [name: string]: Json } {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
