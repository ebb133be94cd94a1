import { groupRefusals } from './groups-en.ts'
import { mentoringRefusals } from './mentoring-en.ts'
/** What the server says in the room of the school. */
export const refusals = {
  ...mentoringRefusals,
  ...groupRefusals,
}
