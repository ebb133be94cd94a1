import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { enterPaperConsent, giveConsent, withdrawConsent } from '@ronghe/contract/people/consents.ts'
import { answerDataRequest, askDataRequest } from '@ronghe/contract/people/data-requests.ts'
import { listIndicators, readIndicator, readPlaces, type IndicatorPage } from '@ronghe/contract/insight/indicators.ts'
import { exportCases } from '@ronghe/contract/station/cases-excel.ts'
import { callNext, finishTicket, serveTicket } from '@ronghe/contract/station/counter.ts'
import { readEquity } from '@ronghe/contract/station/equity.ts'
import { reopenHazard, reportHazard, reportHazardWithoutName, stepHazard } from '@ronghe/contract/station/hazards.ts'
import { readMediationFigures } from '@ronghe/contract/station/mediation.ts'
import { readRatingSummary } from '@ronghe/contract/station/ratings.ts'
import { drawTicket } from '@ronghe/contract/station/tickets.ts'
import { enrol } from '@ronghe/contract/school/enrolments.ts'
import { readGiving } from '@ronghe/contract/volunteers/giving.ts'
import { claimHours, confirmHours } from '@ronghe/contract/volunteers/hours.ts'
import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import { communityId, laneId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monday } from '../../../platform/database/testing.ts'
import { exemptionOf } from '../../../platform/privacy/exemptions.ts'
import { openCourse } from '../../school/courses.testing.ts'
import { openCounter, sitDown } from '../../station/counter.testing.ts'
import { file, openStation } from '../../station/testing.ts'
import { withHours, type HoursTown } from '../../volunteers/hours/hours.testing.ts'
import { freezeInsight } from '../freeze.ts'
import { indicators } from './all.ts'
import { monthsOf } from './frozen-indicators.ts'
import { getIndicator } from './indicators.ts'

/**
 * One known month at the station, among volunteers, in the school and with people's data, done through the front door and told by the
 * indicators two months later. What a room shows itself is held against that room's own page.
 */
let town: HoursTown
const residents = (Object.keys(cast) as CastKey[]).filter((who) => cast[who].posts.length === 0)
const six = residents.slice(0, 6)
const evening = { from: '2026-11-20T11:00:00.000Z', until: '2026-11-20T13:00:00.000Z' }
const later = '2027-02-10T09:00:00+08:00'

/** Cases decided in the last quarter, copied from one that was filed. */
async function decided(from: string, group: string, outcome: string, count: number): Promise<void> {
  await town.rows(
    `insert into service_case (street_id, id, number, code_hash, service_id, version_id, person_id, channel, group_at_filing, state, outcome, reason, department, owner_post, filed_at, entered_at, accepted_at, decided_at, closed_at)
     select street_id, gen_random_uuid(), 'T-' || gen_random_uuid(), decode(md5(gen_random_uuid()::text), 'hex'), service_id, version_id, null, 'paper', $2, 'closed', $3, 'met', department, owner_post,
            '2026-11-03T09:00:00+08:00', '2026-11-03T09:00:00+08:00', '2026-11-03T10:00:00+08:00', '2026-11-10T10:00:00+08:00', '2026-11-11T10:00:00+08:00'
     from service_case, generate_series(1, ${count}) where id = $1`,
    [from, group, outcome],
  )
}

/** Mediations that ended in the year. */
const dispute = (state: string, mixed: boolean | null, kept: string | null, count: number) =>
  town.rows(
    `insert into dispute (street_id, id, topic, state, mixed, requester_kept, other_kept, requested_on, ended_on)
     select $1, gen_random_uuid(), 'noise', $2, $3, $4, $4, '2026-11-02', '2026-12-12' from generate_series(1, ${count})`,
    [town.street.id, state, mixed, kept],
  )

