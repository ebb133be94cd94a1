import { hoursRefusals } from './hours-en.ts'
import { roundsRefusals } from './rounds-en.ts'
import { coreRefusals } from './core-en.ts'
/** What the server says in the room of the volunteers. */
export const refusals = {
  ...hoursRefusals,
  ...coreRefusals,
  ...roundsRefusals,
}
