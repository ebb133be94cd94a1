import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LiveLandscape } from './live-landscape.ts'
import { mapOpinions } from './map-opinions.ts'
import { groupOf, streetVotes } from './s-street.testing.ts'
import { VoteStore, type Vote } from './vote-store.ts'

const casts = fc.array(
  fc.tuple(fc.integer({ min: 50, max: 70 }), fc.integer({ min: 0, max: 20 }), fc.constantFrom<Vote[]>(-1, 0, 1), fc.nat(5)),
  { minLength: 1, maxLength: 120 },
)

test('vote by vote gives what all votes at once give: counts, intervals and bridging exactly', () => {
  fc.assert(
    fc.property(casts, fc.nat(60), fc.boolean(), (votes, before, times) => {
      const store = new VoteStore({ times })
      for (const [voter, statement, vote, time] of votes.slice(0, before)) store.cast(voter, statement, vote, time)
      const live = new LiveLandscape(store, { declared: groupOf })
      for (const [voter, statement, vote, time] of votes.slice(before)) live.cast(voter, statement, vote, time)
      const batch = mapOpinions(store, { declared: groupOf, resamples: 0 })
      for (const { id, agree, disagree, pass, seen, bridging, declared } of batch.statements) {
        const figures = live.figuresOf(id)
        expect(figures).toMatchObject({ agree, disagree, pass, seen })
        for (const [name, own] of figures.declared) expect(own).toEqual(declared.get(name))
        if (figures.declared.size === declared.size) expect(figures.bridging).toBe(declared.size > 0 ? bridging : null)
      }
      // The second axis is only defined as far as it is apart from a third: the first value is compared always.
      const share = (value: number) => value / Math.max(1e-9, live.axes().values[0])
      expect(share(live.axes().values[0])).toBeCloseTo(live.axes().values[0] > 0 ? 1 : 0, 9)
      const again = new LiveLandscape(store).axes()
      expect(again.values[0]).toBeCloseTo(live.axes().values[0], 6)
    }),
    { seed: 20261123, numRuns: 60 },
  )
})

test('on S Street one more vote moves the axes and its voter as a new map would', () => {
  const store = new VoteStore()
  const votes = streetVotes()
  for (const { voter, statement, vote } of votes.slice(0, -40)) store.cast(voter, statement, vote)
  const live = new LiveLandscape(store, { declared: groupOf })
  live.axes()
  for (const { voter, statement, vote } of votes.slice(-40)) live.cast(voter, statement, vote)
  live.cast('3', '4', 1)
  live.cast('3', '4', -1)
  const axes = live.axes()
  const batch = mapOpinions(store, { resamples: 0 })
  for (const { id, components } of batch.statements) {
    const column = store.statements.find(id)!
    components.forEach((entry, which) => expect(axes.components[which]![column]).toBeCloseTo(entry, 6))
  }
  for (let row = 0; row < batch.people; row += 7) {
    const [x, y] = live.placeOf(batch.voterId(row), axes)
    expect(x).toBeCloseTo(batch.x[row]!, 6)
    expect(y).toBeCloseTo(batch.y[row]!, 6)
  }
  expect(live.placeOf('a stranger', axes)).toEqual([0, 0])
})

test('rejected statements take no part', () => {
  const store = new VoteStore()
  const live = new LiveLandscape(store, { leftOut: (statement) => statement === '2' })
  for (const { voter, statement, vote } of streetVotes()) live.cast(voter, statement, vote)
  const batch = mapOpinions(store, { statements: [{ id: '2', moderated: -1, meta: false }], resamples: 0 })
  const { components } = live.axes()
  for (const { id, components: expected } of batch.statements) {
    expect(components[0][store.statements.find(id)!]).toBeCloseTo(expected[0], 6)
  }
})
