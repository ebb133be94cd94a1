import type { WorkOwner } from '../../platform/handover.ts'

/** Work of the school on posts: what has to be handed over before a post ends. */
export const schoolWork: readonly WorkOwner[] = []
