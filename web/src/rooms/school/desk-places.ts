import type { DeskPlace } from '../../shell/desk-places.ts'

/** The lines of the school in the side bar. */
export const schoolDeskPlaces: readonly DeskPlace[] = []
