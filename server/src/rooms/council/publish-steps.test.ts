import { standard } from '@ronghe/contract/council/charters/variants.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verdictOf, ruleOf } from './common-ground-rule.ts'
import { computeStep, standOn, type OpinionRow } from './publish-conversation.ts'
import { publishStatement, type Said, type SaidByGroup, type Shown } from './publish-statement.ts'

const seeded = { seed: 20261123, numRuns: 300 }

/** Everything somebody can subtract who kept every step; written apart from the rule it judges. */
function workedOut(steps: readonly Shown[]): { readonly what: string; readonly count: number }[] {
  const numbers = steps.map(({ groups, unstated, total }) => {
    const list = new Map<string, number>()
    const add = (part: string, counts: NonNullable<Shown['total']>) => {
      list.set(`${part} agree`, counts.agree)
      list.set(`${part} seen`, counts.seen)
      list.set(`${part} others`, counts.seen - counts.agree)
      if (counts.disagree !== null) list.set(`${part} disagree`, counts.disagree)
      if (counts.pass !== null) list.set(`${part} pass`, counts.pass)
    }
    if (groups) add('newcomer', groups.newcomer)
    if (groups) add('local', groups.local)
    if (unstated) add('rest', unstated)
    if (total) add('total', total)
    if (total && groups)
      for (const name of ['agree', 'seen', 'others'])
        list.set(`left ${name}`, list.get(`total ${name}`)! - list.get(`newcomer ${name}`)! - list.get(`local ${name}`)!)
    return list
  })
  const found = numbers.flatMap((list, step) => [...list].map(([what, count]) => ({ what: `${step} ${what}`, count })))
  for (const [one, then] of numbers.entries())
    for (const [other, now] of numbers.slice(one + 1).entries()) {
      for (const [what, count] of now)
        if (then.has(what)) found.push({ what: `${one}-${one + 1 + other} ${what}`, count: Math.abs(count - then.get(what)!) })
      for (const [grouped, whole] of [
        [then, now],
        [now, then],
      ] as const)
        if (grouped.has('newcomer seen') && !grouped.has('total seen') && whole.has('total seen') && !whole.has('newcomer seen'))
          for (const name of ['agree', 'seen', 'others'])
            found.push({
              what: `${one}/${one + 1 + other} rest ${name}`,
              count: Math.abs(whole.get(`total ${name}`)! - grouped.get(`newcomer ${name}`)! - grouped.get(`local ${name}`)!),
            })
    }
  return found
}

const said = fc.tuple(fc.nat(30), fc.nat(12), fc.nat(8)) as fc.Arbitrary<Said>
const change = fc.record({
  group: fc.constantFrom('newcomer', 'local', 'rest'),
  to: fc.nat(2),
  from: fc.option(fc.nat(2), { nil: null }),
  times: fc.integer({ min: 1, max: 9 }),
})
type Change = { group: 'newcomer' | 'local' | 'rest'; to: number; from: number | null; times: number }

function voted(before: SaidByGroup, { group, to, from, times }: Change): SaidByGroup {
  const next = [...before[group]] as [number, number, number]
  for (let time = 0; time < times; time++) {
    if (from !== null && next[from]! > 0) next[from]!--
    next[to]!++
  }
  return { ...before, [group]: next }
}

describe('what is shown of a statement, step by step', () => {
  test('from all steps together nobody works out a number of one to four people, not even as a difference', () => {
    fc.assert(
      fc.property(said, said, said, fc.array(change, { maxLength: 25 }), (newcomer, local, rest, changes) => {
        let counts: SaidByGroup = { newcomer, local, rest }
        const steps: Shown[] = [publishStatement(counts, [])]
        for (const one of changes) {
          counts = voted(counts, one as Change)
          steps.push(publishStatement(counts, steps))
        }
        expect(workedOut(steps).filter(({ count }) => count > 0 && count < 5)).toEqual([])
      }),
      seeded,
    )
  })

  test('the attack finds it where every step is shown as if it were the only one', () => {
    const alone = (newcomer: Said): Shown => publishStatement({ newcomer, local: [20, 9, 8], rest: [0, 0, 0] }, [])
    expect(workedOut([alone([20, 9, 8]), alone([21, 9, 8])]).filter(({ count }) => count === 1).length).toBeGreaterThan(0)
  })

  test('what was shown stays until something safe can be said, and then moves on', () => {
    const first = publishStatement({ newcomer: [20, 10, 5], local: [20, 10, 5], rest: [0, 0, 0] }, [])
    expect(first.groups?.newcomer.agree).toBe(20)
    const second = publishStatement({ newcomer: [22, 10, 5], local: [20, 10, 5], rest: [0, 0, 0] }, [first])
    expect(second).toEqual(first)
    const third = publishStatement({ newcomer: [25, 10, 5], local: [20, 10, 5], rest: [0, 0, 0] }, [first, second])
    expect(third.groups?.newcomer.agree).toBe(25)
  })

  test('a few who prefer not to say do not hide the two groups, and are not given away by a total', () => {
    const shown = publishStatement({ newcomer: [20, 10, 5], local: [20, 10, 5], rest: [2, 0, 0] }, [])
    expect(shown.groups).not.toBeNull()
    expect([shown.total, shown.unstated]).toEqual([null, null])
  })

  test('where only a few disagree, disagreeing and passing are put together', () => {
    const shown = publishStatement({ newcomer: [30, 3, 4], local: [25, 2, 6], rest: [0, 0, 0] }, [])
    expect(shown.groups).toEqual({
      newcomer: { agree: 30, disagree: null, pass: null, seen: 37 },
      local: { agree: 25, disagree: null, pass: null, seen: 33 },
    })
    expect(publishStatement({ newcomer: [30, 3, 0], local: [25, 2, 6], rest: [0, 0, 0] }, []).groups).toBeNull()
  })
})

