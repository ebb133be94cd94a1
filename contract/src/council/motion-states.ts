import * as z from 'zod/mini'

/** draft > seeking support > filed > admitted|returned > on the agenda > moved > seconded > debated > put to vote > an end (02 §3). */
export const MotionState = z.enum([
  'draft',
  'seekingSupport',
  'filed',
  'admitted',
  'returned',
  'onAgenda',
  'moved',
  'seconded',
  'debated',
  'putToVote',
  'carried',
  'rejected',
  'postponed',
  'referred',
  'withdrawn',
])
export type MotionState = z.infer<typeof MotionState>

/** Which majority it needs: ordinary, or one of those the charter guards. */
export const MotionKind = z.enum(['ordinary', 'charter', 'money', 'exclusion', 'person'])
export type MotionKind = z.infer<typeof MotionKind>

/** How it stands to the article on common ground. `notYet` is marked 还没谈拢 and ranks equally. */
export const MotionGround = z.enum(['met', 'exempt', 'notYet', 'notRequired'])
export type MotionGround = z.infer<typeof MotionGround>

/** How a vote on it ended, as the tally says it. */
export const MotionOutcomeKind = z.enum(['carried', 'rejected', 'no-quorum', 'tied'])
export type MotionOutcomeKind = z.infer<typeof MotionOutcomeKind>
