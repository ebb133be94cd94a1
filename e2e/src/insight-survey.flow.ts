import * as desk from '@ronghe/contract/insight/survey-desk.ts'
import { takeDoors } from '@ronghe/contract/insight/survey-field.ts'
import { answerSurvey } from '@ronghe/contract/insight/survey.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

// A wave of the survey from the first count to the close: asked on a phone, on paper and at a door (M31, D7, D8).
let flow: Flow
beforeAll(async () => {
  flow = await openFlow()
})
afterAll(() => flow?.close())

const dayOf = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at)
const inDays = (days: number): string => dayOf(new Date(flow.town.now().getTime() + days * 86_400_000))
const next = (page: Page) => page.getByRole('button', { name: '下一题' }).click()
const choose = async (page: Page, answer: string): Promise<void> => {
  await page.getByLabel(answer, { exact: true }).check()
  await next(page)
}

let waveId: string
let codes: string[]

test('at the desk: a questionnaire is put together, a wave planned, dwellings counted, doors drawn, letters printed', async () => {
  const page = await flow.desk({ as: 'luoWen' })
  await page.goto('/desk/survey')
  await title(page, '街坊问卷').waitFor()
  await page.getByText('还没有问过').waitFor()
  await isFit(page, 'survey-waves-empty')
  await page.getByRole('link', { name: '计划一次问卷' }).click()
  await page.getByText('先配一份问卷表').waitFor()
  await page.getByRole('main').getByRole('link', { name: '问卷表' }).click()
  await title(page, '问卷表').waitFor()
  for (const scale of ['互助', '互认', '归属', '信任街坊', '感到的偏见', '接纳', '感到的威胁', '能力和发言', '融合行动的三问'])
    await page.getByRole('checkbox', { name: scale }).uncheck()
  await page.getByRole('button', { name: '存下这份问卷表' }).click()
  await page.getByRole('link', { name: '请起个名字。' }).waitFor()
  await page.getByLabel('问卷表的名字').fill('短问卷')
  await page.getByRole('button', { name: '存下这份问卷表' }).click()
  await page.getByRole('heading', { name: '短问卷 · 第 1 版' }).waitFor()
  await isFit(page, 'survey-questionnaires')

  await page.goto('/desk/survey/plan')
  await page.getByLabel('叫什么').fill('2026年冬')
  await page.getByLabel('英文名').fill('Winter 2026')
  await page.getByLabel('一共抽多少户').fill('40')
  await page.getByLabel('最后一天').fill(inDays(13))
  await isFit(page, 'survey-plan')
  await page.getByRole('button', { name: '定下这次问卷' }).click()
  await title(page, '2026年冬').waitFor()
  waveId = page.url().split('/').at(-1)!

  const lanes = await flow.town.rows<{ name: { 'zh-CN': string } }>('select name from lane where street_id = $1 order by id limit 2', [
    flow.town.street.id,
  ])
  const frame = page.getByRole('form', { name: '每条巷子的户数' })
  await frame.getByLabel('谁数的、从哪来').fill('巷长点数')
  await frame.getByText('从表格贴进来').first().click()
  await frame
    .getByRole('textbox', { name: '从表格贴进来' })
    .fill(`${lanes[0]!.name['zh-CN']}\t30\n${lanes[1]!.name['zh-CN']}\t50\n不认识的巷\t9`)
  await frame.getByRole('button', { name: '填进下面的表' }).click()
  await frame.getByText('这些巷子没有认出来：不认识的巷').waitFor()
  await isFit(page, 'survey-frame')
  await frame.getByRole('button', { name: '保存户数' }).click()
  await page.getByRole('button', { name: '定下户数，公开指纹' }).click()
  await page.getByLabel('当众叫出的话').fill('2026136期 03 07 12')
  await isFit(page, 'survey-to-draw')
  await page.getByRole('button', { name: '抽门牌' }).click()
  await page.getByRole('button', { name: '现在开始' }).click()
  await page.getByText('不到 10 户').first().waitFor()
  await isFit(page, 'survey-open')

  await page.getByRole('link', { name: '印邀请信和纸质问卷' }).click()
  await title(page, '印邀请信和纸质问卷').waitFor()
  await page.getByRole('button', { name: '生成码并排版' }).click()
  await page.getByText('40 户的信排好了').waitFor()
  await isFit(page, 'survey-letters')
  codes = await page
    .locator('section[aria-label*="户"] p')
    .filter({ hasText: /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/ })
    .allTextContents()
  expect(codes).toHaveLength(40)
  expect(new Set(codes).size).toBe(40)
})

