import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment, Text } from '../values.ts'

/** Why somebody was proposed: words, no hours and no comparison by number. */
export const LineReason = z.enum(['free', 'skill', 'ownLane', 'nearLane', 'restedMost', 'onlyOne'])
export type LineReason = z.infer<typeof LineReason>
/** Why a place stays empty: what keeps most away comes first; neither who nor how many (D7). */
export const GapReason = z.enum([
  'away',
  'busy',
  'skill',
  'minor',
  'noNights',
  'nightTooLong',
  'rest',
  'nights',
  'hours',
  'notWith',
  'elsewhere',
  'together',
])
export type GapReason = z.infer<typeof GapReason>
export const LineState = z.enum(['proposed', 'asked', 'accepted', 'declined', 'over'])
export type LineState = z.infer<typeof LineState>

const ShiftOf = z.object({ id: Id, title: Text, startsAt: Moment, endsAt: Moment })

export const RosterProposal = z.object({
  id: Id,
  teamId: Id,
  week: Day,
  state: z.enum(['computing', 'ready', 'nothingOpen']),
  /** False where the time was over before it was known that nothing is fairer; every rule is kept all the same. */
  proven: z.boolean(),
  shifts: z.array(
    z.object({
      ...ShiftOf.shape,
      lines: z.array(z.object({ id: Id, name: z.string(), because: z.array(LineReason), state: LineState })),
      gap: z.nullable(z.object({ missing: z.int(), because: z.array(GapReason) })),
    }),
  ),
  may: z.array(z.enum(['send'])),
})
export type RosterProposal = z.infer<typeof RosterProposal>

export const proposeRoster = operation({
  id: 'volunteers.rosters.propose',
  method: 'POST',
  path: '/api/v1/volunteers/teams/:teamId/rosters',
  post: 'volunteers.lead',
  summary:
    'Ask for a proposal for the open shifts of a week among those of the team who said they are free; it is made apart from this request',
  params: z.object({ teamId: Id }),
  body: z.object({ week: Day }),
  status: 201,
  reply: RosterProposal,
})

export const readRoster = operation({
  id: 'volunteers.rosters.read',
  method: 'GET',
  path: '/api/v1/volunteers/teams/:teamId/rosters',
  post: 'volunteers.lead',
  purpose: 'volunteerRoster',
  summary: 'The newest proposal for a week with its reasons',
  params: z.object({ teamId: Id }),
  query: z.object({ week: Day }),
  reply: z.object({ proposal: z.nullable(RosterProposal) }),
})

export const sendInvitations = operation({
  id: 'volunteers.rosters.send',
  method: 'POST',
  path: '/api/v1/volunteers/rosters/:proposalId/invitations',
  post: 'volunteers.lead',
  summary: 'Ask those who were proposed and are ticked; nobody is put on a shift without a yes',
  params: z.object({ proposalId: Id }),
  body: z.object({ lines: z.array(Id).check(z.minLength(1), z.maxLength(200)) }),
  reply: RosterProposal,
})

export const RosterInvitation = z.object({
  id: Id,
  shift: ShiftOf,
  place: Text,
  team: Text,
  because: z.array(LineReason),
})
export type RosterInvitation = z.infer<typeof RosterInvitation>

export const listMyInvitations = operation({
  id: 'volunteers.rosters.mine',
  method: 'GET',
  path: '/api/v1/volunteers/my-invitations',
  post: 'resident',
  summary: 'Shifts I am asked for',
  reply: z.object({ items: z.array(RosterInvitation) }),
})

export const answerInvitation = operation({
  id: 'volunteers.rosters.answer',
  method: 'POST',
  path: '/api/v1/volunteers/my-invitations/:lineId/answer',
  post: 'resident',
  summary: 'Yes or no to a shift I am asked for; a no needs no reason and nothing follows from it',
  params: z.object({ lineId: Id }),
  body: z.object({
    answer: z.enum(['accept', 'decline']),
    /** The briefing of a risky activity was read. */
    briefed: z._default(z.boolean(), false),
  }),
  reply: z.object({ state: LineState }),
})
