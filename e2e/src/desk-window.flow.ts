import { listConsents } from '@ronghe/contract/people/consents.ts'
import { registerPerson } from '@ronghe/contract/people/desk.ts'
import { whoAmI } from '@ronghe/contract/people/session.ts'
import { bookAppointment, listMyAppointments, listSlots } from '@ronghe/contract/station/appointments.ts'
import { readCounterPlan } from '@ronghe/contract/station/counter-plan.ts'
import { callNext } from '@ronghe/contract/station/counter.ts'
import { addHazardPhoto, readHazard, reportHazard } from '@ronghe/contract/station/hazards.ts'
import { drawTicket } from '@ronghe/contract/station/tickets.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { laneId } from '@ronghe/demo/load-cast.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { monday } from '@ronghe/server/platform/database/testing.ts'
import { openCounter, sitDown } from '@ronghe/server/rooms/station/counter.testing.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow, type Visit } from './flow.ts'
import { shoot } from './shots.ts'

let flow: Flow
let windows: { one: string; two: string }

beforeAll(async () => {
  flow = await openFlow({ at: monday, prepare: async (town) => void (await town.deed((deed) => loadServices(deed, services))) })
  windows = await openCounter(flow.town)
})
afterAll(() => flow?.close())

/** A desk whose clock stands at the town's Monday morning, so that "today" is the same day on both sides of the counter. */
async function deskAt(visit: Visit): Promise<Page> {
  const page = await flow.desk(visit)
  await clockTo(page, flow.town.now(), visit.as)
  return page
}

/** Later on the same desk: whoever sits there worked on meanwhile, so their own session has not grown idle. */
async function clockTo(page: Page, moment: Date, who: CastKey | undefined): Promise<void> {
  flow.town.at(moment)
  await page.clock.setFixedTime(moment)
  if (who) await flow.town.as(who).call(whoAmI)
}
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const dialog = (page: Page) => page.getByRole('dialog')
const done = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()
const isFit = async (page: Page, where: string): Promise<void> => expect(await axeFindings(page), where).toEqual([])

/** The first free time of that day, booked for somebody. */
async function book(who: CastKey, day: string, place = 0): Promise<void> {
  const { days } = await flow.town.anonymous.call(listSlots, { query: { service: 'residencePermit', from: day, days: 1 } })
  await flow.town.as(who).call(bookAppointment, { body: { slot: days[0]!.slots[place]!.id, services: ['residencePermit'] } })
}

test('windows and hours are planned on one page, and what is left blank is refused beside its field', async () => {
  const lead = await deskAt({ as: 'luoYan' })
  await lead.goto('/desk/counter-plan')
  await title(lead, '窗口和开放时间')
  await lead.getByRole('button', { name: '加一个窗口' }).click()
  await dialog(lead).getByRole('button', { name: '存窗口' }).click()
  await dialog(lead).getByRole('alert').getByText('请写名称').waitFor()
  await dialog(lead).getByLabel('窗口名称').fill('3号窗口')
  await isFit(lead, 'a window')
  await dialog(lead).getByRole('button', { name: '存窗口' }).click()
  await done(lead, '窗口存好了')

  await lead.getByRole('button', { name: '加一段时间' }).click()
  await dialog(lead).getByLabel('星期几').selectOption({ label: '周六' })
  await dialog(lead).getByLabel('同时能约几位').fill('')
  await dialog(lead).getByRole('button', { name: '存这段时间' }).click()
  await dialog(lead).getByRole('alert').getByText('请写数字').waitFor()
  await dialog(lead).getByLabel('同时能约几位').fill('0')
  await isFit(lead, 'hours')
  await dialog(lead).getByRole('button', { name: '存这段时间' }).click()
  await lead.getByRole('row', { name: /周六.*不预约/ }).waitFor()
  await lead
    .getByRole('row', { name: /周六/ })
    .getByRole('button', { name: '定最后一天' })
    .click()
  await dialog(lead).getByLabel('定最后一天').fill('2026-12-26')
  await dialog(lead).getByRole('button', { name: '定下来' }).click()
  await lead.getByRole('row', { name: /周六.*用到/ }).waitFor()
  const { hours } = await flow.town.as('luoYan').call(readCounterPlan)
  expect(hours.find(({ weekday }) => weekday === 6)).toMatchObject({ capacity: 0, until: '2026-12-26' })
  await isFit(lead, 'the plan')
  await shoot(lead, 'counter-plan')
  await lead.context().close()
})

