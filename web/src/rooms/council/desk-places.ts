import { floorDeskPlaces } from './floor/desk-places.ts'
import { seatDeskPlaces } from './seats/desk/desk-places.ts'
import { allocationDeskPlaces } from './allocation/desk/desk-places.ts'
import { ballotDeskPlaces } from './ballots/desk-places.ts'
import { motionDeskPlaces } from './motions/desk-places.ts'
import type { DeskPlace } from '../../shell/desk-places.ts'
import { conversationDeskPlaces } from './conversations/desk/desk-places.ts'
import { meetingDeskPlaces } from './meetings/desk/desk-places.ts'
import { groundDeskPlaces } from './ground-desk-places.ts'

/** The council's lines of the side bar. */
export const councilDeskPlaces: readonly DeskPlace[] = [
  ...seatDeskPlaces,
  ...allocationDeskPlaces,
  ...ballotDeskPlaces,
  ...conversationDeskPlaces,
  ...groundDeskPlaces,
  ...meetingDeskPlaces,
  ...motionDeskPlaces,
  ...floorDeskPlaces,
]
