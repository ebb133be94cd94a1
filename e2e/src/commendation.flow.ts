import * as commend from '@ronghe/contract/programme/commendations.ts'
import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import { addDays, dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow()
})
afterAll(() => flow?.close())

const day = (days: number): string => addDays(dayIn('Asia/Shanghai', flow.town.now()), days)

test('a year’s commendation: criteria first, the nominee decides, two reviewers write, somebody objects without a name, it is answered and awarded', async () => {
  const { town } = flow

  // The office announces what is looked at.
  const officer = await flow.desk({ as: 'officerLin' })
  await officer.goto('/desk/commendations')
  await officer.getByText('还没有办过').waitFor()
  await isFit(officer, 'commendation-desk-empty')
  await officer.getByRole('link', { name: '公布新一届' }).click()
  await title(officer, '公布一届表彰').waitFor()
  await officer.getByRole('button', { name: '公布' }).click()
  await officer.getByRole('alert').first().waitFor()
  await officer.getByLabel('名称（中文）').fill('今年的好街坊')
  await officer.getByLabel('名称（英文）').fill('Good neighbours of the year')
  await officer.getByLabel('说明（中文）').fill('说说身边人做的好事，看事，不看人。')
  await officer.getByLabel('看什么').fill('帮到了人 | It helped somebody\n让新老街坊走近了 | It brought people closer')
  await officer.getByLabel('有哪些类别').fill('好街坊 | Good neighbour\n传手艺 | Passing on a craft')
  await officer.getByLabel('提名开始').fill(day(0))
  await officer.getByLabel('提名截止').fill(day(7))
  await isFit(officer, 'commendation-call')
  await officer.getByRole('button', { name: '公布' }).click()
  await title(officer, '今年的好街坊').waitFor()
  await officer.getByRole('button', { name: '开始收提名' }).click()
  await officer.getByText('正在提名').first().waitFor()

  // A neighbour nominates another on the phone.
  const huang = await flow.phone({ as: 'auntHuang', appearance: 'large' })
  await huang.goto('/commendations')
  await huang.getByRole('link', { name: /今年的好街坊/ }).click()
  await title(huang, '今年的好街坊').waitFor()
  await isFit(huang, 'commendation-round-large')
  await huang.getByRole('link', { name: '推荐一位' }).click()
  await huang.getByRole('button', { name: '送出提名' }).click()
  await huang.getByRole('alert').first().waitFor()
  await huang.getByLabel('一位街坊').check()
  await huang.getByLabel('好街坊').check()
  await huang.getByLabel('姓名').fill(cast.guoLei.name)
  await huang.getByLabel('手机号').fill(cast.guoLei.phone)
  await huang.getByLabel('做了什么事').fill('巷口的灯坏了半年，他带着两边的街坊一起修好了。')
  await isFit(huang, 'commendation-nominate-large')
  await huang.getByRole('button', { name: '送出提名' }).click()
  await title(huang, '送出去了').waitFor()

  // Who is nominated is asked, changes the words, and agrees with an unticked consent.
  const guo = await flow.phone({ as: 'guoLei' })
  await guo.goto('/me/commendations')
  await guo.getByText('等您答复').waitFor()
  await isFit(guo, 'commendation-asked')
  await guo.getByLabel('同意参加').check()
  await guo.getByLabel('写我的姓名和事迹').check()
  expect(await guo.getByRole('checkbox', { name: /同意公开我的事迹/ }).isChecked()).toBe(false)
  await guo.getByRole('button', { name: '就这样定' }).click()
  await guo.getByRole('alert').first().waitFor()
  await guo.getByRole('checkbox', { name: /同意公开我的事迹/ }).check()
  await isFit(guo, 'commendation-answer')
  await guo.getByRole('button', { name: '就这样定' }).click()
  await guo.getByText('您同意了，等评议').waitFor()

  // Two reviewers write, in words; the office decides as they agree and puts up the notice.
  await officer.reload()
  await officer.getByRole('button', { name: '结束提名，开始评议' }).click()
  await officer.getByText('正在评议').first().waitFor()
  const mo = await flow.desk({ as: 'moZhen' })
  await mo.goto('/desk/commendation-reviews')
  await title(mo, '评议').waitFor()
  await mo.getByLabel('帮到了人').fill('一条巷子的人晚上都看得见路了。')
  await mo.getByLabel('让新老街坊走近了').fill('两边的人一起动的手。')
  await mo.getByLabel('建议', { exact: true }).check()
  await isFit(mo, 'commendation-review')
  await mo.getByRole('button', { name: '交这份评议' }).click()
  await mo.getByText('现在没有要评的').waitFor()
  const [round] = (await town.anonymous.call(commend.listCommendations)).items
  const task = (await town.as('keLei').call(commend.listReviews)).nominations[0]!
  await town.as('keLei').call(commend.writeReview, {
    params: { nominationId: task.id },
    body: { recommends: true, words: task.criteria.map(({ key }) => ({ criterion: key, words: '说得具体，问过邻居。' })) },
  })
  await officer.reload()
  await officer.getByText('两位赞成').waitFor()
  await officer.getByRole('button', { name: '下结论' }).click()
  await officer.getByLabel('给本人的理由').fill('两位评议员都赞成。')
  await isFit(officer, 'commendation-decide')
  await officer.getByRole('button', { name: '拟表彰' }).click()
  await officer.getByText('拟表彰').first().waitFor()
  await officer.getByRole('button', { name: '公示', exact: true }).click()
  await officer.getByText('公示中').first().waitFor()
  await isFit(officer, 'commendation-desk-notice')

  // Somebody objects without a session and without a name.
  const stranger = await flow.phone()
  await stranger.goto(`/commendations/${round!.id}`)
  await stranger.getByText('巷口的灯坏了半年').waitFor()
  await isFit(stranger, 'commendation-notice')
  await stranger.getByRole('button', { name: /提异议/ }).click()
  await stranger.getByLabel('您知道的情况').fill('听说灯是物业出钱修的，请核实。')
  await isFit(stranger, 'commendation-object')
  await stranger.getByRole('button', { name: '提异议', exact: true }).click()
  await stranger.getByText('收到了').waitFor()

  // Who reviewed does not answer; somebody else does, in public, and the award follows the last day.
  await mo.reload()
  await mo.getByText('现在没有要评的').waitFor()
  const zhong = await flow.desk({ as: 'zhongHua', language: 'en' })
  await zhong.goto('/desk/commendation-reviews')
  await zhong.getByText('听说灯是物业出钱修的').waitFor()
  await zhong.getByLabel('The public answer').fill('问过物业和八户邻居：物业出了灯，人是他约来的，活是一起干的。')
  await zhong.getByLabel('No: it goes on').check()
  await isFit(zhong, 'commendation-answer-objection-en')
  await zhong.getByRole('button', { name: 'Publish the answer' }).click()
  await zhong.getByText('Nothing to review now').waitFor()
  await officer.getByRole('button', { name: '授予' }).click()
  await officer.getByText(/公示到.*结束/).waitFor()
  town.at(new Date(town.now().getTime() + 16 * 86_400_000))
  for (const who of ['officerLin', 'guoLei'] as const satisfies readonly CastKey[]) await town.as(who).call(commend.listCommendations)
  await officer.getByRole('button', { name: '授予' }).click()
  await officer.getByText('已经授予').first().waitFor()
  await guo.goto('/me/commendations')
  await guo.getByText('已经授予').waitFor()
  await guo.getByRole('link', { name: '看证书' }).waitFor()
  await isFit(guo, 'commendation-awarded-mine')
  const smith = await flow.desk({ language: 'en' })
  await smith.goto(`/commendations/${round!.id}`)
  await title(smith, 'Good neighbours of the year').waitFor()
  await smith.getByText('too few to show').first().waitFor()
  await isFit(smith, 'commendation-awarded-en')
}, 180_000)
