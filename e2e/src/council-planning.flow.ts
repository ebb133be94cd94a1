import { randomUUID } from 'node:crypto'
import { commandFloor } from '@ronghe/contract/council/floor.ts'
import { answerPoll, listPolls } from '@ronghe/contract/council/meeting-polls.ts'
import { listMeetings, signIn } from '@ronghe/contract/council/meetings.ts'
import { confirmMinutes } from '@ronghe/contract/council/minutes.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { loadCouncil } from '@ronghe/demo/council.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'
import { shoot } from './shots.ts'

let flow: Flow
let councilId: string
let meetingId: string
let startsAt: string
beforeAll(async () => {
  flow = await openFlow({ prepare: (town) => town.deed(loadCouncil) })
  councilId = organId(flow.town.street.id, 'council')
})
afterAll(() => flow?.close())

const others: readonly CastKey[] = [
  'liang',
  'liZhiqiang',
  'sunLanying',
  'heYong',
  'uncleHuang',
  'liangShaofen',
  'zengBo',
  'luoWeiqiang',
  'panHui',
]

/** So many minutes after the meeting was to begin. Whoever sits at a page is still there: a session grows idle when its clock jumps. */
async function turnTo(minutes: number): Promise<void> {
  flow.town.at(new Date(Date.parse(startsAt) + minutes * 60_000))
  for (const who of ['jiangWen', 'zhou'] as const) await flow.town.as(who).call(listMeetings, { params: { councilId } })
}

test('the clerk asks for times, a delegate answers on the phone, and the meeting is fixed and announced', async () => {
  const desk = await flow.desk({ as: 'jiangWen' })
  await desk.goto('/desk/council/meetings')
  await desk.getByText('还没有会议').waitFor()
  await shoot(desk, 'meetings-empty-desk')
  expect(await axeFindings(desk), 'empty list').toEqual([])
  await desk.getByRole('link', { name: '问代表时间' }).first().click()
  await title(desk, '问代表哪些时间方便').waitFor()
  await desk.getByRole('button', { name: '问代表' }).click()
  await desk.getByRole('link', { name: '请写地点。' }).waitFor()
  await desk.getByLabel('地点').fill('榕树路3号二楼会议室')
  await desk.getByLabel('问到哪一天为止').fill(dayIn(3))
  await shoot(desk, 'meetings-ask-desk')
  expect(await axeFindings(desk), 'asking for times').toEqual([])
  await desk.getByRole('button', { name: '问代表' }).click()
  await desk.getByText('正在问的时间').waitFor()

  const phone = await flow.phone({ as: 'zhou' })
  await phone.goto(`/council/${councilId}/meetings`)
  await phone.getByRole('heading', { name: '哪些时间您方便' }).waitFor()
  await isFit(phone, 'meetings-poll')
  await phone.getByRole('button', { name: '告诉秘书' }).click()
  await phone.getByRole('link', { name: '请每个时间都选一下。' }).first().waitFor()
  for (const choice of await phone.getByRole('radio', { name: '方便', exact: true }).all()) await choice.check({ force: true })
  await phone.getByRole('button', { name: '告诉秘书' }).click()
  await phone.getByText('已经告诉秘书了').waitFor()
  const [poll] = (await flow.town.as('zhou').call(listPolls, { params: { councilId } })).items
  for (const who of others)
    await flow.town.as(who).call(answerPoll, {
      params: { pollId: poll!.id },
      body: { answers: poll!.slots.map(({ number }) => ({ number, answer: 'yes' as const })) },
    })

  await desk.reload()
  await desk.getByText('够法定人数').first().waitFor()
  await shoot(desk, 'meetings-poll-desk')
  expect(await axeFindings(desk), 'poll at the desk').toEqual([])
  await desk
    .getByRole('button', { name: /^定在/ })
    .first()
    .click()
  await title(desk, '第 1 次会议').waitFor()
  await desk.getByRole('button', { name: '发出邀请' }).click()
  await desk.getByText('代表名单').first().waitFor()
  await shoot(desk, 'meeting-notified-desk')
  expect(await axeFindings(desk), 'one meeting at the desk').toEqual([])
  const [meeting] = (await flow.town.anonymous.call(listMeetings, { params: { councilId } })).items
  ;({ id: meetingId, startsAt } = meeting!)
}, 90_000)

