import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { listDraws } from '@ronghe/contract/council/draws.ts'
import { loadCouncil } from '@ronghe/demo/council.ts'
import { loadPool } from '@ronghe/demo/council-pool.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { delegatesInOffice } from '@ronghe/server/rooms/council/delegates.ts'
import { addOrgan } from '@ronghe/server/rooms/programme/organs.ts'
import { endTerm } from '@ronghe/server/rooms/council/seats.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'
import { shoot } from './shots.ts'

const day = 86_400_000
let flow: Flow
let council: string
beforeAll(async () => {
  flow = await openFlow({
    prepare: async (town) => {
      await town.deed(loadCouncil)
      await town.deed((deed) => loadPool(deed, 'flow', { newcomer: 36, local: 30 }))
      // Two seats of each bench were given up yesterday.
      await town.deed(async (deed) => {
        const delegates = await delegatesInOffice(deed, organId(deed.street.id, 'council'))
        for (const bench of ['newcomers', 'locals'])
          for (const { termId } of delegates.filter((one) => one.bench === bench).slice(-2)) await endTerm(deed, termId, 'resigned')
      })
      town.at(new Date(town.now().getTime() + day))
    },
  })
  council = `/council/${organId(flow.town.street.id, 'council')}`
})
afterAll(() => flow?.close())

const command = promisify(execFile)

test('both benches stand side by side, and every article of the charter has a place to be led to', async () => {
  const page = await flow.phone()
  await page.goto('/council')
  await title(page, '共治议事会').waitFor()
  await page.getByText('周桂兰').first().waitFor()
  expect(await page.getByRole('region', { name: '来穗人员' }).getByText('空席').count()).toBe(2)
  await isFit(page, 'council')
  await page.getByRole('link', { name: /^章程/ }).click()
  await title(page, '章程').waitFor()
  await page.getByText('在任代表的三分之二到会').waitFor()
  await isFit(page, 'charter')
  const english = await flow.phone({ language: 'en', appearance: 'large' })
  await english.goto(`${council}/charter#quorum`)
  await english.getByText(/At least two-thirds of the delegates/).waitFor()
  await isFit(english, 'charter-en-large')
  await english.goto(council)
  await title(english, 'Co-governance Council').waitFor()
  await isFit(english, 'council-en-large')
})

