import {
  belenios2048 as group,
  decryptPart,
  encryptBallot,
  makeCertificate,
  makeOutput,
  makePolynomial,
  openShare,
  readElection,
  readOutput,
  readPolynomial,
  readSums,
  thirdStepInput,
  verifyArchive,
} from '@ronghe/ballot'
import * as ballots from '@ronghe/contract/council/ballots.ts'
import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import { loadCouncil } from '@ronghe/demo/council.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
let councilId: string
beforeAll(async () => {
  flow = await openFlow({ prepare: (town) => town.deed(loadCouncil) })
  councilId = organId(flow.town.street.id, 'council')
})
afterAll(() => flow?.close())

/** A trustee whose own device is this test. */
function trusteeElsewhere(who: CastKey, params: { councilId: string; ballotId: string }) {
  const made = makeCertificate(group, randomBytes)
  const read = () => flow.town.as(who).call(ballots.readCeremony, { params })
  const send = (step: 'certificate' | 'polynomial' | 'output', text: string) =>
    flow.town.as(who).call(ballots.sendCeremonyStep, { params, body: { step, text } })
  return {
    certificate: () => send('certificate', made.certificate),
    async polynomial() {
      const { certificates, threshold } = await read()
      await send('polynomial', makePolynomial(group, made.seed, certificates, threshold, randomBytes).text)
    },
    async output() {
      const { certificates, polynomials, threshold, number } = await read()
      const input = thirdStepInput(group, { threshold, certificates, polynomials }, number - 1)
      await send('output', makeOutput(group, made.seed, certificates, input, threshold, randomBytes))
    },
    async part() {
      const { certificates, polynomials, outputs, threshold, number, boxes } = await read()
      const all = polynomials.map((text, place) => readPolynomial(group, text, certificates, place, threshold))
      const share = openShare(group, made.seed, readOutput(group, outputs[number - 1]!, all, certificates, number - 1).sealedKey)
      for (const { boxId, election, tally } of boxes) {
        const part = decryptPart(readElection(election), readSums(tally, group), share, randomBytes)
        await flow.town.as(who).call(ballots.sendPart, { params: { ...params, boxId }, body: { part } })
      }
    },
  }
}

async function setUpAtTheDesk(clerk: Page): Promise<string> {
  await clerk.goto('/desk/council/ballots')
  await title(clerk, '秘密投票').waitFor()
  await isFit(clerk, 'ballots-desk-empty')
  await clerk.getByRole('link', { name: '准备一次投票' }).click()
  await title(clerk, '准备一次秘密投票').waitFor()
  await clerk.getByRole('button', { name: '准备投票' }).click()
  await clerk.getByRole('alert').first().waitFor()
  await clerk.getByLabel('另写一个题目').check()
  await clerk.getByLabel('题目', { exact: true }).fill('选一位副主席')
  await clerk.getByLabel('选项，一行一个').fill('周小燕\n梁少芬\n何勇')
  await clerk.getByLabel('来穗人员一方的监票人').selectOption({ label: cast.sunLanying.name })
  await clerk.getByLabel('本地居民一方的监票人').selectOption({ label: cast.zengBo.name })
  await clerk.getByLabel('中立监票人的手机号').fill(cast.qiuYun.phone)
  await isFit(clerk, 'ballots-desk-set-up')
  await clerk.getByRole('button', { name: '准备投票' }).click()
  await title(clerk, '选一位副主席').waitFor()
  await isFit(clerk, 'ballots-desk-one')
  return clerk.url().split('/').at(-1)!
}

async function makeKeyOnThePhone(page: Page): Promise<string> {
  await page.getByRole('button', { name: '做我的钥匙' }).click()
  const key = await page.locator('[data-key]').innerText()
  await page.getByLabel('我已经把钥匙保存或打印好了').check()
  await page.getByLabel('我同意公开自己是这一方的监票人').check()
  await isFit(page, 'ballot-trustee-key')
  await page.getByRole('button', { name: '完成第 1 步' }).click()
  await page.getByText('在等').waitFor()
  return key.trim()
}

