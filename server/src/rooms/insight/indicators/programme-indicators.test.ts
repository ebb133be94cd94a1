import { readIndicator } from '@ronghe/contract/insight/indicators.ts'
import * as concerns from '@ronghe/contract/programme/concerns.ts'
import { planJointActivity } from '@ronghe/contract/programme/embedding.ts'
import * as support from '@ronghe/contract/programme/support.ts'
import { readBeginnings } from '@ronghe/contract/volunteers/activities.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { organId, postId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monday } from '../../../platform/database/testing.ts'
import { exemptionOf } from '../../../platform/privacy/exemptions.ts'
import { fixedRound } from '../../council/allocation.testing.ts'
import { openMotions } from '../../council/motions.testing.ts'
import type { CouncilTown } from '../../council/testing.ts'
import { channels as concernWays, shownConcerns } from '../../programme/concern-public.ts'
import { freezeProgrammeFigures } from '../../programme/programme.jobs.ts'
import { beginningsFigure } from '../../volunteers/beginnings.ts'
import { freeze } from '../../../platform/privacy/frozen-figures.ts'
import { freezeInsight } from '../freeze.ts'
import { indicators } from './all.ts'

let town: CouncilTown
const organ = (key: Parameters<typeof organId>[1]) => organId(town.street.id, key)
const newcomers = ['chen', 'liuFang', 'zhou'] as const satisfies readonly CastKey[]
const locals = ['auntHuang', 'uncleHuang'] as const satisfies readonly CastKey[]

/** Of one way: so many answered by their date, so many not yet. */
async function concernsOf(way: 'phone' | 'anonymous', inTime: number, open: number): Promise<void> {
  for (let index = 0; index < inTime + open; index++) {
    const body = { words: `第${index}盏灯不亮。`, topic: 'safety' }
    const { number } =
      way === 'phone'
        ? await town.as('chen').call(concerns.raiseConcern, { body })
        : await town.anonymous.call(concerns.raiseAnonymously, { body })
    if (index >= inTime) continue
    const [{ id: concernId } = { id: '' }] = await town.rows<{ id: string }>('select id from concern where number = $1', [number])
    const work = (who: 'officerLin' | 'fangWei', what: unknown) =>
      town.as(who).call(concerns.workOnConcern, { params: { concernId }, body: { what: what as never } })
    await work('officerLin', { act: 'screen', ownerPostId: postId(town.street.id, 'environmentOfficer') })
    await work('fangWei', { act: 'begin' })
    await work('fangWei', { act: 'answer', words: '换好了。' })
  }
}

/** Activities opened in November: so many the idea of newcomers, of locals, and of the teams. */
const openActivities = (ofNewcomers: number, ofLocals: number, ofTeams: number) =>
  town.deed(async (deed) => {
    const whose = [
      ...Array.from({ length: ofNewcomers }, (_, index) => newcomers[index % newcomers.length]!),
      ...Array.from({ length: ofLocals }, (_, index) => locals[index % locals.length]!),
      ...Array.from({ length: ofTeams }, () => null),
    ]
    const text = JSON.stringify({ 'zh-CN': '清一清榕树巷' })
    await deed.tx
      .insertInto('activity')
      .values(
        whose.map((who) => ({
          street_id: deed.street.id,
          id: deed.id(),
          organ_id: organ('corps'),
          kind: 'environment' as const,
          state: 'open' as const,
          title: text,
          about: text,
          place: text,
          started_by: who && town.idOf(who),
          created_at: deed.now,
          opened_at: deed.now,
        })),
      )
      .execute()
  })

async function give(kind: 'money' | 'place', amount: number, level: 'street' | 'lane'): Promise<void> {
  const body = { organId: organ('provider'), kind, what: '周六上午', level, cents: null, hours: null }
  const { id } = await town
    .as('liang')
    .call(support.requestSupport, { body: { ...body, ...(kind === 'money' ? { cents: amount * 100 } : { hours: amount }) } })
  await town.as('directorHe').call(support.decideSupport, { params: { supportId: id }, body: { granted: true, reason: '预算内' } })
  await town.as('directorHe').call(support.deliverSupport, { params: { supportId: id }, body: {} })
}

