/** What the server says in the room of the school. */
export const refusals = {}
