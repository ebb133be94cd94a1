import { readFile } from 'node:fs/promises'
import { confirmHours, listToConfirm } from '@ronghe/contract/volunteers/hours.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { auditHours } from '@ronghe/server/rooms/volunteers/hours/audit.ts'
import { type HoursTown, withHours } from '@ronghe/server/rooms/volunteers/hours/hours.testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, photograph, title } from './page.ts'

let flow: Flow
let hours: HoursTown
let paperShift: string
/** Yesterday evening, seven to nine. */
const yesterday = new Date(Date.now() + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 10)
const evening = { from: `${yesterday}T11:00:00.000Z`, until: `${yesterday}T13:00:00.000Z` }

beforeAll(async () => {
  flow = await openFlow({
    prepare: async (town) => {
      hours = await withHours(town)
      await hours.shift({ ...evening, code: ['chen', 'zhongHua', 'ningYu'] })
      paperShift = await hours.shift({ ...evening, paper: ['auntHuang', 'moZhen'] })
    },
  })
})
afterAll(() => flow?.close())

test('hours are entered by one, confirmed by another who was there, proved on paper, and the paper verified by a stranger', async () => {
  const chen = await flow.phone({ as: 'chen' })
  await chen.goto('/volunteers/hours')
  await title(chen, '我的服务时长').waitFor()
  await chen.getByRole('button', { name: '登记时长' }).waitFor()
  await isFit(chen, 'hours-mine')
  await chen.getByRole('button', { name: '登记时长' }).click()
  await chen.getByText('等人确认', { exact: true }).waitFor()

  const zhong = await flow.phone({ as: 'zhongHua' })
  await zhong.goto('/volunteers/hours/confirm')
  await zhong.getByRole('heading', { name: cast.chen.name }).waitFor()
  await isFit(zhong, 'hours-confirm')
  await zhong.getByRole('button', { name: /对，在场/ }).click()
  await zhong.getByText('现在没有等您确认的').waitFor()

  await chen.reload()
  await chen.getByText('已确认', { exact: true }).waitFor()
  await chen.getByText('2 小时', { exact: true }).waitFor()
  await chen.getByRole('link', { name: '开服务证明' }).click()
  await chen.getByRole('button', { name: '开证明' }).waitFor()
  await isFit(chen, 'hours-proof')
  await chen.getByRole('button', { name: '开证明' }).click()
  await chen.getByRole('link', { name: /打开证明/ }).click()
  await chen.getByText(`兹证明 ${cast.chen.name}`).waitFor()
  await isFit(chen, 'certificate-sheet')
  const id = chen.url().split('/').at(-1)!
  const code = (await chen.locator('[class*=code]', { hasText: /^[0-9A-Z]{4}-[0-9A-Z]{4}$/ }).textContent())!

  // Somebody who has the address alone sees no name; who has the paper does.
  const stranger = await flow.phone()
  await stranger.goto(`/verify/${id}`)
  await stranger.getByText('这张证书是这里发的，现在有效。').waitFor()
  expect(await stranger.getByText(cast.chen.name).count()).toBe(0)
  await isFit(stranger, 'verify-address')
  await stranger.getByLabel('校验码').fill(code)
  await stranger.getByRole('button', { name: '看纸上的内容' }).click()
  await stranger.getByText(cast.chen.name).waitFor()
  const scanned = await flow.desk({ language: 'en' })
  await scanned.goto(`/verify/${id}#${code}`)
  await scanned.getByText(cast.chen.name).waitFor()
  await isFit(scanned, 'verify-scanned-en')
  await scanned.goto(`/verify/${id.replace(/^........./, '00000000-')}`)
  await scanned.getByText('Not found').waitFor()
}, 90_000)

test('a certificate leaves as a file that anybody can check, and is taken back at the desk of its issuer', async () => {
  const chen = await flow.phone({ as: 'chen' })
  await chen.goto('/me/certificates')
  await chen.getByRole('link', { name: /志愿服务记录证明/ }).waitFor()
  await isFit(chen, 'certificates-mine')
  await chen.getByRole('link', { name: /志愿服务记录证明/ }).click()
  const saved = chen.waitForEvent('download')
  await chen.getByRole('button', { name: /\.json/ }).click()
  const path = await (await saved).path()
  const number = (await saved).suggestedFilename().replace('.json', '')
  const file = await readFile(path, 'utf8')
  expect(file).not.toContain(cast.chen.name)

  const stranger = await flow.phone({ appearance: 'large' })
  await stranger.goto('/verify')
  await stranger.getByLabel('或者把文件内容贴在这里').fill(file)
  await stranger.getByLabel('持证人姓名').fill(cast.chen.name)
  await stranger.getByRole('button', { name: '核对文件' }).click()
  await stranger.getByText('是发给这个姓名的。', { exact: true }).waitFor()
  await isFit(stranger, 'verify-file-large')
  await stranger.getByLabel('或者把文件内容贴在这里').fill(file.replace('2 小时', '20 小时'))
  await stranger.getByRole('button', { name: '核对文件' }).click()
  await stranger.getByText('不能相信这个文件').waitFor()

  const desk = await flow.desk({ as: 'luMeng' })
  await desk.goto('/desk/certificates')
  await desk.getByLabel('证书编号').fill(number)
  await desk.getByRole('button', { name: '查找证书' }).click()
  await desk.getByText('发错了').click()
  await isFit(desk, 'certificates-desk')
  await desk.getByRole('button', { name: '撤销这张证书' }).click()
  await desk.getByText('起撤销了', { exact: false }).waitFor()
  await chen.reload()
  await chen.getByText('起撤销了', { exact: false }).waitFor()
  await stranger.goto(chen.url().replace('/me/certificates/', '/verify/'))
  await stranger.getByText('已撤销').waitFor()
  await isFit(stranger, 'verify-revoked-large')
}, 90_000)

