import { hoursRefusals } from './hours-zh-CN.ts'
import { roundsRefusals } from './rounds-zh-CN.ts'
import { coreRefusals } from './core-zh-CN.ts'
/** What the server says in the room of the volunteers. */
export const refusals = {
  ...hoursRefusals,
  ...coreRefusals,
  ...roundsRefusals,
}
