import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { giveConsent, withdrawConsent } from '@ronghe/contract/people/consents.ts'
import { readCourse } from '@ronghe/contract/school/courses.ts'
import * as desk from '@ronghe/contract/school/course-desk.ts'
import * as enrolments from '@ronghe/contract/school/enrolments.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../../platform/database/testing.ts'
import { coursesKeeper } from '../courses/courses.keeper.ts'
import { coursePlan, lead, openCourse } from '../courses.testing.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
beforeEach(() => town.at(monday))
afterAll(() => town.close())

const enrol = (who: CastKey, courseId: string, body: object = {}) => town.as(who).call(enrolments.enrol, { params: { courseId }, body })
const leave = (who: CastKey, courseId: string) => town.as(who).call(enrolments.leaveCourse, { params: { courseId } })
const read = (who: CastKey, courseId: string) => town.as(who).call(readCourse, { params: { courseId } })
const oneSeat = () => openCourse(town, { seats: 1, minimum: 1 })

describe('the line of a course', () => {
  test('a freed place is offered to the first in line; whoever enrols meanwhile stands at the end', async () => {
    const { id } = await oneSeat()
    expect((await enrol('chen', id)).mine).toMatchObject({ state: 'placed', ahead: null })
    expect((await enrol('maoXia', id)).mine).toMatchObject({ state: 'waiting', ahead: 0 })
    expect((await enrol('zhou', id)).mine).toMatchObject({ state: 'waiting', ahead: 1 })
    await leave('chen', id)
    expect((await read('maoXia', id)).mine).toMatchObject({ state: 'offered', offeredUntil: '2026-11-24T10:00:00.000Z' })
    expect((await enrol('xu', id)).mine).toMatchObject({ state: 'waiting', ahead: 1 })
    expect((await town.as('zhou').refused(enrolments.answerCourseOffer, { params: { courseId: id }, body: { accept: true } })).code).toBe(
      'course-no-offer',
    )
    const taken = await town.as('maoXia').call(enrolments.answerCourseOffer, { params: { courseId: id }, body: { accept: true } })
    expect(taken.mine).toMatchObject({ state: 'placed' })
    expect(await town.as('maoXia').refused(enrolments.enrol, { params: { courseId: id }, body: {} })).toMatchObject({
      code: 'course-already-in',
    })
  })

  test('an offer runs out after a day of waking hours, goes on to the next, and the messages say so without naming the school', async () => {
    const { id } = await oneSeat()
    for (const who of ['chen', 'maoXia', 'zhou'] as const) await enrol(who, id)
    await leave('chen', id)
    town.at('2026-11-24T18:01:00+08:00')
    await town.drain(['school.courses'])
    expect((await read('maoXia', id)).mine).toMatchObject({ state: 'waiting' })
    expect((await read('zhou', id)).mine).toMatchObject({ state: 'offered' })
    const told = await town.rows<{ template: string; link: string }>(
      `select template, link from message where person_id = $1 and link = $2 order by id`,
      [town.idOf('maoXia'), `/school/courses/${id}`],
    )
    expect(told.map(({ template }) => template)).toEqual(['course-offered', 'course-offer-again'])
  })

  test('a hundred at once for three places: three have one, the rest stand in line, each turn once', async () => {
    const course = await openCourse(town, { seats: 3 })
    const people = ['chen', 'maoXia', 'zhou', 'xu', 'liuFang', 'auntHuang', 'zhongHua', 'heYong', 'uncleHuang', 'liZhiqiang'] as const
    await Promise.all(people.map((who) => town.as(who).raw(enrolments.enrol, { params: { courseId: course.id }, body: {} })))
    const rows = await town.rows<{ turn: number; state: string }>('select turn, state from enrolment where course_id = $1 order by turn', [
      course.id,
    ])
    expect(rows.map(({ turn }) => turn)).toEqual(people.map((_, index) => index + 1))
    expect(rows.map(({ state }) => state)).toEqual(people.map((_, index) => (index < 3 ? 'placed' : 'waiting')))
  })

  test('more seats go to those who wait; fewer than are taken are refused', async () => {
    const { id } = await oneSeat()
    for (const who of ['chen', 'maoXia'] as const) await enrol(who, id)
    const params = { courseId: id }
    await lead(town).call(desk.changeCourse, { params, body: { ...coursePlan, minimum: 1, seats: 2 } })
    expect((await read('maoXia', id)).mine).toMatchObject({ state: 'offered' })
    expect((await lead(town).refused(desk.changeCourse, { params, body: { ...coursePlan, minimum: 1, seats: 1 } })).code).toBe(
      'course-places-taken',
    )
  })

  test('whatever people do, in whatever order: never more places than seats, and nobody who came later is asked first', async () => {
    const people = ['chen', 'maoXia', 'zhou', 'xu', 'liuFang', 'auntHuang'] as const
    const act = fc.record({ who: fc.constantFrom(...people), does: fc.constantFrom('enrol', 'leave', 'accept', 'decline', 'wait') })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 14 }), fc.integer({ min: 1, max: 3 }), async (acts, seats) => {
        let now = new Date(monday).getTime()
        town.at(monday)
        const { id } = await openCourse(town, { seats, minimum: 1, day: '2026-12-28' })
        const params = { courseId: id }
        for (const { who, does } of acts) {
          const before = await entries(id)
          if (does === 'enrol') await town.as(who).raw(enrolments.enrol, { params, body: {} })
          else if (does === 'leave') await town.as(who).raw(enrolments.leaveCourse, { params })
          else if (does === 'wait') {
            now += 25 * 3_600_000
            town.at(new Date(now))
            await town.drain(['school.courses'])
          } else await town.as(who).raw(enrolments.answerCourseOffer, { params, body: { accept: does === 'accept' } })
          const after = await entries(id)
          expect(after.filter(({ state }) => state === 'placed' || state === 'offered').length).toBeLessThanOrEqual(seats)
          const waitedBefore = before.filter(({ state }) => state === 'waiting')
          for (const entry of after.filter(({ state }) => state === 'placed' || state === 'offered')) {
            const was = before.find((row) => row.id === entry.id)
            if (was?.state === 'placed' || was?.state === 'offered') continue
            // Got a place or an offer just now: nobody who stood before still waits, unless that one let an offer run out meanwhile.
            const passedOver = waitedBefore.filter(
              (row) =>
                row.turn < (was?.turn ?? Infinity) &&
                after.some((one) => one.id === row.id && one.state === 'waiting' && one.turn === row.turn),
            )
            expect(passedOver).toEqual([])
          }
        }
      }),
      { seed: 20261123, numRuns: 12 },
    )
  }, 60_000)
})

