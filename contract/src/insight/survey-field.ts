import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Text } from '../values.ts'
import { AnswerSheet, SurveyCode } from './survey.ts'
import { QuestionnaireContent } from './survey-scales.ts'

/** What came of a door, for the response rate RR1 (AAPOR 2023, Standard Definitions); `waiting` at the close means "unknown". */
export const DoorState = z.enum(['waiting', 'nonContact', 'refused', 'notEligible', 'answered'])
export type DoorState = z.infer<typeof DoorState>

/** A door on an interviewer's list, with a code of its own so that the answers can be sent in by nobody. */
export const FieldDoor = z.object({ id: Id, laneId: Id, lane: Text, number: z.int(), state: DoorState, code: z.string() })
export type FieldDoor = z.infer<typeof FieldDoor>

export const readFieldwork = operation({
  id: 'insight.survey.field.waves',
  method: 'GET',
  path: '/api/v1/survey/field',
  post: 'insight.survey.enter',
  summary: 'The waves that are being asked, and the lanes they are asked in',
  reply: z.object({
    waves: z.array(
      z.object({
        id: Id,
        title: Text,
        closesOn: Day,
        lanes: z.array(z.object({ id: Id, name: Text, community: Text })),
        content: QuestionnaireContent,
      }),
    ),
  }),
})

export const takeDoors = operation({
  id: 'insight.survey.field.take',
  method: 'POST',
  path: '/api/v1/survey/waves/:waveId/rounds',
  post: 'insight.survey.enter',
  summary: 'Take the doors of a lane that have not answered, with a fresh code for each, for asking at the door without a network',
  params: z.object({ waveId: Id }),
  body: z.object({ laneId: Id }),
  reply: z.object({ doors: z.array(FieldDoor) }),
})

export const noteDoor = operation({
  id: 'insight.survey.field.note',
  method: 'POST',
  path: '/api/v1/survey/doors/:doorId/state',
  post: 'insight.survey.enter',
  summary: 'Note what came of a door: nobody met, does not wish to, no dwelling; or take it back',
  params: z.object({ doorId: Id }),
  body: z.object({ state: z.enum(['waiting', 'nonContact', 'refused', 'notEligible']) }),
  reply: z.object({ state: DoorState }),
})

export const enterPaper = operation({
  id: 'insight.survey.paper.enter',
  method: 'POST',
  path: '/api/v1/survey/papers',
  post: 'insight.survey.enter',
  summary: 'Enter a questionnaire that came back on paper, by the code printed on it',
  body: z.object({ code: SurveyCode, ...AnswerSheet.shape }),
  reply: z.object({ kept: z.literal(true) }),
})
