import * as notices from '@ronghe/contract/programme/notices.ts'
import * as support from '@ronghe/contract/programme/support.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../platform/database/testing.ts'
import { askOutcomes } from './support.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
beforeEach(() => town.at(monday))
afterAll(() => town.close())

test('a notice is carried down by posts, a question comes back up, and the answer goes down again', async () => {
  const officer = town.as('officerLin')
  const { id, passedOn } = await officer.call(notices.publishNotice, {
    body: {
      organId: organId(town.street.id, 'streetOffice'),
      title: { 'zh-CN': '巷口装灯' },
      body: { 'zh-CN': '下周开工。' },
      audience: 'everyone',
    },
  })
  expect(passedOn.carriers).toBe(0)
  expect(passedOn.of).toBeGreaterThan(3)
  const params = { noticeId: id }
  const [laneHead, worker] = [town.as('liuJianjun'), town.as('wuXia')]
  expect((await laneHead.call(notices.readNotice, { params })).may).toContain('passOn')
  expect((await town.as('chen').refused(notices.passNoticeOn, { params, body: { asked: '' } })).code).toBe('not-permitted')
  const passing = await laneHead.call(notices.passNoticeOn, { params, body: { asked: '夜里施工吵不吵？' } })
  expect(passing).toMatchObject({ lane: { 'zh-CN': '三号巷' }, asked: '夜里施工吵不吵？', answer: null })
  expect((await laneHead.refused(notices.passNoticeOn, { params, body: { asked: '' } })).code).toBe('notice-passed-on')
  await worker.call(notices.passNoticeOn, { params, body: { asked: '' } })
  expect((await town.anonymous.call(notices.readNotice, { params })).passedOn.carriers).toBe(2)
  const answering = { params: { ...params, postId: passing.postId }, body: { answer: '晚八点以后不动工。' } }
  expect((await town.as('liang').refused(notices.answerPassing, answering)).code).toBe('not-your-organ')
  expect(await officer.call(notices.answerPassing, answering)).toMatchObject({ answer: '晚八点以后不动工。' })
  expect((await officer.refused(notices.answerPassing, answering)).code).toBe('question-answered')
  const columns = await town.rows<{ column_name: string }>(
    "select column_name from information_schema.columns where table_name = 'notice_passing'",
  )
  expect(
    columns.some(({ column_name }) => /person|reader|resident/.test(column_name)),
    'nobody’s reading is kept',
  ).toBe(false)
})

test('support is handed over by one side and received by the other, and an outcome is asked for once', async () => {
  const [worker, lead] = [town.as('liang'), town.as('directorHe')]
  const body = {
    organId: organId(town.street.id, 'provider'),
    kind: 'place' as const,
    what: '周六上午用二楼会议室',
    cents: null,
    hours: 3,
    level: 'community' as const,
  }
  expect((await worker.refused(support.requestSupport, { body: { ...body, kind: 'people' } })).code).toBe('fields')
  const line = await worker.call(support.requestSupport, { body })
  expect(line).toMatchObject({ hours: 3, level: 'community', receivedOn: null })
  const params = { supportId: line.id }
  await lead.call(support.decideSupport, { params, body: { granted: true, reason: '空着也是空着' } })
  expect((await worker.refused(support.receiveSupport, { params })).code).toBe('support-not-delivered')
  expect((await lead.call(support.deliverSupport, { params, body: {} })).outcomeDue).not.toBeNull()
  expect((await town.as('ningYu').refused(support.receiveSupport, { params })).code).toBe('not-your-organ')
  expect(await worker.call(support.receiveSupport, { params })).toMatchObject({ receivedOn: expect.any(String) })
  expect((await worker.refused(support.receiveSupport, { params })).code).toBe('support-received')
  const asked = async (): Promise<number> => (await town.rows("select 1 from message where template = 'support-outcome'")).length
  await town.deed(askOutcomes)
  expect(await asked()).toBe(0)
  town.at(new Date(Date.parse(monday) + 61 * 86_400_000).toISOString())
  await town.deed(askOutcomes)
  await town.deed(askOutcomes)
  expect(await asked()).toBe(1)
})
