import * as meetings from '@ronghe/contract/council/meetings.ts'
import { loadCouncil } from '@ronghe/demo/council.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { admittedMotion, everybody, openHall, type Hall } from '@ronghe/server/rooms/council/floor.testing.ts'
import { locals, newcomers, type CouncilTown } from '@ronghe/server/rooms/council/testing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow } from './flow.ts'
import { isFit, pressOffered } from './page.ts'
import { shoot } from './shots.ts'

/** A whole meeting in five browsers: the chair's console, two delegates of different benches, the wall, and somebody at home. */
let flow: Flow
let town: CouncilTown
let hall: Hall
let [chair, zhou, huang, wall, home]: Page[] = []
const id = (who: CastKey) => town.idOf(who)
const signedIn = (who: CastKey) =>
  town.as('jiangWen').call(meetings.signIn, { params: { meetingId: hall.meetingId, personId: id(who) }, body: { here: true } })

beforeAll(async () => {
  flow = await openFlow({
    prepare: async (prepared) => {
      for (const street of [prepared.street, prepared.otherStreet]) await prepared.deed(loadCouncil, { street })
    },
  })
  town = { ...flow.town, councilId: organId(flow.town.street.id, 'council') }
  await admittedMotion(town, 'zhou', { title: '三号巷作坊夜里十点后停机，街道补装隔音板', kind: 'money' })
  hall = await openHall(town, { startsAt: new Date(town.now().getTime() + 5 * 86_400_000).toISOString() })
  for (const who of everybody.slice(0, 8)) await signedIn(who)
  ;[chair, zhou, huang, wall, home] = await Promise.all([
    flow.desk({ as: 'liang' }),
    flow.phone({ as: 'zhou' }),
    flow.phone({ as: 'uncleHuang', appearance: 'large' }),
    flow.desk(),
    flow.phone({ language: 'en' }),
  ])
  await wall!.setViewportSize({ width: 1920, height: 1080 })
  const path = `/council/meetings/${hall.meetingId}/floor`
  await Promise.all([
    chair!.goto(`/desk${path}`),
    zhou!.goto(path),
    huang!.goto(path),
    wall!.goto(`/hall/meeting/${hall.meetingId}`),
    home!.goto(path),
  ])
}, 60_000)
afterAll(() => flow?.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const sees = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()

test('without a quorum the console cites the article; with one the meeting opens everywhere', async () => {
  await sees(zhou!, '会议还没有开始')
  await sees(home!, 'The meeting has not begun')
  await sees(chair!, /到会 8 人，要有 9 人/)
  await pressOffered(chair!, 'o')
  await sees(chair!, /到会的人还不够/)
  const cited = chair!.getByRole('link', { name: /第8条（法定人数）/ })
  expect(await cited.getAttribute('href')).toContain('/charter#quorum')
  for (const who of everybody.slice(8)) await signedIn(who)
  await pressOffered(chair!, 'o')
  await Promise.all([sees(chair!, /到会 13 \/ 13/), sees(wall!, '法定人数已满足'), sees(home!, /13 of 13 present/)])
})

test('moved by one, seconded by the other bench, and both wait in the order of the charter', async () => {
  await pressOffered(chair!, 'o')
  await press(zhou!, '提出议案')
  await press(huang!, '附议')
  await press(zhou!, '我赞成')
  await sees(zhou!, '下一个就是您')
  await press(huang!, '我反对')
  await sees(huang!, /您排在第 2|下一个就是您/)
  await sees(wall!, '黄志明')
  await isFit(zhou!, 'floor-delegate-waits')
  await isFit(huang!, 'floor-delegate-large')
  await shoot(chair!, 'floor-console-debate')
  expect(await axeFindings(chair!)).toEqual([])
})

test('the chair gives the floor by a key; an interpreter costs no time; the wall shows it', async () => {
  await pressOffered(chair!, 'n')
  await sees(zhou!, '请您发言')
  await sees(wall!, '第 1 次发言')
  await shoot(wall!, 'floor-wall-speech')
  await isFit(huang!, 'floor-delegate-speech-large')
  expect(await axeFindings(wall!)).toEqual([])
  hall.wait(20)
  await press(zhou!, '请翻译')
  await sees(wall!, '正在翻译，不计时')
  hall.wait(60)
  await press(zhou!, '翻译好了')
  await wall!.getByText('正在翻译，不计时').waitFor({ state: 'detached' })
  const { speaking } = (await hall.state()).item!.motion!
  expect([speaking!.usedMs, speaking!.interpretedMs]).toEqual([20_000, 60_000])
})

test('a connection that drops in the middle of a speech loses nothing: what was pressed arrives once', async () => {
  await zhou!.context().setOffline(true)
  await sees(zhou!, /没有网络/)
  await press(zhou!, '我说完了')
  await sees(zhou!, /1 条还没送到/)
  await shoot(zhou!, 'floor-delegate-offline')
  // Meanwhile the meeting goes on: a point of order is raised and ruled on.
  hall.wait(15)
  await press(huang!, '提程序问题')
  await huang!.getByRole('button', { name: '跑题了' }).waitFor()
  await shoot(huang!, 'floor-delegate-point')
  await press(huang!, '跑题了')
  await sees(chair!, '黄志明提程序问题：跑题了')
  await shoot(chair!, 'floor-console-point')
  await pressOffered(chair!, 'd')
  await sees(home!, 'The chair rules: dismissed')
  await zhou!.context().setOffline(false)
  await sees(zhou!, '已连上')
  await sees(wall!, '现在没有人发言')
  const { speeches } = (await hall.state()).item!.motion!
  expect(speeches).toMatchObject([{ delegateId: id('zhou'), why: 'finished', ms: 35_000 }])
  expect((await hall.state()).points).toEqual([])
})

test('the other side has its turn, and nobody is cut short: the refusal cites the article', async () => {
  await pressOffered(chair!, 'n')
  await sees(huang!, '请您发言')
  expect(await hall.refused('liang', { kind: 'endSpeech' })).toMatchObject({
    code: 'floor-not-cut-short',
    article: '《章程》第11条（发言）',
  })
  hall.wait(30)
  await press(huang!, '我说完了')
  await sees(home!, 'has finished after 30 s')
  await isFit(home!, 'floor-follower')
})

test('the clerk enters a raised hand for somebody without a phone', async () => {
  const clerk = await flow.desk({ as: 'jiangWen', language: 'en' })
  await clerk.goto('/desk/council/floor')
  await clerk.getByRole('link', { name: /Meeting 1/ }).click()
  await sees(clerk, 'Enter for them')
  await clerk
    .getByRole('row', { name: /李志强/ })
    .getByRole('button', { name: 'raises a hand' })
    .click()
  await sees(clerk, '李志强 raises a hand')
  await shoot(clerk, 'floor-clerk-hand')
  await clerk.getByRole('button', { name: 'against', exact: true }).click()
  await sees(wall!, '李志强')
  await clerk
    .getByRole('row', { name: /李志强/ })
    .getByRole('button', { name: 'raises a hand' })
    .click()
  await clerk.getByRole('button', { name: 'Take my hand down' }).click()
  await wall!.getByText('没有人在等发言').waitFor()
  expect(await axeFindings(clerk)).toEqual([])
  await clerk.context().close()
})

test('two-thirds are for it, and it fails all the same: one bench has no majority', async () => {
  await chair!.getByRole('button', { name: /唱名表决/ }).waitFor()
  await pressOffered(chair!, 'v')
  await sees(zhou!, '请表决')
  await zhou!.getByRole('button', { name: '赞成', exact: true }).click()
  await sees(zhou!, '您投了赞成')
  await huang!.getByRole('button', { name: '反对', exact: true }).click()
  await sees(wall!, '已投 2 / 12')
  await isFit(zhou!, 'floor-delegate-vote')
  const others = [
    ...newcomers.slice(1).map((who) => [who, 'for'] as const),
    ...locals.slice(1).map((who, seat) => [who, seat < 3 ? 'for' : 'against'] as const),
  ]
  for (const [who, mark] of others) await hall.does(who, { kind: 'castVote', delegateId: id(who), mark })
  await sees(chair!, /都投了/)
  await shoot(wall!, 'floor-wall-vote')
  await pressOffered(chair!, 'c')
  await sees(wall!, '没有通过')
  await sees(wall!, /多数 3 \/ 要 4 没有满足/)
  await sees(home!, /9 for · 3 against/)
  await shoot(wall!, 'floor-wall-result')
  await shoot(chair!, 'floor-console-result')
  expect(await axeFindings(wall!)).toEqual([])
})

test('the meeting is closed, and every page says so', async () => {
  await pressOffered(chair!, 'q')
  await press(chair!, '宣布散会')
  await Promise.all([sees(zhou!, '会议结束了'), sees(huang!, '会议结束了'), sees(home!, 'The meeting is over'), sees(wall!, '会议结束了')])
  expect((await town.anonymous.call(meetings.readMeeting, { params: { meetingId: hall.meetingId } })).state).toMatch(/closed|minutesDraft/)
})
