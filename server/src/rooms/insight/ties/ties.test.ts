import { readTies } from '@ronghe/contract/insight/ties.ts'
import { loadLearners, type Learner } from '@ronghe/demo/school-learners.ts'
import { testMixing } from '@ronghe/ties'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { freeze } from '../../../platform/privacy/frozen-figures.ts'
import { anActivity, servedTogether } from './gathering.testing.ts'
import { gatheredIn } from './participations.ts'
import { tiesFigure } from './ties.ts'
import { toTiesQuarter, type TiesCounts } from './ties-quarter.ts'
import { testApart } from './ties-worker.ts'

const seed = 20261123
let town: Town
let people: readonly Learner[]
let activity: string
const page = () => town.anonymous.call(readTies)
const frozenRows = () =>
  town.rows<{ period: string; counts: TiesCounts }>(
    "select period, counts from frozen_figure where figure = 'insight.ties' order by period",
  )
const ids = (group: Learner['group'], from: number, count: number): string[] =>
  people
    .filter((one) => one.group === group)
    .slice(from, from + count)
    .map(({ id }) => id)

beforeAll(async () => {
  town = await openTown({ at: '2027-02-01T04:00:00+08:00' })
  await town.deed(async (deed) => {
    people = await loadLearners(deed, { newcomer: 40, local: 40 })
    activity = await anActivity(deed)
    // Third quarter: three shifts, and nobody knows anything from three.
    for (const day of ['05', '12', '19']) await servedTogether(deed, activity, `2026-07-${day}T09:00:00+08:00`, ids('newcomer', 0, 4))
    // Fourth quarter: newcomers serve on one day, locals on another, and two shifts are shared.
    for (let week = 0; week < 10; week++) {
      const day = `2026-1${week % 2}-${String(3 + week * 2).padStart(2, '0')}`
      await servedTogether(deed, activity, `${day}T09:00:00+08:00`, ids('newcomer', (week * 4) % 33, 8))
      await servedTogether(deed, activity, `${day}T15:00:00+08:00`, ids('local', (week * 4) % 33, 8))
    }
    for (const day of ['05', '12'])
      await servedTogether(deed, activity, `2026-12-${day}T09:00:00+08:00`, [...ids('newcomer', 2, 3), ...ids('local', 5, 3)])
    // One person alone met nobody.
    await servedTogether(deed, activity, '2026-12-20T09:00:00+08:00', ids('newcomer', 39, 1))
  })
})
afterAll(() => town.close())