test('a delegate is refused with the article and led to it, then proposes a change that stands side by side', async () => {
  const page = await flow.phone({ as: 'zhou' })
  await page.goto(`${council}/charter/change`)
  await title(page, '提议修改章程').waitFor()
  await page.getByRole('textbox', { name: '为什么要改' }).fill('三天来不及看材料。')
  await page.getByRole('button', { name: '发给代表' }).click()
  const cited = page.getByRole('link', { name: /修改章程/ }).last()
  await cited.waitFor()
  await isFit(page, 'charter-change-refused')
  await cited.click()
  await page.waitForURL(/charter#change$/)
  await page.getByRole('heading', { name: /第 20 条/ }).waitFor()
  await page.goBack()
  await page.getByRole('textbox', { name: '为什么要改' }).fill('三天来不及看材料。')
  await page.getByRole('heading', { name: '7. 会议' }).click()
  await page.getByLabel('会议提前通知（天）').fill('99')
  await page.getByRole('button', { name: '发给代表' }).click()
  await page.getByRole('link', { name: '请填 1 到 30 之间的数' }).waitFor()
  await page.getByLabel('会议提前通知（天）').fill('5')
  await page.getByRole('button', { name: '发给代表' }).click()
  await title(page, '第 1 版和第 2 版对照').waitFor()
  await isFit(page, 'charter-compared')
  await page.goto(`${council}/charter/versions`)
  await page.getByText('提议中，还不是章程').waitFor()
  await isFit(page, 'charter-versions')
})

test('a draw from the open pool to the wall, repeated by the command from the published files', async () => {
  const desk = await flow.desk({ as: 'jiangWen' })
  await desk.goto('/desk/council/seats')
  await title(desk, '席位、抽签和征集').waitFor()
  await desk.getByText('空席：来穗人员空 2 席，本地居民空 2 席').waitFor()
  const closes = new Date(flow.town.now().getTime() + 2 * day).toISOString().slice(0, 10)
  await desk.getByLabel('报名截止').fill(closes)
  await isFit(desk, 'desk-seats')
  await desk.getByRole('button', { name: '开始报名' }).click()
  await desk.getByText('正在报名').waitFor()

  const chen = await flow.phone({ as: 'chen' })
  await chen.goto(`${council}/draws`)
  await chen.getByRole('link', { name: /开始的抽签/ }).click()
  await chen.getByText('还没有确认住在这里').waitFor()
  await isFit(chen, 'draw-open')

  flow.town.at(new Date(flow.town.now().getTime() + 3 * day))
  // A desk is signed out when nobody was there for so long; the clerk was.
  await flow.town.as('jiangWen').call(listDraws, { params: { councilId: organId(flow.town.street.id, 'council') } })
  await desk.reload()
  await desk.getByRole('button', { name: '截止并公布名单' }).click()
  await desk.getByText('签组正在计算').waitFor()
  await flow.town.drain()
  await desk.getByLabel('骰子的三个数字').waitFor()
  const [{ id: drawId }] = (await flow.town.rows<{ id: string }>('select id from draw')) as [{ id: string }]
  const hall = await (await flow.browser.newContext({ viewport: { width: 1920, height: 1080 }, baseURL: flow.url })).newPage()
  await hall.goto(`/hall/council/draws/${drawId}`)
  await hall.getByText('当众掷三个十面骰子').waitFor()
  await shoot(hall, 'draw-hall-ready')
  await desk.getByRole('button', { name: '抽', exact: true }).click()
  await desk.getByRole('link', { name: '请输三位数字，000 到 999' }).waitFor()
  await desk.getByLabel('骰子的三个数字').fill('407')
  await isFit(desk, 'desk-throw')
  await desk.keyboard.press('Enter')
  await desk.getByText('抽出来了').first().waitFor()
  await hall.getByText('骰子掷出 407').waitFor()
  await hall.waitForTimeout(2_500)
  await isFit(hall, 'draw-hall-drawn')

  // Somebody came with a signed paper instead of a phone.
  await desk.getByRole('button', { name: '录入：愿意（已签字）' }).first().click()
  await desk.getByText('已录入').waitFor()
  await isFit(desk, 'desk-offers')

  const page = await flow.phone()
  await page.goto(`/council/draws/${drawId}`)
  await page.getByText('骰子掷出 407').waitFor()
  await isFit(page, 'draw-drawn')
  const shown = (await page.locator('li strong', { hasText: '名单第' }).allTextContents()).map((line) => Number(/\d+/.exec(line)![0]))
  expect(shown).toHaveLength(8)
  const folder = await mkdtemp(join(tmpdir(), 'draw-'))
  try {
    for (const name of ['respondents.csv', 'categories.csv'])
      await writeFile(join(folder, name), await (await page.request.get(`/api/v1/draws/${drawId}/files/${name}`)).text())
    const sortition = (...args: string[]) =>
      command(process.execPath, [join(import.meta.dirname, '../../packages/sortition/bin/sortition.js'), ...args], { cwd: folder })
    await sortition('draw', '--respondents', 'respondents.csv', '--categories', 'categories.csv', '--seats', '8', '--hold', '--out', 'draw')
    const { stdout } = await sortition('pick', '--lottery', 'draw/lottery.json', '--number', '407', '--json')
    expect((JSON.parse(stdout) as { rows: number[] }).rows).toEqual(shown.toSorted((one, other) => one - other))
    expect(await readFile(join(folder, 'draw/lottery.json'), 'utf8')).toContain(await page.locator('[class*=hash]').first().textContent())
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a delegate keeps the own seat: oath, hours, interests; a private number is refused', async () => {
  const page = await flow.phone({ as: 'liZhiqiang' })
  await page.goto('/council/my-seat')
  await title(page, '我的席位').waitFor()
  await page.getByRole('button', { name: '我宣誓' }).click()
  await page
    .getByText(/已宣誓/)
    .first()
    .waitFor()
  const hours = page.getByLabel('联系时间和地点')
  await hours.fill('打我手机 13800138000')
  await page.getByRole('button', { name: '保存' }).first().click()
  await page.getByRole('link', { name: /不要写私人手机号/ }).waitFor()
  await hours.fill('周三晚 7 点，三号巷口')
  await page.getByRole('button', { name: '保存' }).first().click()
  await page.getByText('已保存').waitFor()
  await page.getByLabel('哪一个单位').selectOption({ label: '荆楚印刷行业工会联合会' })
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText(/给我发钱 · /).waitFor()
  await isFit(page, 'my-seat')
  const none = await flow.phone({ as: 'auntHuang', appearance: 'large' })
  await none.goto('/council/my-seat')
  await none.getByText('您现在没有席位').waitFor()
  await isFit(none, 'my-seat-none-large')
})

test('the street lead founds a second council, and its seats wait for a call', async () => {
  const { id } = await flow.town.deed((deed) =>
    addOrgan(deed, { kind: 'council', party: 'residents', name: { 'zh-CN': '河边社区议事会', en: 'Riverside Community Council' } }),
  )
  const desk = await flow.desk({ as: 'directorHe' })
  await desk.goto('/desk/council/founding')
  await desk.getByText('更宽：人少的社区，彼此熟悉').click()
  await desk.getByText('通过推荐产生').waitFor()
  await desk.getByRole('button', { name: '用这份章程成立' }).click()
  await isFit(desk, 'desk-founding')
  await desk.getByRole('dialog').getByRole('button', { name: '用这份章程成立' }).click()
  await desk.getByText('每个议事会都有章程了').waitFor()
  await desk.goto('/desk/council/seats')
  await desk.getByLabel('哪个议事会').selectOption({ label: '河边社区议事会' })
  await desk.getByText('主席由谁担任').first().waitFor()
  await isFit(desk, 'desk-second-council')
  const page = await flow.phone({ as: 'chen' })
  await page.goto('/council')
  await page.getByRole('link', { name: /河边社区议事会/ }).waitFor()
  await isFit(page, 'councils')
  await page.goto(`/council/${id}/calls`)
  await page.getByText('现在没有在征集的席位').waitFor()
  await isFit(page, 'calls-empty')
})