beforeAll(async () => {
  town = await withHours(await openStation())
  const windows = await openCounter(town)
  await sitDown(town, windows)
  town.at(monday)

  const { id } = await file(town, 'chen', 'leaseFiling')
  for (const who of six.slice(1, 5)) await file(town, who, 'leaseFiling')
  for (const [group, granted, refused, referred] of [
    ['newcomer', 90, 20, 10],
    ['local', 160, 30, 10],
    ['unstated', 9, 6, 0],
  ] as const) {
    await decided(id, group, 'granted', granted)
    await decided(id, group, 'refused', refused)
    if (referred > 0) await decided(id, group, 'referred', referred)
  }
  for (const [level, count] of [30, 20, 10, 6, 7].entries())
    await town.rows(
      `insert into rating_count (street_id, quarter, service_key, level, count) values ($1, '2026-Q4', 'leaseFiling', $2, $3)`,
      [town.street.id, 5 - level, count],
    )
  await dispute('declined', false, null, 6)
  await dispute('noAgreement', true, null, 7)
  await dispute('stopped', null, null, 5)
  await dispute('closed', true, 'yes', 9)
  await dispute('closed', false, 'partly', 5)

  // Three lamps are reported under a name and three without; five are fixed, one is not found, one is back.
  const lane = laneId(town.street.id, 'laneThree')
  const hazards: string[] = []
  for (const [place, who] of six.entries())
    hazards.push(
      place < 3
        ? (await town.as(who).call(reportHazard, { body: { kind: 'lamp', lane, words: '路灯不亮' } })).hazard.id
        : (await town.anonymous.call(reportHazardWithoutName, { body: { kind: 'road', lane, words: '路面有坑' } })).hazard.id,
    )
  const step = (hazardId: string, kind: 'check' | 'fix' | 'notFound') =>
    town.as('heMin').call(stepHazard, { params: { hazardId }, body: { step: kind, words: '看过了。' } })
  for (const hazard of hazards) await step(hazard, 'check')
  town.at('2026-11-27T09:00:00+08:00')
  for (const hazard of hazards.slice(1)) await step(hazard, 'fix')
  await step(hazards[0]!, 'notFound')
  await town.as('chen').call(reopenHazard, { params: { hazardId: hazards[5]! }, body: { words: '又坏了。' } })
  town.at(monday)

  // Six come on a Friday evening and confirm each other in a ring; six more entries nobody confirms.
  const shiftId = await town.shift({ ...evening, code: six })
  for (const [place, who] of six.entries()) {
    const entry = await town.as(who).call(claimHours, { params: { shiftId }, body: evening })
    await town.as(six[(place + 1) % six.length]!).call(confirmHours, { params: { entryId: entry.id }, body: { right: true } })
  }
  const next = { from: '2026-11-21T11:00:00.000Z', until: '2026-11-21T12:00:00.000Z' }
  const second = await town.shift({ ...next, code: six })
  for (const who of six) await town.as(who).call(claimHours, { params: { shiftId: second }, body: next })

  // Six agree to photographs and think again; one signs a paper. Six ask about their data, five are answered in time.
  const photos = { purpose: 'photos' as const }
  for (const who of six) {
    await town.as(who).call(giveConsent, { params: photos, body: { version: consentTexts.photos.version } })
    await town.as(who).call(withdrawConsent, { params: photos })
  }
  await town.as('heMin').call(enterPaperConsent, {
    params: { personId: town.idOf(residents[7]!), purpose: 'photos' },
    body: { given: true, version: consentTexts.photos.version, signed: true },
  })
  for (const [place, who] of six.entries()) {
    town.at(monday)
    const asked = await town.as(who).call(askDataRequest, { body: { kind: 'correction', words: '老家写错了' } })
    town.at(place === 5 ? '2026-12-20T09:00:00+08:00' : '2026-11-30T09:00:00+08:00')
    await town.as('zhengRu').call(answerDataRequest, { params: { requestId: asked.id }, body: { done: true, words: '改好了' } })
  }
  town.at(monday)
  await town.as('luoYan').raw(exportCases, { body: { from: '2026-11-01', to: '2026-11-30', purpose: '核对上月的办件' } })

  // Two visits at the counter, of seven and of fourteen minutes; a week before eight for one service and six for another.
  await town.rows(
    `insert into ticket (street_id, id, day, number, services, channel, code_hash, state, line_at, drawn_at, called_at, ended_at)
     select $1, gen_random_uuid(), '2026-11-16', n, array[case when n <= 8 then 'leaseFiling' else 'residencePermit' end], 'desk', decode(md5(n::text), 'hex'),
            'done', at, at, at, at + case when n <= 8 then interval '9 minutes' else interval '4 minutes' end
     from generate_series(1, 14) n, (values ('2026-11-16T09:00:00+08:00'::timestamptz)) as morning (at)`,
    [town.street.id],
  )
  for (const [place, who] of six.slice(0, 2).entries()) {
    town.at(new Date(Date.parse(monday) + place * 3_600_000))
    await town.as(who).call(drawTicket, { body: {} })
    const params = { ticketId: (await town.as('heMin').call(callNext, { params: { windowId: windows.two } })).ticket!.id }
    await town.as('heMin').call(serveTicket, { params })
    town.at(new Date(Date.parse(monday) + place * 3_600_000 + (place + 1) * 7 * 60_000))
    await town.as('heMin').call(finishTicket, { params })
  }

  // A course of one evening: six have a place, nobody is noted as present.
  town.at(monday)
  const course = await openCourse(town, { day: '2026-11-25', weeks: 1, seats: 10 })
  for (const who of six) await town.as(who).call(enrol, { params: { courseId: course.id }, body: {} })
  for (const day of ['2026-11-26', '2026-12-04']) {
    town.at(`${day}T09:00:00+08:00`)
    await town.drain(['school.courses'])
  }

  town.at(later)
  await town.drain(['station.figures-night', 'volunteers.giving.freeze', 'school.mixed.freeze', 'programme.figures-night'])
  await town.deed(freezeInsight)
}, 120_000)
afterAll(() => town.close())

