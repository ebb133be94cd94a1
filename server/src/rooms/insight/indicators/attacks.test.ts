import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import { smallestCount } from '../../../platform/privacy/suppression.ts'
import { openAttacker } from './attacker.testing.ts'
import { line, type Line, type Measure } from './definition.ts'
import { addUp, figureOf, showMonth, showQuarter, type MonthLines } from './publication.ts'

const seed = 20261123
const words = { 'zh-CN': '字', en: 'words' }
const measureOf = (more: Partial<Measure>): Measure => ({
  key: 'attacked',
  kind: 'share',
  byGroup: true,
  places: ['community', 'organ'],
  unit: words,
  title: words,
  says: words,
  saysNot: words,
  numerator: words,
  denominator: words,
  source: words,
  bias: words,
  counts: { since: async () => undefined, lines: async () => [] },
  ...more,
})
const groups = ['newcomer', 'local', 'unstated'] as const
const parts = ['yes', 'no'] as const
const communities = ['c1', 'c2', 'c3']
const organs = ['o1', 'o2']
const months = ['2026-01', '2026-02', '2026-03']

/** Counts of residents as streets have them: many, few, one, none. */
const count = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) },
  fc.integer({ min: 5, max: 30 }),
)
const size = months.length * communities.length * organs.length * groups.length * parts.length
const quarter = fc.array(count, { minLength: size, maxLength: size })

interface Unseen {
  readonly month: string
  readonly community: string
  readonly organ: string
  readonly group: (typeof groups)[number]
  readonly part: (typeof parts)[number]
}
const unseen: readonly Unseen[] = months.flatMap((month) =>
  communities.flatMap((community) =>
    organs.flatMap((organ) => groups.flatMap((group) => parts.map((part) => ({ month, community, organ, group, part })))),
  ),
)
const those = (fits: (one: Unseen) => boolean): number[] => unseen.flatMap((one, index) => (fits(one) ? [index] : []))

const monthsFrom = (counts: readonly number[]): MonthLines[] =>
  months.map((period) => ({
    period,
    lines: unseen.flatMap(({ month, community, organ, group, part }, index): Line[] =>
      month === period && counts[index]! > 0 ? [line(part, counts[index]!, { community, organ, group })] : [],
    ),
  }))

/** Everything that is published of a quarter, as equations; and every count that was hidden. */
async function attack(measure: Measure, counts: readonly number[]) {
  const attacker = await openAttacker(unseen.length, 60)
  const hidden: number[][] = []
  const kept = monthsFrom(counts)
  const shownIn = new Map<string, boolean>()
  const learn = (own: number[], cell: Shown) => {
    if (cell.kind === 'shown') attacker.learn(own, cell.count)
    else if (own.length > 0) hidden.push(own)
  }
  for (const { period, lines } of kept)
    for (const { group, parts: cells, total } of showMonth(measure, lines)) {
      learn(
        those((one) => one.month === period && one.group === group),
        total!,
      )
      for (const { part, count: cell } of cells) {
        shownIn.set(`${period} ${group} ${part}`, cell.kind === 'shown')
        learn(
          those((one) => one.month === period && one.group === group && one.part === part),
          cell,
        )
      }
    }
  for (const by of ['community', 'organ'] as const)
    for (const [place, cells] of showQuarter(measure, kept, by).places)
      for (const { group, parts: own } of cells)
        for (const { part, count: cell } of own) {
          const behind = those(
            (one) => one[by] === place && one.group === group && one.part === part && shownIn.get(`${one.month} ${group} ${part}`)!,
          )
          learn(behind, cell)
        }
  return { attacker, hidden, sum: (own: readonly number[]) => own.reduce((total, index) => total + counts[index]!, 0) }
}

test('whoever has every month, every community and every organ cannot tell of any hidden count that it is small', async () => {
  let attacked = 0
  await fc.assert(
    fc.asyncProperty(quarter, async (counts) => {
      const { attacker, hidden, sum } = await attack(measureOf({}), counts)
      for (const own of hidden.filter((some) => sum(some) < smallestCount)) {
        attacked++
        expect(attacker.most(own)).toBeGreaterThanOrEqual(smallestCount)
      }
    }),
    { seed, numRuns: process.env['RONGHE_FULL'] ? 400 : 25 },
  )
  // Data without anything small would prove nothing.
  expect(attacked).toBeGreaterThan(100)
}, 180_000)

test('the attacker is able: without complementary cells he finds what was hidden', async () => {
  const counts = unseen.map(({ month, community, organ, group, part }) =>
    month === '2026-01' && community === 'c1' && organ === 'o1' && group === 'newcomer' && part === 'yes' ? 2 : 20,
  )
  const attacker = await openAttacker(unseen.length, 60)
  const small = those(
    (one) => one.month === '2026-01' && one.community === 'c1' && one.organ === 'o1' && one.group === 'newcomer' && one.part === 'yes',
  )
  const sum = (own: readonly number[]) => own.reduce((total, index) => total + counts[index]!, 0)
  // Hidden alone, with all the others and the total shown.
  for (const index of those(() => true)) if (index !== small[0]) attacker.learn([index], counts[index]!)
  attacker.learn(
    those(() => true),
    sum(those(() => true)),
  )
  expect(attacker.most(small)).toBe(2)
})

