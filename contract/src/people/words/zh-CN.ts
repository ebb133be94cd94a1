/** What the server says in the people room. */
export const refusals = {} as const
