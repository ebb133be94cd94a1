import { houseMessages, houseRefusals } from './house-zh-CN.ts'

/** What the server says in the room of the branch. */
export const refusals = {
  ...houseRefusals,
}

/** Messages that are read in the branch's own room, by template. */
export const branchMessages = {
  ...houseMessages,
}
