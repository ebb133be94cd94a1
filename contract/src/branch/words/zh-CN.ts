/** What the server says in the room of the branch. */
export const refusals = {}
