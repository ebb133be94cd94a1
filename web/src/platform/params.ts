import { useParams, useSearch } from '@tanstack/react-router'

/** A parameter of the address that the route of this screen declares. */
export function useParam(name: string): string {
  const value = (useParams({ strict: false }) as Readonly<Record<string, string | undefined>>)[name]
  if (value === undefined) throw new Error(`the route of this screen has no parameter ${name}`)
  return value
}

/** What stands behind the question mark, if it is there: `?next=/me`. */
export function useSearchText(name: string): string | undefined {
  const value = (useSearch({ strict: false }) as Readonly<Record<string, unknown>>)[name]
  return value === undefined ? undefined : String(value)
}
