import { permissionsOf, postKinds, type PostKind } from '@ronghe/contract/posts.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seesThreats, sightOf, type Looking, type SeenConcern } from './concern-sight.ts'

const seed = { seed: 20261123, numRuns: 500 }
const plain: SeenConcern = { aboutStaff: false, aboutPost: null, owner: 'answering', threatened: false }
const about: SeenConcern = { aboutStaff: true, aboutPost: 'window', owner: 'integrity', threatened: false }
const looking = (kinds: readonly PostKind[], posts: readonly string[], more: Partial<Looking> = {}): Looking => ({
  posts,
  permissions: permissionsOf(kinds),
  standsInFor: new Set(),
  namedReaders: ['integrity'],
  ...more,
})

test('an ordinary concern is seen by the screening desk and by its owner', () => {
  expect(sightOf(looking(['streetOfficer'], ['office']), plain)).toBe('screener')
  expect(sightOf(looking(['departmentOfficer'], ['answering']), plain)).toBe('owner')
  expect(sightOf(looking(['departmentOfficer'], ['elsewhere']), plain)).toBe('none')
})

test('a stand-in sees what is owned by whoever is away', () => {
  expect(sightOf(looking(['departmentOfficer'], ['elsewhere'], { standsInFor: new Set(['answering']) }), plain)).toBe('owner')
})

test('a concern about staff is read by the named post only', () => {
  expect(sightOf(looking(['integrityOfficer'], ['integrity']), about)).toBe('reader')
  expect(sightOf(looking(['integrityOfficer'], ['another-integrity']), about)).toBe('none')
  expect(sightOf(looking(['integrityOfficer'], ['another-integrity'], { standsInFor: new Set(['integrity']) }), about)).toBe('none')
})

test('the named reader who is the one complained of does not see it', () => {
  expect(sightOf(looking(['integrityOfficer', 'windowClerk'], ['integrity', 'window']), about)).toBe('none')
})

test('no set of other posts opens a concern about staff', () => {
  const kinds = (Object.keys(postKinds) as PostKind[]).filter((kind) => kind !== 'integrityOfficer')
  fc.assert(
    fc.property(fc.subarray(kinds), fc.subarray(['integrity', 'window', 'office']), fc.boolean(), (held, posts, threatened) => {
      expect(sightOf(looking(held, posts, { standsInFor: new Set(['integrity', 'window']) }), { ...about, threatened })).toBe('none')
    }),
    seed,
  )
})

test('a threat is read by the named post, and its words by nobody else who handles the concern', () => {
  expect(sightOf(looking(['integrityOfficer'], ['integrity']), { ...plain, threatened: true })).toBe('threatReader')
  expect(sightOf(looking(['integrityOfficer'], ['integrity']), plain)).toBe('none')
  expect((['none', 'screener', 'owner', 'reader', 'threatReader'] as const).filter(seesThreats)).toEqual(['reader', 'threatReader'])
})
