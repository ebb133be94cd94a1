import { writeSetting } from '@ronghe/contract/programme/settings.ts'
import { readEquity } from '@ronghe/contract/station/equity.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Town } from '../../platform/database/testing.ts'
import { file, openStation } from './testing.ts'

let town: Town
let newestCase = ''
/** Cases decided in August, copied from one that was filed. */
async function decided(group: string, outcome: string, reason: string, count: number, channel = 'phone'): Promise<void> {
  await town.rows(
    `insert into service_case (street_id, id, number, code_hash, service_id, version_id, person_id, channel, group_at_filing, state, outcome, reason, department, owner_post, filed_at, entered_at, accepted_at, decided_at, closed_at)
     select street_id, gen_random_uuid(), 'T-' || gen_random_uuid(), decode(md5(gen_random_uuid()::text), 'hex'), service_id, version_id, person_id, $4, $1, 'closed', $2, $3, department, owner_post,
            '2026-08-03T09:00:00+08:00', '2026-08-03T09:00:00+08:00', '2026-08-03T10:00:00+08:00', '2026-08-10T10:00:00+08:00', '2026-08-11T10:00:00+08:00'
     from service_case, generate_series(1, ${count}) where id = $5`,
    [group, outcome, reason, channel, newestCase],
  )
}

beforeAll(async () => {
  town = await openStation()
  newestCase = (await file(town, 'chen', 'leaseFiling')).id
  await decided('newcomer', 'granted', 'met', 70)
  await decided('newcomer', 'granted', 'met', 20, 'desk')
  await decided('newcomer', 'refused', 'notDwelling', 30)
  await decided('local', 'granted', 'met', 160)
  await decided('local', 'refused', 'notDwelling', 40)
  await decided('unstated', 'granted', 'met', 9)
  await decided('unstated', 'refused', 'notDwelling', 6)
})
afterAll(() => town?.close())

const page = (quarter?: string) => town.as('officerLin').call(readEquity, { query: quarter ? { quarter } : {} })

test('a finished quarter is added up at night and shown with rates, ratio, days, reasons, choice and what each says and does not say', async () => {
  expect((await page()).quarter).toBeNull()
  await town.drain(['station.figures-night'])
  const equity = await page()
  expect(equity).toMatchObject({ quarter: '2026-Q3', quarters: ['2026-Q3'] })
  const lease = equity.services.find(({ key }) => key === 'leaseFiling')!
  expect(lease.groups).toMatchObject([
    {
      group: 'newcomer',
      granted: { kind: 'shown', count: 90 },
      rate: { kind: 'shown', value: 0.75 },
      daysMedian: { kind: 'shown', value: 5 },
      ownDaysMedian: { kind: 'shown', value: 0 },
      extraVisits: { kind: 'few' },
    },
    { group: 'local', granted: { kind: 'shown', count: 160 }, rate: { kind: 'shown', value: 0.8 } },
    { group: 'unstated', granted: { kind: 'shown', count: 9 }, rate: { kind: 'shown', value: 0.6 }, daysMedian: { kind: 'few' } },
  ])
  expect(lease.ratio).toMatchObject({ kind: 'ratio', value: 0.9375 })
  expect(lease.reasons).toMatchObject([
    {
      reason: { 'zh-CN': expect.any(String) },
      counts: [
        { group: 'newcomer', count: { kind: 'shown', count: 30 } },
        { group: 'local', count: { kind: 'shown', count: 40 } },
        { group: 'unstated', count: { kind: 'shown', count: 6 } },
      ],
    },
  ])
  expect(lease.choice).toEqual({ newcomer: true, local: false })
  expect(equity.choice).toEqual({ told: { newcomer: 1, local: 1 }, withChoice: { newcomer: 1, local: 0 } })
  expect(equity.overall.groups[0]!.rate).toEqual({ kind: 'shown', value: 0.75 })
  expect(equity.opportunity.open.newcomer).toBeGreaterThan(0)
  expect(equity.opportunity.oneGroup.every(({ law }) => law !== null)).toBe(true)
  for (const meaning of Object.values(equity.meanings))
    for (const sentence of [meaning.says, meaning.saysNot]) expect(sentence['zh-CN'] && sentence.en).toMatch(/.{8,}\.$/)
})

test('a published quarter stays as it was: what is decided anew, erased or filed later changes nothing in it', async () => {
  const before = await page('2026-Q3')
  await decided('newcomer', 'refused', 'notDwelling', 3)
  await town.rows("delete from service_case where group_at_filing = 'unstated' and decided_at is not null")
  await town.drain(['station.figures-night'])
  expect(await page('2026-Q3')).toEqual(before)
})

test('a service retired afterwards changes no figure: two readings on two days cannot be subtracted (S10)', async () => {
  const { overall, services } = await page('2026-Q3')
  await town.rows(`update service set retired_at = $1, retired_instead = '{"zh-CN":"别处办"}' where key = 'leaseFiling'`, [town.now()])
  const after = await page('2026-Q3')
  expect(after.overall).toEqual(overall)
  expect(after.services.find(({ key }) => key === 'leaseFiling')?.groups).toEqual(services.find(({ key }) => key === 'leaseFiling')?.groups)
})

test('a quarter that is not finished or has no figures is not there, and residents have no such page', async () => {
  expect((await town.as('officerLin').refused(readEquity, { query: { quarter: '2026-Q4' } })).code).toBe('no-quarter')
  expect((await town.as('officerLin').refused(readEquity, { query: { quarter: 'last' } })).status).toBe(422)
  expect((await town.as('chen').refused(readEquity, { query: {} })).status).toBe(403)
})

test('what the figures say calls the two groups as the street calls them', async () => {
  await town.as('zhaoYu').call(writeSetting, {
    params: { key: 'groupNames' },
    body: { value: { newcomer: { 'zh-CN': '新街坊', en: 'New neighbours' }, local: { 'zh-CN': '老街坊' } } },
  })
  const { says } = (await page()).meanings.opportunity
  expect(says['zh-CN']).toContain('对新街坊开放，有多少对老街坊开放')
  expect(says.en, 'a name that has no English is said in Chinese').toContain('to New neighbours, and how many to 老街坊')
  await town.as('zhaoYu').call(writeSetting, {
    params: { key: 'groupNames' },
    body: { value: { newcomer: { 'zh-CN': '来穗人员', en: 'Newcomers' }, local: { 'zh-CN': '本地居民', en: 'Locals' } } },
  })
})