describe('a quarter', () => {
  test('is counted two weeks after it is over, once and for good', async () => {
    expect((await page()).quarters).toEqual([])
    expect(await town.deed((deed) => freeze(deed, tiesFigure))).toEqual(['2026-Q3', '2026-Q4'])
    expect(await town.deed((deed) => freeze(deed, tiesFigure))).toEqual([])
    const { quarters, next } = await page()
    expect(quarters.map(({ period }) => period)).toEqual(['2026-Q4', '2026-Q3'])
    expect(next).toEqual({ period: '2027-Q1', shownFrom: '2027-04-15' })
    // Somebody's list is entered late: what was shown stays.
    await town.deed((deed) => servedTogether(deed, activity, '2026-12-27T09:00:00+08:00', ids('local', 0, 9)))
    await town.deed((deed) => freeze(deed, tiesFigure))
    expect((await page()).quarters).toEqual(quarters)
  })

  test('with too little says so, and what it would take', async () => {
    const [, third] = (await page()).quarters
    expect(third).toMatchObject({ gatherings: 3, test: { kind: 'tooLittle', needs: { gatherings: 10, people: 30 } } })
    expect(third!.kinds).toEqual([{ kind: 'shift', gatherings: 3, mixed: { kind: 'few' }, expectedMixed: { kind: 'few' } }])
  })

  test('two groups that serve on different days lie far below chance, with an interval', async () => {
    const [fourth] = (await page()).quarters
    expect(fourth!.gatherings).toBe(22)
    if (fourth!.test.kind !== 'compared') throw new Error('too little')
    const { bridging, mixed, permutations } = fourth!.test
    expect(permutations).toBe(2000)
    expect(mixed.observed).toBe(2)
    expect(bridging.observed).toBe(9)
    expect(bridging.high).toBeGreaterThan(bridging.low)
    expect(bridging.observed).toBeLessThan(bridging.low)
    expect(bridging.p).toBeLessThan(0.01)
  })

  test('keeps counts and the result, and no id of anybody', async () => {
    const everybody = await town.rows<{ id: string }>('select id from person')
    const shifts = await town.rows<{ id: string }>('select id from shift')
    const kept = JSON.stringify(await frozenRows())
    expect(kept).toContain('bridging')
    for (const { id } of [...everybody, ...shifts]) expect(kept).not.toContain(id)
    // Nor a number in place of an id: everything that is kept has a name.
    const [row] = (await frozenRows()).slice(-1)
    expect(Object.keys(row!.counts).toSorted()).toEqual(['atKind', 'gatherings', 'mixedPercent', 'ties', 'who'])
    expect(Object.keys(row!.counts.ties).toSorted()).toEqual(
      ['bridging', 'gatherings', 'kind', 'kinds', 'mixed', 'participations', 'people', 'permutations', 'possiblePairs'].toSorted(),
    )
  })

  test('a person of the cast who leaves takes nothing of it along, and nothing new is counted', async () => {
    const before = await frozenRows()
    await town.rows('delete from shift_presence where person_id = $1', [ids('newcomer', 2, 1)[0]])
    await town.deed((deed) => freeze(deed, tiesFigure))
    expect(await frozenRows()).toEqual(before)
  })
})

describe('who was where', () => {
  test('comes from registers of presence: no sign-up, no cancelled shift, no class somebody missed', async () => {
    const days = { first: '2026-11-01', last: '2026-11-30' }
    const before = await town.deed((deed) => gatheredIn(deed, days))
    await town.deed(async (deed) => {
      const cancelled = await servedTogether(deed, activity, '2026-11-29T09:00:00+08:00', ids('local', 0, 3))
      await deed.tx
        .updateTable('shift')
        .set({ cancelled_at: deed.now, cancelled_because: '下雨' })
        .where('street_id', '=', deed.street.id)
        .where('id', '=', cancelled)
        .execute()
      const signedUpOnly = await servedTogether(deed, activity, '2026-11-30T09:00:00+08:00', [])
      await deed.tx
        .insertInto('sign_up')
        .values({
          street_id: deed.street.id,
          id: deed.id(),
          shift_id: signedUpOnly,
          person_id: ids('local', 0, 1)[0]!,
          fits: ['any'],
          turn: 1,
          state: 'placed',
          place_kind: 'any',
          channel: 'phone',
          created_at: deed.now,
          changed_at: deed.now,
        })
        .execute()
    })
    expect(await town.deed((deed) => gatheredIn(deed, days))).toEqual(before)
  })
})