const page = (key: string) => town.anonymous.call(readIndicator, { params: { key } })
const measure = (all: IndicatorPage, key: string) => all.measures.find((one) => one.key === key)!
const period = (all: IndicatorPage, key: string, wanted: string) => measure(all, key).months.find((one) => one.period === wanted)!
/** The frozen lines of November, by part. */
const november = (key: string, of: string) =>
  town.deed(async (deed) => {
    const month = (await monthsOf(deed, getIndicator(key))).find((one) => one.period === '2026-11')!
    const parts: Record<string, number> = {}
    for (const { part, n } of month.counts[of]!) parts[part] = (parts[part] ?? 0) + n
    return parts
  })
const shown = (count: number) => ({ kind: 'shown', count })

describe('6 service equity', () => {
  test('says the same as the page of equal service: shares, gap and ratio, days, and nothing where that page says nothing', async () => {
    const told = await page('serviceEquity')
    const equity = await town.as('officerLin').call(readEquity, { query: { quarter: '2026-Q4' } })
    const benefit = period(told, 'benefit', '2026-Q4')
    expect(benefit.groups.map(({ group, parts }) => [group, ...parts.map(({ count }) => count)])).toEqual(
      equity.overall.groups.map(({ group, granted, notGranted }) => [group, granted, notGranted]),
    )
    expect(benefit.groups[0]).toMatchObject({ of: shown(120), value: { kind: 'shown', value: 0.75 } })
    expect(benefit.gap).toMatchObject({ kind: 'shown', value: expect.closeTo(-0.05, 6) })
    if (equity.overall.ratio.kind !== 'ratio') throw new Error('too few')
    expect(benefit.ratio).toEqual({
      kind: 'shown',
      value: equity.overall.ratio.value,
      low: equity.overall.ratio.from,
      high: equity.overall.ratio.to,
    })
    const days = period(told, 'days', '2026-Q4')
    expect(days.groups.map(({ value }) => (value.kind === 'shown' ? value.value : value.kind))).toEqual(
      equity.overall.groups.map(({ daysMedian }) => (daysMedian.kind === 'shown' ? daysMedian.value : daysMedian.kind)),
    )
    expect(days.groups[2]!.value, 'fifteen cases are too few for a median').toEqual({ kind: 'few' })
    const { choice } = equity
    expect(period(told, 'choice', '2026-Q4').groups[0]).toMatchObject({ of: shown(choice.told.newcomer) })
  })

  test('opportunity counts every service of the catalogue once for each group', async () => {
    const opportunity = period(await page('serviceEquity'), 'opportunity', '2026-12')
    const equity = await town.as('officerLin').call(readEquity, { query: {} })
    for (const group of ['newcomer', 'local'] as const) {
      const parts = Object.fromEntries(opportunity.groups.find((one) => one.group === group)!.parts.map(({ part, count }) => [part, count]))
      expect(parts).toMatchObject({
        open: shown(equity.opportunity.open[group]),
        openOtherPapers: shown(equity.opportunity.withOtherPapers[group]),
        ownGroupOnly: shown(equity.opportunity.oneGroup.filter((one) => one.group === group).length),
      })
    }
  })
})

test('7 one stop: what was neither sent elsewhere nor took a second trip; ratings as the page of ratings has them', async () => {
  const told = await page('oneStop')
  expect(period(told, 'finishedHere', '2026-Q4').groups[0]).toMatchObject({ parts: [{ count: shown(315) }, { count: shown(20) }] })
  const { levels } = await town.anonymous.call(readRatingSummary, { query: { quarter: '2026-Q4' } })
  expect(period(told, 'ratings', '2026-Q4').groups[0]!.parts.map(({ count }) => count)).toEqual(levels.toReversed())
  expect(levels[4]).toEqual(shown(30))
})

