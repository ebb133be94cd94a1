import fc from 'fast-check'
import { readCategories, readRespondents } from '@ronghe/sortition'
import { expect, test } from 'vitest'
import { categoriesCsv, poolCategories, publishable, quotasFor, respondentsCsv, smallestCell, type PoolPerson } from './draw-pool.ts'

const person: fc.Arbitrary<PoolPerson> = fc.record({
  bench: fc.constantFrom('newcomers' as const, 'locals' as const),
  community: fc.constantFrom('松柏新村', '河边, "东"', '榕树头社区'),
  age: fc.constantFrom('18-34', '35-59', '60+', 'unstated'),
})

test('nobody stands in the published file with fewer than five alike, and its quotas are the seats', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 300 }), (people) => {
      const categories = publishable(people, poolCategories)
      if (categories.length === 0) {
        expect(smallestCell(people, ['group'])).toBeLessThan(5)
        return
      }
      const { file, rows } = respondentsCsv(people, categories)
      const lines = file.trimEnd().split('\n').slice(1)
      const counts = new Map<string, number>()
      for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
      expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(5)
      expect(rows).toHaveLength(people.length)
      const quotas = quotasFor(people, categories, { newcomers: 6, locals: 6 })
      const read = readCategories(categoriesCsv(quotas))
      expect(readRespondents(file, read).pool.people).toHaveLength(people.length)
      for (const category of categories) {
        const of = quotas.filter((quota) => quota.category === category)
        if (category !== 'group') {
          expect(of.reduce((sum, { min }) => sum + min, 0)).toBeLessThanOrEqual(12)
          expect(of.reduce((sum, { max }) => sum + max, 0)).toBeGreaterThanOrEqual(12)
        }
      }
    }),
    { seed: 20261123, numRuns: 300 },
  )
})

test('the age is left out before the community', () => {
  const people = (count: number, age: string): PoolPerson[] =>
    Array.from({ length: count }, () => ({ bench: 'locals', community: '河边', age }))
  const elsewhere = people(5, '18-34').map((one) => ({ ...one, community: '松柏' }))
  expect(publishable([...people(6, '18-34'), ...people(5, '60+'), ...elsewhere], poolCategories)).toEqual(poolCategories)
  // A column in which everybody says the same balances nothing.
  expect(publishable(people(6, '18-34'), poolCategories)).toEqual(['group'])
  expect(publishable([...people(6, '18-34'), ...people(4, '60+'), ...elsewhere], poolCategories)).toEqual(['group', 'community'])
  expect(publishable(people(4, '60+'), poolCategories)).toEqual([])
})