test('a day the counter is closed cancels what was booked, tells who had booked, and is opened again', async () => {
  await book('liuFang', '2026-11-25')
  const lead = await deskAt({ as: 'luoYan' })
  await lead.goto('/desk/counter-plan')
  await lead.getByRole('button', { name: '安排停办' }).click()
  await dialog(lead).getByLabel('从哪天').fill('2026-11-25')
  await dialog(lead).getByRole('button', { name: '定下停办' }).click()
  await dialog(lead).getByRole('alert').getByText('请写一句说明').waitFor()
  await dialog(lead).getByLabel('为什么，写给来办事的人看').fill('换新的叫号机，周四照常。')
  await isFit(lead, 'a closure')
  await dialog(lead).getByRole('button', { name: '定下停办' }).click()
  await done(lead, /取消了 1 个预约/)
  expect((await flow.town.as('liuFang').call(listMyAppointments)).items[0]?.state).toBe('cancelled')
  expect((await flow.town.anonymous.call(listSlots, { query: { from: '2026-11-25', days: 1 } })).days[0]?.closed?.['zh-CN']).toContain(
    '叫号机',
  )
  await lead.getByRole('button', { name: '照常开' }).click()
  await done(lead, '改回照常开了')
  await lead.context().close()
})

test('who booked and is here gets a number before those who did not, and the hall calls it without a name', async () => {
  flow.town.at(monday)
  await sitDown(flow.town, windows)
  await book('chen', '2026-11-23', 1)
  await flow.town.as('zhou').call(drawTicket, { body: { services: ['residencePermit'] } })
  const clerk = await deskAt({ as: 'heMin' })
  await clerk.goto('/desk/appointments')
  const line = clerk.getByRole('row', { name: /居住证/ })
  await line.getByText('约好了').waitFor()
  expect(await line.getByText('陈国强').count(), 'covered in the list').toBe(0)
  await line.getByRole('button', { name: '人到了' }).click()
  await done(clerk, /到了，[A-Z]\d+ 号排在这个钟点的前面/)
  await line.getByText('来了').waitFor()
  await shoot(clerk, 'appointments')

  await clockTo(clerk, new Date('2026-11-23T09:21:00+08:00'), 'heMin')
  await clerk.goto('/desk/counter')
  await clerk.getByText('2 人在等').waitFor()
  await shoot(clerk, 'counter')
  await flow.town.as('heMin').call(callNext, { params: { windowId: windows.two } })

  const hall = await flow.desk()
  await hall.setViewportSize({ width: 1920, height: 1080 })
  await hall.goto('/hall/windows')
  await hall.getByText('叫号了').waitFor()
  const called = await flow.town.rows<{ number: number; person_id: string }>("select number, person_id from ticket where state = 'called'")
  expect(called).toMatchObject([{ person_id: flow.town.idOf('chen') }])
  expect(await hall.content()).not.toContain('陈')
  const size = await hall
    .getByText(/^[A-Z]\d{3}$/)
    .first()
    .evaluate((number) => Number.parseFloat(getComputedStyle(number).fontSize))
  expect(size, 'readable from the last row of chairs').toBeGreaterThanOrEqual(60)
  expect(await hall.evaluate(() => document.documentElement.scrollHeight - innerHeight), 'nothing below the edge').toBeLessThanOrEqual(0)
  await isFit(hall, 'the hall')
  await shoot(hall, 'hall-windows')
  await hall.context().close()
  await clerk.context().close()
})

/** Finds somebody at the window with the reason said, and opens them. */
async function openAtDesk(clerk: Page, typed: string, name: RegExp): Promise<void> {
  await clerk.goto('/desk/people')
  await clerk.getByLabel('手机号或姓名').fill(typed)
  await clerk.getByLabel('在窗口当面办事').check()
  await clerk.getByRole('button', { name: '查找居民' }).click()
  await clerk.getByRole('button', { name }).first().click()
  await clerk.getByText('这次查看已记录').waitFor()
}

test('a consent is entered from the signed paper only, in the words that were signed', async () => {
  const clerk = await deskAt({ as: 'heMin' })
  await openAtDesk(clerk, '19900000001', /^陈.*打开/)
  await clerk.getByRole('button', { name: '录入同意书' }).click()
  await dialog(clerk).getByLabel('哪一项').selectOption({ index: 1 })
  await dialog(clerk).getByRole('group', { name: '同意还是撤回' }).getByText('同意', { exact: true }).click()
  await dialog(clerk).getByRole('button', { name: '录入同意书' }).click()
  await dialog(clerk).getByRole('alert').getByText('签了字才能录').waitFor()
  expect((await flow.town.as('chen').call(listConsents)).items.filter(({ given }) => given)).toEqual([])
  await isFit(clerk, 'a paper consent')
  await shoot(clerk, 'paper-consent')
  await dialog(clerk).getByLabel('我看到了本人的签字').check()
  await dialog(clerk).getByRole('button', { name: '录入同意书' }).click()
  await done(clerk, '已录入，本人会收到消息')
  expect((await flow.town.as('chen').call(listConsents)).items.filter(({ given }) => given)).toHaveLength(1)
  await clerk.context().close()
})

