import { assignMediators, listCandidates, listMediations, mediate } from '@ronghe/contract/station/mediation-work.ts'
import { listMyDisputes } from '@ronghe/contract/station/mediation.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { postId } from '@ronghe/demo/load-cast.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow()
})
afterAll(() => flow?.close())

const step = (disputeId: string, body: BodyOf<typeof mediate>) => flow.town.as('uncleHuang').call(mediate, { params: { disputeId }, body })

/** Asks as 陈国强 on his phone; answers with the code of the letter. */
async function ask(page: Page): Promise<string> {
  await page.goto('/mediation')
  await page.getByRole('link', { name: '提出调解' }).click()
  await title(page, '提出调解').waitFor()
  await page.getByRole('button', { name: '提出调解' }).click()
  await page.getByRole('alert').first().waitFor()
  for (const question of await page.getByLabel('没有', { exact: true }).all()) await question.check()
  await page.getByLabel('噪音').check()
  await page.getByLabel('是什么事，希望怎么样？').fill('夜里机器声响到一点，希望十点以后停。')
  await page.reload()
  expect(await page.getByLabel('是什么事，希望怎么样？').inputValue()).toContain('机器声') // nothing typed is lost
  await page.getByLabel('对方怎么称呼？').fill('黄美珍')
  await isFit(page, 'mediation-ask')
  await page.getByRole('button', { name: '提出调解' }).click()
  await title(page, '已经提出，等对方答复').waitFor()
  await isFit(page, 'mediation-asked')
  return await page.locator('[data-print-sheet] strong').innerText()
}

test('from the letter over two mediators to an agreement, its sheet to sign and the question after thirty days', async () => {
  const { town } = flow
  const chen = await flow.phone({ as: 'chen' })
  await chen.goto('/mediation')
  await title(chen, '邻里调解').waitFor()
  await isFit(chen, 'mediation')
  const code = await ask(chen)
  await chen.getByRole('link', { name: '看我的调解' }).click()
  await title(chen, /噪音/).waitFor()
  await isFit(chen, 'mediation-waiting')

  const huang = await flow.phone({ appearance: 'large' })
  await huang.goto('/mediation/answer')
  await huang.getByRole('button', { name: '看邀请' }).click()
  await huang.getByRole('alert').first().waitFor()
  await huang.getByLabel('信上的码').fill(code.toLowerCase())
  await huang.getByRole('button', { name: '看邀请' }).click()
  await huang.getByRole('heading', { name: '您愿意谈谈吗？' }).waitFor()
  expect(await huang.getByText('机器声').count()).toBe(0) // before a yes the words are not shown
  await isFit(huang, 'mediation-invited-large')
  await huang.getByLabel('您怎么看').fill('我也睡不好，机器不是我的。')
  await huang.getByRole('button', { name: '愿意谈' }).click()
  await huang.getByText('夜里机器声响到一点').waitFor()
  await huang.getByRole('button', { name: '这两位可以' }).click()
  await huang.getByText('同意了').first().waitFor()
  await isFit(huang, 'mediation-agreed-large')

  await chen.reload()
  await chen.getByText('我也睡不好').waitFor()
  await isFit(chen, 'mediation-mediators')
  await chen.getByRole('button', { name: '这两位可以' }).click()
  await chen.getByText('约时间', { exact: true }).waitFor()

  const [dispute] = (await town.as('chen').call(listMyDisputes)).items
  const id = dispute!.id
  const at = new Date(town.now().getTime() + 2 * 86_400_000).toISOString()
  const planned = await step(id, { step: 'plan', at, place: '服务站二楼' })
  await chen.reload()
  await chen
    .getByText(/服务站二楼/)
    .first()
    .waitFor()
  await isFit(chen, 'mediation-session')
  town.at(new Date(town.now().getTime() + 3 * 86_400_000))
  await step(id, { step: 'hold', session: planned.dispute!.sessions[0]!.id })
  await step(id, { step: 'agree', words: '晚上十点以后不开机器。\n白天要搬重东西，提前说一声。' })
  await step(id, { step: 'sign' })
  await town.as('chen').call(listMyDisputes) // the days pass for the session too
  await chen.reload()
  await chen.getByText('双方签了字').waitFor()
  await isFit(chen, 'mediation-agreement')
  await chen.getByRole('link', { name: '打印协议' }).click()
  await chen.getByText('黄美珍 签名：').waitFor()
  await isFit(chen, 'mediation-sheet')
  await chen.emulateMedia({ media: 'print' })
  await chen.setViewportSize({ width: 700, height: 1000 })
  await isFit(chen, 'mediation-sheet-printed')
  expect(await chen.getByRole('button', { name: '打印协议' }).isVisible()).toBe(false)
  expect(await chen.getByRole('navigation').isVisible()).toBe(false)
  await chen.emulateMedia({ media: 'screen' })
  await chen.setViewportSize({ width: 360, height: 800 })

  town.at(new Date(town.now().getTime() + 31 * 86_400_000))
  await town.drain(['station.mediation-morning'])
  await town.as('chen').call(listMyDisputes)
  await chen.goto(`/mediation/${id}`)
  await chen.getByRole('button', { name: '告诉我们' }).click()
  await chen.getByRole('link', { name: '请选一项。' }).waitFor()
  await isFit(chen, 'mediation-kept')
  await chen.getByLabel('做到一部分').check()
  await chen.getByRole('button', { name: '告诉我们' }).click()
  await chen.getByText('记下了').waitFor()
  await huang
    .getByLabel('信上的码')
    .or(huang.getByRole('heading', { level: 1 }))
    .first()
    .waitFor()
  await huang.goto(`/mediation/answer?code=${encodeURIComponent(code)}`)
  await huang.getByRole('button', { name: '看邀请' }).click()
  await huang.getByLabel('做到了', { exact: true }).check()
  await huang.getByRole('button', { name: '告诉我们' }).click()
  await huang.getByText('结束', { exact: true }).waitFor()
  await isFit(huang, 'mediation-over-large')
  expect((await town.as('uncleHuang').call(listMediations)).items).toEqual([])
  await Promise.all([chen.context().close(), huang.context().close()])
})