test('a secret ballot from three keys to a result that anybody can check, with two of thirteen voters on their own phones', async () => {
  const { town } = flow
  const clerk = await flow.desk({ as: 'jiangWen' })
  const ballotId = await setUpAtTheDesk(clerk)
  const params = { councilId, ballotId }

  // The neutral trustee on her phone, the other two on devices of their own.
  const trustee = await flow.phone({ as: 'qiuYun' })
  await trustee.goto(`/council/${councilId}/ballots`)
  await trustee.getByRole('link', { name: /监票人：选一位副主席/ }).click()
  await title(trustee, '选一位副主席').waitFor()
  const key = await makeKeyOnThePhone(trustee)
  const others = (['sunLanying', 'zengBo'] as const).map((who) => trusteeElsewhere(who, params))
  for (const step of ['certificate', 'polynomial', 'output'] as const) {
    for (const other of others) await other[step]()
    if (step === 'certificate') continue
    await trustee.reload()
    await trustee.getByLabel('您的钥匙').fill(key.slice(1))
    const button = trustee.getByRole('button', { name: step === 'polynomial' ? '完成第 2 步' : '完成第 3 步' })
    await button.click()
    await trustee.getByRole('alert').first().waitFor() // half a key is no key
    await trustee.getByLabel('您的钥匙').fill(key)
    if (step === 'polynomial') await isFit(trustee, 'ballot-trustee-step')
    await button.click()
    await trustee.getByText(step === 'polynomial' ? '第 3 步，共 3 步' : '现在没有要您做的').waitFor()
  }

  // The authority makes the slips on her own machine; the server gets their public half only.
  const authority = await flow.desk({ as: 'fuQiang' })
  await authority.goto(`/desk/council/${councilId}/ballots/${ballotId}/credentials`)
  await authority.getByRole('button', { name: '生成票签' }).click()
  await authority.locator('[data-slip]').nth(12).waitFor()
  const slips = (await authority.locator('[data-slip]').allInnerTexts()).map((slip) => slip.trim())
  expect(slips).toHaveLength(13)
  await authority.getByLabel('我已经把名单保存好了').check()
  await authority.getByRole('button', { name: '上传公开的一半' }).click()
  await authority.getByText('已上传 13 / 13').waitFor()
  await authority.getByRole('button', { name: '发一张' }).nth(1).click()
  await authority.getByText('已发').first().waitFor()
  await isFit(authority, 'ballot-desk-credentials')

  await clerk.reload()
  await clerk.getByLabel('截止日期').fill('2099-12-31')
  await clerk.getByRole('button', { name: '开始投票' }).click()
  await clerk.getByText('投票开始了').waitFor()
  const { boxes } = await town.anonymous.call(ballots.readBallot, { params })
  const box = { ...params, boxId: boxes[0]!.id }
  const { election } = await town.anonymous.call(ballots.readBox, { params: box })
  for (const [index, slip] of slips.slice(2).entries()) {
    const made = encryptBallot(
      readElection(election!),
      slip,
      [[0, Number(index < 6), Number(index >= 6 && index < 10), Number(index === 10)]],
      randomBytes,
    )
    await town.anonymous.call(ballots.castBallot, { params: box, body: { ballot: made.text } })
  }

  // A delegate scans the slip's code; the phone is put to the test before the ballot goes in.
  const zhou = await flow.phone({ as: 'zhou' })
  await zhou.goto(`/council/${councilId}/ballots/${ballotId}/vote/${box.boxId}#${slips[0]}`)
  await zhou.getByText('大家就都知道您怎么投的').waitFor()
  await isFit(zhou, 'ballot-vote-before')
  await zhou.getByRole('button', { name: '继续' }).click()
  expect(zhou.url()).not.toContain('#') // the slip does not stay in the address
  await zhou.getByRole('button', { name: '加密选票' }).click()
  await zhou.getByRole('alert').first().waitFor()
  await zhou.getByLabel('周小燕').check()
  await isFit(zhou, 'ballot-vote-choose')
  await zhou.getByRole('button', { name: '加密选票' }).click()
  await zhou.getByRole('heading', { name: '选票已经加密' }).waitFor()
  const spoiled = (await zhou.locator('[data-tracker]').innerText()).trim()
  await isFit(zhou, 'ballot-vote-sealed')
  await zhou.getByRole('button', { name: '先验一验（这一张作废）' }).click()
  await zhou.getByText('打开的内容和您选的一样：周小燕').waitFor()
  const saved = zhou.waitForEvent('download')
  await zhou.getByRole('button', { name: '下载这一张，到别的机器上再验' }).click()
  const opened = await (await saved).path()
  await isFit(zhou, 'ballot-vote-spoiled')
  await zhou.getByRole('button', { name: '重新选，再加密一张' }).click()
  await zhou.getByLabel('周小燕').check()
  await zhou.getByRole('button', { name: '加密选票' }).click()
  await zhou.getByRole('button', { name: '投进票箱' }).click()
  await zhou.getByRole('heading', { name: '票在票箱里了' }).waitFor()
  const tracker = (await zhou.locator('[data-tracker]').innerText()).trim()
  expect(tracker).not.toBe(spoiled)
  await isFit(zhou, 'ballot-vote-done')

  // Another one in English and large print, without being signed in: the slip is enough.
  const guest = await flow.phone({ language: 'en', appearance: 'large' })
  await guest.goto(`/council/${councilId}/ballots/${ballotId}/vote/${box.boxId}`)
  await guest.getByLabel('The characters on your slip').fill(slips[1]!.replaceAll('-', ''))
  await isFit(guest, 'ballot-vote-before-large-en')
  await guest.getByRole('button', { name: 'Go on' }).click()
  await guest.getByLabel('Vote blank').check()
  await guest.getByRole('button', { name: 'Encrypt the ballot' }).click()
  await guest.getByRole('button', { name: 'Put it into the box' }).click()
  await guest.getByRole('heading', { name: 'Your ballot is in the box' }).waitFor()

  // The public box: her ballot is there, the spoiled one is not; a second device opens the spoiled one too.
  await zhou.getByRole('link', { name: '在票箱里查看' }).click()
  await title(zhou, '公开的票箱').waitFor()
  for (const [typed, says] of [
    [tracker, '在票箱里，算数。'],
    [spoiled, '票箱里没有这个追踪号'],
  ] as const) {
    await zhou.getByLabel('追踪号', { exact: true }).fill(typed)
    await zhou.getByRole('button', { name: '查这张票' }).click()
    await zhou.getByText(says).waitFor()
  }
  await isFit(zhou, 'ballot-box')
  const second = await flow.desk()
  await second.goto(`/council/${councilId}/ballots/${ballotId}/boxes/${box.boxId}`)
  await second
    .locator('input[type=file]')
    .setInputFiles({ name: 'opened.json', mimeType: 'application/json', buffer: await readFile(opened) })
  await second.getByText('这一张里确实是：周小燕').waitFor()

  // The clerk ends the vote; two of three keys open the total and nothing else.
  await clerk.getByRole('button', { name: '截止投票' }).click()
  await clerk.getByText('投票截止了').waitFor()
  await others[0]!.part()
  await trustee.reload()
  await trustee.getByLabel('您的钥匙').fill(key)
  await isFit(trustee, 'ballot-trustee-open')
  await trustee.getByRole('button', { name: '核对并开票' }).click()
  await trustee.getByText('现在没有要您做的').waitFor()

  await zhou.goto(`/council/${councilId}/ballots/${ballotId}`)
  await zhou.getByRole('heading', { name: '结果', exact: true }).waitFor()
  await zhou.getByText('周小燕（当选）').waitFor()
  await isFit(zhou, 'ballot-result')
  await second.reload()
  await second.getByRole('button', { name: '在这台机器上核对全部' }).click()
  await second.getByText('全部对得上：13 张票，13 张算数。').waitFor()
  await isFit(second, 'ballot-box-desk')
  const archive = await town.anonymous.raw(ballots.readBoxArchive, { params: box })
  expect(verifyArchive(new Uint8Array(archive.bytes))).toMatchObject({ ok: true, result: [[1, 7, 4, 1]] })
  await clerk.reload()
  await clerk.getByText('周小燕（当选）').waitFor()
  await isFit(clerk, 'ballot-desk-result')
})

