import { readService } from '@ronghe/contract/station/services.ts'
import { loadStation } from '@ronghe/server/rooms/station/testing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow, sidewaysOverflow } from './flow.ts'
import { shoot } from './shots.ts'

let flow: Flow
let lead: Page

beforeAll(async () => {
  flow = await openFlow({ prepare: (town) => town.deed((deed) => loadStation(deed, '2030-12-31')) })
  lead = await flow.desk({ as: 'luoYan' })
})
afterAll(() => flow?.close())

/** The input that stands for a place of the definition: `form.pages.0.title`. */
const at = (path: string) => lead.locator(`#field-${path.replaceAll('.', '-')}`)
const write = (path: string, words: string) => at(path).fill(words)
const tab = (name: string) => lead.getByRole('tab', { name, exact: true }).click()
/** The button of a list that stands below its items, not one inside an item. */
const add = (path: string, name: string) => at(path).locator('> button').filter({ hasText: name }).click()
const clean = async (name: string) => {
  await shoot(lead, `catalogue/${name}`)
  expect(await axeFindings(lead), name).toEqual([])
}

test('an office worker starts a service, says where it stands in the law, and nothing of it is code', async () => {
  await lead.goto('/desk/catalogue')
  await lead.getByRole('button', { name: '新建事项' }).click()
  const dialog = lead.getByRole('dialog')
  await dialog.getByLabel(/名称 · 中文/).fill('自习座位')
  await dialog.getByLabel('英文代号').fill('studySeat')
  await dialog.getByRole('button', { name: '新建事项' }).click()
  await lead.getByRole('heading', { level: 1, name: '自习座位' }).waitFor()
  await tab('指南')
  await add('guide.sources', '加一条依据')
  await write('guide.sources.0.title', '自习室管理办法')
  await clean('guide')
})

test('asks whether and how often, each question on its own page, with a rule that is tried before anybody meets it', async () => {
  await tab('表单')
  await add('form.pages', '加一页')
  await write('form.pages.0.title', '您现在做什么？')
  await at('form.pages.0.fields.0').locator('summary').click()
  await at('form.pages.0.fields.0.kind').selectOption('choice')
  await write('form.pages.0.fields.0.id', 'doing')
  for (const [place, words] of ['上学', '上班'].entries()) {
    await add('form.pages.0.fields.0.options', '加选项')
    await write(`form.pages.0.fields.0.options.${place}.label`, words)
  }
  await at('form.pages.0.fields.0.none').getByText('选项已经齐全，人人都能找到自己').click()

  await add('form.pages', '加一页')
  await write('form.pages.1.title', '一周来几天？')
  await at('form.pages.1.fields.0').locator('summary').click()
  await at('form.pages.1.fields.0.kind').selectOption('number')
  await write('form.pages.1.fields.0.id', 'days')
  await write('form.pages.1.fields.0.least', '1')
  await write('form.pages.1.fields.0.most', '7')
  const box = at('form.pages.1').getByRole('region', { name: '试填一个答案' })
  await box.getByRole('textbox').fill('9')
  await box.getByText('收不下，居民会看到：不能大于 7。').waitFor()
  await box.getByRole('textbox').fill('5')
  await box.getByText('可以，收下了').waitFor()
  await clean('rule-and-try-box')
})

