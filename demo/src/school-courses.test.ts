import { courseModules, listCourses, readSchool } from '@ronghe/contract/school/courses.ts'
import { listDeskCourses } from '@ronghe/contract/school/course-desk.ts'
import { freezeMixed } from '@ronghe/server/rooms/school/courses/courses.jobs.ts'
import { isMixed, type ClassGroups } from '@ronghe/server/rooms/school/courses/class-rules.ts'
import { openTown, type Town } from '@ronghe/server/platform/database/testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCourses } from './school-courses.ts'

let town: Town
let seconds: number
beforeAll(async () => {
  town = await openTown()
  const before = performance.now()
  await town.deed(loadCourses)
  seconds = (performance.now() - before) / 1000
})
afterAll(() => town.close())

test('a year of courses in all six modules, most of them mixed, one full with a line, some of the past completed by most', async () => {
  expect(seconds).toBeGreaterThan(0)
  const { items } = await town.as('suMin', { secondFactor: true }).call(listDeskCourses, { query: { limit: 100 } })
  expect(new Set(items.map(({ module }) => module))).toEqual(new Set(courseModules))
  expect(items.map(({ state }) => state)).toEqual(expect.arrayContaining(['open', 'running', 'closed']))
  const open = await town.anonymous.call(listCourses, { query: { limit: 100 } })
  expect(open.items.some(({ waiting }) => waiting > 0)).toBe(true)
  expect(open.items.some(({ placesLeft }) => placesLeft > 0)).toBe(true)
  const begun = await town.rows<{ began: ClassGroups }>('select began from course where began is not null')
  const mixed = begun.filter(({ began }) => isMixed(began, 20)).length
  expect(mixed).toBeGreaterThan(begun.length / 2)
  expect(mixed).toBeLessThan(begun.length)
  const [share] = await town.rows<{ share: number }>(
    'select avg(completed::int)::float as share from enrolment where completed is not null',
  )
  expect(share!.share).toBeGreaterThan(0.5)
  expect(share!.share).toBeLessThan(1)
  expect((await town.anonymous.call(readSchool, {})).mixed, 'nothing before a quarter is counted').toBeNull()
  await town.deed(freezeMixed)
  const { mixed: last } = await town.anonymous.call(readSchool, {})
  expect(last!.classes).toBeGreaterThanOrEqual(5)
  expect(last!.mixed).toBeGreaterThan(0)
  expect(last!.mixed).toBeLessThanOrEqual(last!.classes)
})
