import { issueOfficeCode } from '@ronghe/contract/branch/offices.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, openFlow, sidewaysOverflow, type Flow } from './flow.ts'
import { shoot } from './shots.ts'

/** A secretary takes up the office from a slip of paper; a member checks in, is confirmed, prints a receipt, and withdraws with everything. */
let flow: Flow
let code = ''
beforeAll(async () => {
  flow = await openFlow()
  const branchId = organId(flow.town.street.id, 'branch')
  code = (await flow.town.as('officerLin').call(issueOfficeCode, { body: { branchId, kind: 'floating' } })).code
}, 120_000)
afterAll(() => flow?.close())

const clean = async (page: Awaited<ReturnType<Flow['phone']>>): Promise<void> => {
  expect(await axeFindings(page)).toEqual([])
  expect(await sidewaysOverflow(page)).toBe(0)
}

test('the secretary takes up the office with the code on the slip, and writes when the reception desk is open', async () => {
  const xu = await flow.phone({ as: 'xu' })
  await xu.goto('/branch/office')
  await xu.getByText('您没有支部职务').waitFor()
  await xu.getByRole('textbox', { name: '代码' }).fill(code)
  await xu.getByRole('textbox', { name: '您的姓名' }).fill('徐建平')
  await xu.getByRole('button', { name: '接任书记' }).click()
  await xu.getByText('来穗人员党支部 · 书记').waitFor()
  await clean(xu)
  await shoot(xu, 'office')
  await xu.getByRole('link', { name: '打开支部工作' }).click()
  await xu.getByRole('link', { name: '支部的介绍和分工' }).click()
  await xu.getByRole('textbox', { name: /来穗党员接待办公室/ }).fill('榕树路1号二楼')
  await xu.getByRole('textbox', { name: /接待时间/ }).fill('周二、周四 19:00—21:00')
  await clean(xu)
  await shoot(xu, 'words')
  await xu.getByRole('button', { name: '保存介绍和分工' }).click()
  await xu.getByText('保存好了').waitFor()
  await xu.context().close()
})

test('a member checks in on the phone, question by question, with a consent nobody ticked beforehand', async () => {
  const chen = await flow.phone({ as: 'chen' })
  await chen.goto('/branch')
  await clean(chen)
  await shoot(chen, 'branches')
  await chen.getByRole('link', { name: /^来穗人员党支部/ }).click()
  await chen.getByText('书记：不公开').waitFor()
  await clean(chen)
  await shoot(chen, 'branch')
  await chen.getByRole('link', { name: '我要报到' }).click()
  const next = chen.getByRole('button', { name: '下一题' })
  await chen.getByRole('heading', { name: '您想向哪个支部报到？' }).waitFor()
  await shoot(chen, 'check-in-1')
  await next.click()
  await chen.getByRole('textbox', { name: '姓名' }).fill('陈国强')
  await clean(chen)
  await next.click()
  await chen.getByRole('textbox', { name: '原来的支部' }).fill('洪湖市新堤街道第三支部')
  await next.click()
  await chen.getByRole('textbox', { name: /联系办法/ }).fill('晚上八点以后')
  await next.click()
  const agree = chen.getByRole('checkbox')
  expect(await agree.isChecked()).toBe(false)
  await chen.getByRole('button', { name: '送出报到' }).click()
  await chen.getByText('要先同意，才能报到').waitFor()
  await clean(chen)
  await shoot(chen, 'check-in-5')
  await agree.check()
  await chen.getByRole('button', { name: '送出报到' }).click()
  await chen.getByText('等支部答复').waitFor()
  await clean(chen)
  await shoot(chen, 'my-declared')
  await chen.context().close()
})

test('the secretary opens one name, which is kept, and confirms; nobody else finds the page', async () => {
  const xu = await flow.desk({ as: 'xu' })
  await xu.goto('/branch/office')
  await xu.getByRole('link', { name: '打开支部工作' }).click()
  await xu.getByRole('button', { name: '确认报到' }).waitFor()
  expect(await xu.content()).not.toContain('陈国强')
  await shoot(xu, 'members-desk')
  await xu.getByRole('button', { name: /盖着/ }).click()
  await xu.getByText('陈国强 · 洪湖市新堤街道第三支部').waitFor()
  await xu.getByRole('button', { name: '确认报到' }).click()
  await xu.getByText('已确认').waitFor()
  await clean(xu)
  await shoot(xu, 'members-confirmed')
  const address = xu.url()
  await xu.context().close()
  for (const who of ['zhou', 'officerLin'] as const) {
    const page = await flow.phone({ as: who })
    await page.goto(address)
    await page.getByText('这一页只给这个支部的书记、副书记和委员用').first().waitFor()
    expect(await page.content()).not.toContain('陈国强')
    await page.context().close()
  }
})

test('the member sees who looked, prints the receipt, and withdraws in three taps: nothing is left', async () => {
  const chen = await flow.phone({ as: 'chen' })
  await chen.goto('/branch/my')
  await chen.getByText('书记看过姓名和联系办法').waitFor()
  await clean(chen)
  await shoot(chen, 'my-confirmed')
  await chen.getByRole('link', { name: '打印收据' }).click()
  await chen.getByText('流动党员报到收据').first().waitFor()
  await clean(chen)
  await shoot(chen, 'receipt')
  await chen.goto('/branch')
  await chen.getByRole('link', { name: '我的报到' }).click()
  await chen.getByRole('button', { name: '撤回报到' }).click()
  await chen.getByRole('button', { name: '撤回并删除' }).click()
  await chen.getByText('您没有报到').waitFor()
  await clean(chen)
  await shoot(chen, 'my-none')
  expect(await flow.town.rows('select 1 from branch.check_in')).toEqual([])
  expect(
    await flow.town.rows(`select 1 from branch.journal_entry where name = 'about' and value is not null and about is not null`),
  ).toHaveLength(1)
  await chen.context().close()
})

test('in English and in large print the same pages fit', async () => {
  const looks = [
    { look: { language: 'en' }, paths: ['/branch', '/branch/check-in', '/branch/office'] },
    { look: { appearance: 'large' }, paths: ['/branch', '/branch/material', '/branch/my'] },
  ] as const
  for (const { look, paths } of looks) {
    const page = await flow.phone({ as: 'zhou', ...look })
    for (const path of paths) {
      await page.goto(path)
      await page.locator('h1').first().waitFor()
      await page.waitForLoadState('networkidle')
      expect([path, await axeFindings(page), await sidewaysOverflow(page)]).toEqual([path, [], 0])
      await shoot(page, `${'language' in look ? 'en' : 'large'}${path.replaceAll('/', '-')}`)
    }
    await page.context().close()
  }
})
