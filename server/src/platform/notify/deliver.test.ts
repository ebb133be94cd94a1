import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../database/testing.ts'
import { chooseMessages } from '@ronghe/contract/people/messages.ts'
import { notify } from './notify.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

test('a message is in the box at once and leaves by text without saying what it is about', async () => {
  await town.deed((deed) => notify(deed, town.idOf('chen'), { template: 'case-decided', link: '/cases/1' }))
  await town.drain()
  const [sent] = town.platform.sms.recent(town.street.id)
  expect(sent).toMatchObject({ to: '19900000001' })
  expect(sent!.text).toBe('S街融合：您有一条新消息，请打开页面查看。')
  expect(await town.rows(`select state, attempts from delivery`)).toEqual([{ state: 'sent', attempts: 1 }])
})

test('at night a message waits for the morning, unless it is urgent', async () => {
  town.at('2026-11-23T23:30:00+08:00')
  await town.deed((deed) => notify(deed, town.idOf('liuFang'), { template: 'case-decided', link: '/cases/1' }))
  await town.drain()
  const [waiting] = await town.rows<{ not_before: Date; state: string }>(
    `select not_before, state from delivery order by not_before desc limit 1`,
  )
  expect(waiting).toMatchObject({ state: 'waiting' })
  expect(waiting!.not_before.toISOString()).toBe('2026-11-23T23:00:00.000Z')
})

test('whoever switched texts off is still told when a desk acts for them or changes their number', async () => {
  town.at('2026-11-21T10:00:00+08:00')
  await town.as('xu').call(chooseMessages, { body: { sms: false, mail: false } })
  const toXu = () => town.platform.sms.recent(town.street.id).filter(({ to }) => to === '19900000041').length
  const tell = (template: string) => town.deed((deed) => notify(deed, town.idOf('xu'), { template, link: '/me/data', urgent: true }))
  await tell('case-decided')
  await town.drain()
  expect(toXu()).toBe(0)
  for (const template of ['assisted', 'number-change', 'number-changed']) await tell(template)
  await town.drain()
  expect(toXu()).toBe(3)
})
