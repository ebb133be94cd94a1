import { openCounter } from '@ronghe/server/rooms/station/counter.testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow } from './flow.ts'

let flow: Flow

beforeAll(async () => {
  flow = await openFlow()
  await openCounter(flow.town)
})
afterAll(() => flow?.close())

test('what a clerk leaves in the evening stands on the next clerk’s counter until it is marked as read', async () => {
  const evening = await flow.desk({ as: 'liTing' })
  await evening.goto('/desk')
  await evening.getByRole('link', { name: '交班留言' }).first().click()
  await evening.getByRole('heading', { level: 1, name: '交班留言' }).waitFor()
  await evening.getByText('现在没有交班留言').waitFor()
  expect(await axeFindings(evening), 'no notes yet').toEqual([])
  await evening.getByRole('button', { name: '留下这条' }).click()
  await evening.getByRole('alert').getByText('请写几句').waitFor()

  await evening.getByLabel('写给谁').selectOption({ label: '2号窗口' })
  await evening.getByLabel('留言', { exact: true }).fill('打印机卡纸，先用 3 号的。')
  await evening.reload()
  const typed = evening.getByLabel('留言', { exact: true })
  await typed.waitFor()
  expect(await typed.inputValue(), 'a reload loses nothing').toBe('打印机卡纸，先用 3 号的。')
  await typed.fill('请给 19900000001 回电话。')
  await evening.getByRole('button', { name: '留下这条' }).click()
  await evening
    .getByRole('alert')
    .getByText(/不写手机号/)
    .waitFor()
  expect(await flow.town.rows('select 1 from shift_note')).toEqual([])
  await typed.fill('打印机卡纸，先用 3 号的。SJ-2611-00482 明天来取。')
  await evening.getByRole('button', { name: '留下这条' }).click()
  await evening.getByText('还没有人看').waitFor()
  expect(await typed.inputValue()).toBe('')
  expect(await axeFindings(evening), 'a note of one’s own').toEqual([])

  const morning = await flow.desk({ as: 'heMin' })
  await morning.goto('/desk/counter')
  await morning.getByRole('heading', { name: '上一班留下的话' }).waitFor()
  await morning.getByText('打印机卡纸，先用 3 号的').waitFor()
  await morning.getByText('1号窗口留').waitFor()
  expect(await axeFindings(morning), 'the counter with a note').toEqual([])
  await morning.getByRole('button', { name: '我看过了' }).click()
  await morning.getByRole('heading', { name: '上一班留下的话' }).waitFor({ state: 'detached' })
  await morning.goto('/desk/shift-notes')
  await morning.getByText(/看过的：2号窗口/).waitFor()
  await morning.context().close()

  await evening.reload()
  await evening.getByText(/看过的：2号窗口/).waitFor()
  expect(await evening.getByRole('button', { name: '收回留言' }).count(), 'what was read is not taken back').toBe(0)
  await evening.context().close()
})

test('a note taken back by a slip comes back with undo', async () => {
  const clerk = await flow.desk({ as: 'luoYan', language: 'en' })
  await clerk.goto('/desk/shift-notes')
  await clerk.getByLabel('Note', { exact: true }).fill('The key of the lower cupboard is with window 1.')
  await clerk.getByRole('button', { name: 'Leave this note' }).click()
  await clerk.getByRole('button', { name: 'Take back the note' }).click()
  await clerk.getByText('The key of the lower cupboard').waitFor({ state: 'detached' })
  await clerk.getByRole('button', { name: 'Undo' }).click()
  await clerk.getByText('The key of the lower cupboard').waitFor()
  expect(await axeFindings(clerk)).toEqual([])
  await clerk.context().close()
})

test('somebody without a desk post that works in shifts is not offered the notes', async () => {
  const reader = await flow.desk({ as: 'fengJie' })
  await reader.goto('/desk')
  await reader.getByRole('heading', { level: 1 }).waitFor()
  expect(await reader.getByRole('link', { name: '交班留言' }).count()).toBe(0)
  await reader.goto('/desk/shift-notes')
  await reader.getByRole('heading', { level: 1, name: '这一页要有相应的岗位才能看' }).waitFor()
  await reader.context().close()
})
