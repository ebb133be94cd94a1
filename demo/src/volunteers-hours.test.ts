import { castId } from './load-cast.ts'
import { loadHours } from './volunteers-hours.ts'
import { freeze } from '@ronghe/server/platform/privacy/frozen-figures.ts'
import { givingFigure } from '@ronghe/server/rooms/volunteers/giving/giving.ts'
import { listAudits, listMyHours } from '@ronghe/contract/volunteers/hours.ts'
import { readGiving } from '@ronghe/contract/volunteers/giving.ts'
import { listMyCertificates } from '@ronghe/contract/programme/certificates.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHours, type HoursTown } from '@ronghe/server/rooms/volunteers/hours/hours.testing.ts'

let town: HoursTown
beforeAll(async () => {
  town = await openHours()
})
afterAll(() => town.close())

test('the demo’s hours are made by the rooms’ own rules: confirmed along a chain, checked month by month, some still waiting', async () => {
  const people = ['chen', 'zhongHua', 'maoXia', 'keLei', 'auntHuang', 'moZhen'] as const
  for (const month of ['07', '08', '09', '10']) {
    await town.shift({ from: `2026-${month}-08T11:00:00Z`, until: `2026-${month}-08T13:00:00Z`, code: people })
    await town.shift({ from: `2026-${month}-15T11:00:00Z`, until: `2026-${month}-15T13:00:00Z`, code: people })
  }
  const fresh = await town.shift({ from: '2026-11-22T11:00:00Z', until: '2026-11-22T13:00:00Z', code: people })
  await town.deed(loadHours)
  const [mutual] = await town.rows<{ both: string }>(`
    select count(*) as both from hours_confirmation a join hours_entry ea on ea.id = a.entry_id
    join hours_confirmation b on true join hours_entry eb on eb.id = b.entry_id
    where ea.person_id = b.confirmed_by and eb.person_id = a.confirmed_by
      and date_trunc('month', ea.starts_at) = date_trunc('month', eb.starts_at)`)
  expect(Number(mutual!.both)).toBe(0)
  expect(await town.rows('select 1 from hours_confirmation')).toHaveLength(40)
  expect((await town.as('chen').call(listMyHours, {})).confirmedMinutes).toBeGreaterThan(0)
  const waiting = await town.rows<{ person_id: string }>('select person_id from hours_entry where shift_id = $1', [fresh])
  expect(waiting).toHaveLength(1)
  expect(people.map((who) => castId(town.street.id, who))).toContain(waiting[0]!.person_id)
  const { items } = await town.anonymous.call(listAudits, {})
  expect(items.filter(({ drawnAt }) => drawnAt !== null).length).toBeGreaterThan(2)
  expect(items.some(({ result }) => result !== null && result.held > 0)).toBe(true)
  expect((await town.as('chen').call(listMyCertificates, {})).items).toHaveLength(1)
  await town.deed((deed) => freeze(deed, givingFigure))
  const giving = await town.anonymous.call(readGiving, {})
  expect(giving.thanks).toHaveLength(4)
  expect(giving.quarters.map(({ period }) => period)).toEqual(['2026-Q3'])
})