test('on a phone: what it is, the code, one question a page; interrupted, resumed without a network, looked over, handed in once', async () => {
  const page = await flow.phone()
  await page.goto('/survey')
  await title(page, '街坊问卷').waitFor()
  await page.getByText('正在问').waitFor()
  await isFit(page, 'survey-about')
  await page.getByLabel('信上的码').fill(codes[0]!.toLowerCase())
  await page.getByRole('button', { name: '打开问卷' }).click()
  await title(page, '2026年冬').waitFor()
  await isFit(page, 'survey-begin')
  await page.getByRole('button', { name: '开始答题' }).click()
  await title(page, '在这个地方，您算哪一边？').waitFor()
  await next(page)
  await page.getByRole('link', { name: '请选一个；不想说也可以选。' }).waitFor()
  await choose(page, '来穗人员')
  await title(page, '碰到本地居民，有几位我会停下来打招呼。').waitFor()
  await isFit(page, 'survey-question')
  await choose(page, '比较对')
  await page.getByLabel('不想说，或说不好').check()

  // The page is lost; the same code on the same phone goes on where it was.
  await page.goto('about:blank')
  await page.goto(`/survey/answer#${codes[0]!}`)
  await title(page, '有几位本地居民，我可以上门坐坐。').waitFor()
  expect(await page.getByLabel('不想说，或说不好').isChecked()).toBe(true)
  await page.context().setOffline(true)
  await next(page)
  for (const answer of ['完全对', '不太对', '完全信得过', '比较信得过', '一半一半', '完全信不过', '不想说，或说不好', '比较对', '比较对'])
    await choose(page, answer)
  await title(page, '看一遍，再交').waitFor()
  await isFit(page, 'survey-review')
  await page.getByRole('button', { name: '改 碰到本地居民，有几位我会停下来打招呼。' }).click()
  await page.getByLabel('完全对', { exact: true }).check()
  await page.getByRole('button', { name: '先到最后，看一遍再交' }).click()
  await page.getByRole('button', { name: '交问卷' }).click()
  await title(page, '等有网了自己交').waitFor()
  await isFit(page, 'survey-waiting')
  await page.context().setOffline(false)
  await expect.poll(async () => (await flow.town.rows('select 1 from survey_box')).length, { timeout: 20_000 }).toBe(1)

  await page.goto('about:blank')
  await page.goto(`/survey/answer#${codes[0]!}`)
  await page.getByText('这个码已经用过了').waitFor()
  await isFit(page, 'survey-used')
})

test('on paper: one key a question, and the next form', async () => {
  const page = await flow.desk({ as: 'luoWen' })
  await page.goto('/desk/survey/paper')
  for (const [index, code] of [codes[1]!, codes[2]!].entries()) {
    await page.getByLabel('信上的码').fill(code)
    await page.getByRole('button', { name: '打开这一份' }).click()
    await page.getByLabel(/哪一边/).waitFor()
    await page.keyboard.press(index === 0 ? '2' : '1')
    await page.getByText('录了 0 题，共 11 题').waitFor()
    await page.keyboard.type('4455 321054')
    await page
      .getByText('录了 11 题，共 11 题')
      .waitFor({ timeout: 5000 })
      .catch(() => {})
    if (index === 0) await isFit(page, 'survey-paper')
    await page.getByRole('button', { name: '存进箱子，录下一份' }).click()
    await page.getByRole('button', { name: '打开这一份' }).waitFor()
  }
  await page.getByLabel('信上的码').fill(codes[1]!)
  await page.getByRole('button', { name: '打开这一份' }).click()
  await page.getByText('这个码已经用过了').waitFor()
})