test('a delegate answers the invitation, keeps it in the calendar and prints a letter for the employer', async () => {
  const phone = await flow.phone({ as: 'zhou' })
  await phone.goto(`/council/meetings/${meetingId}`)
  await title(phone, '第 1 次会议').waitFor()
  await isFit(phone, 'meeting-invitation')
  await phone.getByText('能来', { exact: true }).click()
  await phone.getByLabel('要托管几个孩子').fill('1')
  await phone.getByRole('button', { name: '回复秘书' }).click()
  await phone.getByText('您说能来。').waitFor()
  const file = await phone.request.get((await phone.getByRole('link', { name: '存到日历' }).getAttribute('href'))!)
  expect(await file.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*DTSTART;TZID=Asia\/Shanghai:\d{8}T\d{6}\r\n[^]*END:VCALENDAR\r\n$/)
  await phone.getByRole('link', { name: '打印给单位的信' }).click()
  await title(phone, '给单位的信').waitFor()
  await phone.getByText('周桂兰是S街共治议事会的代表').waitFor()
  await phone.getByText('To the employer').waitFor()
  await isFit(phone, 'meeting-letter')

  const away = await flow.phone({ as: 'guoLei', language: 'en', appearance: 'large' })
  await away.goto(`/council/meetings/${meetingId}`)
  await away.getByText('I cannot come').click()
  await away.getByText('work', { exact: true }).click()
  await isFit(away, 'meeting-excused-large-en')
  await away.getByRole('button', { name: 'Tell the clerk' }).click()
  await away.getByText('You sent an apology.').waitFor()

  await phone.goto(`/council/${councilId}/my-times`)
  await phone.getByLabel('星期').selectOption({ label: '星期三' })
  await phone.getByLabel('从', { exact: true }).fill('19:00')
  await phone.getByLabel('到', { exact: true }).fill('22:00')
  await phone.getByRole('button', { name: '加一个时间' }).click()
  await phone.getByText('星期三 19:00–22:00').waitFor()
  await isFit(phone, 'my-times')
  await phone.goto('/me/calendar')
  await phone.getByRole('button', { name: '生成日历地址' }).click()
  const address = (await phone.locator('[class*=secret]').textContent())!
  expect((await phone.request.get(address)).status()).toBe(200)
  await isFit(phone, 'my-calendar')
  await phone.getByRole('button', { name: '作废日历地址' }).click()
  await phone.getByRole('button', { name: '生成日历地址' }).waitFor()
  expect((await phone.request.get(address)).status()).toBe(404)
  await phone.goto(`/council/${councilId}/induction/speaking`)
  await title(phone, '怎样发言').waitFor()
  await isFit(phone, 'induction')
  await phone.getByRole('button', { name: '看过了，下一页' }).click()
  await title(phone, '怎样走访').waitFor()
}, 90_000)

test('in the hall: the code on the screen signs a delegate in, the clerk enters the rest, and the quorum follows', async () => {
  await turnTo(-10)
  const desk = await flow.desk({ as: 'jiangWen' })
  await desk.goto(`/desk/council/meetings/${meetingId}`)
  const opening = desk.context().waitForEvent('page')
  await desk.getByRole('button', { name: '打开会场签到屏' }).click()
  const hall = await opening
  await hall.setViewportSize({ width: 1920, height: 1080 })
  await hall.getByText('或者输入这个码').waitFor()
  await shoot(hall, 'hall-sign-in')
  expect(await axeFindings(hall), 'sign-in screen').toEqual([])
  const code = (await hall.locator('[class*=hallSigns]').textContent())!

  const phone = await flow.phone({ as: 'zhou' })
  await phone.goto(`/council/meetings/${meetingId}/sign-in?code=${code}`)
  await title(phone, '会议签到').waitFor()
  await isFit(phone, 'sign-in')
  await phone.getByRole('button', { name: '签到', exact: true }).click()
  await phone.getByText('您已签到。').waitFor()
  await isFit(phone, 'meeting-signed-in')

  await desk
    .getByRole('row', { name: /梁慧/ })
    .getByRole('button', { name: /记到场/ })
    .click()
  await desk
    .getByRole('row', { name: /梁慧/ })
    .getByText('到了', { exact: true })
    .waitFor()
  for (const who of others.slice(1))
    await flow.town.as('jiangWen').call(signIn, { params: { meetingId, personId: flow.town.idOf(who) }, body: { here: true } })
  await hall.getByText('人数够了，可以开会。').waitFor()
  await desk.goto(`/desk/council/meetings/${meetingId}/sign-in-sheet`)
  await desk.getByRole('cell', { name: '周桂兰' }).waitFor()
  await shoot(desk, 'sign-in-sheet')
  expect(await axeFindings(desk), 'sign-in sheet').toEqual([])
}, 90_000)

