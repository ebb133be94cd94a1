import { answerCheckIn, listMembers, revealMember } from '@ronghe/contract/branch/members.ts'
import { declareCheckIn } from '@ronghe/contract/branch/check-ins.ts'
import { branchConsentTexts } from '@ronghe/contract/branch/consent-texts.ts'
import { issueOfficeCode, takeUpOffice } from '@ronghe/contract/branch/offices.ts'
import { addModelShift } from '@ronghe/contract/station/counter-plan.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { castId, organId } from '@ronghe/demo/load-cast.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFlow, type Flow } from './flow.ts'
import { isFit, title } from './page.ts'

/**
 * A member of a branch through the branch's year: serves at the model window like any neighbour, is there on a themed day, has words carried
 * up, and withdraws; afterwards no table of any schema knows of it.
 */
const memberName = '陈国强（报到）'
let flow: Flow
let branchId: string
let xu: Page
let chen: Page
beforeAll(async () => {
  flow = await openFlow()
  const { town } = flow
  branchId = organId(town.street.id, 'branch')
  const { code } = await town.as('officerLin').call(issueOfficeCode, { body: { branchId, kind: 'floating' } })
  await town.as('xu').call(takeUpOffice, { body: { code, name: cast.xu.name } })
  const { id } = await town.as('chen').call(declareCheckIn, {
    body: { branchId, name: memberName, homeBranch: '洪湖市新堤街道第三支部', contact: '', consent: branchConsentTexts.checkIn.version },
  })
  await town.as('xu').call(answerCheckIn, { params: { branchId, checkInId: id }, body: { act: 'confirm' } })
  for (const ahead of [3, 4, 5]) await town.as('luoYan').call(addModelShift, { body: { day: dayAhead(ahead), from: 540, to: 660 } })
  xu = await flow.phone({ as: 'xu' })
  chen = await flow.phone({ as: 'chen' })
}, 120_000)
afterAll(() => flow?.close())

const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)

test('the secretary begins with the usual seven, lays out the year and adds a themed day for today', async () => {
  await xu.goto(`/branch/office/${branchId}`)
  await isFit(xu, 'branch office')
  await xu.getByRole('link', { name: '常例' }).click()
  await xu.getByText('还没有常例').waitFor()
  await xu.getByRole('button', { name: '用常用的开始' }).click()
  await xu.getByRole('heading', { name: '民主评议' }).waitFor()
  await isFit(xu, 'branch plans')
  await xu.goto(`/branch/office/${branchId}/year`)
  await xu.getByRole('button', { name: /^排出/ }).click()
  await xu.getByText(/加了 \d+ 个日子/).waitFor()
  await xu.getByRole('button', { name: '加一次安排' }).click()
  const dialog = xu.getByRole('dialog')
  await dialog.getByRole('combobox', { name: '是什么' }).selectOption('themedDay')
  await dialog.getByRole('textbox', { name: '名称' }).fill('给老街坊修灯')
  await dialog.getByRole('textbox', { name: '地点' }).fill('三号巷口')
  await isFit(xu, 'branch add date')
  await dialog.getByRole('button', { name: '加上' }).click()
  await xu.getByRole('link', { name: /给老街坊修灯/ }).waitFor()
  await isFit(xu, 'branch year')
})

test('the branch asks for the model window; the member takes the shift as anybody does, and the roster says no more than that', async () => {
  await xu.goto(`/branch/office/${branchId}/window`)
  if (dayAhead(3).slice(0, 7) !== dayAhead(0).slice(0, 7)) await xu.getByRole('button', { name: '下个月' }).click()
  await xu.getByText(/支部最多约/).waitFor()
  await xu.getByRole('button', { name: '约人' }).first().click()
  await xu.getByRole('button', { name: '打开名单' }).click()
  await xu.getByRole('combobox', { name: '报到的人' }).selectOption({ label: memberName })
  await xu.getByRole('button', { name: '约这一位' }).click()
  await xu.getByText('等答复').waitFor()
  await isFit(xu, 'branch window')
  await chen.goto('/branch/my')
  await chen.getByRole('link', { name: '示范岗约请' }).click()
  await chen.getByRole('button', { name: '我来，接这个班' }).waitFor()
  await isFit(chen, 'branch my window')
  await chen.getByRole('button', { name: '我来，接这个班' }).click()
  await chen.getByText('答应了').waitFor()
  const [shift] = await flow.town.rows('select * from model_shift where person_id = $1', [castId(flow.town.street.id, 'chen')])
  expect(Object.keys(shift!).toSorted()).toEqual(['day', 'from_minute', 'id', 'person_id', 'street_id', 'to_minute'])
})

