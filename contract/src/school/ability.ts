import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown, ShownFigure } from '../platform/shown.ts'
import { Day, Id, maybeWords, Text } from '../values.ts'
import { CourseModule } from './courses.ts'

export const AbilityMoment = z.enum(['before', 'after', 'later'])
export type AbilityMoment = z.infer<typeof AbilityMoment>

/** Made on the person’s own device or printed on the paper form; the server keeps its hash only. */
const Code = z.string().check(z.trim(), z.minLength(16), z.maxLength(40))
/** Said in class and shown to whoever is in it, so that strangers do not answer. */
const ClassWord = z.string().check(z.trim(), z.minLength(4), z.maxLength(12))
const Step = z.int().check(z.gte(1), z.lte(5))
const Answers = z.array(Step).check(z.minLength(1), z.maxLength(6))

const course = z.object({ courseId: Id })
const Window = z.object({ from: Day, until: Day, open: z.boolean() })

export const readAbilityForm = operation({
  id: 'school.ability.form',
  method: 'GET',
  path: '/api/v1/courses/:courseId/ability',
  post: 'anyone',
  summary: 'The questions of a course and when they can be answered',
  params: course,
  reply: z.object({
    title: Text,
    module: CourseModule,
    questions: z.array(Text),
    /** Null while no session is planned. */
    windows: z.nullable(z.object({ before: Window, after: Window, later: Window })),
  }),
})

export const readClassWord = operation({
  id: 'school.ability.word',
  method: 'GET',
  path: '/api/v1/courses/:courseId/class-word',
  post: 'resident',
  summary: 'The word that lets a class answer, for those who are in it or teach it',
  params: course,
  reply: z.object({ word: z.string() }),
})

export const answerAbility = operation({
  id: 'school.ability.answer',
  method: 'POST',
  path: '/api/v1/courses/:courseId/ability',
  post: 'nobody',
  summary: 'Rate what I can do, under a code that only I hold; nobody is signed in here',
  params: course,
  body: z.object({ code: Code, word: ClassWord, moment: AbilityMoment, answers: Answers }),
  perMinute: 10,
  reply: z.object({ kept: z.literal(true) }),
})

const evaluation = {
  content: Step,
  usefulness: Step,
  place: Step,
  words: z._default(maybeWords(500), ''),
}

export const answerEvaluation = operation({
  id: 'school.evaluations.answer',
  method: 'POST',
  path: '/api/v1/courses/:courseId/evaluation',
  post: 'nobody',
  summary: 'Say what the course was like: content, use, place; once under a code, nobody is signed in here',
  params: course,
  body: z.object({ code: Code, word: ClassWord, ...evaluation }),
  perMinute: 10,
  reply: z.object({ kept: z.literal(true) }),
})

export const enterAbility = operation({
  id: 'school.ability.enter',
  method: 'POST',
  path: '/api/v1/courses/:courseId/ability/paper',
  post: 'school.teach',
  summary: 'A self-rating handed in on paper, by the code printed on it; it counts like every other',
  params: course,
  body: z.object({ code: Code, moment: AbilityMoment, answers: Answers }),
  reply: z.object({ kept: z.literal(true) }),
})

export const enterEvaluation = operation({
  id: 'school.evaluations.enter',
  method: 'POST',
  path: '/api/v1/courses/:courseId/evaluation/paper',
  post: 'school.teach',
  summary: 'An evaluation handed in on paper',
  params: course,
  body: z.object({ code: Code, ...evaluation }),
  reply: z.object({ kept: z.literal(true) }),
})

export const printAbilityForms = operation({
  id: 'school.ability.print',
  method: 'GET',
  path: '/api/v1/courses/:courseId/ability/forms',
  post: 'school.teach',
  summary: 'Fresh codes for paper forms, as many as asked; they are printed and kept nowhere',
  params: course,
  query: z.object({ forms: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(60)), 20) }),
  reply: z.object({ codes: z.array(z.string()), word: z.string() }),
})

/** How the same people rated themselves at two moments; shown from ten pairs on. */
export const PairedChange = z.object({
  question: Text,
  before: ShownFigure,
  next: ShownFigure,
  change: ShownFigure,
  /** 95 % interval of the mean change. */
  low: ShownFigure,
  high: ShownFigure,
})
export type PairedChange = z.infer<typeof PairedChange>
export const AbilityResult = z.object({ pairs: Shown, questions: z.array(PairedChange) })
export type AbilityResult = z.infer<typeof AbilityResult>

export const readAbilityResults = operation({
  id: 'school.ability.results',
  method: 'GET',
  path: '/api/v1/courses/:courseId/ability/results',
  post: 'anyone',
  summary: 'Before and after, before and three months on, of one course; counted once when nobody can answer any more',
  params: course,
  reply: z.object({
    title: Text,
    module: CourseModule,
    after: z.nullable(AbilityResult),
    later: z.nullable(AbilityResult),
    afterFrom: z.nullable(Day),
    laterFrom: z.nullable(Day),
  }),
})

export const readModuleResults = operation({
  id: 'school.ability.modules',
  method: 'GET',
  path: '/api/v1/school/ability',
  post: 'anyone',
  summary: 'The same by module, over all courses counted so far',
  reply: z.object({ modules: z.array(z.object({ module: CourseModule, after: AbilityResult, later: AbilityResult })) }),
})

export const readEvaluation = operation({
  id: 'school.evaluations.read',
  method: 'GET',
  path: '/api/v1/courses/:courseId/evaluation',
  post: 'school.teach',
  summary: 'What a class said of its course, for whoever taught it; from ten answers on',
  params: course,
  reply: z.object({
    title: Text,
    /** Null until the window is over. */
    result: z.nullable(
      z.object({ answers: Shown, content: ShownFigure, usefulness: ShownFigure, place: ShownFigure, words: z.array(z.string()) }),
    ),
    from: z.nullable(Day),
  }),
})