const entries = (courseId: string) =>
  town.rows<{ id: string; turn: number; state: string }>('select id, turn, state from enrolment where course_id = $1 order by turn', [
    courseId,
  ])

describe('at the desk and on paper', () => {
  test('a clerk enrols somebody from paper: the same line, the next turn, and the person is told and sees who looked', async () => {
    const { id } = await oneSeat()
    const params = { courseId: id }
    await enrol('chen', id)
    const clerk = town.as('heMin', { secondFactor: true })
    const entered = await clerk.call(enrolments.enterEnrolment, {
      params,
      body: { personId: town.idOf('auntHuang'), channel: 'paper', speaks: '粤语' },
    })
    expect(entered).toMatchObject({ state: 'waiting', ahead: 0 })
    await enrol('zhou', id)
    await leave('chen', id)
    expect(await clerk.call(enrolments.moveEnrolment, { params: { enrolmentId: entered.id }, body: { step: 'accept' } })).toEqual({
      state: 'placed',
    })
    const { items } = await lead(town).call(enrolments.listEnrolments, { params })
    expect(items.map(({ channel, state, speaks }) => [channel, state, speaks])).toEqual([
      ['paper', 'placed', '粤语'],
      ['phone', 'waiting', null],
    ])
    for (const who of ['chen', 'dengKai', 'officerLin'] as const)
      expect(
        (
          await town
            .as(who, { secondFactor: true })
            .refused(enrolments.enterEnrolment, { params, body: { personId: town.idOf('zhou'), channel: 'paper' } })
        ).status,
      ).toBe(403)
    const looks = await town.rows(`select 1 from access_log where person_id = $1 and purpose = 'courseEntry'`, [town.idOf('auntHuang')])
    expect(looks.length).toBeGreaterThan(0)
  })
})