const fewCount = { kind: 'few' }
const shownCount = (count: number) => ({ kind: 'shown', count })
const groupsOf = (newcomer: unknown, local: unknown, unstated: unknown) => ({ newcomer, local, unstated })

/** Two rounds as they were settled: in 2025 everything could be shown, in 2026 one category of locals could not. */
const settleRounds = () =>
  town.deed(async (deed) => {
    const figures = (local: unknown, share: unknown) => ({
      nominated: shownCount(40),
      declined: fewCount,
      categories: [
        { key: 'neighbour', nominated: shownCount(24), groups: groupsOf(shownCount(10), shownCount(8), shownCount(6)) },
        { key: 'craft', nominated: shownCount(16), groups: groupsOf(shownCount(5), local, shownCount(5)) },
      ],
      awarded: { all: shownCount(18), groups: groupsOf(shownCount(7), shownCount(6), shownCount(5)) },
      withoutPost: { nominated: share, groups: groupsOf(fewCount, fewCount, fewCount) },
    })
    for (const [year, made] of [
      [2025, figures(shownCount(6), { kind: 'shown', value: 0.75 })],
      [2026, figures(fewCount, fewCount)],
    ] as const)
      await deed.tx
        .insertInto('commendation_round')
        .values({
          street_id: deed.street.id,
          id: deed.id(),
          year,
          title: JSON.stringify({ 'zh-CN': '好街坊' }),
          summary: JSON.stringify({ 'zh-CN': '身边的好事' }),
          criteria: '[]',
          categories: '[]',
          state: 'awarded',
          nominations_from: `${year}-09-01`,
          nominations_until: `${year}-09-30`,
          notice_from: `${year}-10-01`,
          notice_until: `${year}-10-10`,
          awarded_on: `${year}-10-20`,
          figures: JSON.stringify(made),
          called_on: `${year}-08-20`,
        })
        .execute()
  })

/** A round whose ballots gave out 60 000 yuan, 55 % of it from newcomers' ballots. */
const countBallots = async () => {
  const round = await fixedRound(town)
  await town.deed(async (deed) => {
    const share = (value: number) => ({ moneyShare: { kind: 'shown', value } })
    await deed.tx
      .insertInto('allocation_result')
      .values({
        street_id: deed.street.id,
        round_id: round,
        count: 1,
        result: JSON.stringify({
          costCents: 6_000_000,
          projects: [],
          groups: { newcomer: share(0.55), local: share(0.4), unstated: share(0.05) },
        }),
        file: '',
        counted_on: '2026-11-20',
      })
      .execute()
    await deed.tx.updateTable('allocation_round').set({ noted_on: '2026-11-22' }).where('id', '=', round).execute()
  })
}

beforeAll(async () => {
  town = await openMotions()
  town.at(monday)
  await give('money', 25_000, 'street')
  await give('money', 3000, 'lane')
  await give('place', 12, 'lane')
  await town.as('liang').call(planJointActivity, {
    body: {
      hostOrganId: organ('provider'),
      partners: (['streetOffice', 'corps'] as const).map((key) => ({ organId: organ(key), role: { 'zh-CN': '帮手' } })),
      title: { 'zh-CN': '邻里节' },
      what: { 'zh-CN': '摆长桌。' },
      place: { 'zh-CN': '三号巷口' },
      communityId: null,
      startsAt: '2026-11-24T10:00:00+08:00',
      endsAt: '2026-11-24T12:00:00+08:00',
    },
  })
  await concernsOf('phone', 6, 7)
  await concernsOf('anonymous', 5, 9)
  await openActivities(7, 6, 3)
  await settleRounds()
  await countBallots()
  town.at('2027-02-08T03:00:00+08:00')
  await town.deed(freezeProgrammeFigures)
  await town.deed((deed) => freeze(deed, beginningsFigure))
  await town.deed(freezeInsight)
})
afterAll(() => town.close())

const measure = async (key: string, name: string) =>
  (await town.anonymous.call(readIndicator, { params: { key } })).measures.find((one) => one.key === name)!
const groups = async (key: string, name: string, period: string) =>
  (await measure(key, name)).months
    .find((one) => one.period === period)!
    .groups.map(({ group, parts }) => [
      group,
      Object.fromEntries(parts.map(({ part, count }) => [part, count.kind === 'shown' ? count.count : 'few'])),
    ])

