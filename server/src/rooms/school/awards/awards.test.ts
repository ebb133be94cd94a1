import { answerAward, enterAward, listCompletions, listMyAwards, offerAwards } from '@ronghe/contract/school/awards.ts'
import { stepCourse } from '@ronghe/contract/school/course-desk.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { openClass } from '../class.testing.ts'
import { awardsKeeper } from './awards.keeper.ts'

let town: Town
let params: { courseId: string }
beforeAll(async () => {
  town = await openTown()
  params = await openClass(town, { people: ['chen', 'zhou', 'wuXia'] })
})
afterAll(() => town.close())

const ids = (...who: ('chen' | 'zhou' | 'wuXia' | 'heMin')[]) => ({ personIds: who.map((one) => town.idOf(one)) })

test('only those who completed are offered the certificate, by whoever taught it, once the course is over', async () => {
  expect(await town.as('dengKai').refused(offerAwards, { params, body: ids('zhou') })).toMatchObject({ code: 'award-course-runs' })
  await town.as('suMin').call(stepCourse, { params, body: { step: 'start' } })
  town.at('2026-12-16T09:00:00+08:00')
  await town.rows(
    `insert into class_attendance (street_id, session_id, person_id, present, way, at)
     select s.street_id, s.id, p.id, true, 'paper', s.starts_at from course_session s, person p where s.course_id = $1 and p.id = any($2)`,
    [params.courseId, [town.idOf('chen'), town.idOf('zhou')]],
  )
  await town.as('suMin').call(stepCourse, { params, body: { step: 'close' } })
  const list = await town.as('dengKai').call(listCompletions, { params })
  expect(list).toMatchObject({ over: true })
  expect(
    list.items
      .filter(({ completed }) => completed)
      .map(({ personId }) => personId)
      .toSorted(),
  ).toEqual(ids('chen', 'zhou').personIds.toSorted())
  expect(JSON.stringify(list)).not.toMatch(/attended|held/)
  expect(await town.as('dengKai').refused(offerAwards, { params, body: ids('wuXia') })).toMatchObject({
    errors: [{ code: 'award-not-completed' }],
  })
  expect(await town.as('yeLan').refused(offerAwards, { params, body: ids('zhou') })).toMatchObject({ code: 'class-not-taught' })
  expect(await town.as('zhou').refused(listCompletions, { params })).toMatchObject({ code: 'not-permitted' })
  expect(await town.as('dengKai').call(offerAwards, { params, body: ids('chen', 'zhou') })).toEqual({ offered: 2 })
  expect(await town.as('dengKai').call(offerAwards, { params, body: ids('chen') })).toEqual({ offered: 0 })
})

test('offered, never forced: left, taken later, taken once; on paper the same', async () => {
  expect((await town.as('zhou').call(listMyAwards)).items).toMatchObject([{ state: 'offered', certificateId: null }])
  expect(await town.as('zhou').call(answerAward, { params, body: { take: false } })).toMatchObject({ state: 'declined' })
  expect(await town.rows(`select 1 from certificate where kind = 'course'`)).toEqual([])
  const taken = await town.as('zhou').call(answerAward, { params, body: { take: true } })
  expect(taken).toMatchObject({ state: 'taken', certificateId: expect.any(String) })
  expect(await town.as('zhou').call(answerAward, { params, body: { take: true } })).toEqual(taken)
  expect(await town.as('zhou').refused(answerAward, { params, body: { take: false } })).toMatchObject({ code: 'award-taken' })
  expect(await town.as('wuXia').refused(answerAward, { params, body: { take: true } })).toMatchObject({ code: 'no-award' })
  expect(await town.as('dengKai').refused(enterAward, { params, body: { personId: town.idOf('chen'), take: true } })).toMatchObject({
    code: 'not-permitted',
  })
  expect(await town.as('suMin').call(enterAward, { params, body: { personId: town.idOf('chen'), take: true } })).toMatchObject({
    state: 'taken',
  })
  const rows = await town.rows<{ kind: string; thing_id: string }>('select kind, thing_id from certificate')
  expect(rows).toEqual([
    { kind: 'course', thing_id: params.courseId },
    { kind: 'course', thing_id: params.courseId },
  ])
})

test('my data: which I was offered; gone when I am', async () => {
  await town.deed(async (deed) => {
    expect(await awardsKeeper.export(deed, town.idOf('zhou'))).toMatchObject({ courseAwards: [{ state: 'taken' }] })
    await awardsKeeper.forget(deed, town.idOf('zhou'))
    expect(await awardsKeeper.export(deed, town.idOf('zhou'))).toEqual({})
  })
})
