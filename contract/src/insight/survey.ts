import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Group, Id, Text } from '../values.ts'
import { QuestionnaireContent } from './survey-scales.ts'

/** Planned: the frame may still change. Fixed: frame and secret are committed to. Drawn: there are doors, letters can be printed. */
export const WaveState = z.enum(['planned', 'fixed', 'drawn', 'open', 'closed', 'cancelled'])
export type WaveState = z.infer<typeof WaveState>

export const SurveyCode = z.string().check(z.trim(), z.minLength(16), z.maxLength(40))
/** By item: 1 to 5, or 0 for "prefer not to say, or not sure"; an item that was not reached is left out. */
export const Answers = z.record(z.string().check(z.maxLength(60)), z.int().check(z.gte(0), z.lte(5)))
export type Answers = z.infer<typeof Answers>

/** What is sent in; the same from a phone, from paper and from the door. */
export const AnswerSheet = z.object({ group: Group, answers: Answers })
export type AnswerSheet = z.infer<typeof AnswerSheet>

const wave = z.object({ waveId: Id })

/** A wave as everybody may know it. */
export const PublicWave = z.object({
  id: Id,
  title: Text,
  state: WaveState,
  opensOn: Day,
  closesOn: Day,
  /** How many doors are drawn, and of how many dwellings; null until the frame stands. */
  doors: z.int(),
  dwellings: z.nullable(z.int()),
  openLink: z.boolean(),
  scales: z.array(z.object({ name: Text, about: Text, source: z.string() })),
})
export type PublicWave = z.infer<typeof PublicWave>

export const readSurveys = operation({
  id: 'insight.survey.about',
  method: 'GET',
  path: '/api/v1/survey',
  post: 'anyone',
  summary: 'The survey of neighbours: which waves there are, who is asked, how the doors are drawn',
  reply: z.object({ waves: z.array(PublicWave) }),
})

export const readDoorDraw = operation({
  id: 'insight.survey.draw',
  method: 'GET',
  path: '/api/v1/survey/waves/:waveId/draw',
  post: 'anyone',
  summary: 'What is needed to repeat a draw of doors: the frame, the hashes published before, and after the close the seed',
  params: wave,
  reply: z.object({
    wave: PublicWave,
    frame: z.array(
      z.object({
        laneId: Id,
        lane: Text,
        community: Text,
        dwellings: z.int(),
        countedOn: Day,
        source: z.string(),
        drawn: z.nullable(z.int()),
      }),
    ),
    leastPerLane: z.int(),
    /** As it is hashed: one line per lane, `lane id,dwellings,doors`, sorted, each ended by a line feed. */
    frameFile: z.nullable(z.string()),
    frameHash: z.nullable(z.string()),
    secretHash: z.nullable(z.string()),
    /** The word that was called in public. */
    word: z.nullable(z.string()),
    /** Told when the wave is closed: whoever has it can work out the doors, and nobody is to know them while they are asked. */
    secret: z.nullable(z.string()),
  }),
})

const Asked = z.object({ waveId: Id, title: Text, closesOn: Day, content: QuestionnaireContent })
export type Asked = z.infer<typeof Asked>

export const readSurveyByCode = operation({
  id: 'insight.survey.questions',
  method: 'POST',
  path: '/api/v1/survey/questions',
  post: 'nobody',
  summary: 'The questions that a code from a letter opens; the code is not used up by looking',
  body: z.object({ code: SurveyCode }),
  perMinute: 20,
  reply: Asked,
})

export const answerSurvey = operation({
  id: 'insight.survey.answer',
  method: 'POST',
  path: '/api/v1/survey/answers',
  post: 'nobody',
  summary: 'Send in what a door answered: uses the door’s codes up, and keeps the answers where nothing leads back',
  body: z.object({ code: SurveyCode, ...AnswerSheet.shape }),
  perMinute: 20,
  reply: z.object({ kept: z.literal(true) }),
})

export const declineSurvey = operation({
  id: 'insight.survey.decline',
  method: 'POST',
  path: '/api/v1/survey/declines',
  post: 'nobody',
  summary: 'Say that nobody behind this door wishes to take part; no reminder comes any more',
  body: z.object({ code: SurveyCode }),
  perMinute: 20,
  reply: z.object({ noted: z.literal(true) }),
})

export const readOpenSurvey = operation({
  id: 'insight.survey.open-questions',
  method: 'GET',
  path: '/api/v1/survey/waves/:waveId/questions',
  post: 'anyone',
  summary: 'The questions of a wave that may also be answered without a letter; such answers are a series of their own and no sample',
  params: wave,
  reply: Asked,
})

export const answerOpenSurvey = operation({
  id: 'insight.survey.open-answer',
  method: 'POST',
  path: '/api/v1/survey/waves/:waveId/answers',
  post: 'nobody',
  summary: 'Answer through the open link: kept apart, shown without a margin, marked "not a sample"',
  params: wave,
  body: AnswerSheet,
  perMinute: 3,
  reply: z.object({ kept: z.literal(true) }),
})
