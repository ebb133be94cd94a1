import { coursesKeeper } from './courses/courses.keeper.ts'
import { mentoringKeeper } from './mentoring/mentoring.keeper.ts'
import { studyGroupsKeeper } from './groups/study-groups.keeper.ts'
import { keeperOf, type KeeperPart } from '../../platform/privacy/keeper.ts'

/** Added by each noun of the room that keeps something about a person. */
const parts: readonly KeeperPart[] = [coursesKeeper, mentoringKeeper, studyGroupsKeeper]

export const schoolKeeper = keeperOf('school', parts)