test('a vote on paper: two delegates count apart, a difference is shown and leaves the result open, the second count settles it', async () => {
  const { town } = flow
  const about = { kind: 'own' as const, title: '选一位联络人', answers: ['谭小梅', '潘慧'], least: 1, most: 1, seats: 1 }
  const { ballotId } = await town
    .as('jiangWen')
    .call(ballots.setUpBallot, { params: { councilId }, body: { about, trustees: null, paperOnly: true } })
  const params = { councilId, ballotId }
  for (const { personId } of (await town.as('fuQiang').call(ballots.readCredentialWork, { params })).delegates)
    await town.as('fuQiang').call(ballots.handSlip, { params, body: { personId } })
  await town.as('jiangWen').call(ballots.openBallot, { params, body: { closesAt: '2099-12-31T21:00:00+08:00' } })
  await town.as('jiangWen').call(ballots.closeBallot, { params })

  const count = async (page: Page, marks: readonly [number, number]): Promise<void> => {
    await page.getByLabel('箱里一共几张').fill('13')
    await page.getByLabel('“谭小梅”得票').fill(String(marks[0]))
    await page.getByLabel('“潘慧”得票').fill(String(marks[1]))
    await page.getByLabel('空白票').fill('1')
    await page.getByLabel('废票').fill('0')
    await page.getByRole('button', { name: '录入清点' }).click()
  }
  const zhou = await flow.phone({ as: 'zhou' })
  await zhou.goto(`/council/${councilId}/ballots/${ballotId}`)
  await isFit(zhou, 'ballot-paper-closed')
  await zhou.getByRole('link', { name: '清点纸票' }).click()
  await zhou.getByRole('button', { name: '录入清点' }).click()
  await zhou.getByRole('alert').first().waitFor()
  await isFit(zhou, 'ballot-count-missing')
  await count(zhou, [8, 4])
  await zhou.getByText('已录入，等另一方的代表清点。').waitFor()
  const huang = await flow.phone({ as: 'uncleHuang', appearance: 'large' })
  await huang.goto(`/council/${councilId}/ballots/${ballotId}`)
  await huang.getByRole('link', { name: '清点纸票' }).click()
  await count(huang, [7, 5])
  await huang.getByText('两次清点不一样，请两个人再点一遍。').waitFor()
  await isFit(huang, 'ballot-count-differs-large')
  await zhou.goto(`/council/${councilId}/ballots/${ballotId}`)
  await zhou.getByText('两次清点不一样').waitFor()
  await isFit(zhou, 'ballot-paper-differs')
  await count(huang, [8, 4])
  await huang.getByText('结果已公布').waitFor()
  await zhou.reload()
  await zhou.getByText('谭小梅（当选）').waitFor()
  await isFit(zhou, 'ballot-paper-result')
  const guest = await flow.phone({ language: 'en' })
  await guest.goto(`/council/${councilId}/ballots`)
  await guest.getByText('Elected').first().waitFor()
  await isFit(guest, 'ballots-list-en')
})