test('and who comes along, as often as needed, but only under a condition inside a condition that reads as a sentence', async () => {
  await add('form.pages', '加一页')
  await write('form.pages.2.title', '谁和您一起来？')
  await at('form.pages.2').getByText('这一页可以填几份').click()
  await write('form.pages.2.repeat.least', '1')
  await write('form.pages.2.repeat.most', '3')
  await write('form.pages.2.repeat.itemTitle', '同伴')
  await at('form.pages.2').getByText('题目下加一个答疑框').click()
  await write('form.pages.2.why.title', '一定要填吗？')
  await write('form.pages.2.why.text', '只用来留座位。')
  await at('form.pages.2.fields.0').locator('summary').click()
  await write('form.pages.2.fields.0.id', 'companion')
  await write('form.pages.2.fields.0.label', '怎么称呼')

  const when = at('form.pages.2')
    .getByRole('group', { name: /^什么情况才问/ })
    .first()
  await when.getByRole('button', { name: '加条件' }).click()
  await when.getByRole('button', { name: '加一条' }).click()
  await when.getByRole('button', { name: '加一组' }).click()
  const inner = at('form.pages.2.visibleWhen.all.2')
  await at('form.pages.2.visibleWhen.all.1.field').selectOption('days')
  await at('form.pages.2.visibleWhen.all.1.value').fill('2')
  await at('form.pages.2.visibleWhen.all.2.any.0.field').selectOption('days')
  await at('form.pages.2.visibleWhen.all.2.any.0.value').fill('4')
  await inner.getByRole('button', { name: '加一条' }).click()
  await at('form.pages.2.visibleWhen.all.2.any.1.value').selectOption({ label: '上班' })
  await when
    .getByText('“您现在做什么？”是“上学”，并且“一周来几天？”不小于 2，并且（“一周来几天？”不小于 4，或者“您现在做什么？”是“上班”）')
    .waitFor()
  // The resident's view beside it follows: without the answers this page is not asked.
  await lead.getByRole('complementary', { name: '居民看到的' }).getByText('照现在的回答，居民不会遇到这一题。').waitFor()
  await clean('nested-condition')

  // A slip: the group goes, and comes back with everything in it.
  await inner.getByRole('button', { name: '去掉这一条' }).first().click()
  await inner.waitFor({ state: 'detached' })
  await lead.getByRole('button', { name: '撤销：去掉了一组条件' }).click()
  await inner.waitFor()
})

test('a condition that cannot be is named at the very line, and a renamed question takes its conditions along', async () => {
  await lead.getByRole('button', { name: '往后移：您现在做什么？' }).click()
  await lead.getByRole('button', { name: '往后移：您现在做什么？' }).click()
  await lead
    .getByRole('button', { name: /表单“谁和您一起来？”：条件用到了后面才问的“您现在做什么？”。/ })
    .first()
    .click()
  await lead.waitForFunction(() => document.activeElement?.id === 'field-form-pages-1-visibleWhen-all-0')
  await shoot(lead, 'catalogue/impossible-condition')
  await lead.getByRole('button', { name: /^撤销：/ }).click()
  await lead.getByRole('button', { name: /^撤销：/ }).click()
  await lead.getByText('条件用到了后面才问的').first().waitFor({ state: 'detached' })
  const id = at('form.pages.0.fields.0.id')
  if (!(await id.isVisible())) await at('form.pages.0.fields.0').locator('> summary').click()
  await id.fill('occupation')
  await id.press('Tab')
  await lead.getByText('编号“doing”改成“occupation”').waitFor()
  expect(await lead.getByText('找不到').count()).toBe(0)
})

test('a consent with its purpose, and a letter whose blanks are picked from the questions', async () => {
  await tab('同意')
  await add('consents', '加一项同意')
  await write('consents.0.purpose', 'honghu-hospitals')
  await write('consents.0.text', '同意服务站写信给洪湖市图书馆核实。')
  await write('consents.0.withoutIt', '您自己带证明来也一样办。')
  await clean('consents')

  await tab('信')
  await lead.getByText('这一项要找外地一方办').click()
  await write('externalParty.name', '洪湖市图书馆')
  await at('externalParty.agreement').selectOption('honghu-hospitals')
  await lead.getByText('备好信文').click()
  await write('externalParty.letter.to', '洪湖市图书馆')
  await write('externalParty.letter.title', '请协助核实')
  await write('externalParty.letter.body', '申请人现在{nobody}，每周来')
  await lead.getByText('信里的“nobody”在题目里找不到。').first().waitFor()
  await write('externalParty.letter.body', '申请人每周来 ')
  await at('externalParty.letter.body').press('End')
  await at('externalParty.letter.pick').selectOption('days')
  await lead.getByRole('button', { name: '插入回答' }).click()
  expect(await at('externalParty.letter.body').inputValue()).toBe('申请人每周来 {days}')
  await clean('letter')
})

