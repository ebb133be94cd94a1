import type { DeskPlace } from '../../shell/desk-places.ts'

/** The lines of insight in the side bar. */
export const insightDeskPlaces: readonly DeskPlace[] = []