describe('concerns (5)', () => {
  test('by the way they came and whether the answer came in time, as their own page has it', async () => {
    const page = await town.anonymous.call(concerns.readConcernTotals)
    expect(page).toMatchObject({ quarter: '2026-Q4', raised: shownCount(27) })
    const [[, raised]] = (await groups('concerns', 'raised', '2026-Q4')) as [[string, Record<string, unknown>]]
    expect(raised).toEqual(
      Object.fromEntries(page.channels.map(({ channel, raised: count }) => [channel, count.kind === 'shown' ? count.count : 'few'])),
    )
    expect(raised, 'four ways nobody used are few, and one of the others with them').toMatchObject({ anonymous: 14, phone: 'few' })
    expect(await groups('concerns', 'raisedInTime', '2026-Q4')).toEqual([['all', { yes: 11, no: 16 }]])
    const inTime = await Promise.all(['inTimePhone', 'inTimeAnonymous', 'inTimePaper'].map((key) => groups('concerns', key, '2026-Q4')))
    expect(inTime.flat().map(([, parts]) => parts)).toEqual([
      { yes: 'few', no: 'few' },
      { yes: 5, no: 9 },
      { yes: 'few', no: 'few' },
    ])
  })

  test('a quarter in which every way was used enough is told whole; one counted before ways were told apart tells the ways only', () => {
    const counts = { phone: 40, anonymous: 12, desk: 30, paper: 20, carried: 15, homeVisit: 10 }
    const inTimeBy = { phone: 30, anonymous: 6, desk: 20, paper: 10, carried: 9, homeVisit: 5 }
    const whole = shownConcerns({ channels: counts, inTime: 80, inTimeBy })
    expect(whole).toMatchObject({ raised: shownCount(127), inTime: shownCount(80), late: shownCount(47) })
    expect(whole.byChannel).toEqual(
      concernWays.map((channel) => ({
        channel,
        raised: shownCount(counts[channel]),
        inTime: shownCount(inTimeBy[channel]),
        late: shownCount(counts[channel] - inTimeBy[channel]),
      })),
    )
    const before = shownConcerns({ channels: counts, inTime: 80 })
    expect(before.byChannel[0]).toEqual({ channel: 'phone', raised: shownCount(40), inTime: fewCount, late: fewCount })
    expect(before).toMatchObject({ raised: shownCount(127), inTime: shownCount(80) })
  })
})

describe('embedding (11)', () => {
  test('posts of every public organ but the branch, filled and empty', async () => {
    const [[, counts]] = (await groups('embedding', 'postsFilled', '2026-12')) as [[string, Record<string, number>]]
    const [row] = await town.rows<{ seats: number; branch: number }>(
      `select sum(p.seats) filter (where o.kind <> 'branch' and o.public)::int as seats, count(*) filter (where o.kind = 'branch')::int as branch
       from post p join organ o using (street_id) where o.id = p.organ_id and p.street_id = $1`,
      [town.street.id],
    )
    expect(counts['yes']! + counts['no']!).toBe(row!.seats)
    expect(counts['yes']).toBeGreaterThan(20)
  })

  test('what organs do together, with all three parties in it; who serves in two organs, and whether the pages say so', async () => {
    expect(await groups('embedding', 'together', '2026-11')).toMatchObject([['all', { jointActivity: 1, course: 0 }]])
    expect(await groups('embedding', 'allThree', '2026-11')).toEqual([['all', { yes: 1, no: 0 }]])
    const [[, posted]] = (await groups('embedding', 'crossPostings', '2026-12')) as [[string, Record<string, number>]]
    expect(posted['yes'], '梁慧 heads the provider and chairs the council').toBeGreaterThan(0)
  })
})

describe('autonomy (12)', () => {
  test('activities by whose idea they were, the same as on the volunteers’ page', async () => {
    expect(await groups('autonomy', 'activities', '2026-Q4')).toEqual([['all', { newcomer: 7, local: 'few', unstated: 'few', teams: 3 }]])
    expect(await town.anonymous.call(readBeginnings)).toMatchObject({
      quarter: '2026-Q4',
      total: shownCount(13),
      newcomers: shownCount(7),
      locals: fewCount,
    })
  })
})

