import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Page, pageOf, Phone, words } from '../values.ts'
import { FreeTime, Skill } from './skills.ts'

/** What a volunteer said about helping; everything but `minor` may stay empty. */
export const VolunteerWishes = z.object({
  available: z.array(FreeTime).check(z.maxLength(28)),
  /** Lanes named as near; never where somebody lives. */
  nearLanes: z.array(Id).check(z.maxLength(10)),
  nights: z.boolean(),
  minor: z.boolean(),
  skills: z.array(Skill).check(z.maxLength(12)),
})

export const VolunteerProfile = z.object({
  ...VolunteerWishes.shape,
  skills: z.array(z.object({ skill: Skill, verifiedUntil: z.nullable(Day) })),
  guardianSeenOn: z.nullable(Day),
  /** From the person's own profile, where they are changed. */
  dialects: z.array(z.string()),
  /** Whether leaders may see skills and dialects; given and withdrawn among the consents. */
  leadersSee: z.boolean(),
})
export type VolunteerProfile = z.infer<typeof VolunteerProfile>

export const readMyVolunteering = operation({
  id: 'volunteers.profile.read',
  method: 'GET',
  path: '/api/v1/volunteers/me',
  post: 'resident',
  summary: 'What I said about helping; null before the first time',
  reply: z.object({ profile: z.nullable(VolunteerProfile) }),
})

export const writeMyVolunteering = operation({
  id: 'volunteers.profile.write',
  method: 'PUT',
  path: '/api/v1/volunteers/me',
  post: 'resident',
  inPerson: true,
  summary: 'When, where and with what I can help',
  body: VolunteerWishes,
  reply: z.object({ profile: z.nullable(VolunteerProfile) }),
})

export const stopVolunteering = operation({
  id: 'volunteers.profile.stop',
  method: 'DELETE',
  path: '/api/v1/volunteers/me',
  post: 'resident',
  inPerson: true,
  summary: 'Stop: leaves every team and coming shift and deletes what I said; hours stay',
  reply: z.object({ profile: z.nullable(VolunteerProfile) }),
})

export const VolunteerLine = z.object({
  personId: Id,
  name: z.string(),
  phone: z.nullable(z.string()),
  minor: z.boolean(),
  guardianSeenOn: z.nullable(Day),
  teams: z.array(z.string()),
  /** How the entry came in. */
  fromPaper: z.boolean(),
})
export type VolunteerLine = z.infer<typeof VolunteerLine>

export const listVolunteers = operation({
  id: 'volunteers.people.list',
  method: 'GET',
  path: '/api/v1/volunteers/people',
  post: 'volunteers.coordinate',
  purpose: 'volunteerRegister',
  summary: 'The volunteers of the corps, by the date they came; each is shown that somebody looked',
  query: z.object({ ...Page }),
  reply: pageOf(VolunteerLine),
})

export const enterVolunteer = operation({
  id: 'volunteers.people.enter',
  method: 'POST',
  path: '/api/v1/volunteers/people',
  post: 'volunteers.coordinate',
  summary: 'A paper form: a new name and number is registered, a known one is found',
  body: z.object({ name: words(60), phone: Phone, minor: z.boolean(), available: z.array(FreeTime).check(z.maxLength(28)) }),
  status: 201,
  reply: z.object({ personId: Id }),
})

export const noteGuardian = operation({
  id: 'volunteers.people.guardian',
  method: 'POST',
  path: '/api/v1/volunteers/people/:personId/guardian',
  post: 'volunteers.coordinate',
  summary: 'The guardian’s signed paper was seen; the paper itself is given back',
  params: z.object({ personId: Id }),
  body: z.object({ seenOn: Day }),
  reply: z.object({ guardianSeenOn: Day }),
})

export const verifySkill = operation({
  id: 'volunteers.people.verify-skill',
  method: 'POST',
  path: '/api/v1/volunteers/people/:personId/skills',
  post: 'volunteers.lead',
  summary: 'The proof of a skill was seen and holds until a day; only of whoever lets leaders see skills',
  params: z.object({ personId: Id }),
  body: z.object({ skill: Skill, until: Day }),
  reply: z.object({ verifiedUntil: Day }),
})

const RowFault = z.object({ row: z.int(), sentence: z.string() })
export const importVolunteers = operation({
  id: 'volunteers.people.import',
  method: 'POST',
  path: '/api/v1/volunteers/people/import',
  post: 'volunteers.coordinate',
  summary:
    'A sheet of volunteers (multipart: `file`, `preview` = yes to write nothing): name, phone, team; good rows are written, the others listed',
  media: { request: 'multipart/form-data' },
  reply: z.object({ written: z.int(), known: z.int(), faults: z.array(RowFault) }),
})

export const exportVolunteers = operation({
  id: 'volunteers.people.export',
  method: 'POST',
  path: '/api/v1/volunteers/people/export',
  post: 'volunteers.coordinate',
  purpose: 'volunteerRegister',
  summary: 'The volunteers as a sheet: name, phone, teams; never hours, groups or wishes',
  body: z.object({ purpose: words(200) }),
  media: { reply: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
})
