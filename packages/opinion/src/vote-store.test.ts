import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IdTable } from './id-table.ts'
import { layOutVotes } from './vote-matrix.ts'
import { VoteStore } from './vote-store.ts'

const runs = { seed: 20261123, numRuns: 200 }
const votes = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 40 }), fc.constantFrom(-1, 0, 1), fc.integer({ min: 0, max: 9 })),
  { maxLength: 400 },
)

test('the store holds what a plain table would', () => {
  fc.assert(
    fc.property(votes, fc.boolean(), (casts, times) => {
      const store = new VoteStore({ times })
      const table = new Map<string, { vote: number; time: number }>()
      for (const [voter, statement, vote, time] of casts) {
        const key = `${voter} ${statement}`
        const before = table.get(key)
        expect(store.cast(voter, statement, vote, time)).toBe(before?.vote)
        if (!before || !times || time >= before.time) table.set(key, { vote, time })
      }
      expect(store.votes).toBe(table.size)
      const held = Array.from({ length: store.people.size }, (_, person) => store.people.idOf(person)).flatMap((voter) =>
        Array.from(store.votesOf(voter), (cell) => [`${voter} ${store.statements.idOf(cell >> 2)}`, (cell & 3) - 1] as const),
      )
      expect(Object.fromEntries(held)).toEqual(Object.fromEntries([...table].map(([key, { vote }]) => [key, vote])))
    }),
    runs,
  )
})

test('laid out, rows and columns are in the order of the ids and rows are sorted', () => {
  fc.assert(
    fc.property(votes, (casts) => {
      const store = new VoteStore()
      for (const [voter, statement, vote] of casts) store.cast(voter, `s${statement}`, vote)
      const { starts, cells, people, personAt } = layOutVotes(store, 'sorted')
      for (let row = 0; row < people; row++) {
        const own = [...cells.subarray(starts[row], starts[row + 1])]
        expect(own).toEqual(own.toSorted((one, other) => one - other))
        expect(own).toHaveLength(store.countOf(personAt[row]!))
        if (row > 0) expect(Number(store.people.idOf(personAt[row]!))).toBeGreaterThan(Number(store.people.idOf(personAt[row - 1]!)))
      }
    }),
    runs,
  )
})

test('ids come back as they were given, numbers and texts alike', () => {
  const ids = fc.oneof(
    fc.integer({ min: 0, max: 2_000_000_000 }).map(String),
    fc.string({ minLength: 1, maxLength: 4 }),
    fc.constantFrom('07', '-1', '1e3', '0'),
  )
  fc.assert(
    fc.property(fc.array(ids, { maxLength: 800 }), (given) => {
      const table = new IdTable()
      for (const id of given) expect(table.idOf(table.add(id))).toBe(id)
      expect(table.size).toBe(new Set(given).size)
      for (const id of given) expect(table.idOf(table.find(id)!)).toBe(id)
      expect(table.find('nobody at all')).toBeUndefined()
      expect([...table.sorted()].toSorted((one, other) => one - other)).toEqual(Array.from({ length: table.size }, (_, at) => at))
    }),
    runs,
  )
})
