import { houseMessages, houseRefusals } from './house-en.ts'
import { lifeMessages, lifeRefusals } from './life-en.ts'

/** What the server says in the room of the branch. */
export const refusals = {
  ...houseRefusals,
  ...lifeRefusals,
}

/** Messages that are read in the branch's own room, by template. */
export const branchMessages = {
  ...houseMessages,
  ...lifeMessages,
}
