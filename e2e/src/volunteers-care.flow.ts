import { listAlerts } from '@ronghe/contract/volunteers/care.ts'
import { shift, team } from '@ronghe/server/rooms/volunteers/rounds.testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
const start = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 3 * 3_600_000)
const end = new Date(start.getTime() + 3_600_000)

beforeAll(async () => {
  flow = await openFlow()
  const { town } = flow
  const teamId = await team(town, 'corps', '服务队队长')
  const who = ['chen', 'liuFang'] as const
  await shift(town, 'qinYuelan', { teamId, kind: 'care', startsAt: start.toISOString(), endsAt: end.toISOString(), who })
})
afterAll(() => flow?.close())

test('somebody wishes to be visited, in large print; the box is not ticked for them', async () => {
  const phone = await flow.phone({ as: 'auntHuang', appearance: 'large' })
  await phone.goto('/volunteers/care')
  await isFit(phone, 'care-wish-empty-large')
  await phone.getByRole('link', { name: '给我自己登记' }).click()
  await title(phone, '登记看望').waitFor()
  await phone.getByLabel('来哪里看望').fill('榕树巷2号301')
  await phone.getByLabel('在哪个社区').selectOption({ label: '榕树头社区' })
  await phone.getByRole('button', { name: '登记' }).click()
  await phone.getByText('同意了才能登记').first().waitFor()
  await phone.getByText('我同意上面写的').click()
  await isFit(phone, 'care-ask-large')
  await phone.getByRole('button', { name: '登记' }).click()
  await phone.getByText('已经登记').waitFor()
  const english = await flow.phone({ language: 'en' })
  await english.goto('/volunteers/care/paper')
  await english.getByRole('heading', { level: 1, name: 'Form: I would like to be visited' }).first().waitFor()
  await isFit(english, 'care-paper-english')
}, 60_000)

test('the coordinator plans by number, and the pair sees name and door from two hours before, not a second earlier', async () => {
  const { town } = flow
  const desk = await flow.desk({ as: 'shiHui' })
  await desk.goto('/desk/volunteers/care')
  await desk.getByRole('button', { name: '排一次看望' }).click()
  await desk.getByLabel('哪个班次').selectOption({ index: 1 })
  await desk.getByText('陈国强', { exact: true }).click()
  await desk.getByText('刘芳', { exact: true }).click()
  expect(await desk.locator('main').innerText()).not.toContain('黄美珍')
  await isFit(desk, 'care-desk-plan')
  await desk.getByRole('button', { name: '排好' }).click()
  await desk.getByText('1 号：陈国强、刘芳').waitFor()
  await isFit(desk, 'care-desk')

  town.at(new Date(start.getTime() - 2 * 3_600_000 - 1000))
  const phone = await flow.phone({ as: 'chen' })
  await phone.goto('/volunteers/visits')
  await isFit(phone, 'care-visits')
  await phone.getByText(/榕树头社区/).click()
  await phone.getByText(/起看得到姓名和地址/).waitFor()
  await isFit(phone, 'care-visit-before')
  town.at(new Date(start.getTime() - 2 * 3_600_000))
  await phone.reload()
  await phone.getByRole('button', { name: '看姓名和地址' }).click()
  await phone.getByText('榕树巷2号301').waitFor()
  await isFit(phone, 'care-visit-open')
  town.at(start)
  await phone.reload()
  await phone.getByText(/^没见到/).click()
  await isFit(phone, 'care-visit-record')
  await phone.getByRole('button', { name: '记下来' }).click()
  await phone.getByText('已经记下').first().waitFor()

  // Three hours went by on the clock, and nobody was signed out meanwhile.
  await town.as('shiHui').call(listAlerts, {})
  await desk.reload()
  await desk.getByText('1 号 · 榕树头社区：没见到人').waitFor()
  await isFit(desk, 'care-desk-alert')
  await desk.getByRole('button', { name: '处理好了' }).click()
  await desk.getByText('没有要处理的。').waitFor()
}, 90_000)

test('a worry goes to one post; who was visited stops with two taps and is gone', async () => {
  const { town } = flow
  const phone = await flow.phone({ as: 'liuFang' })
  await phone.goto('/volunteers/visits')
  await phone.getByText(/榕树头社区/).click()
  await phone.getByRole('button', { name: '担心有人受欺负' }).click()
  await phone.getByLabel('您看到了什么').fill('手上有伤，不敢说话。')
  await isFit(phone, 'care-worry')
  await phone.getByRole('button', { name: '告诉保护专员' }).click()
  await phone.getByText(/已经告诉.*保护专员/).waitFor()
  const officer = await flow.desk({ as: 'weiQing' })
  await officer.goto('/desk/volunteers/worries')
  await officer.getByText('手上有伤，不敢说话。').waitFor()
  await isFit(officer, 'care-worries')
  await officer.getByRole('button', { name: '我来处理' }).click()
  await officer.getByRole('button', { name: '处理结束' }).waitFor()
  const aunt = await flow.phone({ as: 'auntHuang' })
  await aunt.goto('/volunteers/care')
  await aunt.getByRole('button', { name: '不要看望了' }).click()
  await aunt.getByRole('button', { name: '停掉并删掉' }).click()
  await aunt.getByRole('link', { name: '给我自己登记' }).waitFor()
  expect(await town.rows('select 1 from care_recipient')).toEqual([])
}, 60_000)
