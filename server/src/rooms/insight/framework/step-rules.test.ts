import { describe, expect, test } from 'vitest'
import { line } from '../indicators/definition.ts'
import { showMonth } from '../indicators/publication.ts'
import { boxes } from './boxes.ts'
import { measureOf, monthOf } from './figures.testing.ts'
import { changeOf, standingOf } from './standing.ts'
import { listed, nextSteps, type FigureFact, type StepFacts } from './step-rules.ts'

const order = boxes.map(({ box }) => box)
const named = (...names: string[]) => names.map((name) => ({ 'zh-CN': name, en: `${name} lane` }))
const quiet: StepFacts = { councils: [], gaps: [], agreements: [], hazardsLate: 0, postsVacant: [], alone: [] }
const council = {
  id: 'c',
  name: { 'zh-CN': '共治议事会', en: 'Council' },
  lanes: [],
  lanesInAll: 9,
  tasksLate: 0,
  longestLate: 0,
  vacant: { newcomers: 0, locals: 0 },
}
const rulesOf = (facts: Partial<StepFacts>, figures: readonly FigureFact[] = []) =>
  nextSteps({ ...quiet, ...facts }, figures, order).map(({ rule }) => rule)

const figure = (newcomer: readonly [number, number], local: readonly [number, number], more: Partial<FigureFact> = {}): FigureFact => {
  const measure = measureOf()
  const standing = standingOf(measure, [monthOf(measure, '2026-10', { newcomer, local, unstated: [10, 10] })], '2026-10')
  return {
    box: 'service',
    indicator: 'equity',
    key: 'benefit',
    kind: 'share',
    title: { 'zh-CN': '办成', en: 'Granted' },
    byGroup: true,
    thin: standing.recent!.groups.every(({ value }) => value.kind === 'few'),
    standing,
    change: changeOf(measure, standing),
    ...more,
  }
}

describe('What could be done next', () => {
  test('where all is as it should be there is nothing to do', () => {
    expect(rulesOf({ councils: [council] }, [figure([50, 50], [50, 50])])).toEqual([])
  })

  test('lanes nobody has been to are named, three at most, and the others counted', () => {
    const [step] = nextSteps({ ...quiet, councils: [{ ...council, lanes: named('一', '二', '三', '四', '五') }] }, [], order)
    expect(step!.sentence.en).toBe('Council: of 9 lanes, delegates have not been to 5 for 90 days (一 lane, 二 lane, 三 lane and 2 more).')
    expect(step!.sentence['zh-CN']).toBe('共治议事会：9 条巷里有 5 条 90 天没有代表去过（一、二、三等 5 处）。')
    expect(step!.resident!.to).toBe('/council/c/visits/plan')
    expect(step!.desk!.to).toBe('/council/visits')
    expect(listed(named('一', '二')).en).toBe('一 lane, 二 lane')
  })

  test('late tasks, vacant seats and posts, hazards, agreements and lone organs each have their place at the desk', () => {
    const steps = nextSteps(
      {
        councils: [{ ...council, tasksLate: 1, longestLate: 12, vacant: { newcomers: 1, locals: 0 } }],
        gaps: named('居住证'),
        agreements: [{ id: 'a', title: { 'zh-CN': '就医协议' }, days: 30 }],
        hazardsLate: 2,
        postsVacant: [{ organ: 'o', name: { 'zh-CN': '学堂', en: 'School' }, posts: 2 }],
        alone: named('企业'),
      },
      [],
      order,
    )
    expect(Object.fromEntries(steps.map(({ rule, desk }) => [rule, desk!.to]))).toEqual({
      tasksLate: '/council/follow-up',
      seatsVacant: '/council/seats',
      serviceGap: '/equity',
      agreementEnds: '/agreements',
      hazardsLate: '/hazards',
      postsVacant: '/organs',
      organsAlone: '/together/new',
    })
    expect(steps.find(({ rule }) => rule === 'tasksLate')!.sentence.en).toBe(
      'Council: 1 task of a resolution is past the date, the longest by 12 days.',
    )
    expect(steps.map(({ box }) => order.indexOf(box))).toEqual(steps.map(({ box }) => order.indexOf(box)).toSorted((a, b) => a - b))
  })

  test('a gap is named only where its interval leaves zero out, and whichever side is lower', () => {
    expect(rulesOf({}, [figure([50, 50], [55, 45])])).toEqual([])
    const below = nextSteps(quiet, [figure([20, 80], [80, 20])], order)
    expect(below[0]!.sentence.en).toBe('“Granted”: {newcomers} are 60 points below {locals}. Ask why first.')
    const above = nextSteps(quiet, [figure([80, 20], [20, 80])], order)
    expect(above[0]!.sentence.en).toBe('“Granted”: {locals} are 60 points below {newcomers}. Ask why first.')
    expect(above[0]!.resident!.to).toBe('/insight/indicators/equity')
  })

  test('an indicator of both groups with too little data is named once', () => {
    const thin = figure([1, 0], [0, 1])
    const steps = nextSteps(quiet, [thin, { ...thin, title: { 'zh-CN': '天数', en: 'Days' } }], order)
    expect(steps).toHaveLength(1)
    expect(steps[0]!.sentence.en).toContain('“Granted” and 1 more')
    expect(steps[0]!.resident).toBeNull()
    expect(rulesOf({}, [{ ...thin, byGroup: false }])).toEqual([])
  })

  test('a bench that hardly spoke and classes of one group are named, never a delegate or a learner', () => {
    const parts = (measure: Parameters<typeof measureOf>[0], counts: Record<string, number>, more: Partial<FigureFact>): FigureFact => {
      const own = measureOf({ byGroup: false, exempt: 'council.speakingTime', ...measure })
      const cells = showMonth(
        own,
        Object.entries(counts).map(([part, n]) => line(part, n)),
      )
      return figure([50, 50], [50, 50], { byGroup: false, standing: standingOf(own, [{ period: '2026-10', cells }], '2026-10'), ...more })
    }
    const words = { 'zh-CN': '', en: '' }
    const speaking = (newcomers: number, locals: number) =>
      parts(
        { kind: 'count', parts: { newcomers: words, locals: words, chair: words } },
        { newcomers, locals, chair: 9 },
        {
          box: 'management',
          indicator: 'speaking',
          key: 'benchTime',
        },
      )
    expect(rulesOf({}, [speaking(40, 60)])).toEqual([])
    expect(nextSteps(quiet, [speaking(10, 90)], order)[0]!.sentence.en).toContain('the bench of {newcomers} spoke 10% of the time of both')
    expect(nextSteps(quiet, [speaking(90, 10)], order)[0]!.sentence.en).toContain('the bench of {locals} spoke 10%')
    const school = { box: 'resources', indicator: 'school', key: 'mixedClasses' } as const
    expect(rulesOf({}, [parts({}, { yes: 6, no: 0 }, school)])).toEqual([])
    expect(nextSteps(quiet, [parts({}, { yes: 4, no: 2 }, school)], order)[0]!.sentence.en).toBe(
      'Of the 6 classes that began last quarter, in 2 one group was less than a fifth.',
    )
  })

  test('a share of the house that has gone down for certain is named', () => {
    expect(rulesOf({}, [figure([50, 50], [50, 50], { byGroup: false, change: 'falling' })])).toEqual(['falling'])
  })
})
