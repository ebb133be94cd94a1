import type { MeetingState } from '@ronghe/contract/council/meetings.ts'

export type MeetingMove = 'notify' | 'change' | 'cancel' | 'open' | 'close' | 'writeMinutes' | 'approve' | 'publish'

/** The whole life of a meeting (02-domain §3). A practice meeting goes as far as `closed` and is then deleted. */
export const meetingTransitions: Readonly<Record<MeetingState, Readonly<Partial<Record<MeetingMove, MeetingState>>>>> = {
  planned: { change: 'planned', notify: 'notified', cancel: 'cancelled' },
  notified: { change: 'notified', open: 'open', cancel: 'cancelled' },
  open: { close: 'closed' },
  closed: { writeMinutes: 'minutesDraft' },
  minutesDraft: { approve: 'minutesApproved' },
  minutesApproved: { publish: 'published' },
  published: {},
  cancelled: {},
}

export const stepMeeting = (state: MeetingState, move: MeetingMove): MeetingState | undefined => meetingTransitions[state][move]
