import { listActivities, listWork, readActivity } from '@ronghe/contract/volunteers/activities.ts'
import { listAttendees, listMyShifts, readShift } from '@ronghe/contract/volunteers/sign-ups.ts'

/** What changes when somebody signs up, leaves, answers or was there. */
export const refreshed = [readShift, listMyShifts, listAttendees, readActivity, listActivities, listWork]
