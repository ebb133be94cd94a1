import { settingDefaults } from '@ronghe/contract/programme/settings.ts'
import { expect, test } from 'vitest'
import { checks, isDone, type StreetSoFar } from './street-check.ts'

const bare: StreetSoFar = { communities: [], posts: [], settings: settingDefaults, thisYear: 'unknown', nextYear: 'unknown' }
const missing = (street: StreetSoFar) => checks.map(({ check }) => check).filter((check) => !isDone(street, check))

test('in a street of which nothing is known everything is missing', () => {
  expect(missing(bare)).toEqual(checks.map(({ check }) => check))
})

test('a post that nobody holds does nobody’s work', () => {
  const posts = [
    { id: 'a', kind: 'stationLead', seats: 1, vacant: 0 },
    { id: 'b', kind: 'windowClerk', seats: 2, vacant: 2 },
  ]
  expect(missing({ ...bare, posts })).toContain('station')
  expect(missing({ ...bare, posts: [posts[0]!, { ...posts[1]!, vacant: 1 }] })).not.toContain('station')
})

test('the integrity officer must be named in the settings and be there', () => {
  const posts = [{ id: 'i', kind: 'integrityOfficer', seats: 1, vacant: 0 }]
  expect(missing({ ...bare, posts })).toContain('integrity')
  const settings = { ...settingDefaults, integrity: { post: 'i', second: null } }
  expect(missing({ ...bare, posts, settings })).not.toContain('integrity')
  expect(missing({ ...bare, posts: [{ ...posts[0]!, vacant: 1 }], settings })).toContain('integrity')
})
