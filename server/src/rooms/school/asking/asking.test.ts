import {
  answerAbility,
  answerEvaluation,
  enterAbility,
  enterEvaluation,
  printAbilityForms,
  readAbilityForm,
  readAbilityResults,
  readClassWord,
  readEvaluation,
  readModuleResults,
} from '@ronghe/contract/school/ability.ts'
import { stepCourse } from '@ronghe/contract/school/course-desk.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimCode } from '../../../platform/codes.ts'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { openClass, learners } from '../class.testing.ts'
import { classWord } from './class-word.ts'
import { makeResults } from './results.ts'

let town: Town
let params: { courseId: string }
let word: string
const codes = learners.map(() => claimCode())
beforeAll(async () => {
  town = await openTown()
  params = await openClass(town)
  ;({ word } = await town.as('zhou').call(readClassWord, { params }))
})
afterAll(() => town.close())

const few = { kind: 'few' }
const rate = (code: string, moment: 'before' | 'after' | 'later', answers: readonly number[]) =>
  town.anonymous.call(answerAbility, { params, body: { code, word, moment, answers: [...answers] } })

test('the word is for the class; without it, at the wrong time or with a code that is none, nothing is kept', async () => {
  expect(word).toMatch(/^[2-9A-Z]{6}$/)
  expect(await town.as('heMin').refused(readClassWord, { params })).toMatchObject({ code: 'class-not-yours' })
  const body = { code: codes[0]!, word, moment: 'before' as const, answers: [1, 1, 1] }
  const refused = async (change: object) => town.anonymous.refused(answerAbility, { params, body: { ...body, ...change } as never })
  expect(await refused({ word: 'AAAAAA' })).toMatchObject({ errors: [{ path: 'word', code: 'class-word-wrong' }] })
  expect(await refused({ code: '0000-0000-0000-0001' })).toMatchObject({ errors: [{ path: 'code', code: 'asking-code-wrong' }] })
  expect(await refused({ answers: [1, 1] })).toMatchObject({ errors: [{ path: 'answers' }] })
  expect(await refused({ answers: [1, 1, 6] })).toMatchObject({ code: 'fields' })
  expect(await refused({ moment: 'after' })).toMatchObject({ code: 'asking-not-open' })
  expect((await town.anonymous.call(readAbilityForm, { params })).windows).toMatchObject({
    before: { open: true, until: '2026-11-26' },
    after: { open: false, from: '2026-12-15', until: '2026-12-29' },
    later: { from: '2027-03-15' },
  })
  expect(await town.rows('select 1 from ability_answer')).toEqual([])
})

test('answers lie under a hash: no person, no hour, no actor in the journal; the same code answers a moment once', async () => {
  for (const code of codes.slice(0, 10)) await rate(code, 'before', [2, 2, 3])
  expect(
    await town.anonymous.refused(answerAbility, {
      params,
      body: { code: codes[0]!.toLowerCase(), word, moment: 'before', answers: [5, 5, 5] },
    }),
  ).toMatchObject({
    code: 'asking-answered',
  })
  const rows = await town.rows<Record<string, unknown>>('select * from ability_answer')
  expect(Object.keys(rows[0]!).toSorted()).toEqual(['answers', 'channel', 'claim_hash', 'course_id', 'moment', 'on_day', 'street_id'])
  const leaves = await town.rows<{ id: string; date_only: boolean }>(
    `select id, date_only from journal_leaf where kind = 'school.ability.answered'`,
  )
  expect(leaves.every(({ date_only }) => date_only)).toBe(true)
  const about = await town.rows('select 1 from journal_entry where leaf_id = any($1)', [leaves.map(({ id }) => id)])
  expect(about).toEqual([])
  expect(
    await town.rows('select 1 from idempotency where operation = $1 and scope::text like $2', ['school.ability.answer', '%person%']),
  ).toEqual([])
})

