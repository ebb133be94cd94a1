import { expect, test } from 'vitest'
import type { Session } from '../platform/session/session.tsx'
import { type DeskPlace, inSections, placesFor } from './desk-places.ts'

const queue: DeskPlace = { label: { 'zh-CN': '叫号台', en: 'Queue' }, to: '/queue', needs: 'station.counter.serve' }
const cases: DeskPlace = { label: { 'zh-CN': '待办', en: 'To do' }, to: '/cases', needs: ['station.cases.work', 'station.cases.supervise'] }
const forms: DeskPlace = {
  section: { 'zh-CN': '设置', en: 'Settings' },
  label: { 'zh-CN': '事项与表单', en: 'Services' },
  to: '/catalogue',
  needs: 'station.catalogue.edit',
}
const audit: DeskPlace = {
  section: { 'zh-CN': '设置', en: 'Settings' },
  label: { 'zh-CN': '审计', en: 'Audit' },
  to: '/audit',
  needs: 'audit.read',
}
const all = [forms, queue, cases, audit]

const sessionWith = (permissions: readonly string[]) => ({ person: { permissions } }) as unknown as Session

test('the side bar holds only the places that a post of today opens', () => {
  expect(placesFor(sessionWith(['station.cases.supervise']), all)).toEqual([cases])
  expect(placesFor({ person: null } as Session, all)).toEqual([])
})

test('an organ that is switched off has no place, whatever posts somebody holds; names that only begin alike stay', () => {
  const courses: DeskPlace = { label: { 'zh-CN': '课程', en: 'Courses' }, to: '/school/courses', needs: 'school.manage' }
  const schooling: DeskPlace = { ...courses, to: '/schooling' }
  const session = (school: boolean) =>
    ({ ...sessionWith(['school.manage']), modules: { council: true, corps: true, branch: true, school } }) as unknown as Session
  expect(placesFor(session(true), [courses, schooling])).toEqual([courses, schooling])
  expect(placesFor(session(false), [courses, schooling])).toEqual([schooling])
})

test('places without a section come first, the others under their section', () => {
  expect(inSections(all).map((section) => [section.name?.en, section.places.map((place) => place.to)])).toEqual([
    [undefined, ['/queue', '/cases']],
    ['Settings', ['/catalogue', '/audit']],
  ])
})
