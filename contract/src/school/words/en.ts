import { classRefusals } from './class-en.ts'
import { courseRefusals } from './courses-en.ts'
import { groupRefusals } from './groups-en.ts'
import { mentoringRefusals } from './mentoring-en.ts'
/** What the server says in the room of the school. */
export const refusals = {
  ...courseRefusals,
  ...mentoringRefusals,
  ...groupRefusals,
  ...classRefusals,
}
