import type { WorkOwner } from '../../platform/handover.ts'
import { taskWork } from './resolutions-handover.ts'

/** The council's work on posts: what has to be handed over before a post ends. */
export const councilWork: readonly WorkOwner[] = [taskWork]
