import { pathBoxes, type PathBox } from '@ronghe/contract/insight/path-model.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exemptionOf } from '../../../platform/privacy/exemptions.ts'
import { line, type Line } from '../indicators/definition.ts'
import { boxMeasures, outcomeOf } from './box-measures.ts'
import { cityBoxes, cityOutcome, streetWaves, type CityRow } from './city-units.ts'
import { indicators } from '../indicators/all.ts'
import { fitStreets, type StreetWave } from './fit-streets.ts'
import { paceOf } from './pace.ts'
import { boxesOf, studyArrows } from './study-arrows.ts'
import { valueOf } from './unit-values.ts'
import { monthsUntil, unitsOf } from './units.ts'

fc.configureGlobal({ seed: 20261123 })

const all = { branch: true, school: true, corps: true }
const said = (arrows: readonly { readonly from: string; readonly to: string }[]) => arrows.map(({ from, to }) => `${from} ${to}`)

test('the arrows are those of the study: 8 of embedding, the precondition, the means, and 4 to the outcome', () => {
  const arrows = studyArrows(all, true)
  expect(arrows.length).toBe(14)
  expect(said(arrows.filter(({ because }) => because === 'precondition'))).toEqual(['service management'])
  expect(said(arrows.filter(({ because }) => because === 'means'))).toEqual(['resources management'])
  expect(arrows.filter(({ because }) => because === 'outcome').map(({ from }) => from)).toEqual([
    'management',
    'service',
    'resources',
    'values',
  ])
  expect(boxesOf(arrows)).toEqual(new Set(pathBoxes))
})

test('no survey, no arrow to the outcome; with party modules off no box of members, and nothing that leads from it', () => {
  expect(said(studyArrows(all, false)).some((arrow) => arrow.includes('outcome'))).toBe(false)
  expect(said(studyArrows({ ...all, branch: false }, true)).some((arrow) => arrow.includes('member'))).toBe(false)
  expect(studyArrows({ ...all, branch: false }, true).length).toBe(10)
  expect(boxesOf(studyArrows({ ...all, school: false, corps: false }, true))).toEqual(
    new Set<PathBox>(['organisationEmbedding', 'memberEmbedding', 'management', 'service', 'outcome']),
  )
})

test('every box has one measure with its reason in both languages, and what is used however small is listed', () => {
  expect(boxMeasures.map(({ box }) => box)).toEqual(pathBoxes.filter((box) => box !== 'outcome'))
  for (const { title, because, exempt } of boxMeasures) {
    expect([title['zh-CN'], title.en, because['zh-CN'], because.en].every(Boolean)).toBe(true)
    if (exempt) expect(exemptionOf(exempt)?.why).toBeTruthy()
  }
  expect(boxMeasures.filter(({ exempt }) => exempt).map(({ box }) => box)).toEqual(['organisationEmbedding', 'memberEmbedding'])
})

const year = (lines: (month: number) => readonly Line[]) => Array.from({ length: 12 }, (_, month) => lines(month))
const at = (n: number, more: Partial<Line> = {}) => line('', n, { community: 'a', ...more })

test('a value is the mean of twelve months, each weighing by what was counted in it', () => {
  const cases = year((month) => [at(month === 0 ? 50 : 2, { amount: month === 0 ? 500 : 2 }), at(99, { community: 'b', amount: 1 })])
  expect(valueOf({ kind: 'mean' }, cases, 'a')).toEqual({ kind: 'value', value: 522 / 72 })
  expect(
    valueOf(
      { kind: 'count' },
      year(() => [at(3)]),
      'a',
    ),
  ).toEqual({ kind: 'value', value: 3 })
  expect(
    valueOf(
      { kind: 'sum' },
      year(() => [at(3, { amount: 7 })]),
      'a',
    ),
  ).toEqual({ kind: 'value', value: 7 })
  expect(
    valueOf(
      { kind: 'share' },
      year(() => [line('yes', 3, { community: 'a' }), line('no', 1, { community: 'a' })]),
      'a',
    ),
  ).toEqual({ kind: 'value', value: 0.75 })
})

test('a month that is not counted yet, and fewer months than twelve, leave the unit out', () => {
  expect(valueOf({ kind: 'count' }, [...year(() => [at(9)]).slice(1), undefined], 'a')).toEqual({ kind: 'notYet' })
  expect(valueOf({ kind: 'count' }, year(() => [at(9)]).slice(1), 'a')).toEqual({ kind: 'notYet' })
})

