export type Door = 'resident' | 'desk' | 'hall'

/** Where this page stands: which of the three doors, and in which street when the street is named in the address. */
export interface Place {
  readonly door: Door
  /** `''`, or `/s/<slug>` where a street has no host name of its own. Goes in front of every API address as well. */
  readonly prefix: string
  /** What the router leaves off. */
  readonly basepath: string
}

export function placeOf(pathname: string): Place {
  const prefix = /^\/s\/[^/]+/.exec(pathname)?.[0] ?? ''
  const door = (/^\/(desk|hall)(?:\/|$)/.exec(pathname.slice(prefix.length))?.[1] ?? 'resident') as Door
  return { door, prefix, basepath: `${prefix}${door === 'resident' ? '' : `/${door}`}` || '/' }
}