describe('what is shown', () => {
  const part = fc.record({
    community: fc.constantFrom('a', 'b', null),
    county: fc.constantFrom('湖北洪湖', '湖南岳阳', null),
    group: fc.constantFrom('newcomer' as const, 'local' as const, 'unstated' as const),
    took: fc.boolean(),
    people: fc.nat(20),
  })
  const names = new Map([
    ['a', { 'zh-CN': '甲', en: 'A' }],
    ['b', { 'zh-CN': '乙', en: 'B' }],
  ])

  test(`no count of people below five, and no hidden one from the shown ones of its line or column (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (who) => {
        const shown = toTiesQuarter('2026-Q4', { ties: nothing, mixedPercent: 20, atKind: {}, gatherings: {}, who }, names)
        const cells = [shown.people, ...shown.who.flatMap(({ rows }) => rows.map(({ groups }) => groups))].flat()
        for (const { took, not, share } of cells) {
          for (const count of [took, not]) if (count.kind === 'shown') expect(count.count).toBeGreaterThanOrEqual(5)
          if (share.kind === 'shown') expect(took.kind === 'shown' && not.kind === 'shown').toBe(true)
        }
        // Of a column with a shown total never exactly one line is hidden: it would be what the others leave.
        // Counties are told only where every total of the street is.
        if (shown.people.some(({ took, not }) => took.kind === 'few' || not.kind === 'few')) expect(shown.who.length).toBeLessThan(2)
        for (const { rows } of shown.who)
          rows[0]!.groups.forEach(({ group: name }, group) => {
            const total = name === 'all' ? { took: { kind: 'shown' }, not: { kind: 'shown' } } : shown.people[group]!
            for (const side of ['took', 'not'] as const)
              if (total[side].kind === 'shown') expect(rows.filter((row) => row.groups[group]![side].kind === 'few').length).not.toBe(1)
          })
      }),
      { seed, numRuns: 300 },
    )
  })

  test('a kind with few gatherings is not what the others leave over', () => {
    const people = { newcomer: 40, local: 40, unstated: 0 }
    const kinds = [
      { kind: 'class', gatherings: 12, mixed: 9, expectedMixed: 8.5 },
      { kind: 'meeting', gatherings: 3, mixed: 3, expectedMixed: 2 },
      { kind: 'shift', gatherings: 40, mixed: 20, expectedMixed: 25.5 },
    ]
    const compared = { observed: 32, expected: 36, low: 33, high: 39, z: -2, percentile: 0.02, p: 0.04 }
    const ties = {
      kind: 'compared' as const,
      permutations: 2000,
      gatherings: 55,
      participations: 500,
      people: [40, 40, 0] as const,
      mixed: compared,
      bridging: compared,
      possiblePairs: 1600,
      kinds,
    }
    const counts: TiesCounts = {
      ties,
      mixedPercent: 20,
      gatherings: { class: 12, meeting: 3, shift: 40 },
      atKind: { class: people, meeting: people, shift: people },
      who: [],
    }
    const shown = toTiesQuarter('2026-Q4', counts, names)
    expect(shown.kinds.map(({ kind, mixed }) => [kind, mixed.kind])).toEqual([
      ['shift', 'shown'],
      ['class', 'few'],
      ['meeting', 'few'],
    ])
    // Nobody's number is told here, so the product of two is not told either.
    expect(shown.test).toMatchObject({ kind: 'compared', possiblePairs: null })
  })
})

test('a large quarter is worked out in a thread of its own, while the transaction is kept awake, with the same answer', async () => {
  const of = new Map(Array.from({ length: 1200 }, (_, person) => [String(person), person % 3 ? 'newcomer' : 'local']))
  const gatherings = Array.from({ length: 400 }, (_, index) => ({
    id: String(index),
    kind: 'shift',
    people: Array.from({ length: 12 }, (_unused, place) => String((index * 7 + place * place * 11) % 1200)),
  })).map((one) => ({ ...one, people: [...new Set(one.people)] }))
  const input = { ties: 'mixing' as const, gatherings, of, seed: 'large', rules: { permutations: 100 } }
  expect(await testApart(input, async () => undefined)).toEqual(
    testMixing(gatherings, { compared: ['newcomer', 'local'], of }, 'large', { permutations: 100 }),
  )
  let awake = 0
  const answer = await testApart({ ...input, rules: { permutations: 1500 } }, async () => awake++)
  expect(answer).toMatchObject({ kind: 'compared', permutations: 1500 })
  expect(awake).toBeGreaterThan(0)
}, 60_000)

const nothing = { kind: 'tooLittle' as const, gatherings: 0, people: [0, 0, 0] as const }
