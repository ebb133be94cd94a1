import type { WorkOwner } from '../../platform/handover.ts'

/** Work of the volunteers on posts: what has to be handed over before a post ends. */
export const volunteersWork: readonly WorkOwner[] = []