describe('approval', () => {
  test('the head of the school approves, or refuses with a reason only the person reads; the place goes to the next', async () => {
    const { id } = await openCourse(town, { seats: 1, minimum: 1, approval: true })
    const first = (await enrol('chen', id)).mine!
    expect(first).toMatchObject({ state: 'placed', approval: 'pending' })
    await enrol('maoXia', id)
    const at = { params: { enrolmentId: first.id } }
    expect((await lead(town).refused(enrolments.decideEnrolment, { ...at, body: { approve: false, reason: '' } })).errors).toMatchObject([
      { path: 'reason' },
    ])
    expect((await town.as('dengKai').refused(enrolments.decideEnrolment, { ...at, body: { approve: true, reason: '' } })).status).toBe(403)
    await lead(town).call(enrolments.decideEnrolment, { ...at, body: { approve: false, reason: '这期先给没上过的人。' } })
    expect((await read('chen', id)).mine).toMatchObject({ state: 'left', approval: 'refused', approvalReason: '这期先给没上过的人。' })
    expect((await read('maoXia', id)).mine).toMatchObject({ state: 'offered', approvalReason: null })
    expect((await lead(town).refused(enrolments.decideEnrolment, { ...at, body: { approve: true, reason: '' } })).code).toBe(
      'enrolment-decided',
    )
    const rows = await town.rows<{ row: string }>('select e::text as row from enrolment e where course_id = $1', [id])
    expect(rows.some(({ row }) => row.includes('没上过'))).toBe(false)
  })
})

describe('a child comes along (D11)', () => {
  const child = { nickname: '圆圆', age: '6to8' as const, collects: '妈妈或外婆' }
  const consent = { params: { purpose: 'guardianOfChild' as const }, body: { version: consentTexts.guardianOfChild.version } }

  test('only with the guardian’s own agreement; nickname, age band and who collects are sealed and go when the agreement does', async () => {
    const { id } = await openCourse(town)
    const params = { courseId: id }
    expect((await town.as('maoXia').refused(enrolments.enrol, { params, body: { children: [child] } })).code).toBe('consent-needed')
    await town.as('maoXia').call(giveConsent, consent)
    const full = { children: [child, child, child] }
    expect(await town.as('maoXia').refused(enrolments.enrol, { params, body: full })).toMatchObject({ code: 'course-children-full' })
    const mine = (await enrol('maoXia', id, { children: [child] })).mine!
    expect(mine.children).toEqual([child])
    expect((await read('chen', id)).childPlacesLeft).toBe(1)
    const stored = await town.rows<{ row: string }>('select c::text as row from enrolled_child c')
    expect(stored).toHaveLength(1)
    expect(stored[0]!.row).not.toMatch(/圆圆|外婆/)
    await town.as('maoXia').call(withdrawConsent, { params: consent.params })
    expect((await read('maoXia', id)).mine).toMatchObject({ state: 'placed', children: [] })
    await town.drain(['school.children'])
    expect(await town.rows('select 1 from enrolled_child')).toEqual([])
  })

  test('on paper the signed agreement is entered with it; a course without children takes none', async () => {
    const { id } = await openCourse(town)
    const body = { personId: town.idOf('maoXia'), channel: 'paper' as const, children: [child] }
    expect((await lead(town).refused(enrolments.enterEnrolment, { params: { courseId: id }, body })).code).toBe('consent-needed')
    await lead(town).call(enrolments.enterEnrolment, {
      params: { courseId: id },
      body: { ...body, guardianSigned: consentTexts.guardianOfChild.version },
    })
    expect((await read('maoXia', id)).mine!.children).toEqual([child])
    const alone = await openCourse(town, { children: 'none', childPlaces: 0, carers: 0 })
    expect((await town.as('maoXia').refused(enrolments.enrol, { params: { courseId: alone.id }, body: { children: [child] } })).code).toBe(
      'course-no-children',
    )
  })
})

test('what the school keeps about a person is exported whole and forgotten whole', async () => {
  const { id } = await openCourse(town)
  await enrol('auntHuang', id, { speaks: '粤语' })
  const person = town.idOf('auntHuang')
  const kept = await town.deed((deed) => coursesKeeper.export(deed, person))
  expect(kept['courses']).toContainEqual(expect.objectContaining({ state: 'placed', speaks: '粤语' }))
  expect(await town.deed((deed) => coursesKeeper.open(deed, person))).toContainEqual(expect.objectContaining({ id, becomes: 'ends' }))
  await town.deed((deed) => coursesKeeper.forget(deed, person))
  expect(await town.deed((deed) => coursesKeeper.export(deed, person))).toEqual({})
})