describe('commendation (14)', () => {
  test('a year whose round showed everything is told by group, and how many held no post', async () => {
    expect(await groups('commendation', 'honoured', '2025')).toEqual([
      ['newcomer', { '': 7 }],
      ['local', { '': 6 }],
      ['unstated', { '': 5 }],
    ])
    expect(await groups('commendation', 'nominated', '2025')).toMatchObject([
      ['newcomer', { '': 15 }],
      ['local', { '': 14 }],
      ['unstated', { '': 11 }],
    ])
    expect(await groups('commendation', 'withoutPost', '2025')).toEqual([['all', { yes: 30, no: 10 }]])
  })

  test('what the round’s page hides is hidden here', async () => {
    expect(await groups('commendation', 'nominated', '2026')).toMatchObject([
      ['newcomer', { '': 15 }],
      ['local', { '': 'few' }],
      ['unstated', { '': 11 }],
    ])
    expect(await groups('commendation', 'withoutPost', '2026')).toEqual([['all', { yes: 'few', no: 'few' }]])
  })
})

describe('resources sunk (17)', () => {
  test('money and hours by the level they went to, and by the organ that asked', async () => {
    expect(await groups('resources', 'money', '2026-11')).toEqual([['all', { street: 25_000, community: 0, lane: 3000 }]])
    expect(await groups('resources', 'roomHours', '2026-11')).toEqual([['all', { street: 0, community: 0, lane: 12 }]])
    expect(await groups('resources', 'given', '2026-11')).toEqual([['all', { money: 2, place: 1, equipment: 0, people: 0 }]])
    expect((await groups('resources', 'answeredInTime', '2026-12'))[0]).toEqual(['all', { yes: 3, no: 0 }])
  })

  test('how much residents’ ballots decided, and whose ballots it was', async () => {
    expect(await groups('resources', 'decidedBy', '2026-11')).toEqual([['all', { ballots: 60_000, office: 28_000 }]])
    expect(await groups('resources', 'ballotMoney', '2026')).toEqual([
      ['newcomer', { '': 33_000 }],
      ['local', { '': 24_000 }],
      ['unstated', { '': 3000 }],
    ])
  })
})

describe('every definition', () => {
  const measures = indicators.flatMap((indicator) => indicator.measures.map((one) => ({ indicator, measure: one })))

  test('says what it means and what it does not, its formula, source and bias, in both languages', () => {
    for (const { indicator, measure: one } of measures)
      for (const words of [
        indicator.title,
        one.title,
        one.says,
        one.saysNot,
        one.numerator,
        one.source,
        one.bias,
        one.unit,
        ...(one.denominator ? [one.denominator] : []),
      ])
        for (const language of ['zh-CN', 'en'] as const) {
          expect(words[language].trim(), `${indicator.key}.${one.key}`).not.toBe('')
          expect(words[language], `${indicator.key}.${one.key}: names of groups come from the settings`).not.toMatch(
            /来穗人员|新市民|新街坊|本地居民|老街坊/,
          )
        }
  })

  test('that shows small counts is listed with its reason, and nothing told by what residents said they are is, but benches', () => {
    for (const { indicator, measure: one } of measures) {
      if (one.exempt === undefined) continue
      expect(exemptionOf(one.exempt), `${indicator.key}.${one.key}`).toBeDefined()
      if (one.byGroup) expect(exemptionOf(one.exempt)!.figure, `${indicator.key}.${one.key}`).toMatch(/^(council|station\.servicesOpen)/)
    }
  })

  test('has a key of its own', () => {
    const keys = measures.map(({ indicator, measure: one }) => `${indicator.key}.${one.key}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(indicators.map(({ number }) => number)).size).toBe(indicators.length)
  })

  test('says nothing of the party, so that a street without it has no text about what is missing; the survey asks about every organ by name', () => {
    for (const { indicator, measure: one } of measures)
      if (indicator.key !== 'survey')
        expect(JSON.stringify([indicator.title, one]), one.key).not.toMatch(/支部|党|[Pp]arty branch|branch carried/)
  })
})
