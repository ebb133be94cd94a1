/** What the server says in the station room. */
export const refusals = {} as const
