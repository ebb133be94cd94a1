import { listRetention } from '@ronghe/contract/programme/retention.ts'
import { settingDefaults, writeSetting } from '@ronghe/contract/programme/settings.ts'
import { notify } from '../../platform/notify/notify.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { retention } from '../../platform/privacy/retention.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.close())

const keep = (change: Partial<typeof settingDefaults.keeping>) =>
  town.as('zhaoYu').call(writeSetting, { params: { key: 'keeping' }, body: { value: { ...settingDefaults.keeping, ...change } } })

test('the settings show every row of the table that the nightly job acts on, with its reason and its law', async () => {
  const { items } = await town.as('zhaoYu').call(listRetention)
  expect(items).toHaveLength(retention.length)
  expect(items.find(({ table }) => table === 'access_log')).toMatchObject({
    name: { 'zh-CN': '谁看过我的资料' },
    columns: null,
    does: 'delete',
    after: { unit: 'days', count: 365 },
    from: { 'zh-CN': '产生之后' },
    law: { 'zh-CN': expect.stringContaining('网络安全法') },
    setting: 'accessLogDays',
  })
  expect(items.find(({ table }) => table === 'data_request')?.after).toEqual({ unit: 'months', count: 24 })
  for (const { name, from, why } of items) expect([name['zh-CN'], from['zh-CN'], why['zh-CN'], why.en]).not.toContain(undefined)
})

test('a shorter span deletes at the next run what is older than it, a longer one keeps what would have gone', async () => {
  const start = town.now().getTime()
  const at = (days: number) => town.at(new Date(start + days * 86_400_000))
  const messages = async () => (await town.rows('select id from message where template = $1', ['owner-confirmed'])).length
  await town.deed((deed) => notify(deed, town.idOf('chen'), { template: 'owner-confirmed', link: '/me/devices' }))

  at(40)
  await town.drain(['people.old.forget'])
  expect(await messages()).toBe(1)
  await keep({ messageDays: 30 })
  expect((await town.as('zhaoYu').call(listRetention)).items.find(({ table }) => table === 'message')?.after.count).toBe(30)
  await town.drain(['people.old.forget'])
  expect(await messages()).toBe(0)

  await town.deed((deed) => notify(deed, town.idOf('chen'), { template: 'owner-confirmed', link: '/me/devices' }))
  await keep({ messageDays: 365 })
  at(40 + 200)
  await town.drain(['people.old.forget'])
  expect(await messages()).toBe(1)
  await keep({})
  await town.drain(['people.old.forget'])
  expect(await messages()).toBe(0)
  at(0)
})

test('who looked at somebody’s data is kept for 180 days at least, and the refusal names the law', async () => {
  const problem = await town
    .as('zhaoYu')
    .refused(writeSetting, { params: { key: 'keeping' }, body: { value: { ...settingDefaults.keeping, accessLogDays: 90 } } })
  expect(problem.errors).toMatchObject([{ path: 'value.accessLogDays', code: 'number-below-law' }])
  expect(problem.errors?.[0]?.detail).toContain('网络安全法')
})

test('a clerk does not keep the settings', async () => {
  expect((await town.as('heMin').refused(listRetention)).status).toBe(403)
})
