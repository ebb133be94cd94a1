import type { groupRefusals as chinese } from './groups-zh-CN.ts'

/** What the server says about study groups. */
export const groupRefusals: Readonly<Record<keyof typeof chinese, string>> = {
  'no-study-group': 'There is no such study group.',
  'no-group-meeting': 'There is no such meeting.',
  'group-over': 'This group has ended.',
  'group-full': 'The group is full.',
  'group-shut': 'The group takes nobody new for now.',
  'group-start-another': 'You can start one yourself; the school lends rooms.',
  'group-lead-enough': 'Nobody leads more than {most} groups.',
  'group-not-leading': 'This is for whoever leads the group.',
  'group-meeting-off': 'This meeting has been called off.',
  'group-room-answered': 'This wish for a room has been answered.',
  'message-group-news': 'There is news about your study group.',
}
