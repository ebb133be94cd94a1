import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Text } from '../values.ts'
import { Definition } from './services.ts'

/** The fields of a case in the department's order, one key each, so that nothing is typed twice from memory. */
export const readCopySheet = operation({
  id: 'station.cases.copy-sheet',
  method: 'GET',
  path: '/api/v1/desk/cases/:caseId/copy-sheet',
  post: 'resident',
  summary: 'The copy sheet for the department’s own system; reading it is recorded',
  params: z.object({ caseId: Id }),
  purpose: 'copySheet',
  reply: z.object({
    number: z.string(),
    departmentNumber: z.nullable(z.string()),
    fields: z.array(z.object({ key: z.string(), label: z.string(), value: z.string() })),
  }),
})

/** What the service's letter to the other place says for this case; the clerk reads it, changes it and sends it. */
export const beginExternalLetter = operation({
  id: 'station.cases.external-letter',
  method: 'GET',
  path: '/api/v1/desk/cases/:caseId/external/letter',
  post: 'station.cases.work',
  summary: 'Begin the letter to the other place from the service’s text and the case; reading it is recorded',
  params: z.object({ caseId: Id }),
  purpose: 'externalLetter',
  reply: z.object({ letter: z.string() }),
})

/** For a power cut: the queue, the forms and a phone list, on paper. */
export const readDailyPack = operation({
  id: 'station.cases.daily-pack',
  method: 'GET',
  path: '/api/v1/desk/daily-pack',
  post: 'station.cases.work',
  summary: 'What to print in the morning, so that the desk can go on by hand',
  purpose: 'dailyPack',
  reply: z.object({
    day: Day,
    queue: z.array(
      z.object({
        number: z.string(),
        service: Text,
        person: z.string(),
        phone: z.string(),
        state: z.string(),
        dueOn: z.nullable(Day),
        next: z.string(),
      }),
    ),
    forms: z.array(Definition),
    phones: z.array(z.object({ name: Text, phone: z.string() })),
  }),
})

/** A service's form on A4, empty or filled in, with the code that leads to it. */
export const readPaperForm = operation({
  id: 'station.services.paper-form',
  method: 'GET',
  path: '/api/v1/services/:key/paper-form',
  post: 'anyone',
  summary: 'The form of a service for paper: the same questions in the same order',
  params: z.object({ key: z.string().check(z.maxLength(60)) }),
  reply: z.object({ definition: Definition, street: Text, link: z.string() }),
})
