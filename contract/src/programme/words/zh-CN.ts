/** What the server says in the programme room. */
export const refusals = {} as const
