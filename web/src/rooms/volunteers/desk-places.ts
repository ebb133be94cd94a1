import { coreDeskPlaces } from './core-desk-places.ts'
import { hoursDeskPlaces } from './hours/desk-places.ts'
import { careDeskPlaces } from './care/desk-places.ts'
import type { DeskPlace } from '../../shell/desk-places.ts'

/** The lines of the volunteers in the side bar. */
export const volunteersDeskPlaces: readonly DeskPlace[] = [...coreDeskPlaces, ...careDeskPlaces, ...hoursDeskPlaces]
