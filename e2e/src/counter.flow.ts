import { randomUUID } from 'node:crypto'
import { fileCase } from '@ronghe/contract/station/cases.ts'
import { addModelShift } from '@ronghe/contract/station/counter-plan.ts'
import { drawTicket } from '@ronghe/contract/station/tickets.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { sampleAnswers } from '@ronghe/demo/services/sample-answers.ts'
import { openCounter } from '@ronghe/server/rooms/station/counter.testing.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow } from './flow.ts'

let flow: Flow

beforeAll(async () => {
  flow = await openFlow({
    prepare: async (town) => {
      await town.deed((deed) => loadServices(deed, services))
    },
  })
  await openCounter(flow.town)
})
afterAll(() => flow?.close())

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const ticketsBy = (state: string) =>
  flow.town.rows<{ number: number }>('select number from ticket where state = $1 order by number', [state])

test('a number is drawn, called, served and finished by keyboard, and the hall shows it without a name', async () => {
  await flow.town.as('chen').call(drawTicket, { body: { services: ['residencePermit', 'libraryCard'], speaks: '洪湖话' } })
  const clerk = await flow.desk({ as: 'heMin' })
  const hall = await flow.desk()
  await hall.goto('/hall/windows')
  await hall.getByText('窗口还没有开').waitFor()

  await clerk.goto('/desk/counter')
  await title(clerk, '叫号台').waitFor()
  await clerk.getByText('1 人在等').waitFor()
  expect(await axeFindings(clerk), 'choosing a window').toEqual([])
  await clerk.getByRole('button', { name: '坐到 2 号窗口' }).click()
  await clerk.getByText('现在没有叫号').last().waitFor()
  await clerk.keyboard.press('n')
  await clerk.getByText('陈**').waitFor() // covered, and never 陈国强
  expect(await clerk.getByText('陈国强').count()).toBe(0)
  expect(await axeFindings(clerk), 'called').toEqual([])
  await hall.getByText('叫号了').waitFor()
  expect(await hall.getByText('A001').count()).toBeGreaterThan(0)
  expect(await hall.content()).not.toContain('陈')
  expect(await axeFindings(hall), 'hall').toEqual([])

  await clerk.keyboard.press('s')
  await clerk.getByText('正在办').last().waitFor()
  await clerk
    .getByRole('link', { name: '录入图书借阅证', exact: false })
    .or(clerk.getByRole('link', { name: /录入/ }))
    .first()
    .waitFor()
  await hall.getByText('正在办').waitFor()

  const filed = await flow.town.as('chen').call(fileCase, {
    body: { id: randomUUID(), service: 'residencePermit', version: 1, answers: sampleAnswers['residencePermit']! },
  })
  const [row] = await flow.town.rows<{ number: string }>('select number from service_case where id = $1', [filed.id])
  await clerk.keyboard.press('l')
  await clerk.getByLabel('案子的编号').fill(row!.number)
  await clerk.getByRole('button', { name: '关联这件' }).click()
  await clerk.getByRole('link', { name: row!.number }).waitFor()
  await clerk.keyboard.press('d')
  await clerk.getByRole('heading', { name: 'A001 办完了' }).waitFor()
  expect(await ticketsBy('done')).toEqual([{ number: 1 }])
  await clerk.context().close()
  await hall.context().close()
})

test('who did not come is put back in line, by undo or later', async () => {
  const clerk = await flow.desk({ as: 'liTing', language: 'en' })
  await clerk.goto('/desk/counter')
  await clerk.getByRole('button', { name: 'Sit at window 1' }).click()
  await clerk.getByRole('button', { name: 'Draw a number for somebody' }).click()
  await clerk.getByLabel('What for').selectOption({ label: 'Residence permit' })
  await clerk.getByLabel('Which language or dialect').fill('粤语')
  await clerk.getByRole('button', { name: 'Draw the number' }).click()
  await clerk.getByRole('heading', { name: 'A002 has been drawn' }).waitFor()
  expect(await axeFindings(clerk), 'drawn').toEqual([])
  await clerk.getByRole('button', { name: 'Close', exact: true }).click()
  await clerk.keyboard.press('n')
  await clerk.getByRole('button', { name: 'Called, did not come' }).waitFor()
  await clerk.keyboard.press('x')
  await clerk.getByRole('button', { name: 'A002 is here, back in line' }).waitFor()
  expect(await ticketsBy('noShow')).toEqual([{ number: 2 }])
  await clerk.getByRole('button', { name: 'A002 is here, back in line' }).click()
  await clerk.getByText('1 waiting').waitFor()
  expect(await ticketsBy('noShow')).toEqual([])
  await clerk.context().close()
})

test('somebody who calls gets a time tomorrow, and it can be cancelled', async () => {
  const clerk = await flow.desk({ as: 'heMin' })
  await clerk.goto('/desk/appointments')
  await title(clerk, '预约').waitFor()
  await clerk.getByRole('button', { name: '后一天' }).click()
  const slot = clerk.getByRole('button', { name: /^约 09:00/ })
  // At the week's end the next opening day is further off.
  for (
    let day = 0;
    day < 3 &&
    !(await slot.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    ));
    day++
  )
    await clerk.getByRole('button', { name: '后一天' }).click()
  await slot.click()
  await clerk.getByRole('textbox', { name: /姓名/ }).fill('周桂兰')
  await clerk.keyboard.press('Enter')
  await clerk.getByRole('button', { name: /周/ }).last().click()
  await clerk.getByRole('button', { name: '约这个时间' }).click()
  await clerk.getByRole('alert').getByText('请选要办的事').waitFor()
  await clerk.getByLabel('办什么').selectOption({ label: '法律援助' })
  await clerk.getByRole('button', { name: '约这个时间' }).click()
  const line = clerk.getByRole('row', { name: /09:00.*法律援助/ })
  await line.waitFor()
  expect(await line.getByText('周桂兰').count()).toBe(0) // covered in the list
  expect(await axeFindings(clerk)).toEqual([])
  await line.getByRole('button', { name: '取消预约' }).click()
  await clerk.getByRole('dialog').getByRole('button', { name: '取消预约' }).click()
  await line.getByText('取消了').waitFor()
  expect(await line.getByRole('button', { name: '取消预约' }).count()).toBe(0)
  await clerk.context().close()
})

test('a resident takes a shift at the model window; whoever plans sees the name, everybody else that it is taken', async () => {
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  await flow.town.as('luoYan').call(addModelShift, { body: { day, from: 540, to: 720 } })
  const phone = await flow.phone({ as: 'chen' })
  await phone.goto('/model-window')
  await phone.getByRole('button', { name: '我来坐这班' }).click()
  await phone.getByRole('button', { name: '我来不了了' }).waitFor()
  expect(await axeFindings(phone)).toEqual([])
  const lead = await flow.desk({ as: 'luoYan' })
  await lead.goto('/desk/model-window')
  await lead.getByRole('cell', { name: '陈国强' }).waitFor()
  const clerk = await flow.desk({ as: 'liTing' })
  await clerk.goto('/desk/model-window')
  await clerk.getByRole('cell', { name: '有人了' }).waitFor()
  expect(await clerk.getByText('陈国强').count()).toBe(0)
  for (const page of [phone, lead, clerk]) await page.context().close()
})