test('8 home county: the agreement with Honghu is in force to its last day, and over afterwards', async () => {
  const told = await page('homeCounty')
  const inForce = (month: string) => period(told, 'inForce', month).groups[0]!.parts.find(({ part }) => part === 'inForce')!.count
  expect(inForce('2026-12')).toEqual(shown(1))
  expect(inForce('2027-01')).toEqual(shown(0))
})

describe('9 the school', () => {
  test('sessions by module; completion counts everybody with a place when the course closed', async () => {
    expect(await november('school', 'sessions')).toEqual({ vocationalSkills: 1 })
    const closed = await town.deed(async (deed) =>
      (await monthsOf(deed, getIndicator('school'))).flatMap(({ counts }) =>
        counts['completion']!.map(({ part, n }) => [part, n] as const),
      ),
    )
    expect(closed.reduce((sum, [part, n]) => sum + (part === 'no' ? n : 0), 0)).toBe(6)
    expect(closed.some(([part]) => part === 'yes')).toBe(false)
  })

  test('of the six modules one was covered in the finished year; one class is too few to say whether classes are mixed', async () => {
    const told = await page('school')
    expect(period(told, 'modulesCovered', '2026').groups[0]!.parts.map(({ count }) => count)).toEqual([shown(1), shown(5)])
    expect(measure(told, 'mixedClasses').months).toEqual([])
  })
})

describe('10 volunteers', () => {
  test('active people and hours as the page of giving back has them', async () => {
    const told = await page('volunteers')
    const [quarter] = (await town.anonymous.call(readGiving, {})).quarters
    expect(period(told, 'active', '2026-Q4').groups.map(({ of }) => of)).toEqual([
      quarter!.gave.newcomer,
      quarter!.gave.local,
      quarter!.gave.unstated,
    ])
    expect(period(told, 'kinds', '2026-Q4').groups[0]!.parts.find(({ part }) => part === 'streetInspection')!.count).toEqual(shown(2))
  })

  test('half of the entries were confirmed; everybody who came holds no post and came for the first time', async () => {
    const told = await page('volunteers')
    expect(period(told, 'confirmed', '2026-11').groups[0]).toMatchObject({ value: { value: 0.5 }, of: shown(12) })
    expect(await november('volunteers', 'withoutPost')).toEqual({ yes: 6 })
    expect(await november('volunteers', 'repeat')).toEqual({ no: 6 })
  })
})

describe('15 care with data', () => {
  test('six withdrawals of which nothing is left; five of six requests answered by their day, the sixth not', async () => {
    expect(await november('dataCare', 'withdrawals')).toEqual({ yes: 6 })
    const december = await town.deed(async (deed) =>
      (await monthsOf(deed, getIndicator('dataCare')))
        .find((one) => one.period === '2026-12')!
        .counts['requests']!.map(({ part, n }) => [part, n]),
    )
    expect(december).toEqual([
      ['no', 1],
      ['yes', 5],
    ])
  })

  test('the export is in the journal and told, though it is one; paper counts what came on paper and nothing else', async () => {
    expect(period(await page('dataCare'), 'exports', '2026-11').groups[0]!.parts[0]).toEqual({ part: 'cases', count: shown(1) })
    const { yes } = await november('dataCare', 'paper')
    // 335 decided cases that came on paper, and one consent.
    expect(yes).toBe(336)
  })

  test('what is left of a withdrawn consent is found', async () => {
    await town.rows(
      `insert into consent (street_id, id, person_id, purpose, text_version, channel, given_at, withdrawn_at)
       values ($1, gen_random_uuid(), $2, 'mentoring', '2026-11', 'phone', $3, $3)`,
      [town.street.id, town.idOf(six[0]!), new Date('2027-01-05T09:00:00+08:00')],
    )
    await town.rows(
      `insert into mentoring_profile (street_id, id, person_id, side, skills, languages, times, places, channel, since, saved_at)
       values ($1, gen_random_uuid(), $2, 'mentor', '{printing}', '{}', '{}', 1, 'phone', $3, $3)`,
      [town.street.id, town.idOf(six[0]!), new Date('2027-01-04T09:00:00+08:00')],
    )
    const { counts } = getIndicator('dataCare').measures.find(({ key }) => key === 'withdrawals')!
    expect(await town.deed((deed) => counts.lines(deed, { first: '2027-01-01', last: '2027-01-31' }))).toMatchObject([{ part: 'no', n: 1 }])
  })
})

