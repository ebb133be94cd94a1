import * as desk from '@ronghe/contract/insight/survey-desk.ts'
import * as field from '@ronghe/contract/insight/survey-field.ts'
import * as survey from '@ronghe/contract/insight/survey.ts'
import { writeSetting } from '@ronghe/contract/programme/settings.ts'
import { drawDoors, readFrame } from '@ronghe/sortition'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { hexHash } from './frame.ts'
import { allAnswered, lanesIn, opened, planned } from './survey.testing.ts'

let town: Town
let wave: Awaited<ReturnType<typeof opened>>
beforeAll(async () => {
  town = await openTown()
  wave = await opened(town, { openLink: true })
})
afterAll(() => town.close())

const send = (code: string, group: 'newcomer' | 'local' | 'unstated' = 'newcomer', step = 4) =>
  town.anonymous.call(survey.answerSurvey, { body: { code, group, answers: allAnswered(wave.content, group, step) } })

test('nobody runs the survey but the university’s lead: not a resident, not the station, not a station lead who is given the post', async () => {
  expect((await town.as('chen').refused(desk.listWaves, {})).code).toBe('not-permitted')
  expect((await town.as('officerLin').refused(desk.listWaves, {})).code).toBe('not-permitted')
  expect((await town.as('tangJing').refused(desk.listWaves, {})).code).toBe('not-permitted')
  // Were the survey's post put into the station, its holder would be refused.
  const [post] = await town.rows<{ id: string; organ_id: string }>(
    `select p.id, p.organ_id from post p where p.street_id = $1 and p.kind = 'surveyLead'`,
    [town.street.id],
  )
  const move = (organ: string) => town.rows('update post set organ_id = $2 where id = $1', [post!.id, organ])
  const [station] = await town.rows<{ id: string }>(`select id from organ where street_id = $1 and kind = 'station'`, [town.street.id])
  await move(station!.id)
  expect((await town.as('luoWen').refused(desk.fixFrame, { params: wave.params })).code).toBe('survey-organ-judged')
  await move(post!.organ_id)
})

test('a questionnaire leaves out what the street does not run, calls organs by their own names, and a change is a new version', async () => {
  const asked = wave.content.scales.find(({ id }) => id === 'trustOrgans')!
  expect(asked.items.map(({ organ }) => organ)).toContain('branch')
  expect(asked.items.find(({ organ }) => organ === 'school')!.text['zh-CN']).toBe('融合学堂')
  const lead = town.as('luoWen')
  const { questionnaires } = await lead.call(desk.listQuestionnaires, {})
  const again = await lead.call(desk.saveQuestionnaire, {
    body: { id: questionnaires[0]!.id, title: { 'zh-CN': '短的' }, scales: ['stay', 'closeness'] },
  })
  expect(again).toEqual({ id: questionnaires[0]!.id, version: 2 })
  const known = (await lead.call(desk.listQuestionnaires, {})).questionnaires
  expect(known[0]!.content.scales.map(({ id }) => id)).toEqual(['closeness', 'stay'])
  // The wave goes on asking what it was planned with.
  expect((await town.anonymous.call(survey.readOpenSurvey, { params: wave.params })).content).toEqual(wave.content)
  await town.as('zhaoYu').call(writeSetting, {
    params: { key: 'modules' },
    body: { value: { council: true, corps: true, school: true, branch: false } },
  })
  const without = await lead.call(desk.saveQuestionnaire, { body: { title: { 'zh-CN': '没有支部' }, scales: ['trustOrgans'] } })
  const all = (await lead.call(desk.listQuestionnaires, {})).questionnaires
  expect(all.find(({ id }) => id === without.id)!.content.scales[0]!.items.map(({ organ }) => organ)).toEqual([
    'station',
    'council',
    'corps',
    'school',
  ])
  expect(JSON.stringify(all.find(({ id }) => id === without.id))).not.toMatch(/支部委|branch/)
})

test('the frame: lanes of this street, once each, counted on a day that has come; the least of all lanes must fit the doors', async () => {
  const params = await planned(town, { doors: 5 })
  const lead = town.as('luoWen')
  const [one, two, three] = await lanesIn(town)
  const row = (laneId: string, dwellings: number) => ({ laneId, dwellings, countedOn: '2026-11-01', source: '巷长点数' })
  expect((await lead.refused(desk.fixFrame, { params })).code).toBe('survey-no-frame')
  const wrong = await lead.refused(desk.saveFrame, {
    params,
    body: { rows: [row(one!, 3), row(one!, 4), { ...row(two!, 5), countedOn: '2027-01-01' }, row(wave.params.waveId, 1)] },
  })
  expect(wrong.errors?.map(({ path, code }) => [path, code])).toEqual([
    ['rows.1', 'survey-lane-twice'],
    ['rows.2', 'survey-counted-later'],
    ['rows.3', 'survey-no-such-lane'],
  ])
  await lead.call(desk.saveFrame, { params, body: { rows: [row(one!, 30), row(two!, 20), row(three!, 10)] } })
  expect((await lead.refused(desk.fixFrame, { params })).code).toBe('survey-too-few-doors')
  expect((await lead.refused(desk.drawDoors, { params, body: { word: 'x' } })).code).toBe('survey-not-now')
  expect((await town.as('chen').refused(desk.saveFrame, { params, body: { rows: [row(one!, 1)] } })).code).toBe('not-permitted')
  expect((await town.anonymous.refused(survey.readDoorDraw, { params })).code).toBe('no-survey-wave')
  await lead.call(desk.cancelWave, { params })
})