test('at the door: a lane is taken, one answers, one is not met, and an English look', async () => {
  const page = await flow.phone({ as: 'tangJing' })
  await page.goto('/survey/field')
  await title(page, '上门访问').waitFor()
  await page.getByRole('radio').first().check()
  await isFit(page, 'survey-field')
  await page.getByRole('button', { name: '领这条巷子的门牌' }).click()
  await page
    .getByRole('button', { name: /^开始问/ })
    .first()
    .waitFor()
  await isFit(page, 'survey-doors')
  await page.context().setOffline(true)
  await page
    .getByRole('button', { name: /^没问成/ })
    .first()
    .click()
  await page.getByRole('button', { name: /^没遇到人/ }).click()
  await page.getByRole('button', { name: /^撤回/ }).waitFor()
  await page
    .getByRole('button', { name: /^开始问/ })
    .nth(1)
    .click()
  await choose(page, '本地居民')
  await choose(page, '完全对')
  await page.getByRole('button', { name: '先到最后，看一遍再交' }).click()
  await page.getByRole('button', { name: '交问卷' }).click()
  await page.getByText('2 份在等网络').waitFor()
  await page.context().setOffline(false)
  await expect.poll(async () => (await flow.town.rows('select 1 from survey_box')).length, { timeout: 20_000 }).toBe(4)
  expect(await flow.town.rows(`select 1 from survey_door where state = 'nonContact'`)).toHaveLength(1)

  const english = await flow.phone({ as: 'tangJing', language: 'en', appearance: 'large' })
  await english.goto('/survey/field')
  await title(english, 'Asking at doors').waitFor()
  await isFit(english, 'survey-field-en-large')
  await english.goto(`/survey/answer#${codes[5]!}`)
  await english.getByRole('button', { name: 'Begin' }).click()
  await english.getByLabel('Locals').check()
  await english.getByRole('button', { name: 'Next question' }).click()
  await title(english, /newcomers here whom I stop to greet/).waitFor()
  await isFit(english, 'survey-question-en-large')
})

test('closed: nothing more is taken, the draw can be repeated, and the page says what came back', async () => {
  for (const code of codes.slice(10, 30))
    await flow.town.anonymous.raw(answerSurvey, {
      body: { code, group: 'newcomer', answers: { 'closeness.1': 4, 'closeness.2': 3, 'closeness.3': 5, 'closeness.4': 2 } },
    })
  const page = await flow.desk({ as: 'luoWen' })
  await page.goto(`/desk/survey/waves/${waveId}`)
  await page.getByText('至少 20 户答了').first().waitFor()
  await page.getByRole('button', { name: '现在结束' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '现在结束' }).click()
  await page.getByText('结束了').first().waitFor()
  await page.getByRole('table', { name: '各条巷子收回多少' }).waitFor()
  await isFit(page, 'survey-closed')
  expect((await flow.town.as('tangJing').refused(takeDoors, { params: { waveId }, body: { laneId: waveId } })).code).toBe('survey-not-open')
  expect((await flow.town.as('luoWen').refused(desk.printLetters, { params: { waveId }, body: { round: 'first' } })).code).toBe(
    'survey-not-now',
  )

  const phone = await flow.phone()
  await phone.goto(`/survey/answer#${codes[39]!}`)
  await phone.getByText('这次问卷已经结束').waitFor()
  await phone.goto(`/survey/waves/${waveId}/draw`)
  await title(phone, '门牌是怎么抽的').waitFor()
  await phone.getByText('sortition doors --frame frame.csv').waitFor()
  expect(await phone.getByText('问卷结束以后公开。').count()).toBe(0)
  await isFit(phone, 'survey-draw')
})
