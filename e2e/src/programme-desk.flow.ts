import { raiseAnonymously, raiseConcern } from '@ronghe/contract/programme/concerns.ts'
import { loadProgramme } from '@ronghe/demo/load-programme.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow } from './flow.ts'

let flow: Flow

beforeAll(async () => {
  flow = await openFlow({ prepare: async (town) => await town.deed(loadProgramme) })
})
afterAll(() => flow?.close())

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const isFit = async (page: Page, where: string): Promise<void> => expect(await axeFindings(page), where).toEqual([])
const dialog = (page: Page) => page.getByRole('dialog')

test('a concern is assigned by the street officer, answered by the department and read by its author', async () => {
  const { id, number } = await flow.town
    .as('chen')
    .call(raiseConcern, { body: { topic: 'environment', words: '三号巷口的垃圾桶满了三天，早上没人收。' } })

  const officer = await flow.desk({ as: 'officerLin' })
  await officer.goto('/desk/concerns/new')
  await officer.getByRole('link', { name: new RegExp(number) }).click()
  await officer.getByText('三号巷口的垃圾桶满了三天').waitFor()
  await isFit(officer, 'a concern to assign')
  await officer.keyboard.press('s')
  await dialog(officer).getByLabel('交给哪个岗位').selectOption({ label: '城市管理办 · 城管经办' })
  await isFit(officer, 'assigning')
  await dialog(officer).getByRole('button', { name: '分派', exact: true }).click()
  await officer.getByText('城市管理办 · 城管经办').first().waitFor()
  await officer.context().close()

  const department = await flow.desk({ as: 'fangWei' })
  await department.goto('/desk/concerns')
  await department.getByRole('link', { name: new RegExp(number) }).click()
  await department.getByRole('button', { name: '写答复' }).click()
  await dialog(department).getByRole('button', { name: '送出答复' }).click()
  await dialog(department).getByRole('alert').getByText('请写几句').waitFor()
  await dialog(department).getByLabel('答复', { exact: true }).fill('今天加收一次，以后每天早上六点收。还是满，请再说。')
  await department.reload()
  await department.getByRole('button', { name: '写答复' }).click()
  expect(await dialog(department).getByLabel('答复', { exact: true }).inputValue(), 'a reload loses nothing').toContain('每天早上六点收')
  await dialog(department).getByRole('button', { name: '送出答复' }).click()
  await department.getByText('已答复').first().waitFor()
  await isFit(department, 'an answered concern')
  await department.context().close()

  const author = await flow.phone({ as: 'chen' })
  await author.goto(`/concerns/${id}`)
  await author.getByText('以后每天早上六点收').first().waitFor()
  await author.context().close()
})

test('a concern about somebody who works here is seen by the integrity officer and by nobody else at the desk', async () => {
  const { number } = await flow.town.anonymous.call(raiseAnonymously, {
    body: { topic: 'unequal', words: '窗口的人说话难听。', aboutStaff: {} },
  })
  const ordinary = await flow.town.as('smith').call(raiseConcern, { body: { topic: 'work', words: '老板拖欠工资。' } })
  const reader = await flow.desk({ as: 'fengJie' })
  await reader.goto('/desk/concerns')
  await reader.getByRole('link', { name: new RegExp(number) }).click()
  await reader.getByText('窗口的人说话难听').waitFor()
  await isFit(reader, 'a protected concern')
  const address = new URL(reader.url()).pathname
  await reader.context().close()

  const officer = await flow.desk({ as: 'officerLin' })
  await officer.goto('/desk/concerns/open')
  await title(officer, /诉求/).waitFor()
  await officer.getByText(new RegExp(ordinary.number)).waitFor()
  expect(await officer.getByText(number).count()).toBe(0)
  await officer.goto(address)
  await title(officer, '这一页要有相应的岗位才能看').waitFor()
  await officer.goto(address.replace('protected', 'open'))
  await officer.getByRole('alert').waitFor()
  expect(await officer.getByText('窗口的人说话难听').count()).toBe(0)
  await officer.context().close()
})

