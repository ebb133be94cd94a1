import type { AppraisalDays, CancelReason, Occasion, OccasionKind } from '@ronghe/contract/branch/occasions.ts'
import { addDays, addWorkingDays, type Calendar } from '../../../platform/calendar/working-days.ts'

export type OccasionState = Occasion['state']
export type OccasionAct = 'move' | 'cancel' | 'hold' | 'minutes' | 'sheet'

/** The list of who was there is open so many days; nobody is asked for it afterwards, and the branch no longer sees it. */
export const sheetDays = 7

/** planned > held | cancelled. What was not held in time stays planned and simply counts as not held. */
const next: Readonly<Record<OccasionState, Readonly<Partial<Record<OccasionAct, OccasionState>>>>> = {
  planned: { move: 'planned', cancel: 'cancelled', hold: 'held', sheet: 'planned' },
  held: { minutes: 'held', sheet: 'held' },
  cancelled: {},
}

interface Standing {
  readonly state: OccasionState
  readonly day: string
}

/** What the branch may do with a date today. */
export function actsOn({ state, day }: Standing, today: string): readonly OccasionAct[] {
  const possible = Object.keys(next[state]) as OccasionAct[]
  return possible.filter((act) => {
    if (act === 'hold') return day <= today
    if (act === 'sheet') return sheetOpen({ state, day }, today)
    return true
  })
}

export const after = (state: OccasionState, act: OccasionAct): OccasionState | undefined => next[state][act]
export const sheetUntil = (day: string): string => addDays(day, sheetDays)
export const sheetOpen = ({ state, day }: Standing, today: string): boolean =>
  state !== 'cancelled' && day <= today && today <= sheetUntil(day)

/** The day to which a date may be moved: not into the past, not into another year. */
export const mayMoveTo = (from: string, to: string, today: string): boolean => to >= today && to.slice(0, 4) === from.slice(0, 4)

/** Around the yearly appraisal (民主评议): told in time, own words ready, the meeting, the letter the member carries home. */
export const appraisalDays = (meeting: string, calendar: Calendar): AppraisalDays => ({
  toldBy: backWorkingDays(calendar, meeting, 15),
  ownWordsBy: backWorkingDays(calendar, meeting, 3),
  meeting,
  letterBy: addWorkingDays(calendar, meeting, 5),
})

function backWorkingDays(calendar: Calendar, from: string, count: number): string {
  let day = from
  // Three months back there are always fifteen working days; the bound keeps a broken calendar from turning for ever.
  for (let left = count, steps = 0; left > 0 && steps < 120; steps += 1) {
    day = addDays(day, -1)
    if (calendar.isWorkingDay(day)) left -= 1
  }
  return day
}

export const cancelReasons: readonly CancelReason[] = ['weather', 'place', 'speaker', 'together', 'busy']
/** What the committee says among itself is read by office-holders; everything else by every member of the branch. */
export const membersRead = (kind: OccasionKind): boolean => kind !== 'committeeMeeting'
