import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown, ShownFigure } from '../platform/shown.ts'
import { Day, Id, maybeWords, Text, words } from '../values.ts'

/** Thanks to a team (M27); never to a named person, and nobody has to sign. */
export const ThankNote = z.object({ id: Id, words: z.string(), signed: z.nullable(z.string()), on: Day })
const ofTeam = z.object({ teamId: Id })

export const listThanks = operation({
  id: 'volunteers.thanks.list',
  method: 'GET',
  path: '/api/v1/volunteers/teams/:teamId/thanks',
  post: 'anyone',
  summary: 'What people thanked a team for, the newest first',
  params: ofTeam,
  reply: z.object({ team: z.object({ id: Id, name: Text }), items: z.array(ThankNote) }),
})
export const sendThanks = operation({
  id: 'volunteers.thanks.send',
  method: 'POST',
  path: '/api/v1/volunteers/teams/:teamId/thanks',
  post: 'resident',
  summary: 'Thank a team; the coordinator reads it before it is shown',
  params: ofTeam,
  body: z.object({ words: words(300), signed: z._default(maybeWords(20), '') }),
  status: 201,
  reply: z.object({ id: Id }),
})
export const enterThanks = operation({
  id: 'volunteers.thanks.enter',
  method: 'POST',
  path: '/api/v1/volunteers/teams/:teamId/thanks/paper',
  post: 'volunteers.coordinate',
  summary: 'A note that came on paper; another coordinator or the same reads it like the others',
  params: ofTeam,
  body: z.object({ words: words(300), signed: z._default(maybeWords(20), '') }),
  status: 201,
  reply: z.object({ id: Id }),
})
export const listWaitingThanks = operation({
  id: 'volunteers.thanks.list-waiting',
  method: 'GET',
  path: '/api/v1/volunteers/thanks/waiting',
  post: 'volunteers.coordinate',
  summary: 'Notes nobody has read yet, the oldest first; never who sent them',
  reply: z.object({ items: z.array(z.object({ ...ThankNote.shape, team: z.object({ id: Id, name: Text }) })) }),
})
export const decideThanks = operation({
  id: 'volunteers.thanks.decide',
  method: 'POST',
  path: '/api/v1/volunteers/thanks/:noteId/decision',
  post: 'volunteers.coordinate',
  summary: 'Show a note to everybody, or leave it out: it names a person, or is no thanks',
  params: z.object({ noteId: Id }),
  body: z.object({ publish: z.boolean() }),
  reply: z.object({}),
})

/** By how people describe themselves; few are not shown. */
const ByGroup = z.object({ newcomer: Shown, local: Shown, unstated: Shown, total: Shown })
export const GivingQuarter = z.object({
  /** `2026-Q3` */
  period: z.string(),
  /** People who gave confirmed hours. */
  gave: ByGroup,
  /** Hours given, shown where everybody's part is large enough. */
  hours: z.object({ newcomer: ShownFigure, local: ShownFigure, unstated: ShownFigure, total: ShownFigure }),
  /** People who sat in a class, a study group or a mentoring meeting. */
  received: ByGroup,
  /** Shifts that took place, by kind of activity: work, not people. */
  shifts: z.array(z.object({ kind: z.string(), count: z.int() })),
  /** Thank-you notes shown in the quarter. */
  notes: z.int(),
})
export const readGiving = operation({
  id: 'volunteers.giving.read',
  method: 'GET',
  path: '/api/v1/volunteers/giving',
  post: 'anyone',
  summary: 'What the community gave and what it received, by finished quarter, both groups side by side',
  reply: z.object({
    quarters: z.array(GivingQuarter),
    /** From when the quarter that is not shown yet will be. */
    next: z.object({ period: z.string(), shownFrom: Day }),
    /** What the street gave the volunteers and the school: money is public. */
    support: z.array(z.object({ organ: Text, what: z.string(), cents: z.nullable(z.int()), on: Day })),
    thanks: z.array(z.object({ ...ThankNote.shape, team: z.object({ id: Id, name: Text }) })),
  }),
})
