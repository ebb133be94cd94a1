import { askingKeeper } from './asking/asking.keeper.ts'
import { awardsKeeper } from './awards/awards.keeper.ts'
import { classKeeper } from './class/class.keeper.ts'
import { coursesKeeper } from './courses/courses.keeper.ts'
import { mentoringKeeper } from './mentoring/mentoring.keeper.ts'
import { studyGroupsKeeper } from './groups/study-groups.keeper.ts'
import { keeperOf, type KeeperPart } from '../../platform/privacy/keeper.ts'

/** Added by each noun of the room that keeps something about a person. */
const parts: readonly KeeperPart[] = [coursesKeeper, mentoringKeeper, studyGroupsKeeper, askingKeeper, classKeeper, awardsKeeper]

export const schoolKeeper = keeperOf('school', parts)