test('a post is left only after everything open on it has a new owner', async () => {
  const officer = await flow.desk({ as: 'officerLin' })
  const { number } = await flow.town.as('liuFang').call(raiseConcern, { body: { topic: 'safety', words: '楼道灯坏了。' } })
  await officer.goto('/desk/concerns/new')
  await officer.getByRole('link', { name: new RegExp(number) }).click()
  await officer.getByRole('button', { name: '分派', exact: true }).click()
  await dialog(officer).getByLabel('交给哪个岗位').selectOption({ label: '派出所 · 派出所经办' })
  await dialog(officer).getByRole('button', { name: '分派', exact: true }).click()
  await officer.getByText('派出所 · 派出所经办').first().waitFor()

  await officer.goto('/desk/organs')
  await officer.getByRole('link', { name: /^派出所/ }).click()
  await officer.getByText('1 件事没办完').waitFor()
  await isFit(officer, 'an organ')
  await officer.getByRole('link', { name: '办离任' }).click()
  await title(officer, '王军 离任').waitFor()
  await officer.getByText('还有 1 件没有交接').waitFor()
  expect(await officer.getByRole('button', { name: '办好离任' }).count(), 'no end before the hand-over').toBe(0)
  await isFit(officer, 'handing over')
  await officer.getByLabel(`${number} 安全 的说明`).fill('已看过现场，等配件。')
  await officer.getByLabel('交给哪个岗位').selectOption({ label: '城市管理办 · 城管经办' })
  await officer.getByRole('button', { name: '交接选中的' }).click()
  await officer.getByText('没有没办完的事，可以直接办离任').waitFor()
  await officer.getByRole('button', { name: '办好离任' }).click()
  await title(officer, '派出所').waitFor()
  await officer.getByText('空缺 1 个').waitFor()
  await officer.context().close()

  const [row] = await flow.town.rows<{ kind: string; name: { 'zh-CN': string } }>(
    'select post.kind, post.name from concern join post on post.id = concern.owner_post where concern.number = $1',
    [number],
  )
  expect(row?.name['zh-CN']).toBe('城管经办')
  const gone = await flow.desk({ as: 'wangJun' })
  await gone.goto('/desk/concerns/mine')
  await title(gone, '这一页要有相应的岗位才能看').waitFor()
  await gone.context().close()
})

test('at the window a resident is found with the reason stated, and a clerk acts for them under a banner that ends', async () => {
  const clerk = await flow.desk({ as: 'heMin' })
  await clerk.goto('/desk/people')
  await clerk.getByLabel('手机号或姓名').fill('19900000001')
  await clerk.getByRole('button', { name: '查找居民' }).click()
  await clerk.getByRole('alert').getByText('先说为什么查').waitFor()
  await clerk.getByLabel('在窗口当面办事').check()
  await clerk.getByRole('button', { name: '查找居民' }).click()
  await isFit(clerk, 'found residents')
  await clerk.getByRole('button', { name: /^陈.*打开/ }).click()
  await title(clerk, '陈国强').waitFor()
  await clerk.getByText('这次查看已记录').waitFor()
  await isFit(clerk, 'a resident')
  await clerk.getByRole('button', { name: '当面代办一件事' }).click()
  await dialog(clerk).getByLabel('办什么事').fill('看居住证办到哪一步')
  await dialog(clerk).getByRole('button', { name: '开始代办' }).click()
  await clerk.getByText('正在替陈国强办“看居住证办到哪一步”').waitFor()
  expect(new URL(clerk.url()).pathname).toBe('/')
  await clerk.getByText(/还有 \d+ 分钟自动结束/).waitFor()
  await isFit(clerk, 'acting for somebody')
  await clerk.getByRole('button', { name: '结束代办' }).click()
  await title(clerk, '居民').waitFor()
  await clerk.context().close()
})