test('a PIN for a shared number is typed by the person at the desk, later than the account, and never shown', async () => {
  await flow.town.as('heMin').call(registerPerson, { body: { name: '唐小满', phone: '13912340088' } })
  await flow.town.as('heMin').call(registerPerson, { body: { name: '唐大山', phone: '13912340088', shared: true } })
  const clerk = await deskAt({ as: 'heMin' })
  await openAtDesk(clerk, '唐大山', /^唐.*打开/)
  await clerk.getByRole('button', { name: '设四位密码' }).click()
  const pin = dialog(clerk).getByLabel('四位密码', { exact: true })
  expect(await pin.getAttribute('type')).toBe('password')
  await pin.fill('24')
  await dialog(clerk).getByRole('button', { name: '设好密码' }).click()
  await dialog(clerk).getByRole('alert').getByText('要四位数字').waitFor()
  await pin.fill('2468')
  await isFit(clerk, 'a PIN')
  await shoot(clerk, 'pin-at-desk')
  await dialog(clerk).getByRole('button', { name: '设好密码' }).click()
  await done(clerk, '四位密码设好了')
  const rows = await flow.town.rows<{ set: boolean }>('select pin_hash is not null as set from person where pin_hash is not null')
  expect(rows).toHaveLength(1)
  await clerk.context().close()
})

test('acting for somebody ends with its button, and by itself after half an hour, and nothing of theirs stays on the screen', async () => {
  const clerk = await deskAt({ as: 'heMin' })
  await openAtDesk(clerk, '19900000001', /^陈.*打开/)
  await clerk.getByRole('button', { name: '当面代办一件事' }).click()
  await dialog(clerk).getByLabel('办什么事').fill('看预约')
  await dialog(clerk).getByRole('button', { name: '开始代办' }).click()
  await clerk.getByText('正在替陈国强办“看预约”').waitFor()
  await clerk.getByText('还有 30 分钟自动结束').waitFor()
  await shoot(clerk, 'assisting')
  await clerk.goto('/me')
  await clerk.getByText('正在替陈国强办“看预约”').waitFor()
  await clockTo(clerk, new Date(flow.town.now().getTime() + 31 * 60_000), 'heMin')
  await clerk.reload()
  // The session is over on the server whatever the page believes, so the next page is the clerk's own or the way in to it.
  await expect.poll(async () => await clerk.getByText('正在替陈国强办').count(), { timeout: 20_000 }).toBe(0)
  expect(await clerk.getByText('陈国强').count()).toBe(0)
  await clerk.context().close()
})

test('a face in a photo is covered at the desk before anybody sees it, by keyboard too, and the picture as it came is gone', async () => {
  const { hazard } = await flow.town.as('chen').call(reportHazard, {
    body: { kind: 'road', lane: laneId(flow.town.street.id, 'laneThree'), words: '井盖坏了，旁边站着人' },
  })
  const clerk = await deskAt({ as: 'heMin' })
  await clerk.goto('/desk/hazards')
  await clerk
    .getByRole('link', { name: /三号巷/ })
    .first()
    .waitFor()
  const photo = await clerk.screenshot({ type: 'jpeg' })
  const boundary = 'one-part'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
  const sent = await flow.town.as('chen').raw(addHazardPhoto, {
    params: { hazardId: hazard.id },
    payload: Buffer.concat([Buffer.from(head), photo, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
  expect(sent.status).toBe(201)
  const photos = async () => (await flow.town.anonymous.call(readHazard, { params: { hazardId: hazard.id } })).photos
  expect(await photos(), 'nobody sees it yet').toEqual([])

  await clerk.goto(`/desk/hazards/${hazard.id}`)
  await clerk.getByRole('button', { name: '在中间加一个方框' }).click()
  await clerk.getByRole('img', { name: /^第 1 个遮盖框/ }).focus()
  await clerk.keyboard.press('ArrowLeft')
  await clerk.keyboard.press('Shift+ArrowDown')
  await isFit(clerk, 'covering')
  await shoot(clerk, 'cover-photo')
  await clerk.getByRole('button', { name: '遮好了，公开照片' }).click()
  await done(clerk, '照片公开了，遮住的地方抹掉了')
  await expect.poll(photos).toHaveLength(1)
  await clerk.context().close()
})