test('paper counts the same; more answers than there are people in the class are refused', async () => {
  const { codes: printed, word: printedWord } = await town.as('dengKai').call(printAbilityForms, { params, query: { forms: 3 } })
  expect(printedWord).toBe(word)
  await town.as('dengKai').call(enterAbility, { params, body: { code: codes[10]!, moment: 'before', answers: [2, 2, 3] } })
  expect(
    await town.as('dengKai').refused(enterAbility, { params, body: { code: printed[0]!, moment: 'before', answers: [1, 1, 1] } }),
  ).toMatchObject({
    code: 'asking-full',
  })
  for (const who of ['yeLan', 'zhou'] as const) {
    const code = who === 'zhou' ? 'not-permitted' : 'class-not-taught'
    expect(
      await town.as(who).refused(enterAbility, { params, body: { code: printed[0]!, moment: 'before', answers: [1, 1, 1] } }),
    ).toMatchObject({ code })
    expect(await town.as(who).refused(printAbilityForms, { params, query: { forms: 1 } })).toMatchObject({ code })
  }
  expect(await town.rows('select channel from ability_answer order by channel desc limit 1')).toEqual([{ channel: 'phone' }])
  expect(await town.rows(`select 1 from ability_answer where channel = 'paper'`)).toHaveLength(1)
})

test('the pairs are counted once, when nobody can answer any more, and a mean has its interval', async () => {
  await town.as('suMin').call(stepCourse, { params, body: { step: 'start' } })
  town.at('2026-12-16T09:00:00+08:00')
  for (const code of codes.slice(0, 10)) await rate(code, 'after', [4, 2, 3])
  for (const code of codes.slice(0, 9))
    await town.anonymous.call(answerEvaluation, { params, body: { code, word, content: 4, usefulness: 5, place: 3 } })
  await town
    .as('dengKai')
    .call(enterEvaluation, { params, body: { code: codes[9]!, content: 4, usefulness: 5, place: 3, words: '灯太暗。' } })
  const early = await town.anonymous.call(readAbilityResults, { params })
  expect(early).toMatchObject({ after: null, later: null, afterFrom: '2026-12-30' })
  town.at('2026-12-30T09:00:00+08:00')
  await town.deed(makeResults)
  const { after } = await town.anonymous.call(readAbilityResults, { params })
  expect(after!.pairs).toEqual({ kind: 'shown', count: 10 })
  expect(after!.questions[0]).toMatchObject({
    before: { value: 2 },
    next: { value: 4 },
    change: { value: 2 },
    low: { value: 2 },
    high: { value: 2 },
  })
  expect(after!.questions[1]).toMatchObject({ change: { value: 0 } })
  expect((await town.anonymous.call(readModuleResults)).modules.find(({ module }) => module === 'vocationalSkills')).toMatchObject({
    after: { pairs: { count: 10 } },
    later: { pairs: few },
  })
  // What was counted stays: a reading a day later is the same reading.
  await town.deed(makeResults)
  expect((await town.anonymous.call(readAbilityResults, { params })).after).toEqual(after)
})

test('a course is evaluated by its class and read by its own lecturer, words without an order', async () => {
  expect(await town.as('dengKai').call(readEvaluation, { params })).toMatchObject({
    result: { answers: { count: 10 }, content: { value: 4 }, usefulness: { value: 5 }, place: { value: 3 }, words: ['灯太暗。'] },
  })
  expect(await town.as('suMin').call(readEvaluation, { params })).toMatchObject({ result: { answers: { count: 10 } } })
  expect(await town.as('yeLan').refused(readEvaluation, { params })).toMatchObject({ code: 'class-not-taught' })
  expect(await town.as('zhou').refused(readEvaluation, { params })).toMatchObject({ code: 'not-permitted' })
  // The code of the self-rating does not lead to the evaluation.
  const hashes = await town.rows(`select a.claim_hash from ability_answer a join course_evaluation e on e.claim_hash = a.claim_hash`)
  expect(hashes).toEqual([])
})

test('three months on: counted, under ten nothing is shown, and then the answers themselves are gone', async () => {
  town.at('2027-03-20T09:00:00+08:00')
  for (const code of codes.slice(0, 9)) await rate(code, 'later', [5, 5, 5])
  town.at('2027-04-15T09:00:00+08:00')
  await town.deed(makeResults)
  const { later } = await town.anonymous.call(readAbilityResults, { params })
  expect(later!.pairs).toEqual(few)
  expect(later!.questions[0]).toMatchObject({ before: few, next: few, change: few, low: few, high: few })
  expect(await town.rows('select 1 from ability_answer')).toEqual([])
  expect(classWord(await town.deed(async (deed) => deed), params.courseId)).toBe(word)
})
