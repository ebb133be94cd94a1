import { councilDeskPlaces } from './rooms/council/desk-places.ts'
import { peopleDeskPlaces } from './rooms/people/desk/desk-places.ts'
import { programmeDeskPlaces } from './rooms/programme/desk/desk-places.ts'
import { counterDeskPlaces, hallDeskPlaces } from './rooms/station/counter/desk-places.ts'
import { stationDeskPlaces } from './rooms/station/desk-places.ts'
import { insightDeskPlaces } from './rooms/insight/desk-places.ts'
import { schoolDeskPlaces } from './rooms/school/desk-places.ts'
import { volunteersDeskPlaces } from './rooms/volunteers/desk-places.ts'
import type { DeskPlace } from './shell/desk-places.ts'

/** The side bar of the desk: the places of every room, in the order in which they are shown. */
export const deskPlaces: readonly DeskPlace[] = [
  ...counterDeskPlaces,
  ...stationDeskPlaces,
  ...hallDeskPlaces,
  ...councilDeskPlaces,
  ...volunteersDeskPlaces,
  ...schoolDeskPlaces,
  ...insightDeskPlaces,
  ...programmeDeskPlaces,
  ...peopleDeskPlaces,
]
