import { bookAppointment } from '@ronghe/contract/station/appointments.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { openCounter } from '@ronghe/server/rooms/station/counter.testing.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow({ prepare: (town) => town.deed((deed) => loadServices(deed, services)) })
  await openCounter(flow.town)
})
afterAll(() => flow?.close())

const bookings = () => flow.town.rows<{ state: string; starts_at: Date }>('select state, starts_at from booking order by starts_at')

test('a time at the desk is booked, moved and cancelled; the old time is free again', async () => {
  const page = await flow.phone({ as: 'chen' })
  await page.goto('/visit')
  await page.getByText('还没有预约。').waitFor()
  await isFit(page, 'visit-empty')
  await page.getByRole('link', { name: '约个时间' }).click()
  await title(page, '约个时间').waitFor()
  await page.getByRole('button', { name: '预约这个时间' }).click()
  await page.getByRole('link', { name: '请选要办的事。' }).waitFor()
  await isFit(page, 'book-missing')
  await page.getByLabel('要办什么').selectOption({ label: '租房合同备案' })
  await page.getByLabel('想用哪种话办').fill('洪湖话')
  await page.getByRole('radio').first().check()
  await isFit(page, 'book-chosen')
  await page.getByRole('button', { name: '预约这个时间' }).click()
  await page.getByText('约好了', { exact: true }).waitFor()
  await isFit(page, 'visit-booked')
  const [first] = await bookings()

  await page.getByRole('link', { name: '改时间' }).click()
  await title(page, '改到什么时候？').waitFor()
  await page.getByRole('button', { name: '改到这个时间' }).click()
  await page.getByRole('link', { name: '请选一个时间。' }).waitFor()
  await page.getByRole('radio').last().check()
  await isFit(page, 'move')
  await page.getByRole('button', { name: '改到这个时间' }).click()
  await page.getByText(/^改到 .* 了$/).waitFor()
  const [moved] = await bookings()
  expect(moved!.starts_at.getTime()).toBeGreaterThan(first!.starts_at.getTime())

  await page.getByRole('button', { name: '取消预约' }).click()
  await page.getByText('预约取消了').waitFor()
  await page.getByText('取消了', { exact: true }).waitFor()
  expect((await bookings()).map(({ state }) => state)).toEqual(['cancelled'])
  await page.context().close()
})

test('whoever comes second for the last place is told at once and takes another, in English and large print', async () => {
  const page = await flow.phone({ as: 'smith', language: 'en', appearance: 'large' })
  await page.goto('/visit/book?service=leaseFiling')
  await page.getByRole('radio').first().waitFor()
  await isFit(page, 'book-large-en')
  const wanted = await page.getByRole('radio').first().getAttribute('value')
  await page.getByRole('radio').first().check()
  for (const who of ['xu', 'liuFang'] as const)
    await flow.town.as(who).call(bookAppointment, { body: { slot: wanted!, services: ['leaseFiling'] } })
  await page.getByRole('button', { name: 'Book this time' }).click()
  await page.getByRole('alert').waitFor()
  const taken = page.locator(`input[value="${wanted}"]`)
  await page.getByText('full', { exact: true }).waitFor()
  expect(await taken.isDisabled()).toBe(true)
  expect(await taken.isChecked()).toBe(false)
  await isFit(page, 'book-taken-large-en')
  await page.getByRole('radio').last().check()
  await page.getByRole('button', { name: 'Book this time' }).click()
  await title(page, 'Book or take a ticket').waitFor()
  await isFit(page, 'visit-booked-large-en')
  await page.context().close()
})