test('16 load: minutes at the counter from call to end, and forms by the way they came, as the report sheets have the month', async () => {
  const { counts } = (await town.deed((deed) => monthsOf(deed, getIndicator('load')))).find((one) => one.period === '2026-11')!
  expect(counts['counterMinutes']!.reduce((sum, { amount }) => sum + amount, 0)).toBe(117)
  const byService = measure(await page('load'), 'minutesByService')
  expect(byService.parts.find(({ part }) => part === 'leaseFiling')?.name['zh-CN']).toBe('租房合同备案')
  const cells = byService.months.find((one) => one.period === '2026-11')!.groups[0]!.parts
  const told = Object.fromEntries(cells.map(({ part, count, value }) => [part, { count, value }]))
  expect(told['leaseFiling']).toEqual({ count: shown(8), value: { kind: 'shown', value: 9, low: null, high: null } })
  // The two visits for nothing in particular are few: the nearest service stays hidden with them.
  for (const part of ['several', 'residencePermit']) expect(told[part], part).toEqual({ count: { kind: 'few' }, value: { kind: 'few' } })
  const ways = period(await page('load'), 'ways', '2026-11').groups[0]!.parts
  expect(ways.map(({ part }) => part)).toEqual(['phone', 'desk', 'paper', 'homeVisit', 'onBehalf', 'appointment'])
  expect(ways[2]!.count).toEqual(shown(335))
  expect(ways[0]!.count, 'five by phone would leave the ways nobody came as what is missing').toEqual({ kind: 'few' })
})

describe('18 the surroundings', () => {
  test('hazards found, what became of them and one that was back, however few', async () => {
    const told = await page('environment')
    expect(period(told, 'found', '2026-11').groups[0]!.parts).toEqual([
      { part: 'resident', count: shown(6) },
      { part: 'patrol', count: shown(0) },
    ])
    expect(period(told, 'outcome', '2026-11').groups[0]!.parts.map(({ count }) => count)).toEqual([shown(4), shown(1), shown(0)])
    expect(period(told, 'days', '2026-11').groups[0]).toMatchObject({ value: { kind: 'shown', value: 4 } })
    expect(period(told, 'backAgain', '2026-11').groups[0]!.parts.map(({ count }) => count)).toEqual([shown(1), shown(5)])
  })

  test('and by community in a finished quarter', async () => {
    const { places } = await town.anonymous.call(readPlaces, {
      params: { key: 'environment' },
      query: { measure: 'found', by: 'community', period: '2026-Q4' },
    })
    expect(places.map(({ id, groups }) => [id, groups[0]!.of])).toEqual([[communityId(town.street.id, 'songbai'), shown(6)]])
  })
})

test('19 mediation says the same as the station’s own page of the year', async () => {
  const told = await page('mediation')
  const own = await town.as('officerLin').call(readMediationFigures, { query: { year: 2026 } })
  const parts = Object.fromEntries(period(told, 'outcome', '2026').groups[0]!.parts.map(({ part, count }) => [part, count]))
  expect(parts).toEqual({
    declined: own.otherSideDeclined,
    withoutAgreement: own.withoutAgreement,
    kept: own.agreementKept,
    notKeptOrUnknown: own.agreementNotKeptOrUnknown,
  })
  expect(parts['kept']).toEqual(shown(9))
  expect(period(told, 'betweenGroups', '2026').groups[0]!.parts.map(({ count }) => count)).toEqual([shown(16), shown(11), shown(5)])
  const days = period(told, 'days', '2026').groups[0]!
  expect(days.value).toMatchObject({ value: own.daysMedian.kind === 'shown' ? own.daysMedian.value : 'few' })
})

test('every definition is whole: words in both languages, a sentence of what it says and one of what it does not, an exemption that exists', async () => {
  for (const { measures } of indicators)
    for (const { key, title, says, saysNot, numerator, source, bias, exempt } of measures) {
      for (const words of [title, says, saysNot, numerator, source, bias])
        expect(words['zh-CN'].length > 0 && words.en.length > 0, key).toBe(true)
      for (const sentence of [says, saysNot, bias]) {
        expect(sentence['zh-CN'], key).toMatch(/。$/)
        expect(sentence.en, key).toMatch(/\.$/)
      }
      if (exempt !== undefined) expect(exemptionOf(exempt), exempt).toBeDefined()
    }
  const dictionary = await town.anonymous.call(listIndicators, {})
  expect(dictionary.indicators.map(({ number }) => number)).toEqual(
    dictionary.indicators.map(({ number }) => number).toSorted((a, b) => a - b),
  )
})
