import { addCounterHours } from '@ronghe/contract/station/counter-plan.ts'
import { addWindow, openWindow } from '@ronghe/contract/station/counter.ts'
import type { Town } from '../../platform/database/testing.ts'

/** Two windows and hours from nine to twelve, Monday to Friday, two appointments at a time. */
export async function openCounter(town: Town, capacity = 2): Promise<{ one: string; two: string }> {
  const lead = town.as('luoYan')
  const window = (number: number) =>
    lead.call(addWindow, { body: { number, name: { 'zh-CN': `${number}号窗口`, en: `Window ${number}` } } })
  const [one, two] = [await window(1), await window(2)]
  for (const weekday of [1, 2, 3, 4, 5])
    await lead.call(addCounterHours, { body: { weekday, from: 540, to: 720, slotMinutes: 20, capacity } })
  return { one: one.id, two: two.id }
}

/** 李婷 speaks the dialect of Honghu and Cantonese and sits at window 1, 何敏 at window 2. */
export async function sitDown(town: Town, { one, two }: { one: string; two: string }): Promise<void> {
  await town.as('liTing').call(openWindow, { params: { windowId: one }, body: {} })
  await town.as('heMin').call(openWindow, { params: { windowId: two }, body: {} })
}