test('the minutes are written as the meeting closes, changed in the open, confirmed, published, and open as a Word document', async () => {
  const floor = (command: { kind: 'open' } | { kind: 'close' }) =>
    flow.town.as('liang').call(commandFloor, { params: { meetingId }, body: { commandId: randomUUID(), command } })
  await turnTo(0)
  await floor({ kind: 'open' })
  await turnTo(90)
  await floor({ kind: 'close' })

  const desk = await flow.desk({ as: 'jiangWen' })
  await desk.goto(`/desk/council/meetings/${meetingId}`)
  await desk.getByRole('link', { name: '整理会议记录' }).click()
  await title(desk, '共治议事会第1次会议记录').waitFor()
  await desk.getByText('请假：郭磊。').waitFor()
  await desk.locator('[class*=paragraph]').filter({ hasText: '请假：郭磊。' }).getByRole('button', { name: '改动这一段' }).click()
  await desk.getByRole('menuitem', { name: '改这段' }).click()
  await desk.getByLabel('中文').fill('请假：郭磊（上班）。')
  await desk.getByRole('button', { name: '保存改动' }).click()
  await desk.getByRole('link', { name: '请写理由。' }).waitFor()
  await desk.getByLabel('理由').fill('补上原因')
  await desk.getByRole('button', { name: '保存改动' }).click()
  await desk.getByText('理由：补上原因').waitFor()
  await shoot(desk, 'minutes-edit-desk')
  expect(await axeFindings(desk), 'editing minutes').toEqual([])

  const phone = await flow.phone({ as: 'zhou' })
  await phone.goto(`/council/meetings/${meetingId}/minutes`)
  await phone.getByRole('button', { name: '看改了哪里' }).click()
  await phone.getByText('理由：补上原因').waitFor()
  await isFit(phone, 'minutes-draft')
  await phone.getByRole('button', { name: '认可这份记录' }).click()
  await phone.getByText('您认可了', { exact: true }).first().waitFor()
  for (const who of others.slice(0, 5)) await flow.town.as(who).call(confirmMinutes, { params: { meetingId } })

  await desk.reload()
  await desk.getByText('到会代表过半书面认可', { exact: true }).click()
  await desk.getByRole('button', { name: '记为已通过' }).click()
  await desk.getByRole('button', { name: '公开会议记录' }).click()
  await desk.getByRole('button', { name: '公开会议记录' }).waitFor({ state: 'detached' })

  const anyone = await flow.phone()
  await anyone.goto(`/council/${councilId}/meetings`)
  await anyone.getByRole('link', { name: /第 1 次会议/ }).click()
  await anyone.getByRole('link', { name: '看会议记录' }).waitFor()
  await isFit(anyone, 'meeting-over')
  await anyone.getByRole('link', { name: '看会议记录' }).click()
  await anyone.getByText('请假：郭磊（上班）。').first().waitFor()
  await isFit(anyone, 'minutes-published')
  const download = anyone.waitForEvent('download')
  await anyone.getByRole('button', { name: '下载 Word 文件' }).click()
  const stream = await (await download).createReadStream()
  const head = await new Promise<Buffer>((resolve) => stream.once('data', (chunk) => resolve(chunk as Buffer)))
  expect(head.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04')
  await anyone.goto(`/council/${councilId}/attendance`)
  await title(anyone, '一年来的到会情况').waitFor()
  await isFit(anyone, 'attendance-record')
}, 90_000)

/** So many days from now, in the street. */
function dayIn(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
}