describe('when a group surely agrees', () => {
  const rule = ruleOf(standard, false)
  test('the lower bound of the 80 % interval lies above a half: 14 of 20 do, 13 of 20 do not', () => {
    expect(verdictOf({ agree: 14, seen: 20 }, rule)).toBe('met')
    expect(verdictOf({ agree: 12, seen: 20 }, rule)).toBe('notMet')
  })
  test('19 voters are too few for the street, five are enough in one lane', () => {
    expect(verdictOf({ agree: 19, seen: 19 }, rule)).toBe('tooFew')
    expect(verdictOf({ agree: 5, seen: 5 }, ruleOf(standard, true))).toBe('met')
    expect(verdictOf({ agree: 4, seen: 4 }, ruleOf(standard, true))).toBe('tooFew')
  })
  test('one more who agrees never turns it down, one more who does not never turns it up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 300 }), fc.nat(300), (seen, agree) => {
        fc.pre(agree <= seen)
        const order = { notMet: 0, tooFew: 0, met: 1 }
        const now = order[verdictOf({ agree, seen }, rule)]
        expect(order[verdictOf({ agree: agree + 1, seen: seen + 1 }, rule)]).toBeGreaterThanOrEqual(now)
        expect(order[verdictOf({ agree, seen: seen + 1 }, rule)]).toBeLessThanOrEqual(now)
      }),
      seeded,
    )
  })
})

/** Thirty newcomers and forty locals: all want lamps, the market divides them. */
function street(extra: readonly OpinionRow[] = []): OpinionRow[] {
  const row = (bench: OpinionRow['bench'], place: number, votes: readonly number[]): OpinionRow => ({
    bench,
    statements: ['lamps', 'market', 'noise'],
    votes: place % 5 === 0 ? votes.map((vote) => -vote) : votes,
  })
  return [
    ...Array.from({ length: 30 }, (_, place) => row('newcomer', place, [1, 1, place % 2 === 0 ? 1 : -1])),
    ...Array.from({ length: 40 }, (_, place) => row('local', place, [1, -1, place % 2 === 0 ? 1 : -1])),
    ...extra,
  ]
}
const input = (rows: readonly OpinionRow[], history: Readonly<Record<string, readonly Shown[]>> = {}) => ({
  rows,
  statements: ['lamps', 'market', 'noise'],
  history,
  parameters: standard,
  singleLane: false,
  seed: 'street',
})

describe('a publication of a conversation', () => {
  test('both groups side by side, what they share and what divides them', () => {
    const { published } = computeStep(input(street()))
    expect(published.common).toEqual(['lamps'])
    expect(published.divisive[0]).toMatchObject({ statementId: 'market', more: 'newcomer' })
    expect(published.statements[0]!.groups!.newcomer).toMatchObject({ agree: 24, seen: 30 })
    expect(published.people).toEqual({ atLeast: 70, newcomer: 30, local: 40, unstated: null })
  })

  test('the order in which the votes were read changes nothing', () => {
    expect(computeStep(input(street().toReversed())).published.statements).toEqual(computeStep(input(street())).published.statements)
  })

  test('the picture has no cell of fewer than five, and whoever stands alone is not in it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom('newcomer', 'local', null), fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 3, maxLength: 3 })),
          { maxLength: 60 },
        ),
        (said) => {
          const rows = said.map(([bench, votes]) => ({
            bench: bench as OpinionRow['bench'],
            statements: ['lamps', 'market', 'noise'],
            votes,
          }))
          const { published, voters } = computeStep(input(rows))
          expect(voters).toBe(rows.length)
          expect(published.density.length * 5).toBeLessThanOrEqual(rows.length)
          for (const group of published.opinionGroups) expect(group.atLeast).toBeGreaterThanOrEqual(5)
          if (rows.length < 5) expect(published.people.atLeast).toBeNull()
        },
      ),
      { ...seeded, numRuns: 60 },
    )
  })

  test('where I stand: newcomers who like the market and locals who do not stand on different sides', () => {
    const { axes } = computeStep(input(street()))
    const one = standOn(
      axes,
      new Map([
        ['lamps', 1],
        ['market', 1],
        ['noise', 1],
      ]),
    )
    const other = standOn(
      axes,
      new Map([
        ['lamps', 1],
        ['market', -1],
        ['noise', 1],
      ]),
    )
    expect([one!.column, one!.row]).not.toEqual([other!.column, other!.row])
    expect(standOn(axes, new Map())).toBeNull()
  })
})