test('two mediators are refused without a reason and others are proposed; stopping asks once and ends it, in English', async () => {
  const { town } = flow
  const page = await flow.phone({ as: 'smith', language: 'en' })
  await page.goto('/mediation/new')
  await page.getByLabel('Deposit').check()
  for (const question of await page.getByLabel('No', { exact: true }).all()) await question.check()
  await page.getByRole('textbox').first().fill('I left the flat clean; the deposit has not come back.')
  await page.getByLabel('What is the other side called?').fill('Landlord Wong')
  await isFit(page, 'mediation-ask-en')
  await page.getByRole('button', { name: 'Ask for mediation' }).click()
  await page.locator('[data-print-sheet] strong').waitFor()
  await isFit(page, 'mediation-asked-en')
  const code = await page.locator('[data-print-sheet] strong').innerText()
  const other = await flow.phone()
  await other.goto(`/mediation/answer?code=${encodeURIComponent(code)}`)
  await other.getByRole('button', { name: '看邀请' }).click()
  await other.getByRole('button', { name: '愿意谈' }).click()
  await other.getByRole('button', { name: '换两位' }).click()
  await other.getByText('还在请。').first().waitFor()
  await isFit(other, 'mediation-refused')

  const [dispute] = (await town.as('smith').call(listMyDisputes)).items
  const params = { disputeId: dispute!.id }
  await town.deed(async ({ tx, street, now, id }) => {
    for (const [who, post] of [
      ['wuXia', 'newcomerMediator'],
      ['liang', 'localMediator'],
    ] as const)
      await tx
        .insertInto('appointment')
        .values({
          street_id: street.id,
          id: id(),
          post_id: postId(street.id, post),
          person_id: town.idOf(who),
          starts_on: '2026-01-05',
          created_at: now,
        })
        .execute()
  })
  const { suggested } = await town.as('luoYan').call(listCandidates, { params })
  await town.as('luoYan').call(assignMediators, { params, body: { mediators: suggested } })
  await page.goto(`/mediation/${dispute!.id}`)
  await page.getByText('吴霞').waitFor()
  await page.getByText('梁慧').waitFor()
  await isFit(page, 'mediation-others-en')
  await page.getByRole('button', { name: /Stop/ }).click()
  await page.getByRole('dialog').waitFor()
  await isFit(page, 'mediation-stop-en')
  await page.getByRole('dialog').getByRole('button', { name: /Stop/ }).click()
  await page.getByText('Stopped', { exact: true }).first().waitFor()
  await isFit(page, 'mediation-stopped-en')
  expect(await town.rows('select state from dispute where id = $1', [dispute!.id])).toEqual([{ state: 'stopped' }])
  await Promise.all([page.context().close(), other.context().close()])
})
