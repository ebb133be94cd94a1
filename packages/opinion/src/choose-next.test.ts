import { expect, test } from 'vitest'
import { chooseAmong, chooseNext } from './choose-next.ts'
import { mapOpinions } from './map-opinions.ts'
import { groupOf, streetVotes } from './s-street.testing.ts'
import { seededNumbers } from './seeded-numbers.ts'
import { VoteStore } from './vote-store.ts'

const store = new VoteStore()
// Newcomers have not been shown statement 7 yet.
for (const { voter, statement, vote } of streetVotes()) {
  if (statement !== '7' || groupOf.get(voter) !== 'newcomer') store.cast(voter, statement, vote)
}
const statements = [{ id: '2', moderated: -1 as const, meta: false }]
const landscape = mapOpinions(store, { declared: groupOf, statements, resamples: 0 })

test('nobody is shown what they voted on, nor what was rejected', () => {
  const random = seededNumbers('routing')
  for (let round = 0; round < 200; round++) {
    const voter = String(round % 80)
    const next = chooseNext(landscape, store, voter, { random: random() })
    if (next.kind !== 'statement') continue
    const voted = Array.from(store.votesOf(voter), (cell) => store.statements.idOf(cell >> 2))
    expect(voted).not.toContain(next.statement)
    expect(next.statement).not.toBe('2')
  }
})

test('the draw follows the probabilities, and the same number gives the same statement', () => {
  const random = seededNumbers('frequencies')
  const drawn = new Map<string, { times: number; probability: number }>()
  for (let round = 0; round < 20_000; round++) {
    const next = chooseNext(landscape, store, 'somebody new', { random: random() })
    if (next.kind !== 'statement') throw new Error('there are statements left')
    drawn.set(next.statement, { times: (drawn.get(next.statement)?.times ?? 0) + 1, probability: next.probability })
  }
  expect(drawn.size).toBe(15)
  for (const { times, probability } of drawn.values()) expect(times / 20_000).toBeCloseTo(probability, 1.7)
  expect(chooseNext(landscape, store, 'x', { random: 0.3 })).toEqual(chooseNext(landscape, store, 'x', { random: 0.3 }))
})

test('what the smaller group has not seen is shown to it more often than to the others', () => {
  const share = (group: string) => {
    const random = seededNumbers(`share`)
    let times = 0
    for (let round = 0; round < 4000; round++) {
      const next = chooseNext(landscape, store, 'somebody new', { random: random(), group })
      if (next.kind === 'statement' && next.statement === '7') times++
    }
    return times / 4000
  }
  expect(share('newcomer')).toBeGreaterThan(2 * share('local'))
  expect(share('local')).toBeGreaterThan(0)
})

test('somebody who voted on everything is told so', () => {
  const small = new VoteStore()
  small.cast(1, 1, 1)
  expect(chooseNext(mapOpinions(small), small, 1, { random: 0.5 })).toEqual({ kind: 'nothing left' })
  expect(chooseNext(mapOpinions(new VoteStore()), new VoteStore(), 1, { random: 0 })).toEqual({ kind: 'nothing left' })
  expect(() => chooseNext(landscape, store, 1, { random: 1 })).toThrow(RangeError)
})

test('knowing otherwise what somebody voted on gives the same draw', () => {
  const random = seededNumbers('otherwise')
  for (let voter = 0; voter < 80; voter++) {
    const voted = new Set(Array.from(store.votesOf(voter), (cell) => store.statements.idOf(cell >> 2)))
    const options = { random: random(), group: groupOf.get(String(voter)) }
    expect(chooseAmong(landscape, voted, options)).toEqual(chooseNext(landscape, store, voter, options))
  }
})