test('what is too few to be shown is not used either, and of a share neither side may be few', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (yes, no) => {
      const months = year((month) => (month === 3 ? [line('yes', yes, { community: 'a' }), line('no', no, { community: 'a' })] : []))
      expect(valueOf({ kind: 'share' }, months, 'a').kind).toBe(yes >= 5 && no >= 5 ? 'value' : 'few')
      expect(valueOf({ kind: 'count' }, months, 'a').kind).toBe(yes + no >= 5 ? 'value' : 'few')
      expect(valueOf({ kind: 'count', exempt: 'work of the house' }, months, 'a').kind).toBe('value')
    }),
  )
})

test('the outcome takes both groups half and half, and neither with fewer than ten answers', () => {
  const counted = (people: number, mean: number) => ({
    people,
    estimate: { mean, standardError: 0.1, df: 9, answers: people, designEffect: 1, deviation: 1 },
  })
  const sample = (newcomers: number, locals: number) => ({
    measures: [
      {
        id: 'closeness',
        groups: {},
        communities: [{ community: 'a', groups: { newcomer: counted(newcomers, 2), local: counted(locals, 4) } }],
        questions: [],
        reliability: {},
      },
    ],
  })
  expect(outcomeOf(sample(300, 10), 'a')).toBe(3)
  expect(outcomeOf(sample(300, 9), 'a')).toBeNull()
  expect(outcomeOf(sample(300, 10), 'b')).toBeNull()
  expect(outcomeOf({ measures: [] }, 'a')).toBeNull()
})

test('the twelve months before a wave end with the month before the one it opens in', () => {
  const months = monthsUntil('2026-03-09')
  expect([months.length, months[0], months[9], months[10], months[11]]).toEqual([12, '2025-03', '2025-12', '2026-01', '2026-02'])
  expect(monthsUntil('2026-01-31').at(-1)).toBe('2025-12')
})

test('a unit is complete or says the first thing it lacks; what counts the wrong way is turned round, size is taken out', () => {
  const measures = boxMeasures.filter(({ box }) => box === 'organisationEmbedding' || box === 'service')
  const wave = {
    id: 'w',
    opensOn: '2026-03-09',
    closedOn: '2026-03-20',
    communities: [
      { id: 'a', outcome: 3, dwellings: 500 },
      { id: 'b', outcome: null, dwellings: 500 },
      { id: 'c', outcome: 3, dwellings: 500 },
      { id: 'd', outcome: 3, dwellings: 0 },
    ],
  }
  const linesOf = (measure: (typeof measures)[number]) =>
    measure.box === 'service' ? [at(10, { amount: 120 }), at(0, { community: 'c' })] : [at(2)]
  const units = unitsOf([wave], measures, linesOf)
  expect(units.map(({ community, why }) => `${community} ${why}`)).toEqual(['a complete', 'b noAnswers', 'c few', 'd noAnswers'])
  expect(units[0]!.values).toEqual({ organisationEmbedding: 4, service: -12, outcome: 3 })
  expect(units.slice(1).every(({ values }) => Object.keys(values).length === 0)).toBe(true)
  expect(unitsOf([wave], measures, () => undefined)[0]!.why).toBe('notYet')
})

test('at this pace: what waves brought at the distance they had; nobody can tell from one wave or from none complete', () => {
  expect(paceOf([], 70, '2026-11-23')).toBeUndefined()
  expect(paceOf([{ closedOn: '2026-01-10', complete: 5 }], 65, '2026-11-23')).toBeUndefined()
  expect(
    paceOf(
      [
        { closedOn: '2026-01-10', complete: 0 },
        { closedOn: '2026-07-10', complete: 0 },
      ],
      70,
      '2026-07-11',
    ),
  ).toBeUndefined()
  const halves = [
    { closedOn: '2026-01-10', complete: 4 },
    { closedOn: '2026-07-10', complete: 6 },
  ]
  expect(paceOf(halves, 60, '2026-07-11')).toEqual({ perWave: 5, days: 181, waves: 12, enoughOn: '2032-06-20' })
  // The third wave is late already: at the earliest it is today.
  expect(paceOf(halves, 60, '2027-01-17')!.enoughOn).toBe('2032-06-30')
  expect(
    paceOf(
      [
        { closedOn: '2026-01-10', complete: 1 },
        { closedOn: '2029-01-10', complete: 0 },
      ],
      60,
      '2026-07-11',
    )!.enoughOn,
  ).toBeNull()
})