test('two dates: what a month or a quarter shows never changes when later months are there', () => {
  fc.assert(
    fc.property(quarter, quarter, (first, second) => {
      const measure = measureOf({})
      const [early, late] = [monthsFrom(first), monthsFrom(second).map(({ lines }, index) => ({ period: `2026-0${index + 4}`, lines }))]
      const show = (all: readonly MonthLines[]) => all.map(({ lines, period }) => figureOf(measure, period, showMonth(measure, lines)))
      expect(show([...early, ...late]).slice(0, 3)).toEqual(show(early))
      // A year so far, read twice: the difference is what the later months show, and nothing else.
      const year = (all: readonly MonthLines[]) => addUp(all.map(({ lines }) => showMonth(measure, lines)))
      const count = (cells: ReturnType<typeof year>, group: string, part: string) => {
        const cell = cells.find((one) => one.group === group)!.parts.find((one) => one.part === part)!.count
        return cell.kind === 'shown' ? cell.count : 0
      }
      for (const group of groups)
        for (const part of parts)
          expect(count(year([...early, ...late]), group, part) - count(year(early), group, part)).toBe(count(year(late), group, part))
    }),
    { seed, numRuns: 60 },
  )
})

test('two filters: communities and organs of a quarter are decided together, whichever is asked for', () => {
  fc.assert(
    fc.property(quarter, (counts) => {
      const measure = measureOf({})
      const total = (by: 'community' | 'organ') => {
        const { places } = showQuarter(measure, monthsFrom(counts), by)
        return JSON.stringify([...places.values()].length === 0 ? null : showQuarter(measure, monthsFrom(counts), by).leftOut)
      }
      expect(total('community')).toBe(total('organ'))
      // Asking again, or in another order, shows the same.
      const shuffled = monthsFrom(counts).map(({ period, lines }) => ({ period, lines: lines.toReversed() }))
      expect(
        [...showQuarter(measure, shuffled, 'community').places].map(([id, cells]) => [id, cells.map(({ parts: own }) => own)]),
      ).toEqual(
        [...showQuarter(measure, monthsFrom(counts), 'community').places].map(([id, cells]) => [id, cells.map(({ parts: own }) => own)]),
      )
    }),
    { seed, numRuns: 60 },
  )
})

test('a group of one: a single newcomer among locals is never told, in no figure of any kind', () => {
  for (const kind of ['share', 'count', 'spread', 'sum', 'mean'] as const) {
    const measure = measureOf({ kind })
    const part = kind === 'share' ? 'yes' : kind === 'spread' ? '7' : ''
    const lines = [
      line(part, 1, { community: 'c1', organ: 'o1', group: 'newcomer', amount: 90 }),
      line(part, 40, { community: 'c1', organ: 'o1', group: 'local', amount: 4000 }),
      line(part, 40, { community: 'c2', organ: 'o1', group: 'local', amount: 4000 }),
    ]
    const { groups: told } = figureOf(measure, '2026-01', showMonth(measure, lines))
    expect(told.find(({ group }) => group === 'newcomer')).toMatchObject({ value: { kind: 'few' }, of: { kind: 'few' } })
    for (const { value } of told) expect(value).not.toMatchObject({ value: 90 })
    for (const by of ['community', 'organ'] as const)
      for (const cells of showQuarter(measure, [{ period: '2026-01', lines }], by).places.values())
        expect(cells.find(({ group }) => group === 'newcomer')!.parts.every(({ count: cell }) => cell.kind === 'few')).toBe(true)
  }
})

test('a hidden place keeps its hours too: where one is hidden, no place tells its sum, because the street tells the whole', () => {
  const measure = measureOf({ kind: 'sum', byGroup: false })
  const lines = [
    line('', 30, { community: 'c1', organ: 'o1', amount: 3000 }),
    line('', 30, { community: 'c2', organ: 'o1', amount: 3000 }),
    line('', 1, { community: 'c3', organ: 'o1', amount: 90 }),
  ]
  const { places, whole } = showQuarter(measure, [{ period: '2026-01', lines }], 'community')
  expect(whole).toBe(false)
  for (const cells of places.values())
    expect(figureOf(measure, '2026-Q1', cells, { amounts: whole }).groups[0]!.value).toEqual({ kind: 'few' })
  expect(figureOf(measure, '2026-01', showMonth(measure, lines)).groups[0]!.value).toMatchObject({ value: 6090 })
})
