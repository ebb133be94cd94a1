import { motionDeskPlaces } from './motions/desk-places.ts'
import type { DeskPlace } from '../../shell/desk-places.ts'
import { meetingDeskPlaces } from './meetings/desk/desk-places.ts'
import { groundDeskPlaces } from './ground-desk-places.ts'

/** The council's lines of the side bar. */
export const councilDeskPlaces: readonly DeskPlace[] = [...groundDeskPlaces, ...meetingDeskPlaces, ...motionDeskPlaces]
