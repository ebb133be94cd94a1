import { endHoldersSessions, liftLockout, listJournal, listReads, readSecurity } from '@ronghe/contract/people/security.ts'
import { askCode, signInWithCode } from '@ronghe/contract/people/sign-in.ts'
import { openPerson } from '@ronghe/contract/people/desk.ts'
import { whoAmI } from '@ronghe/contract/people/session.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { afterAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { newBrowser } from './testing.ts'

const town: Town = await openTown()
afterAll(() => town.close())
const security = town.as('qianXi')
const audit = town.as('sunYi')

test('the security administrator signs the holder of a post out everywhere and sees no resident', async () => {
  const clerk = newBrowser(town)
  await clerk.signIn(cast.heMin.phone)
  await newBrowser(town).signIn(cast.chen.phone)
  const seen = await security.call(readSecurity)
  expect(JSON.stringify(seen)).not.toMatch(/何敏|陈国强|199000/)
  const holder = seen.deskHolders.find(({ post }) => post === '2号窗口')!
  expect(holder).toMatchObject({ sessions: 1, secondFactor: false, may: ['people.security.end-sessions'] })
  expect(await security.call(endHoldersSessions, { params: { appointmentId: holder.appointmentId } })).toEqual({ ended: 1 })
  expect((await clerk.call(whoAmI)).person).toBeNull()
  expect((await security.refused(endHoldersSessions, { params: { appointmentId: town.idOf('chen') } })).code).toBe('no-appointment')
})

test('a locked number is let go by the security administrator, who does not learn which it is', async () => {
  const phone = '13500001234'
  const { demoCode } = await town.anonymous.call(askCode, { body: { phone } })
  const code = demoCode === '000000' ? '000001' : '000000'
  for (let n = 0; n < 5; n++) await town.anonymous.refused(signInWithCode, { body: { phone, code } })
  expect((await town.anonymous.refused(askCode, { body: { phone } })).code).toBe('sign-in-locked')
  const { lockouts } = await security.call(readSecurity)
  expect(lockouts).toMatchObject([{ kind: 'code', failures: 5 }])
  expect(lockouts[0]!.id).not.toBe(town.platform.sealer.lookup(town.street.id, 'phone', phone).toString('hex'))
  expect((await audit.refused(liftLockout, { params: { lockoutId: lockouts[0]!.id } })).code).toBe('not-permitted')
  await security.call(liftLockout, { params: { lockoutId: lockouts[0]!.id } })
  await town.anonymous.call(askCode, { body: { phone } })
  expect((await security.refused(liftLockout, { params: { lockoutId: lockouts[0]!.id } })).code).toBe('no-lockout')
})

test('the audit administrator reads what was done and when, and nothing of what it said or about whom', async () => {
  town.at(new Date(town.now().getTime() + 60_000))
  await town.as('heMin').call(openPerson, { params: { personId: town.idOf('chen') } })
  town.at(new Date(town.now().getTime() + 1000))
  await town.as('chen').refused(openPerson, { params: { personId: town.idOf('zhou') } })
  const { items } = await audit.call(listJournal, { query: { limit: 5 } })
  expect(items[0]).toMatchObject({ kind: 'refused', operation: 'people.desk.open', code: 'not-permitted' })
  expect(JSON.stringify(items)).not.toContain(town.idOf('chen'))
  const first = await audit.call(listJournal, { query: { limit: 1 } })
  const second = await audit.call(listJournal, { query: { limit: 1, after: first.next! } })
  expect(second.items[0]?.id).not.toBe(first.items[0]?.id)
  expect((await audit.call(listJournal, { query: { kind: 'refused', day: '2020-01-01' } })).items).toEqual([])
  const tried = await audit.call(listJournal, { query: { operation: 'people.desk.open' } })
  expect(tried.items.map(({ kind, operation }) => [kind, operation])).toEqual([['refused', 'people.desk.open']])
  expect((await audit.call(listJournal, { query: { operation: "' or '1'='1" } })).items).toEqual([])
  expect((await audit.call(listReads)).items).toContainEqual({ operation: 'desk', purpose: 'desk', post: 'windowClerk', reads: 1 })
})

test('the three administrators do not do each other’s work, and none of them reads people', async () => {
  expect((await town.as('zhaoYu').refused(readSecurity)).code).toBe('not-permitted')
  expect((await security.refused(listJournal)).code).toBe('not-permitted')
  expect((await audit.refused(readSecurity)).code).toBe('not-permitted')
  for (const who of ['zhaoYu', 'qianXi', 'sunYi'] as const)
    expect((await town.as(who).refused(openPerson, { params: { personId: town.idOf('chen') } })).code).toBe('not-permitted')
})
