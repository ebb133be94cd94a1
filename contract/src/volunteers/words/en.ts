/** What the server says in the room of the volunteers. */
export const refusals = {}