test('an attempt to buy hours fails and stands in the journal: without having been there, as a favour returned, in the back office without paper', async () => {
  const { town } = flow
  const refusals = async (code: string) =>
    (await town.rows(`select 1 from journal_leaf where kind = 'refused' and commitments::jsonb ->> 'code' = $1`, [`plain:${code}`])).length
  // A favour for a favour: he confirmed hers; hers for him is not offered, and refused when sent all the same.
  const zhong = await flow.phone({ as: 'zhongHua' })
  await zhong.goto('/volunteers/hours')
  await zhong.getByRole('button', { name: '登记时长' }).click()
  await zhong.getByText('等人确认', { exact: true }).waitFor()
  expect((await town.as('chen').call(listToConfirm, {})).items).toEqual([])
  const [entry] = await town.rows<{ id: string }>('select id from hours_entry where person_id = $1', [town.idOf('zhongHua')])
  await town.as('chen').refused(confirmHours, { params: { entryId: entry!.id }, body: { right: true } })
  expect(await refusals('hours-mutual')).toBe(1)
  await town.as('liuFang').refused(confirmHours, { params: { entryId: entry!.id }, body: { right: true } })
  expect(await refusals('hours-not-there')).toBe(1)

  // The back office: no list, no hours; with the list, two people on every line.
  const desk = await flow.desk({ as: 'luMeng' })
  await desk.goto(`/desk/volunteers/hours-paper`)
  await title(desk, '纸质签到单').waitFor()
  await isFit(desk, 'hours-paper-shifts')
  await desk.goto(`/desk/volunteers/hours-paper/${paperShift}`)
  await desk.getByText(cast.auntHuang.name).first().waitFor()
  expect(await desk.getByRole('button', { name: '录入这一条' }).count()).toBe(0)
  await desk.getByLabel('签到单照片或扫描件').setInputFiles(await photograph(desk))
  await desk.getByRole('button', { name: '交存', exact: true }).click()
  await desk.getByRole('link', { name: /交存的签到单/ }).waitFor()
  await desk.getByLabel('谁的时长').selectOption({ label: cast.auntHuang.name })
  await desk.getByLabel('单子上签字确认的人').selectOption({ label: cast.moZhen.name })
  await isFit(desk, 'hours-paper')
  await desk.getByRole('button', { name: '录入这一条' }).click()
  await desk.getByText('已录入').waitFor()
  const large = await flow.phone({ as: 'auntHuang', appearance: 'large' })
  await large.goto('/volunteers/hours')
  await large.getByText('已确认', { exact: true }).waitFor()
  await isFit(large, 'hours-large')
}, 90_000)

test('thanks go to a team, and are read before everybody reads them', async () => {
  const liu = await flow.phone({ as: 'liuFang' })
  await liu.goto(`/volunteers/thanks/${hours.teamId}`)
  await liu.getByLabel('想说的话').fill('夜里有灯，心里踏实。')
  await isFit(liu, 'thanks')
  await liu.getByRole('button', { name: '寄出感谢信' }).click()
  await liu.getByText('寄出了。', { exact: false }).waitFor()
  const lead = await flow.desk({ as: 'luMeng' })
  await lead.goto('/desk/volunteers/thanks')
  await lead.getByText('夜里有灯，心里踏实。').waitFor()
  await isFit(lead, 'thanks-desk')
  await lead.getByRole('button', { name: '公开', exact: true }).click()
  await lead.getByText('没有要看的感谢信').waitFor()
  await liu.goto('/volunteers/giving')
  await liu.getByText('夜里有灯，心里踏实。').waitFor()
  await isFit(liu, 'giving')
}, 60_000)

test('the monthly check: drawn in public, asked of the served side, reversed where it does not hold', async () => {
  const { town } = flow
  await town.deed(auditHours)
  const later = new Date(Date.now() + 32 * 86_400_000)
  town.at(later)
  await town.deed(auditHours)
  const desk = await flow.desk({ as: 'yuFei' })
  await desk.goto('/desk/volunteers/hours-audit')
  await title(desk, '核对抽中的时长').waitFor()
  await isFit(desk, 'hours-audit')
  const failing = desk.locator('section', { hasText: cast.auntHuang.name })
  await failing.getByRole('button', { name: /不属实/ }).click()
  await failing.waitFor({ state: 'detached' })
  const anyone = await flow.phone({ language: 'en' })
  await anyone.goto('/volunteers/hours-checks')
  await title(anyone, 'The monthly check of hours').waitFor()
  await anyone.getByText('did not hold 1', { exact: false }).waitFor()
  await isFit(anyone, 'hours-checks-en')
}, 90_000)
