import { addPost, appoint } from '@ronghe/contract/programme/appointments.ts'
import { listOrgans } from '@ronghe/contract/programme/organs.ts'
import { raiseConcern, readConcern, workOnConcern } from '@ronghe/contract/programme/concerns.ts'
import { readHazard, reportHazard, stepHazard } from '@ronghe/contract/station/hazards.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { laneId, postId } from '@ronghe/demo/load-cast.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { monday } from '@ronghe/server/platform/database/testing.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow, type Visit } from './flow.ts'
import { isFit, title } from './page.ts'
import { shoot } from './shots.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow({ at: monday, prepare: async (town) => void (await town.deed((deed) => loadServices(deed, services))) })
})
afterAll(() => flow?.close())

/** A page whose clock stands with the town's, so that both say the same days. */
async function at(visit: Visit, where: 'desk' | 'phone' = 'desk'): Promise<Page> {
  const page = await flow[where](visit)
  await page.clock.setFixedTime(flow.town.now())
  return page
}
const dialog = (page: Page) => page.getByRole('dialog')
const isClean = async (page: Page, where: string): Promise<void> => {
  await shoot(page, where)
  expect(await axeFindings(page), where).toEqual([])
}

test('a street enters who sees to its lamps; from then on lamps go there, and on to another department with the reason', async () => {
  const town = flow.town
  const officer = await at({ as: 'officerLin' })
  await officer.goto('/desk/organs/new')
  await officer.getByLabel('哪一类').selectOption({ label: '部门' })
  await officer.getByLabel('管哪一块').selectOption({ label: '路灯管理' })
  await officer.getByLabel('名称（中文）').fill('路灯管理所')
  await isClean(officer, 'new-department')
  await officer.getByRole('button', { name: '加上这个组织' }).click()
  await title(officer, '路灯管理所').waitFor()
  const { items } = await town.anonymous.call(listOrgans, { query: { kind: 'department' } })
  const lighting = items.find(({ key }) => key === 'lighting')!
  const { id: post } = await town.as('officerLin').call(addPost, {
    params: { organId: lighting.id },
    body: { kind: 'departmentOfficer', name: { 'zh-CN': '路灯经办' }, supervisorPostId: postId(town.street.id, 'streetLead') },
  })
  await town.as('directorHe').call(appoint, {
    params: { postId: post },
    body: { phone: cast.tangLi.phone, name: cast.tangLi.name, startsOn: '2026-11-01', document: '' },
  })
  await officer.context().close()

  const { hazard } = await town
    .as('chen')
    .call(reportHazard, { body: { kind: 'lamp', lane: laneId(town.street.id, 'laneThree'), words: '三号巷口的灯不亮三天了' } })
  const params = { hazardId: hazard.id }
  await town.as('heMin').call(stepHazard, { params, body: { step: 'check', words: '三号巷口的灯不亮' } })

  const clerk = await at({ as: 'heMin' })
  await clerk.goto(`/desk/hazards/${hazard.id}`)
  // The department for its kind stands there already; the clerk only agrees.
  const select = clerk.getByRole('combobox', { name: '转给哪个部门' })
  await select.waitFor()
  expect(await select.locator('option:checked').textContent()).toBe('路灯管理所（这一类归它）')
  await isClean(clerk, 'hazard-send')
  await clerk.getByRole('button', { name: /^记下：转给负责的部门/ }).click()
  await clerk.getByText('转过去了，期限从今天算').waitFor()
  await clerk.getByText('转给路灯管理所。').waitFor()
  await isClean(clerk, 'hazard-sent')
  await clerk.context().close()

  const lamps = await at({ as: 'tangLi' })
  await lamps.goto(`/desk/hazards/${hazard.id}`)
  await lamps.getByLabel('改由别的部门处理').check()
  await lamps.getByRole('button', { name: /^记下：改由别的部门/ }).click()
  await lamps.getByText('请选一个部门。').first().waitFor()
  await lamps.getByRole('combobox', { name: '转给哪个部门' }).selectOption({ label: '城市管理办' })
  await lamps.getByRole('textbox', { name: '为什么改，谁都看得到' }).fill('灯杆是临时围挡上的，归城管拆换。')
  await isClean(lamps, 'hazard-transfer')
  await lamps.getByRole('button', { name: /^记下：改由别的部门/ }).click()
  await lamps.getByText('已经改由那个部门处理').waitFor()
  // It is out of this department's hands and out of its list.
  await expect.poll(() => new URL(lamps.url()).pathname).toBe('/desk/hazards')
  await lamps.getByText('没有要处理的隐患').waitFor()
  await lamps.context().close()
  expect(await town.anonymous.call(readHazard, { params })).toMatchObject({ state: 'sent', dueOn: '2026-11-30' })
})

