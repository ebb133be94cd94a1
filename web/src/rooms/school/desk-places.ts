import type { DeskPlace } from '../../shell/desk-places.ts'
import { courseDeskPlaces } from './courses/desk/desk-places.ts'
import { learningDeskPlaces } from './learning-desk-places.ts'

/** The lines of the school in the side bar. */
export const schoolDeskPlaces: readonly DeskPlace[] = [...courseDeskPlaces, ...learningDeskPlaces]
