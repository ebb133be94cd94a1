import { readAbilityResults, readModuleResults } from '@ronghe/contract/school/ability.ts'
import { listMaterials } from '@ronghe/contract/school/class.ts'
import { listStudyGroups } from '@ronghe/contract/school/study-groups.ts'
import { readMentoringDesk, readMyMentoring } from '@ronghe/contract/school/mentoring.ts'
import { openTown, type Town } from '@ronghe/server/platform/database/testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadSchoolYear } from './load-school.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await town.deed(loadSchoolYear)
})
afterAll(() => town.close())

test('classes of the year handed something out, rated themselves, and the changes of some can be shown', async () => {
  const courses = await town.rows<{ id: string }>(`select id from course where state in ('running', 'closed') order by opened_at`)
  for (const { id } of courses) {
    const { items } = await town.anonymous.call(listMaterials, { params: { courseId: id } })
    expect(items).toHaveLength(1) // the rest is for the class
  }
  const results = await Promise.all(
    courses.slice(0, 4).map(({ id }) => town.anonymous.call(readAbilityResults, { params: { courseId: id } })),
  )
  expect(results.filter(({ after }) => after?.pairs.kind === 'shown').length).toBeGreaterThan(0)
  const { modules } = await town.anonymous.call(readModuleResults)
  expect(modules.filter(({ after }) => after.pairs.kind === 'shown').length).toBeGreaterThan(0)
  expect(await town.rows('select 1 from session_minutes')).not.toEqual([])
  expect(await town.rows('select 1 from class_post')).not.toEqual([])
})

test('pairs met and reached a goal, others wait; groups meet; some took their certificate', async () => {
  const { pairs } = await town.as('chen').call(readMyMentoring)
  expect(pairs).toMatchObject([{ state: 'closed', because: 'reached', goals: [{ reached: true }], meetings: [{ state: 'held' }] }])
  const desk = await town.as('suMin').call(readMentoringDesk)
  expect(desk.waiting.length).toBeGreaterThan(1)
  expect(desk.pairs.map(({ state }) => state).toSorted()).toEqual(['agreed', 'proposed'])
  expect((await town.anonymous.call(listStudyGroups)).items.filter(({ nextMeeting }) => nextMeeting !== null)).toHaveLength(2)
  const states = await town.rows<{ state: string }>('select distinct state from course_award order by state')
  expect(states).toEqual([{ state: 'offered' }, { state: 'taken' }])
})
