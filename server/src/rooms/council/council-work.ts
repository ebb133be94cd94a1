import type { WorkOwner } from '../../platform/handover.ts'

/** The council's work on posts: what has to be handed over before a post ends. */
export const councilWork: readonly WorkOwner[] = []
