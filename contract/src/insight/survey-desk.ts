import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown } from '../platform/shown.ts'
import { Day, Id, Text, words } from '../values.ts'
import { WaveState } from './survey.ts'
import { JudgedOrgan, QuestionnaireContent } from './survey-scales.ts'

const post = 'insight.survey.manage' as const
const wave = z.object({ waveId: Id })
const Count = z.int().check(z.gte(0), z.lte(100_000))

export const Questionnaire = z.object({ id: Id, version: z.int(), title: Text, madeOn: Day, content: QuestionnaireContent })
export type Questionnaire = z.infer<typeof Questionnaire>

export const listQuestionnaires = operation({
  id: 'insight.survey.questionnaires.list',
  method: 'GET',
  path: '/api/v1/survey/questionnaires',
  post,
  summary: 'The questionnaires, each in its latest version',
  reply: z.object({ questionnaires: z.array(Questionnaire), organs: z.array(JudgedOrgan) }),
})

export const saveQuestionnaire = operation({
  id: 'insight.survey.questionnaires.save',
  method: 'POST',
  path: '/api/v1/survey/questionnaires',
  post,
  summary: 'Put a questionnaire together from the shipped scales; saving a known one makes its next version',
  body: z.object({ id: z.optional(Id), title: Text, scales: z.array(z.string()).check(z.minLength(1), z.maxLength(30)) }),
  status: 201,
  reply: z.object({ id: Id, version: z.int() }),
})

export const DeskWave = z.object({
  id: Id,
  title: Text,
  state: WaveState,
  questionnaire: z.object({ id: Id, version: z.int(), title: Text }),
  doors: z.int(),
  leastPerLane: z.int(),
  openLink: z.boolean(),
  opensOn: Day,
  closesOn: Day,
  drawnOn: z.nullable(Day),
  closedOn: z.nullable(Day),
  reminded: z.int(),
  may: z.array(z.enum(['frame', 'fix', 'draw', 'print', 'remind', 'open', 'enter', 'close', 'cancel'])),
})
export type DeskWave = z.infer<typeof DeskWave>

export const listWaves = operation({
  id: 'insight.survey.waves.list',
  method: 'GET',
  path: '/api/v1/survey/waves',
  post,
  summary: 'The waves of the survey, latest first',
  reply: z.object({ waves: z.array(DeskWave) }),
})

export const planWave = operation({
  id: 'insight.survey.waves.plan',
  method: 'POST',
  path: '/api/v1/survey/waves',
  post,
  summary: 'Plan a wave: which version of which questionnaire, how many doors, from when to when',
  body: z.object({
    title: Text,
    questionnaireId: Id,
    doors: z.int().check(z.gte(1), z.lte(20_000)),
    leastPerLane: z._default(z.int().check(z.gte(0), z.lte(100)), 2),
    openLink: z._default(z.boolean(), false),
    opensOn: Day,
    closesOn: Day,
  }),
  status: 201,
  reply: z.object({ id: Id }),
})

const FrameRow = z.object({ laneId: Id, dwellings: Count, countedOn: Day, source: words(200) })
/** A lane's newcomers and locals by the latest public count. */
const PopulationRow = z.object({ laneId: Id, newcomers: Count, locals: Count, countedOn: Day, source: words(200) })

/** Progress in steps of ten, so that two looks at it tell nothing about a door: "at least". */
const AtLeast = z.object({ atLeast: z.int() })

export const readWave = operation({
  id: 'insight.survey.waves.read',
  method: 'GET',
  path: '/api/v1/survey/waves/:waveId',
  post,
  summary: 'A wave at the desk: its frame, how far it has come, and after the close what came of the doors by lane',
  params: wave,
  reply: z.object({
    wave: DeskWave,
    lanes: z.array(
      z.object({
        laneId: Id,
        lane: Text,
        community: Text,
        frame: z.nullable(z.object({ dwellings: z.int(), countedOn: Day, source: z.string(), drawn: z.nullable(z.int()) })),
        population: z.nullable(z.object({ newcomers: z.int(), locals: z.int(), countedOn: Day, source: z.string() })),
        /** While open: how many have answered, at least. */
        progress: z.nullable(AtLeast),
        /** After the close. */
        outcome: z.nullable(z.object({ answered: Shown, not: Shown })),
      }),
    ),
    frameHash: z.nullable(z.string()),
    secretHash: z.nullable(z.string()),
    word: z.nullable(z.string()),
    progress: z.nullable(AtLeast),
    outcome: z.nullable(z.object({ answered: Shown, not: Shown })),
  }),
})

export const saveFrame = operation({
  id: 'insight.survey.frame.save',
  method: 'PUT',
  path: '/api/v1/survey/waves/:waveId/frame',
  post,
  summary: 'Say how many dwellings each lane has and when they were counted; no names and no doors yet',
  params: wave,
  body: z.object({ rows: z.array(FrameRow).check(z.minLength(1), z.maxLength(2000)) }),
  status: 204,
})

export const savePopulation = operation({
  id: 'insight.survey.population.save',
  method: 'PUT',
  path: '/api/v1/survey/population',
  post,
  summary: 'Enter the latest public count of both groups by lane, which answers are weighted to',
  body: z.object({ rows: z.array(PopulationRow).check(z.minLength(1), z.maxLength(2000)) }),
  status: 204,
})

export const fixFrame = operation({
  id: 'insight.survey.waves.fix',
  method: 'POST',
  path: '/api/v1/survey/waves/:waveId/fix',
  post,
  summary: 'Fix the frame and publish its hash and the hash of a secret, before anybody knows the word that is called',
  params: wave,
  reply: z.object({ frameHash: z.string(), secretHash: z.string() }),
})

export const drawDoors = operation({
  id: 'insight.survey.waves.draw',
  method: 'POST',
  path: '/api/v1/survey/waves/:waveId/draw',
  post,
  summary: 'Draw the doors with the word that was called in public',
  params: wave,
  body: z.object({ word: words(100) }),
  reply: z.object({ drawn: z.int() }),
})

export const Letter = z.object({ doorId: Id, lane: Text, community: Text, number: z.int(), code: z.string() })
export type Letter = z.infer<typeof Letter>

export const printLetters = operation({
  id: 'insight.survey.letters.print',
  method: 'POST',
  path: '/api/v1/survey/waves/:waveId/letters',
  post,
  summary: 'Fresh codes for the doors that have not answered, for printing; a code is shown here once and kept as a hash only',
  params: wave,
  body: z.object({
    /** A letter that was lost is printed again as `first`; the code of the lost one opens the same door once. */
    round: z.enum(['first', 'reminder']),
    laneId: z.optional(Id),
  }),
  reply: z.object({ title: Text, closesOn: Day, content: QuestionnaireContent, letters: z.array(Letter) }),
})

const step = <const Verb extends 'open' | 'close' | 'cancel'>(verb: Verb, summary: string) =>
  operation({
    id: `insight.survey.waves.${verb}`,
    method: 'POST',
    path: `/api/v1/survey/waves/:waveId/${verb}`,
    post,
    summary,
    params: wave,
    reply: DeskWave,
  })

export const openWave = step('open', 'Begin asking; a wave also begins by itself on its first day')
export const closeWave = step(
  'close',
  'Stop asking: the box is emptied, shuffled and its key destroyed; a wave also closes by itself after its last day',
)
export const cancelWave = step('cancel', 'Give a wave up; whatever was answered is destroyed unread')