test('the rules of who may are tried with sample answers beside the form, and it is published', async () => {
  await tab('谁能办')
  await add('eligibility', '加条件')
  await write('eligibility.0.text', '在上学')
  await at('eligibility.0.instead.0').locator('summary').click()
  await write('eligibility.0.instead.0.text', '到图书馆看书，不用订座。')
  await clean('who-may')
  await tab('居民看到的')
  const may = lead.getByRole('region', { name: '照现在的回答，能不能办' })
  await may.getByText('会看到：还说不准').waitFor()
  await lead.getByText('上班', { exact: true }).click()
  await may.getByText('会看到：看起来不符合').waitFor()
  await may.getByText('到图书馆看书，不用订座。').waitFor()
  await lead.getByText('上学', { exact: true }).click()
  await may.getByText('会看到：看起来符合').waitFor()
  await clean('preview')
  await lead.getByText('没有发现问题').waitFor()
  await lead.getByRole('button', { name: '保存草稿' }).click()
  await lead.getByText('草稿存好了').waitFor()
  await lead.getByRole('button', { name: '发布', exact: true }).click()
  await lead.getByRole('button', { name: '发布这一版' }).click()
  await lead.getByText('第 1 版已经生效').waitFor()
  const { definition } = await flow.town.anonymous.call(readService, { params: { key: 'studySeat' } })
  expect(definition.mode === 'case' && definition.form.pages[2]).toMatchObject({
    repeat: { least: 1, most: 3 },
    visibleWhen: {
      all: [
        { field: 'occupation', equals: 'option' },
        { field: 'days', atLeast: 2 },
        {
          any: [
            { field: 'days', atLeast: 4 },
            { field: 'occupation', equals: 'option2' },
          ],
        },
      ],
    },
  })
})

test('a resident files it on a phone: asked who comes along only where the condition holds, and free to agree or not', async () => {
  const phone = await flow.phone({ as: 'chen' })
  const title = (name: string) => phone.getByRole('heading', { level: 1, name }).waitFor()
  const next = () => phone.getByRole('button', { name: '下一题' }).click()
  await phone.goto('/services/studySeat/form/go-on')
  await title('您现在做什么？')
  await phone.getByText('上学', { exact: true }).click()
  await next()
  await title('一周来几天？')
  await phone.getByRole('textbox').fill('9')
  await next()
  await phone.getByText('不能大于 7。').first().waitFor()
  await phone.getByRole('textbox').fill('5')
  await next()
  await title('谁和您一起来？')
  await phone.getByText('同伴 1').waitFor()
  await phone.getByText('只用来留座位。').waitFor()
  await phone.getByLabel(/怎么称呼/).fill('小满')
  expect(await axeFindings(phone)).toEqual([])
  expect(await sidewaysOverflow(phone)).toBe(0)
  await shoot(phone, 'catalogue/resident-repeats')
  await next()
  await title('这几样要您单独说同意')
  await phone.getByText('同意服务站写信给洪湖市图书馆核实。').click()
  await phone.getByRole('button', { name: '接着核对' }).click()
  await phone.getByRole('button', { name: '提交申请' }).click()
  await phone
    .getByText(/收到|提交好了|已提交/)
    .first()
    .waitFor()
  const [filed] = await flow.town.rows<{ id: string; consents: { purpose: string }[] }>(
    `select c.id, c.consents from service_case c join service s on s.street_id = c.street_id and s.id = c.service_id where s.key = 'studySeat'`,
  )
  expect(filed!.consents).toMatchObject([{ purpose: 'honghu-hospitals' }])

  const clerk = await flow.desk({ as: 'heMin' })
  await clerk.goto(`/desk/cases/new/${filed!.id}`)
  await clerk.getByRole('button', { name: '受理' }).click()
  await clerk.getByText('已受理，办理时限从现在算起').waitFor()
  await clerk.getByRole('button', { name: '发函给外地', exact: true }).click()
  await clerk.getByRole('button', { name: '按事项的信文起草' }).click()
  await clerk.getByText('信文填好了').waitFor()
  expect(await clerk.getByLabel('函件', { exact: true }).inputValue()).toBe('请协助核实\n\n洪湖市图书馆：\n\n申请人每周来 5')
})
