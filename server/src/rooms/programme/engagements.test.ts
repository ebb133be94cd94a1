import { listMyEngagements } from '@ronghe/contract/programme/engagements.ts'
import { castId, organId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { disengage, engage, engagementsBetween } from './engagements.ts'
import { partiesOf, setParties } from './joint-items.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const hour = (of: number): Date => new Date(Date.UTC(2026, 10, 24, of))
const thing = '00000000-0000-7000-8000-00000000e001'

test('a person is busy from the first minute to the last, and no longer than that', async () => {
  const personId = castId(town.street.id, 'chen')
  const shift = {
    personId,
    kind: 'shift',
    thingId: thing,
    from: hour(2),
    until: hour(4),
    title: { 'zh-CN': '巡查' },
    place: null,
    link: '/',
  } as const
  await town.deed((deed) => engage(deed, shift))
  const between = (from: number, until: number) => town.deed((deed) => engagementsBetween(deed, personId, hour(from), hour(until)))
  expect(await between(3, 5)).toHaveLength(1)
  expect(await between(4, 6), 'one may end where the next begins').toHaveLength(0)
  await town.deed((deed) => engage(deed, { ...shift, from: hour(6), until: hour(8) }))
  expect(await between(2, 4), 'it moved').toHaveLength(0)
  expect(await between(7, 9)).toMatchObject([{ sequence: 1 }])
  town.at('2026-11-24T09:00:00+08:00')
  expect((await town.as('chen').call(listMyEngagements)).items).toMatchObject([{ kind: 'shift', title: { 'zh-CN': '巡查' }, link: '/' }])
  expect((await town.as('zhou').call(listMyEngagements)).items, 'everybody sees their own').toEqual([])
  await town.deed((deed) => disengage(deed, { kind: 'shift', thingId: thing }))
  expect(await between(0, 24)).toHaveLength(0)
  await expect(town.deed((deed) => engage(deed, { ...shift, until: shift.from }))).rejects.toThrow(RangeError)
})

test('a joint item has one host and names each organ once', async () => {
  const [school, provider] = [organId(town.street.id, 'school'), organId(town.street.id, 'provider')]
  const item = { kind: 'course', thingId: thing, title: { 'zh-CN': '印前制版' }, link: '/school', on: '2026-11-24' } as const
  const teaches = { 'zh-CN': '派老师', en: 'sends teachers' }
  await town.deed((deed) => setParties(deed, item, school, [{ organId: provider, role: teaches }]))
  expect((await town.deed((deed) => partiesOf(deed, 'course', [thing]))).get(thing)).toMatchObject([
    { organ: { id: school }, host: true },
    { organ: { id: provider, party: 'social' }, host: false, role: teaches },
  ])
  await expect(town.deed((deed) => setParties(deed, item, school, [{ organId: school, role: teaches }]))).rejects.toMatchObject({
    code: 'fields',
  })
  await expect(town.deed((deed) => setParties(deed, item, school, [{ organId: thing, role: teaches }]))).rejects.toMatchObject({
    code: 'fields',
  })
})