test('everybody can read on the page of a hazard who is told on which day, and who was', async () => {
  const town = flow.town
  const { hazard } = await town
    .as('xu')
    .call(reportHazard, { body: { kind: 'road', lane: laneId(town.street.id, 'laneOne'), words: '井盖松了' } })
  await town.as('heMin').call(stepHazard, { params: { hazardId: hazard.id }, body: { step: 'check', words: '井盖松了' } })
  town.at('2026-11-25T09:00:00+08:00')
  await town.drain(['station.hazards-escalate'])
  const phone = await at({}, 'phone')
  await phone.goto(`/hazards/${hazard.id}`)
  await phone.getByText('期限过了，已报给上级。').waitFor()
  await phone.getByRole('heading', { name: '超时会怎样' }).waitFor()
  expect(await phone.getByText('已经告诉了').count()).toBe(2)
  await isFit(phone, 'hazard-public')
  await phone.context().close()
  for (const visit of [{ language: 'en' as const }, { appearance: 'large' as const }]) {
    const other = await at(visit, 'phone')
    await other.goto(`/hazards/${hazard.id}`)
    await other
      .getByText(visit.language === 'en' ? 'The time promised is over; the superior was told.' : '期限过了，已报给上级。')
      .waitFor()
    await isFit(other, `hazard-public-${visit.language ?? visit.appearance}`)
    await other.context().close()
  }
  town.at(monday)
})

test('a screener gives what turns out to be about staff to the integrity officer, and it is gone from the desk', async () => {
  const town = flow.town
  const { id, number } = await town.as('chen').call(raiseConcern, { body: { words: '租赁经办要我请吃饭才肯备案。', topic: 'other' } })
  await town.as('officerLin').call(workOnConcern, {
    params: { concernId: id },
    body: { what: { act: 'screen', ownerPostId: postId(town.street.id, 'housingOfficer') } },
  })
  const officer = await at({ as: 'officerLin' })
  await officer.goto(`/desk/concerns/${id}`)
  await officer.getByRole('button', { name: '说的是工作人员，交监督岗' }).click()
  await dialog(officer).getByRole('combobox').first().selectOption({ label: '来穗服务中心租赁组' })
  await dialog(officer).getByText('监督岗').first().waitFor()
  await isClean(officer, 'concern-protect')
  await dialog(officer).getByRole('button', { name: '交给监督岗' }).click()
  await officer.getByText('已交给监督岗，本岗看不到了').waitFor()
  expect((await town.as('officerLin').refused(readConcern, { params: { concernId: id } })).code).toBe('no-concern')
  await officer.context().close()
  const reader = await at({ as: 'fengJie' })
  await reader.goto(`/desk/concerns/${id}`)
  await reader.getByText(number).first().waitFor()
  await reader.getByText('说的是工作人员，改由监督岗看').waitFor()
  await isClean(reader, 'concern-protected')
  await reader.context().close()
  const author = await at({ as: 'chen' }, 'phone')
  await author.goto(`/concerns/${id}`)
  await author.getByText('说的是在这里工作的人，从现在起只有监督岗能看').waitFor()
  // Nobody's superior is ever told of this one, and the page promises none.
  expect(await author.getByRole('heading', { name: '超时会怎样' }).count()).toBe(0)
  const { id: lamp } = await town.as('chen').call(raiseConcern, { body: { words: '路灯不亮', topic: 'safety' } })
  await author.goto(`/concerns/${lamp}`)
  await author.getByText('11月26日（周四）').waitFor() // screening is promised by the 25th; the superior hears on the first working day after
  await isFit(author, 'concern-days')
  await author.context().close()
})

test('a clerk chooses the one matter before acting for somebody; the first screen leads there and nowhere else', async () => {
  const clerk = await at({ as: 'heMin' })
  await clerk.goto('/desk/people')
  await clerk.getByLabel('手机号').first().fill('19900000001')
  await clerk.getByLabel('在窗口当面办事').check()
  await clerk.getByRole('button', { name: '查找居民' }).click()
  await clerk.getByRole('button', { name: /^陈.*打开/ }).click()
  await clerk.getByRole('button', { name: '当面代办一件事' }).click()
  await dialog(clerk).getByLabel('新办一件事').check()
  await dialog(clerk).getByRole('button', { name: '开始代办' }).click()
  await dialog(clerk).getByText('请选是哪一个').first().waitFor()
  await dialog(clerk).getByRole('combobox', { name: '哪一项' }).selectOption({ label: '居住证申请' })
  await isClean(clerk, 'assist-matter')
  await dialog(clerk).getByRole('button', { name: '开始代办' }).click()
  await clerk.getByRole('heading', { name: '这次代办的事' }).waitFor()
  await isClean(clerk, 'assist-home')
  await clerk.getByRole('link', { name: '居住证申请' }).first().click()
  await expect.poll(() => new URL(clerk.url()).pathname).toBe('/services/residencePermit')
  await clerk.goto('/cases')
  await clerk
    .getByText(/这次只代办一件事/)
    .first()
    .waitFor()
  await isClean(clerk, 'assist-outside')
  await clerk.context().close()
})

test('the journal is filtered by the operation that was tried', async () => {
  await flow.town.as('chen').refused(readConcern, { params: { concernId: postId(flow.town.street.id, 'streetLead') } })
  await flow.town
    .as('chen')
    .refused(stepHazard, { params: { hazardId: postId(flow.town.street.id, 'streetLead') }, body: { step: 'send' } })
  const audit = await at({ as: 'sunYi' })
  await audit.goto('/desk/audit')
  await audit.getByLabel('操作').fill('station.hazards.step')
  await audit.getByRole('button', { name: '筛选', exact: true }).click()
  await audit.getByRole('button', { name: 'station.hazards.step' }).first().waitFor()
  await expect.poll(() => audit.getByRole('row').count()).toBeGreaterThan(1)
  expect(await audit.getByRole('button', { name: 'people.desk.open' }).count()).toBe(0)
  await isClean(audit, 'journal-operation')
  await audit.context().close()
})
