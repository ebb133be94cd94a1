import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown } from '../platform/shown.ts'
import { Day, Id, Phone, Text, words } from '../values.ts'
import { Dialect, Skill } from './skills.ts'

export const TeamKind = z.enum(['corps', 'patrol', 'taskTeam'])
export type TeamKind = z.infer<typeof TeamKind>

export const TeamWords = z.object({
  name: Text,
  about: Text,
  dialects: z._default(z.array(Dialect).check(z.maxLength(8)), []),
})

export const Team = z.object({
  id: Id,
  kind: TeamKind,
  name: Text,
  about: Text,
  dialects: z.array(z.string()),
  organ: z.object({ id: Id, name: Text }),
  leader: z.object({ postId: Id, post: Text }),
  /** Of a task team, whose work has an end. */
  endsOn: z.nullable(Day),
  closedOn: z.nullable(Day),
  members: Shown,
  /** The reader is in it. */
  mine: z.boolean(),
  may: z.array(z.enum(['join', 'leave', 'lead', 'change', 'close'])),
})
export type Team = z.infer<typeof Team>

const one = z.object({ teamId: Id })

export const listTeams = operation({
  id: 'volunteers.teams.list',
  method: 'GET',
  path: '/api/v1/volunteers/teams',
  post: 'anyone',
  summary: 'The teams of the corps, the patrols and the task teams that are at work',
  query: z.object({ closed: z.optional(z.literal('yes')) }),
  reply: z.object({ items: z.array(Team) }),
})

export const readTeam = operation({
  id: 'volunteers.teams.read',
  method: 'GET',
  path: '/api/v1/volunteers/teams/:teamId',
  post: 'anyone',
  summary: 'One team: what it does and who answers for it, by post',
  params: one,
  reply: Team,
})

export const joinTeam = operation({
  id: 'volunteers.teams.join',
  method: 'POST',
  path: '/api/v1/volunteers/teams/:teamId/membership',
  post: 'resident',
  inPerson: true,
  summary: 'Join a team; nothing else is asked',
  params: one,
  reply: Team,
})

export const leaveTeam = operation({
  id: 'volunteers.teams.leave',
  method: 'DELETE',
  path: '/api/v1/volunteers/teams/:teamId/membership',
  post: 'resident',
  summary: 'Leave a team; nobody asks why and nothing is kept of it',
  params: one,
  reply: Team,
})

export const foundTeam = operation({
  id: 'volunteers.teams.found',
  method: 'POST',
  path: '/api/v1/volunteers/teams',
  post: 'volunteers.coordinate',
  summary: 'Set up a team; a task team has a last day',
  body: z.object({ ...TeamWords.shape, kind: TeamKind, leaderPost: Id, endsOn: z._default(z.nullable(Day), null) }),
  status: 201,
  reply: Team,
})

export const changeTeam = operation({
  id: 'volunteers.teams.change',
  method: 'PUT',
  path: '/api/v1/volunteers/teams/:teamId',
  post: 'volunteers.lead',
  summary: 'What a team says about itself',
  params: one,
  body: z.object({ ...TeamWords.shape, endsOn: z._default(z.nullable(Day), null) }),
  reply: Team,
})

export const closeTeam = operation({
  id: 'volunteers.teams.close',
  method: 'POST',
  path: '/api/v1/volunteers/teams/:teamId/close',
  post: 'volunteers.coordinate',
  summary: 'The team has done its work; refused while it has shifts ahead',
  params: one,
  reply: Team,
})

/** Skills and dialects are there only of whoever agreed that the leader may see them. */
export const TeamMember = z.object({
  personId: Id,
  name: z.string(),
  phone: z.nullable(z.string()),
  minor: z.boolean(),
  guardianSeenOn: z.nullable(Day),
  dialects: z.array(z.string()),
  skills: z.array(z.object({ skill: Skill, verifiedUntil: z.nullable(Day) })),
})
export type TeamMember = z.infer<typeof TeamMember>

export const listTeamMembers = operation({
  id: 'volunteers.teams.members',
  method: 'GET',
  path: '/api/v1/volunteers/teams/:teamId/members',
  post: 'volunteers.lead',
  purpose: 'volunteerTeam',
  summary: 'Who is in the own team; every look is shown to them',
  params: one,
  reply: z.object({ items: z.array(TeamMember) }),
})

export const enterMember = operation({
  id: 'volunteers.teams.enter-member',
  method: 'POST',
  path: '/api/v1/volunteers/teams/:teamId/members',
  post: 'volunteers.lead',
  summary: 'From the paper form: whoever both the name and the number fit joins the team',
  params: one,
  body: z.object({ name: words(60), phone: Phone }),
  status: 201,
  reply: z.object({ personId: Id }),
})

/** Posts that may lead a team of the corps. */
export const listLeaderPosts = operation({
  id: 'volunteers.teams.leader-posts',
  method: 'GET',
  path: '/api/v1/volunteers/leader-posts',
  post: 'volunteers.coordinate',
  summary: 'Posts of the corps that can lead a team',
  reply: z.object({ items: z.array(z.object({ id: Id, name: Text })) }),
})