test('before the word is called frame and secret are committed to; doors stay unknown until the close', async () => {
  const told = await town.anonymous.call(survey.readDoorDraw, { params: wave.params })
  expect(hexHash(told.frameFile!)).toBe(told.frameHash)
  expect(told.frame.map(({ drawn }) => drawn)).toEqual([20, 20, 20])
  expect(told.word).toBe('2026136期 03 07 12 19 22 31 08')
  expect(told.secret).toBeNull()
  expect(JSON.stringify(told)).not.toContain(wave.letters[0]!.code)
})

test('a letter opens the questions, not used up by looking; what was not asked or is no answer is refused', async () => {
  const { code } = wave.letters[0]!
  const asked = await town.anonymous.call(survey.readSurveyByCode, { body: { code: code.toLowerCase().replaceAll('-', ' ') } })
  expect(asked.content).toEqual(wave.content)
  const refused = (body: object) =>
    town.anonymous.refused(survey.answerSurvey, { body: { code, group: 'local', answers: { 'stay.1': 3 }, ...body } as never })
  expect((await refused({ answers: { 'prejudice.1': 3 } })).errors).toMatchObject([{ code: 'survey-not-asked' }])
  expect((await refused({ answers: { 'stay.1': 6 } })).code).toBe('fields')
  expect((await refused({ answers: {} })).errors).toMatchObject([{ path: 'answers' }])
  expect((await refused({ code: '0000-0000-0000-0001' })).errors).toMatchObject([{ code: 'survey-code-wrong' }])
})

test('a code is used up once, on whatever way and by whichever letter of the same door', async () => {
  const { lead } = wave
  const [first, second, third] = wave.letters
  await send(first!.code)
  await expect(
    town.anonymous.refused(survey.answerSurvey, { body: { code: first!.code, group: 'local', answers: { 'stay.1': 1 } } }),
  ).resolves.toMatchObject({
    code: 'survey-code-used',
  })
  // The reminder of a door has another code; both open the door, one of them once. No letter goes to the door that answered.
  const reminder = await lead.call(desk.printLetters, { params: wave.params, body: { round: 'reminder' } })
  expect(reminder.letters).toHaveLength(59)
  expect(reminder.letters.map(({ doorId }) => doorId)).not.toContain(first!.doorId)
  const again = reminder.letters.find(({ doorId }) => doorId === second!.doorId)!
  await send(again.code)
  expect((await town.anonymous.refused(survey.readSurveyByCode, { body: { code: second!.code } })).code).toBe('survey-code-used')
  // Whoever wrote that nobody wishes to take part gets no reminder, and may think better of it.
  await town.anonymous.call(survey.declineSurvey, { body: { code: third!.code } })
  const last = await lead.call(desk.printLetters, { params: wave.params, body: { round: 'reminder' } })
  expect(last.letters.map(({ doorId }) => doorId)).not.toContain(third!.doorId)
  expect(last.letters).toHaveLength(57)
  await send(third!.code)
  expect((await lead.refused(desk.printLetters, { params: wave.params, body: { round: 'reminder' } })).code).toBe('survey-not-now')
})

