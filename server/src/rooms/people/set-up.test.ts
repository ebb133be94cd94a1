import { readSetUp, setUp } from '@ronghe/contract/people/set-up.ts'
import { whoAmI } from '@ronghe/contract/people/session.ts'
import { afterAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import type { Street } from '../../platform/database/streets.ts'
import { forgetStreets } from '../../platform/http/find-street.ts'
import { offerSetUps } from './set-up.ts'
import { newBrowser } from './testing.ts'

const town: Town = await openTown()
afterAll(() => town.close())
const fresh: Street = {
  id: '00000000-0000-7000-8000-0000000000c3',
  slug: 'new-street',
  name: { 'zh-CN': '新街' },
  zone: 'Asia/Shanghai',
  demo: true,
}
await town.rows('insert into street (id, slug, name, zone, demo, created_at) values ($1, $2, $3, $4, $5, $6)', [
  fresh.id,
  fresh.slug,
  fresh.name,
  fresh.zone,
  fresh.demo,
  town.now(),
])
await town.rows('insert into street_host (host, street_id) values ($1, $2)', ['new-street.test', fresh.id])
forgetStreets(town.platform.database)

const system = { name: '张系统', phone: '13600000001' }
const security = { name: '李安全', phone: '13600000002' }
const audit = { name: '王审计', phone: '13600000003' }
const browser = newBrowser(town, fresh)

test('a street with people offers no set-up code, one without anybody does, and a later code replaces it', async () => {
  const [first] = await offerSetUps(town.platform)
  expect(first?.slug).toBe('new-street')
  const offers = await offerSetUps(town.platform)
  expect(offers).toHaveLength(1)
  expect((await browser.refused(setUp, { body: { code: first!.code, system, security, audit } })).code).toBe('set-up-code-wrong')
  expect(await browser.call(readSetUp)).toEqual({ waiting: true })
  expect(await town.anonymous.call(readSetUp)).toEqual({ waiting: false })
  expect(town.logged.join('\n')).not.toContain(offers[0]!.code)
})

test('three separate people are made, each signs in with their own phone, and it cannot be done again', async () => {
  const [offer] = await offerSetUps(town.platform)
  const code = offer!.code
  expect((await browser.refused(setUp, { body: { code, system, security: { ...security, phone: system.phone }, audit } })).code).toBe(
    'administrators-separate',
  )
  expect((await browser.refused(setUp, { body: { code, system, security, audit: { ...audit, name: system.name } } })).code).toBe(
    'administrators-separate',
  )
  expect(await browser.call(setUp, { body: { code, system, security, audit } })).toEqual({ created: 3 })
  expect((await browser.refused(setUp, { body: { code, system, security, audit } })).code).toBe('already-set-up')
  expect(await newBrowser(town, fresh).signIn(security.phone)).toMatchObject({ kind: 'open', secondFactor: true })
  const auditor = newBrowser(town, fresh)
  await auditor.signIn(audit.phone)
  expect((await auditor.call(whoAmI)).person).toMatchObject({ name: '王审计', permissions: [], posts: [{ kind: 'auditAdministrator' }] })
  expect(await offerSetUps(town.platform)).toEqual([])
})

test('five wrong codes lock the set-up', async () => {
  await town.rows('delete from appointment where street_id = $1', [fresh.id])
  await town.rows('delete from person where street_id = $1', [fresh.id])
  await offerSetUps(town.platform)
  town.at(new Date(town.now().getTime() + 3_600_000))
  for (let n = 0; n < 5; n++) await browser.refused(setUp, { body: { code: 'AAAA-AAAA', system, security, audit } })
  expect((await browser.refused(setUp, { body: { code: 'AAAA-AAAA', system, security, audit } })).code).toBe('sign-in-locked')
})
