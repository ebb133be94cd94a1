import { classRefusals } from './class-zh-CN.ts'
import { courseRefusals } from './courses-zh-CN.ts'
import { groupRefusals } from './groups-zh-CN.ts'
import { mentoringRefusals } from './mentoring-zh-CN.ts'
/** What the server says in the room of the school. */
export const refusals = {
  ...courseRefusals,
  ...mentoringRefusals,
  ...groupRefusals,
  ...classRefusals,
}