test('of two who send the same code at once one is kept', async () => {
  const { code } = wave.letters[3]!
  const body = { code, group: 'unstated' as const, answers: allAnswered(wave.content, 'unstated', 3) }
  const both = await Promise.all([1, 2].map(() => town.anonymous.raw(survey.answerSurvey, { body })))
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('on paper and at the door the same is asked; an interviewer takes doors with codes of their own and notes the others', async () => {
  await town.as('luoWen').call(field.enterPaper, {
    body: { code: wave.letters[4]!.code, group: 'local', answers: allAnswered(wave.content, 'local', 2) },
  })
  expect(
    (await town.as('heMin').refused(field.enterPaper, { body: { code: wave.letters[5]!.code, group: 'local', answers: { 'stay.1': 1 } } }))
      .code,
  ).toBe('not-permitted')
  const interviewer = town.as('tangJing')
  const { waves } = await interviewer.call(field.readFieldwork, {})
  expect(waves.find(({ id }) => id === wave.params.waveId)!.lanes).toHaveLength(3)
  const { doors } = await interviewer.call(field.takeDoors, { params: wave.params, body: { laneId: wave.lanes[2]! } })
  expect(doors).toHaveLength(20)
  await send(doors[0]!.code, 'local')
  const note = (doorId: string, state: 'nonContact' | 'refused' | 'notEligible' | 'waiting') =>
    interviewer.call(field.noteDoor, { params: { doorId }, body: { state } })
  await note(doors[1]!.id, 'nonContact')
  await note(doors[2]!.id, 'refused')
  await note(doors[3]!.id, 'notEligible')
  expect((await interviewer.refused(field.noteDoor, { params: { doorId: doors[0]!.id }, body: { state: 'refused' } })).code).toBe(
    'survey-code-used',
  )
  // Nobody met is asked again; whoever refused is not.
  expect(
    (await interviewer.call(field.takeDoors, { params: wave.params, body: { laneId: wave.lanes[2]! } })).doors.map(({ number }) => number),
  ).not.toContain(doors[2]!.number)
  expect((await town.as('chen').refused(field.readFieldwork, {})).code).toBe('not-permitted')
})

test('the open link is another series; a wave without one has none', async () => {
  await town.anonymous.call(survey.answerOpenSurvey, {
    params: wave.params,
    body: { group: 'newcomer', answers: allAnswered(wave.content, 'newcomer', 5) },
  })
  const shut = await opened(town, { lanes: 1, doors: 10 })
  expect((await town.anonymous.refused(survey.readOpenSurvey, { params: shut.params })).code).toBe('no-survey-wave')
  expect(
    (await town.anonymous.refused(survey.answerOpenSurvey, { params: shut.params, body: { group: 'local', answers: { 'stay.1': 1 } } }))
      .code,
  ).toBe('no-survey-wave')
  await wave.lead.call(desk.cancelWave, { params: shut.params })
  expect(await town.rows('select 1 from survey_door where wave_id = $1', [shut.params.waveId])).toEqual([])
})

test('while a wave is open its progress goes in steps of ten, and nobody sees an answer', async () => {
  for (const letter of wave.letters.slice(6, 12)) await send(letter.code, 'local')
  const { progress, outcome, lanes } = await wave.lead.call(desk.readWave, { params: wave.params })
  expect(outcome).toBeNull()
  expect(progress).toEqual({ atLeast: 10 })
  expect(lanes.flatMap((lane) => (lane.progress ? [lane.progress.atLeast % 10] : []))).toEqual([0, 0, 0])
  expect(await town.rows('select 1 from survey_response')).toEqual([])
})

test('it closes by itself after its last day; then the draw can be repeated, doors by lane are shown from ten, and no more is taken', async () => {
  for (const letter of wave.letters.slice(20, 37)) await send(letter.code, 'newcomer')
  town.at('2026-12-07T00:20:00+08:00')
  await town.drain(['insight.survey'])
  const page = await wave.lead.call(desk.readWave, { params: wave.params })
  expect(page.wave).toMatchObject({ state: 'closed', closedOn: '2026-12-07', may: [] })
  const last = wave.letters[59]!.code
  expect((await town.anonymous.refused(survey.answerSurvey, { body: { code: last, group: 'local', answers: { 'stay.1': 1 } } })).code).toBe(
    'survey-closed',
  )

  const told = await town.anonymous.call(survey.readDoorDraw, { params: wave.params })
  expect(hexHash(told.secret!)).toBe(told.secretHash)
  const drawn = drawDoors(readFrame(told.frameFile!), `${told.secret} ${told.word}`)
  const doors = await town.rows<{ lane_id: string; number: number }>('select lane_id, number from survey_door where wave_id = $1', [
    wave.params.waveId,
  ])
  expect(doors.map(({ lane_id, number }) => `${lane_id} ${number}`).toSorted()).toEqual(
    drawn.flatMap(({ lane, numbers }) => numbers.map((number) => `${lane} ${number}`)).toSorted(),
  )

  const [frame] = await town.rows<Record<string, number>>(
    'select sum(answered) as answered, sum(refused) as refused, sum(non_contact) as non_contact, sum(not_eligible) as not_eligible from survey_frame where wave_id = $1',
    [wave.params.waveId],
  )
  expect(frame).toEqual({ answered: 29, refused: 1, non_contact: 1, not_eligible: 1 })
  // 12 and 17 of 20 answered in the first two lanes, one in the third: a lane is shown only where neither part is small.
  expect(page.outcome).toEqual({ answered: { kind: 'shown', count: 29 }, not: { kind: 'shown', count: 31 } })
  for (const { outcome } of page.lanes)
    for (const part of outcome ? [outcome.answered, outcome.not] : [])
      if (part.kind === 'shown') expect(part.count).toBeGreaterThanOrEqual(10)
  const [row] = await town.rows<{ counts: object }>('select counts from survey_wave where id = $1', [wave.params.waveId])
  expect(row!.counts).toEqual({ phone: 27, paper: 1, interviewer: 1, open: 1 })
  // One answer through the open link is somebody's own: it is not kept.
  expect(await town.rows(`select 1 from survey_response where series = 'open'`)).toEqual([])
  expect(await town.rows('select 1 from survey_response where wave_id = $1', [wave.params.waveId])).toHaveLength(29)
})

test('thirty days on doors and codes are gone; what the lanes came to stays', async () => {
  town.at('2027-01-07T00:20:00+08:00')
  await town.drain(['insight.survey'])
  expect(await town.rows('select 1 from survey_token')).toEqual([])
  expect(await town.rows('select 1 from survey_door')).toEqual([])
  expect(await town.rows('select 1 from survey_frame where answered > 0')).not.toEqual([])
})
