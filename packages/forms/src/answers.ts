/** Answers by field id; a repeating page's items by page id. Anything may arrive over the wire, so values are unknown until checked. */
export interface Answers {
  readonly [id: string]: unknown
}

export interface AddressAnswer {
  readonly community: string
  readonly lane?: string | undefined
  readonly detail?: string | undefined
}

export interface PersonAnswer {
  readonly name: string
  readonly phone?: string | undefined
  readonly relation?: string | undefined
}

/** An uploaded file: the bytes are stored elsewhere under `file`. */
export interface FileAnswer {
  readonly file: string
  readonly name: string
  readonly type: string
  readonly size: number
}

/** Signed with a finger (`image` is the file), by typing the name, or on paper that the desk keeps. */
export interface SignatureAnswer {
  readonly name: string
  readonly how: 'drawn' | 'typed' | 'paper'
  readonly image?: string | undefined
}

/** By the path of a field, a part or a repeated item. Own property or nothing: a field called `constructor` must not find the prototype's. */
export const valueAt = (answers: Answers, path: string): unknown => {
  let value: unknown = answers
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = value[step as keyof typeof value]
  }
  return value
}

export const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Nothing said: absent, null, blank, or an empty list. */
export const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)
