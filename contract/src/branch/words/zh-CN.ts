import { houseMessages, houseRefusals } from './house-zh-CN.ts'
import { lifeMessages, lifeRefusals } from './life-zh-CN.ts'

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
