import { checkIn, enterPaperList, showCode } from '@ronghe/contract/volunteers/check-in.ts'
import { enterSignUp, listAttendees, readShift, signUp } from '@ronghe/contract/volunteers/sign-ups.ts'
import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { monday } from '../../platform/database/testing.ts'
import { openCorps, openedActivity, timesOf, type CorpsTown } from './testing.ts'

let town: CorpsTown
let shift: string
let params: { shiftId: string }
beforeAll(async () => {
  town = await openCorps()
})
afterAll(() => town.close())
beforeEach(async () => {
  town.at(monday)
  const day = `2026-12-${String(++days).padStart(2, '0')}`
  shift = (await openedActivity(town, [timesOf(`${day}T09:00`, `${day}T11:00`, { maximum: 5 })])).shifts[0]!.id
  params = { shiftId: shift }
  on = (time) => town.at(`${day}T${time}+08:00`)
})
let days = 0
let on: (time: string) => void

const come = (who: CastKey) => town.as(who).call(signUp, { params, body: { minor: false } })
const code = async () => (await town.as('qinYuelan').call(showCode, { params })).code
const mark = (who: CastKey, typed: string, way: 'in' | 'out') => town.as(who).call(checkIn, { params, body: { code: typed, way } })
const refused = async (who: CastKey, typed: string, way: 'in' | 'out' = 'in') =>
  (await town.as(who).refused(checkIn, { params, body: { code: typed, way } })).code

test('in and out with the code on the leader’s screen; twice is once', async () => {
  await come('chen')
  on('08:50:00')
  const came = await mark('chen', await code(), 'in')
  on('08:55:00')
  expect(await mark('chen', await code(), 'in')).toEqual(came)
  on('11:05:00')
  const gone = await mark('chen', await code(), 'out')
  expect(gone.inAt.slice(10)).toBe('T00:50:00.000Z')
  expect(gone.outAt!.slice(10)).toBe('T03:05:00.000Z')
  const { mine, may } = await town.as('chen').call(readShift, { params })
  expect([mine!.checkedIn !== null, mine!.checkedOut !== null, may.includes('checkOut')]).toEqual([true, true, false])
})

test('a code passed on is worth nothing a minute later, before the shift or at another shift', async () => {
  await come('chen')
  expect((await town.as('qinYuelan').refused(showCode, { params })).code).toBe('volunteers-code-not-now')
  on('09:00:00')
  const first = await code()
  on('09:00:31')
  expect(await code()).not.toBe(first)
  await mark('chen', first, 'in')
  on('09:01:01')
  expect(await refused('chen', first, 'out')).toBe('volunteers-code-wrong')
  on('08:44:59')
  expect(await refused('chen', first)).toBe('volunteers-code-not-now')
  on('11:30:00')
  expect(await refused('chen', first)).toBe('volunteers-code-not-now')
})

test('whoever has no place is not on the list, and nobody goes who has not come', async () => {
  await come('chen')
  on('09:00:00')
  expect(await refused('liuFang', await code())).toBe('volunteers-no-place-here')
  expect(await refused('chen', await code(), 'out')).toBe('volunteers-not-arrived')
})

test('the paper list counts like the code, and who typed it in stands with it', async () => {
  await come('chen')
  const { name, phone } = cast.auntHuang
  await town.as('qinYuelan').call(enterSignUp, { params, body: { name, phone } })
  const day = `2026-12-${String(days).padStart(2, '0')}`
  const row = (who: CastKey, from = '09:00', until = '11:00') => ({
    personId: town.idOf(who),
    inAt: `${day}T${from}:00+08:00`,
    outAt: `${day}T${until}:00+08:00`,
  })
  const enter = (...rows: ReturnType<typeof row>[]) => ({ params, body: { rows } })
  expect((await town.as('qinYuelan').refused(enterPaperList, enter(row('auntHuang')))).code).toBe('volunteers-shift-not-begun')
  on('09:05:00')
  await mark('chen', await code(), 'in')
  on('12:00:00')
  const faults = await town
    .as('qinYuelan')
    .refused(enterPaperList, enter(row('liuFang'), row('auntHuang', '06:00', '08:00'), row('qinYuelan')))
  expect(faults.errors!.map(({ code: fault }) => fault)).toEqual([
    'volunteers-no-place-here',
    'volunteers-outside-shift',
    'volunteers-not-oneself',
  ])
  expect(await town.as('qinYuelan').call(enterPaperList, enter(row('auntHuang'), row('chen')))).toEqual({ written: 1 })
  const rows = await town.rows('select person_id, way, entered_by from shift_presence where shift_id = $1 order by way', [shift])
  expect(rows).toEqual([
    { person_id: town.idOf('chen'), way: 'code', entered_by: null },
    { person_id: town.idOf('auntHuang'), way: 'paper', entered_by: town.idOf('qinYuelan') },
  ])
  const { items } = await town.as('qinYuelan').call(listAttendees, { params })
  expect(items.map(({ way }) => way)).toEqual(['code', 'paper'])
})

test('code and list are for whoever leads this team; nothing of place or device is kept', async () => {
  on('09:00:00')
  expect((await town.as('heDali').refused(showCode, { params })).code).toBe('volunteers-not-your-team')
  expect((await town.as('chen').refused(showCode, { params })).status).toBe(403)
  expect(
    (
      await town
        .as('heDali')
        .refused(enterPaperList, { params, body: { rows: [{ personId: town.idOf('chen'), inAt: monday, outAt: monday }] } })
    ).code,
  ).toBe('volunteers-not-your-team')
  const columns = await town.rows<{ column_name: string }>(
    "select column_name from information_schema.columns where table_name in ('shift_presence', 'sign_up')",
  )
  expect(columns.map(({ column_name }) => column_name).filter((name) => /lat|lon|ip|agent|device|photo|point/.test(name))).toEqual([])
})