test('on the themed day the member says so themself; the secretary enters the paper and the minutes, which name nobody', async () => {
  await chen.goto('/branch/my/year')
  await chen.getByRole('button', { name: '我在' }).first().waitFor()
  await isFit(chen, 'branch my year')
  await chen.getByRole('button', { name: '我在' }).first().click()
  await chen.getByText('您点过“我在”').waitFor()
  await xu.goto(`/branch/office/${branchId}/year`)
  await xu.getByRole('link', { name: /给老街坊修灯/ }).click()
  await xu.getByRole('button', { name: '打开名单' }).click()
  await xu.getByText('自己点的').waitFor()
  await xu.getByRole('button', { name: '记为办过' }).click()
  await xu.getByRole('dialog').getByRole('button', { name: '记为办过' }).click()
  await xu.getByRole('textbox', { name: '记录' }).fill(`${memberName}修了三盏灯。`)
  await xu.getByRole('button', { name: '保存记录' }).click()
  await xu
    .getByText(/写了报到人的姓名/)
    .first()
    .waitFor()
  await xu.getByRole('textbox', { name: '记录' }).fill('修了三盏灯。')
  await xu.getByRole('button', { name: '保存记录' }).click()
  await xu.getByText('已保存').first().waitFor()
  await isFit(xu, 'branch date')
  await chen.goto('/branch/my')
  await chen
    .getByText(/书记看过有您姓名的名单/)
    .first()
    .waitFor()
})

test('words are carried up unchanged and without a name; the author follows them by a code', async () => {
  await chen.goto('/branch/carry')
  await chen.getByRole('textbox', { name: '想让街道知道什么' }).fill('五号巷口的井盖松了。')
  await chen.getByRole('combobox', { name: '哪方面的事' }).selectOption('safety')
  await chen.getByRole('radio', { name: '来穗人员党支部' }).check()
  await chen.getByRole('button', { name: '托支部带上去' }).click()
  await chen.getByText('要先同意才能继续', { exact: false }).first().waitFor()
  await chen.getByRole('checkbox', { name: '我看过了，同意' }).check()
  await isFit(chen, 'branch carry')
  await chen.getByRole('button', { name: '托支部带上去' }).click()
  await chen.getByText('等支部带上去').waitFor()
  await xu.goto(`/branch/office/${branchId}/concerns`)
  await xu.getByRole('button', { name: '带上去', exact: true }).click()
  await xu.getByRole('button', { name: '把答复带回来' }).waitFor()
  await isFit(xu, 'branch concerns')
  await chen.reload()
  await chen.getByText('查询码', { exact: true }).waitFor()
})

test('an application is the applicant’s own: begun with a consent, noted step by step, stopped with everything', async () => {
  await chen.goto('/branch/application')
  await chen.getByRole('button', { name: '开始记' }).click()
  await chen.getByRole('radio', { name: '来穗人员党支部' }).check()
  await chen.getByRole('textbox', { name: '姓名' }).fill(memberName)
  await chen.getByRole('checkbox', { name: '我看过了，同意' }).check()
  await isFit(chen, 'branch application start')
  await chen.getByRole('button', { name: '开始记进度' }).click()
  await chen.getByText('现在：申请人').waitFor()
  await isFit(chen, 'branch application')
  await xu.goto(`/branch/office/${branchId}/applications`)
  await xu.getByText('姓名已遮住').first().waitFor()
  await isFit(xu, 'branch applications')
  await chen.getByRole('button', { name: '停下，全部删掉' }).click()
  await chen.getByRole('button', { name: '停下并删掉' }).click()
  await chen.getByText('您还没有记进度').waitFor()
})

test('withdrawn in three taps the member is in no table of any schema, but for the shift at the window that anybody could have taken', async () => {
  const [member] = (await flow.town.as('xu').call(listMembers, { params: { branchId } })).items
  expect(await flow.town.as('xu').call(revealMember, { params: { branchId, checkInId: member!.id } })).toMatchObject({ name: memberName })
  await chen.goto('/branch/my')
  await chen.getByRole('button', { name: '撤回报到' }).click()
  await chen.getByRole('dialog').getByRole('button', { name: '撤回并删除' }).click()
  await chen.getByText('您没有报到').waitFor()
  const tables = await flow.town.rows<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  expect(tables.length).toBeGreaterThan(100)
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await flow.town.rows<{ row: string }>(`select t::text as row from ${name} t where t::text like $1 or t::text like $2`, [
      `%${member!.id}%`,
      `%${memberName}%`,
    ])
    if (rows.length > 0) found.push(name)
  }
  expect(found).toEqual([])
  for (const table of ['check_in', 'attendance', 'window_ask', 'application', 'carried_concern', 'access_log'])
    expect([table, await flow.town.rows(`select 1 from branch.${table}`)]).toEqual([table, []])
})

test('the same pages in English, in large print, and at a desk', async () => {
  const seen = async (page: Page, where: string, name: string): Promise<void> => {
    await page.goto(where)
    await title(page, /.+/).waitFor()
    await page.waitForLoadState('networkidle')
    await isFit(page, name)
    await page.context().close()
  }
  await seen(await flow.phone({ as: 'xu', language: 'en' }), `/branch/office/${branchId}/plans`, 'branch en plans')
  await seen(await flow.phone({ as: 'xu', appearance: 'large' }), `/branch/office/${branchId}/year`, 'branch large year')
  await seen(await flow.desk({ as: 'xu' }), `/branch/office/${branchId}/figures`, 'branch desk figures')
})
