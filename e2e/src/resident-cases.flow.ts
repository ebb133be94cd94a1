import { giveProxy } from '@ronghe/contract/people/proxies.ts'
import {
  acceptAsDepartment,
  acceptCase,
  askExternalAgain,
  closeCase,
  decideCase,
  receiveDocuments,
  recordExternalReply,
  routeCase,
  startExternalStep,
} from '@ronghe/contract/station/cases-steps.ts'
import { listMyCases } from '@ronghe/contract/station/cases.ts'
import { printRatingCode } from '@ronghe/contract/station/ratings.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { loadProgramme } from '@ronghe/demo/load-programme.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { libraryCard } from '@ronghe/demo/services/library-card.ts'
import type { CaseService } from '@ronghe/forms'
import { addDays, dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import { eventsOf, file } from '@ronghe/server/rooms/station/testing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

/** A library card that wants a signature: nothing of S Street does, so that nobody has to sign for a card. */
const signedCard: CaseService = {
  ...libraryCard,
  key: 'signedCard',
  name: { 'zh-CN': '签名借书证', en: 'Signed library card' },
  form: {
    id: 'signedCard',
    version: 1,
    pages: [
      {
        id: 'promise',
        title: { 'zh-CN': '请签个名', en: 'Please sign' },
        help: { 'zh-CN': '签了就是答应按时还书。', en: 'Signing means you will bring books back in time.' },
        fields: [{ id: 'signed', kind: 'signature', required: true }],
      },
      ...libraryCard.form.pages.filter(({ id }) => id === 'contact'),
    ],
  },
}

let flow: Flow
beforeAll(async () => {
  flow = await openFlow({
    prepare: async (town) => {
      await town.deed((deed) => loadServices(deed, [...services, signedCard]))
      await town.deed(loadProgramme)
    },
  })
})
afterAll(() => flow?.close())

const next = (page: Page, name = '下一题') => page.getByRole('button', { name }).click()

/** Granted by the police, with every paper seen. */
async function granted(caseId: string): Promise<void> {
  const { town } = flow
  const params = { caseId }
  const step = () => eventsOf(town, 'heMin', caseId)
  await town.as('heMin').call(acceptCase, { params, body: await step() })
  const documents = ['idCard', 'addressProof', 'photo', 'jobProof'].map((need) => ({ need, state: 'seen' as const }))
  await town.as('heMin').call(receiveDocuments, { params, body: { ...(await step()), documents } })
  await town.as('heMin').call(routeCase, { params, body: await step() })
  await town.as('wangJun').call(acceptAsDepartment, { params, body: await step() })
  await town.as('wangJun').call(decideCase, { params, body: { ...(await step()), outcome: 'granted', reason: 'met' } })
}

test('a case is withdrawn after one question, and stands among what is over', async () => {
  const { id } = await file(flow.town, 'chen', 'leaseFiling')
  const page = await flow.phone({ as: 'chen' })
  await page.goto(`/cases/${id}`)
  await page.getByRole('button', { name: '撤回这件事' }).click()
  await page.getByRole('dialog', { name: '要撤回吗？' }).waitFor()
  await isFit(page, 'withdraw-asked')
  await page.keyboard.press('Escape') // a slip: nothing happened
  await page.getByText('已提交', { exact: true }).waitFor()
  await page.getByRole('button', { name: '撤回这件事' }).click()
  await page.getByRole('button', { name: '撤回申请' }).click()
  await page.getByText('已经撤回').waitFor()
  await page.getByText('已撤回', { exact: true }).waitFor()
  await isFit(page, 'withdrawn')
  expect(await page.getByRole('button', { name: '撤回这件事' }).count()).toBe(0)
  await page.goto('/cases')
  await page.getByRole('region', { name: '办完的' }).getByText('租房合同备案').waitFor()
  await page.context().close()
})

test('a form is signed with a finger, and by typing in large print', async () => {
  const page = await flow.phone({ as: 'chen' })
  await page.goto('/services/signedCard/form')
  await title(page, '请签个名').waitFor()
  await next(page)
  await page.getByRole('alert').waitFor()
  const pad = (await page.getByRole('img', { name: '在这里签名' }).boundingBox())!
  await page.mouse.move(pad.x + 30, pad.y + 30)
  await page.mouse.down()
  await page.mouse.move(pad.x + 120, pad.y + 90, { steps: 6 })
  await page.mouse.move(pad.x + 200, pad.y + 40, { steps: 6 })
  await page.mouse.up()
  await isFit(page, 'signature')
  await next(page)
  await title(page, '这样联系您，对吗？').waitFor()
  await page.getByRole('link', { name: '返回' }).click()
  await page.getByText('陈国强 已签名').waitFor() // coming back loses nothing
  await isFit(page, 'signature-signed')
  await next(page)
  await next(page)
  await title(page, '材料').waitFor()
  await next(page)
  await title(page, '核对一下').waitFor()
  await isFit(page, 'signature-check')
  await page.getByRole('button', { name: '提交申请' }).click()
  await title(page, '收到您的申请了').waitFor()
  const pictures = await flow.town.rows("select 1 as one from stored_file where attached_to = 'case'")
  expect(pictures).toHaveLength(1)
  await page.context().close()

  const typed = await flow.phone({ as: 'auntHuang', language: 'en', appearance: 'large' })
  await typed.goto('/services/signedCard/form')
  await typed.getByRole('button', { name: 'Type my name instead' }).click()
  await typed.getByRole('textbox').last().fill('黄美珍')
  await isFit(typed, 'signature-typed-large-en')
  await next(typed, 'Next question')
  await title(typed, 'Is this how to reach you?').waitFor()
  await typed.context().close()
})

test('a friend files for 陈国强 as his proxy: both see it and by whose hand, until the word is taken back', async () => {
  const { town } = flow
  const body = { name: cast.xu.name, phone: cast.xu.phone, relation: 'friend', scope: 'cases' } as const
  await town.as('chen').call(giveProxy, { body })
  const page = await flow.phone({ as: 'xu' })
  await page.goto('/services/libraryCard/form')
  await page.getByLabel('我自己', { exact: true }).check()
  await next(page)
  await page.getByLabel('服务站', { exact: true }).check()
  await next(page)
  await page.getByLabel('松柏新村').check()
  await next(page)
  await title(page, '这样联系您，对吗？').waitFor()
  await next(page)
  await title(page, '材料').waitFor()
  await next(page)
  await title(page, '核对一下').waitFor()
  await page.getByLabel('陈国强').check()
  await isFit(page, 'proxy-check')
  await page.getByRole('button', { name: '提交申请' }).click()
  await title(page, '收到您的申请了').waitFor()
  const [filed] = await town.rows<{ id: string; person_id: string; agent_kind: string }>(
    'select id, person_id, agent_kind from service_case where agent_person_id = $1',
    [town.idOf('xu')],
  )
  expect(filed).toMatchObject({ person_id: town.idOf('chen'), agent_kind: 'proxy' })
  await page.getByRole('link', { name: '看进度' }).click()
  await page.getByText('由 徐建平（朋友）代办').waitFor()
  await isFit(page, 'proxy-case')
  await page.goto('/cases')
  await page.getByRole('link', { name: /^图书证 替 陈国强 办的/ }).waitFor()
  await isFit(page, 'proxy-cases')

  const own = await flow.phone({ as: 'chen', language: 'en' })
  await own.goto(`/cases/${filed!.id}`)
  await own.getByText('Filed by 徐建平 (friend)').waitFor()
  await own.goto('/me/helpers')
  await own.getByRole('button', { name: 'Take back 徐建平' }).click()
  await own.getByText(/may no longer act/).waitFor()
  await page.goto(`/cases/${filed!.id}`)
  await page.getByRole('heading', { name: /没有这/ }).waitFor()
  await page.getByRole('link', { name: '回首页' }).waitFor()
  await isFit(page, 'proxy-over')
  await Promise.all([page.context().close(), own.context().close()])
})

test('a claim in Honghu: when the letter went out, when it is asked again, what came back', async () => {
  const { town } = flow
  const today = dayIn(town.street.zone, town.now())
  const { id } = await file(town, 'liuFang', 'honghuReimbursement', { consents: ['honghu-hospitals'] })
  const params = { caseId: id }
  const step = () => eventsOf(town, 'heMin', id)
  const clerk = town.as('heMin')
  await clerk.call(acceptCase, { params, body: await step() })
  await clerk.call(startExternalStep, { params, body: { ...(await step()), letter: '请协助办理报销。', sentOn: today } })
  const page = await flow.phone({ as: 'liuFang' })
  await page.goto(`/cases/${id}`)
  const card = page.getByRole('region', { name: '外地单位' })
  await card.getByText('洪湖').waitFor()
  await card.getByText('下次催问').waitFor()
  await page.getByText('等外地单位回信，时间先停着。').waitFor()
  await isFit(page, 'honghu-sent')

  const at = new Date(town.now())
  town.at(new Date(at.getTime() + 14 * 86_400_000))
  const again = addDays(today, 14)
  await clerk.call(askExternalAgain, { params, body: { ...(await step()), on: again, words: '电话催问，说下周办' } })
  await town.as('liuFang').call(listMyCases)
  await page.reload()
  await page.getByText(/催/).nth(1).waitFor()
  await clerk.call(recordExternalReply, {
    params,
    body: { ...(await step()), on: again, outcome: 'reimbursedLater', amountBand: 'under20000' },
  })
  await page.reload()
  await card.getByText('回信').waitFor()
  await isFit(page, 'honghu-answered')
  town.at(at)
  await page.context().close()
})

test('a closed matter is rated with the code from paper, once; a low mark says who will look into it and when', async () => {
  const { town } = flow
  const { id } = await file(town, 'chen', 'residencePermit')
  await granted(id)
  const page = await flow.phone({ as: 'chen' })
  await page.goto(`/cases/${id}`)
  await page.getByRole('heading', { name: '结果：办成了' }).waitFor()
  await isFit(page, 'granted')
  await page.getByRole('button', { name: '办好了，结掉这件' }).click()
  await page.getByRole('heading', { name: '办得怎么样？' }).waitFor()
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByRole('link', { name: '请选一项。' }).waitFor()
  await page.getByLabel('不满意', { exact: true }).check()
  await page.getByLabel('可以打电话问我').check()
  await isFit(page, 'rate')
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByRole('heading', { name: '您的评价' }).waitFor()
  await page.getByText(/最晚.*联系您/).waitFor()
  await isFit(page, 'rated')

  const second = await file(town, 'liuFang', 'residencePermit')
  await granted(second.id)
  const closed = { caseId: second.id }
  await town.as('heMin').call(closeCase, { params: closed, body: await eventsOf(town, 'heMin', second.id) })
  const { code } = await town.as('heMin').call(printRatingCode, { params: closed })
  const paper = await flow.phone({ language: 'en', appearance: 'large' })
  await paper.goto('/rate')
  await paper.getByRole('button', { name: 'Send the rating' }).click()
  await paper.getByRole('alert').first().waitFor()
  await isFit(paper, 'rate-by-code-large-en')
  await paper.getByLabel('Rating code').fill(code.toLowerCase())
  await paper.getByLabel('Very satisfied', { exact: true }).check()
  await paper.getByRole('button', { name: 'Send the rating' }).click()
  await paper.getByText('We have your rating').waitFor()
  await isFit(paper, 'rated-by-code-large-en')
  await paper.goto(`/rate?code=${encodeURIComponent(code)}`)
  await paper.getByLabel('Very satisfied', { exact: true }).check()
  await paper.getByRole('button', { name: 'Send the rating' }).click()
  await paper.getByRole('alert').waitFor() // a code works once
  await isFit(paper, 'rate-code-used-large-en')
  expect(await town.rows('select level from rating order by level')).toEqual([{ level: 2 }, { level: 5 }])
  await Promise.all([page.context().close(), paper.context().close()])
})