/** The same numbers every time, between 0 and 1, one as unlike the next as drawn ones. */
function spread(key: number): number {
  let mixed = Math.imul(key ^ (key >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}

const streets = (count: number): StreetWave[] =>
  Array.from({ length: count * 4 }, (_, index) => {
    const noise = (salt: number) => spread(index * 31 + salt)
    const organisationEmbedding = noise(1)
    const memberEmbedding = noise(2)
    const service = organisationEmbedding + noise(3)
    const resources = memberEmbedding + noise(4)
    const management = service + 0.5 * resources + noise(5)
    return {
      street: `street ${index % count}`,
      wave: `wave ${Math.floor(index / count)}`,
      values: { organisationEmbedding, memberEmbedding, service, resources, management, values: noise(6), outcome: management + noise(7) },
    }
  })

test('a city: 20 streets and 4 waves are enough, 17 are two short, and a street that shows too little is left out', async () => {
  const { arrows, state } = await fitStreets(streets(20))
  if (state.kind !== 'estimated') throw new Error(state.kind)
  expect(state).toMatchObject({ units: 80, places: 20, resamples: 2000 })
  expect(state.coefficients.map(({ from, to }) => ({ from, to }))).toEqual(arrows.map(({ from, to }) => ({ from, to })))
  const service = state.coefficients.find(({ from, to }) => from === 'service' && to === 'management')!
  expect(service.low).toBeGreaterThan(0)
  expect(service.low <= service.value && service.value <= service.high).toBe(true)
  expect(state.indirect.some(({ from, to }) => from === 'organisationEmbedding' && to === 'outcome')).toBe(true)
  expect((await fitStreets(streets(17))).state).toMatchObject({ kind: 'tooLittle', units: 68, needed: 70, missing: 2, pace: null })
  const rows = streets(20).map((row, at) => (at < 11 ? { ...row, values: { ...row.values, values: null } } : row))
  expect((await fitStreets(rows)).state).toMatchObject({ kind: 'tooLittle', units: 69, missing: 1 })
})

test('of a model only numbers over all units leave: two decimals, no unit, no mean, no deviation', async () => {
  const { state } = await fitStreets(streets(20))
  const text = JSON.stringify(state)
  expect(text).not.toMatch(/street|wave|intercept|deviation|cooks/i)
  for (const [, decimals] of text.matchAll(/\d\.(\d+)/g)) expect(decimals!.length).toBeLessThan(4)
})

test('in the city every box is a monthly share that streets hand over, and the outcome a mean of both groups', () => {
  const found = (name: string) => indicators.flatMap(({ key, measures }) => measures.filter((one) => `${key}.${one.key}` === name))[0]
  for (const { measure } of cityBoxes)
    expect([measure, found(measure)?.kind, found(measure)?.every ?? 'month']).toEqual([measure, 'share', 'month'])
  expect(found(cityOutcome)).toMatchObject({ kind: 'mean', byGroup: true })
})

test('a unit of the city is a street and a wave: shares of all that was counted in twelve months, both groups half', () => {
  const row = (measure: string, month: string, n: number, more: Partial<CityRow> = {}): CityRow => ({
    street: 's',
    measure,
    month,
    group: 'all',
    n,
    of: 20,
    amount: null,
    ...more,
  })
  const answers = [
    row(cityOutcome, '2026-03', 200, { group: 'newcomer', of: null, amount: 600 }),
    row(cityOutcome, '2026-03', 50, { group: 'local', of: null, amount: 200 }),
  ]
  const shares = cityBoxes.flatMap(({ measure }) => monthsUntil('2026-03-01').map((month, at) => row(measure, month, at === 0 ? 20 : 8)))
  const [unit, ...more] = streetWaves([...answers, ...shares])
  expect(more).toEqual([])
  expect(unit).toMatchObject({ street: 's', wave: '2026-03', values: { outcome: 3.5 } })
  expect(unit!.values.service).toBeCloseTo((20 + 11 * 8) / 240, 12)
  // A month in which a street shows nothing of a box, or one group of its answers, leaves it out.
  expect(streetWaves([...answers, ...shares.slice(1)])[0]!.values.organisationEmbedding).toBeNull()
  expect(streetWaves([answers[0]!, ...shares])).toEqual([])
})
