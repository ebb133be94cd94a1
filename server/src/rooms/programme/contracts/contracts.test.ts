import * as contracts from '@ronghe/contract/programme/contracts.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { addPost, appoint } from '@ronghe/contract/programme/appointments.ts'
import { cast, type OrganKey } from '@ronghe/demo/cast.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../../platform/database/testing.ts'
import { organsBidding } from './contract-interest.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
beforeEach(() => town.at(monday))
afterAll(() => town.close())

const officer = () => town.as('officerLin')
const lead = () => town.as('directorHe')
const centre = () => town.as('liang')
const other = () => town.as('ningYu')
const organ = (key: OrganKey) => organId(town.street.id, key)
const until = '2026-12-07T17:00:00+08:00'
const afterwards = '2026-12-08T09:00:00+08:00'

const need = (more: Partial<BodyOf<typeof contracts.nameNeed>> = {}): BodyOf<typeof contracts.nameNeed> => ({
  title: { 'zh-CN': '放学后的四点半课堂', en: 'After-school hours' },
  need: { 'zh-CN': '爸妈下班晚，孩子放学没有地方去。', en: 'Parents work late and children have nowhere to go.' },
  serves: { 'zh-CN': '松柏新村的小学生', en: 'Schoolchildren of Songbai' },
  source: 'organ',
  sourceNumber: '',
  organId: organ('streetOffice'),
  stable: false,
  checks: { dutyOfGovernment: true, canBeBought: true, noStaffing: true, listed: true },
  catalogueItem: '社区服务：儿童托管',
  partners: [{ organId: organ('residentsCommittee'), role: { 'zh-CN': '出场地' } }],
  ...more,
})
const criteria = [
  { key: 'plan', name: { 'zh-CN': '做法', en: 'How it is done' } },
  { key: 'price', name: { 'zh-CN': '价格', en: 'Price' } },
]
const at = (projectId: string) => ({ params: { projectId } })
const read = (id: string) => town.anonymous.call(contracts.readContract, at(id))

async function called(more: Parameters<typeof need>[0] = {}): Promise<string> {
  const { id } = await officer().call(contracts.nameNeed, { body: need(more) })
  await lead().call(contracts.budgetContract, {
    ...at(id),
    body: { cents: 12_000_000, reference: '2026年预算社区服务科目', supportId: null },
  })
  await officer().call(contracts.callForOffers, { ...at(id), body: { criteria, until } })
  return id
}
async function offered(id: string): Promise<void> {
  await centre().call(contracts.handInOffer, {
    ...at(id),
    body: { organId: organ('provider'), cents: 11_000_000, plan: '两位社工，周一到周五。' },
  })
  await other().call(contracts.handInOffer, {
    ...at(id),
    body: { organId: organ('otherProvider'), cents: 9_800_000, plan: '三位老师，带作业。' },
  })
}
async function chosen(id: string): Promise<void> {
  await offered(id)
  town.at(afterwards)
  const { offers } = await lead().call(contracts.readContract, at(id))
  const reasons = offers.flatMap(({ id: offerId }) => criteria.map(({ key }) => ({ offerId, criterion: key, words: '写得清楚，做得到。' })))
  const best = offers.find((offer) => offer.organ.id === organ('otherProvider'))!
  await lead().call(contracts.chooseOffer, { ...at(id), body: { offerId: best.id, reasons } })
}
const terms = (more: Partial<BodyOf<typeof contracts.signContract>['terms']> = {}) => ({
  content: '周一到周五放学后看护、辅导作业。',
  quantity: '每天不少于三十名孩子。',
  quality: '每班两名成年人。',
  cents: 9_800_000,
  settlement: '分两次，节点确认后付。',
  duties: '服务社派人，街道出场地。',
  breach: '少一天扣一天。',
  startsOn: '2026-12-10',
  endsOn: '2027-06-30',
  ...more,
})
const signing = (more: Parameters<typeof terms>[0] = {}) => ({
  terms: terms(more),
  signedOn: '2026-12-08',
  milestones: [
    { what: '开班', dueOn: '2026-12-20' },
    { what: '半年小结', dueOn: '2027-06-20' },
  ],
})
async function running(): Promise<string> {
  const id = await called()
  await chosen(id)
  await officer().call(contracts.signContract, { ...at(id), body: signing() })
  await officer().call(contracts.stepContract, { ...at(id), body: { act: 'start', reason: '' } })
  return id
}
async function delivered(id: string): Promise<void> {
  for (const { id: milestoneId } of (await read(id)).milestones) {
    await other().call(contracts.reportMilestone, { params: { milestoneId }, body: { words: '做到了，签到表在附件。' } })
    await officer().call(contracts.judgeMilestone, { params: { milestoneId }, body: { confirmed: true, words: '' } })
  }
}

describe('before the call', () => {
  test('what is no duty of government, or is staff under another name, may not be bought, and the law is named', async () => {
    for (const one of ['dutyOfGovernment', 'canBeBought', 'noStaffing', 'listed'] as const) {
      const checks = { ...need().checks, [one]: false }
      const problem = await officer().refused(contracts.nameNeed, { body: need({ checks }) })
      expect([problem.code, problem.detail]).toEqual(['contract-not-purchasable', expect.stringContaining('财政部令第102号')])
    }
  })

  test('no call without a budget, and a call is up for ten days', async () => {
    const { id } = await officer().call(contracts.nameNeed, { body: need() })
    expect((await officer().refused(contracts.callForOffers, { ...at(id), body: { criteria, until } })).code).toBe('contract-not-call')
    await lead().call(contracts.budgetContract, { ...at(id), body: { cents: 100, reference: '科目', supportId: null } })
    const short = { criteria, until: '2026-12-01T17:00:00+08:00' }
    expect((await officer().refused(contracts.callForOffers, { ...at(id), body: short })).errors![0]!.code).toBe('contract-call-short')
  })

  test('each step has its own post', async () => {
    const { id } = await officer().call(contracts.nameNeed, { body: need() })
    const budget = { ...at(id), body: { cents: 100, reference: '科目', supportId: null } }
    expect((await officer().refused(contracts.budgetContract, budget)).status).toBe(403)
    expect((await lead().refused(contracts.nameNeed, { body: need() })).status).toBe(403)
    expect(
      (await town.as('chen').refused(contracts.handInOffer, { ...at(id), body: { organId: organ('provider'), cents: 1, plan: '甲' } }))
        .status,
    ).toBe(403)
    const payment = { ...at(id), body: { cents: 1, document: '1', paidOn: '2026-11-23' } }
    expect((await lead().refused(contracts.payContract, payment)).status).toBe(403)
    expect((await town.as('tianRong').refused(contracts.payContract, payment)).code).toBe('contract-nothing-to-pay')
  })
})

describe('offers', () => {
  test('are sealed until the last moment for everybody but the organ itself, and late ones are refused by the clock', async () => {
    const id = await called()
    await offered(id)
    for (const reader of [town.anonymous, officer(), lead(), town.as('tianRong')]) {
      const page = await reader.call(contracts.readContract, at(id))
      expect([page.offers, page.own, page.offersCount]).toEqual([[], [], null])
    }
    expect((await centre().call(contracts.readContract, at(id))).own).toMatchObject([
      { organ: { id: organ('provider') }, cents: 11_000_000 },
    ])
    const [stored] = await town.rows<{ text: string }>(
      "select encode(offer_sealed, 'escape') as text from contract_offer where project_id = $1",
      [id],
    )
    expect(stored!.text).not.toContain('11000000')
    town.at(until)
    await centre().call(contracts.handInOffer, { ...at(id), body: { organId: organ('provider'), cents: 10_900_000, plan: '到点前改价。' } })
    town.at('2026-12-07T17:00:01+08:00')
    const late = { ...at(id), body: { organId: organ('provider'), cents: 1, plan: '晚了。' } }
    expect((await centre().refused(contracts.handInOffer, late)).code).toBe('contract-offer-late')
    expect((await read(id)).offersCount).toBe(2)
    expect((await read(id)).offers).toEqual([])
    expect((await officer().call(contracts.readContract, at(id))).offers.map(({ cents }) => cents)).toEqual([9_800_000, 10_900_000])
  })

  test('can be taken back before that, and only by the organ; nobody offers for another organ', async () => {
    const id = await called()
    await offered(id)
    const [own] = (await centre().call(contracts.readContract, at(id))).own
    expect((await other().refused(contracts.withdrawOffer, { params: { offerId: own!.id } })).code).toBe('no-offer')
    await centre().call(contracts.withdrawOffer, { params: { offerId: own!.id } })
    expect((await centre().call(contracts.readContract, at(id))).own).toEqual([])
    const foreign = { ...at(id), body: { organId: organ('otherProvider'), cents: 1, plan: '冒名。' } }
    expect((await centre().refused(contracts.handInOffer, foreign)).code).toBe('not-your-organ')
  })

  test('a file of an offer is for its organ, and after the deadline for those who choose', async () => {
    const id = await called()
    await offered(id)
    const [own] = (await centre().call(contracts.readContract, at(id))).own
    const params = { offerId: own!.id }
    await upload(centre(), contracts.offerFile, params, 'plan.pdf', pdf)
    expect((await centre().raw(contracts.readOfferFile, { params })).status).toBe(200)
    expect((await officer().refused(contracts.readOfferFile, { params })).code).toBe('no-file')
    expect((await other().refused(contracts.readOfferFile, { params })).code).toBe('no-file')
    town.at(afterwards)
    expect((await officer().raw(contracts.readOfferFile, { params })).status).toBe(200)
    expect((await town.as('chen').refused(contracts.readOfferFile, { params })).code).toBe('no-file')
  })

  test('who bids is known to the council’s rule of interest', async () => {
    const id = await called()
    await offered(id)
    const bidding = await town.deed((deed) => organsBidding(deed))
    expect(bidding.get(id)).toEqual(new Set([organ('provider'), organ('otherProvider')]))
  })
})

describe('the choice', () => {
  test('needs a reason for every offer under every criterion, and everybody reads them, without the plans', async () => {
    const id = await called()
    await offered(id)
    expect(
      (
        await lead().refused(contracts.chooseOffer, {
          ...at(id),
          body: { offerId: id, reasons: [{ offerId: id, criterion: 'plan', words: '好' }] },
        })
      ).code,
    ).toBe('contract-call-open')
    town.at(afterwards)
    const { offers } = await lead().call(contracts.readContract, at(id))
    const [first] = offers
    const half = { offerId: first!.id, reasons: [{ offerId: first!.id, criterion: 'plan', words: '好' }] }
    expect((await lead().refused(contracts.chooseOffer, { ...at(id), body: half })).errors![0]).toMatchObject({
      code: 'contract-every-reason',
    })
    const reasons = offers.flatMap(({ id: offerId }) => criteria.map(({ key }) => ({ offerId, criterion: key, words: `${key}的理由` })))
    await lead().call(contracts.chooseOffer, { ...at(id), body: { offerId: first!.id, reasons } })
    const page = await read(id)
    expect(page.offers).toHaveLength(2)
    for (const offer of page.offers)
      expect(offer).toMatchObject({ plan: null, reasons: [{ words: 'plan的理由' }, { words: 'price的理由' }] })
    expect(page.parties.map(({ role }) => role['zh-CN']).toSorted()).toEqual(['主办', '出场地', '承接'].toSorted())
  })

  test('a cross-posting is shown from the call on, by posts and without a name', async () => {
    const id = await called()
    const crossing = {
      organ: expect.objectContaining({ en: 'Neighbours Social Work Centre' }),
      post: expect.objectContaining({ en: 'Centre director' }),
      deciding: { organ: expect.objectContaining({ en: 'Co-governance Council' }), post: expect.objectContaining({ en: 'Council chair' }) },
    }
    expect((await read(id)).crossPostings).toContainEqual(crossing)
    expect(JSON.stringify(await read(id))).not.toContain(cast.liang.name)
    await offered(id)
    town.at(afterwards)
    expect((await read(id)).crossPostings).toContainEqual(crossing)
  })

  test('whoever holds a post in an organ that offered is refused to decide, with the law named', async () => {
    const id = await called()
    await offered(id)
    const { id: postId } = await town
      .as('zhaoYu')
      .call(addPost, { params: { organId: organ('provider') }, body: { kind: 'socialWorker', name: { 'zh-CN': '顾问' } } })
    await town.as('zhaoYu').call(appoint, {
      params: { postId },
      body: { name: cast.directorHe.name, phone: cast.directorHe.phone, startsOn: '2026-11-23', document: '', publishName: false },
    })
    town.at(afterwards)
    const page = await lead().call(contracts.readContract, at(id))
    expect([page.barred, page.offers, page.may]).toEqual(['interest', [], []])
    const body = { offerId: id, reasons: [{ offerId: id, criterion: 'plan', words: '好' }] }
    const problem = await lead().refused(contracts.chooseOffer, { ...at(id), body })
    expect([problem.code, problem.detail]).toEqual(['contract-interest', expect.stringContaining('政府采购法')])
    await town.deed(({ tx, now }) => tx.updateTable('appointment').set({ revoked_at: now }).where('post_id', '=', postId).execute())
  })
})

describe('the contract', () => {
  test('runs for twelve months at most, thirty-six where it is stable, and costs no more than budget and offer', async () => {
    const id = await called()
    await chosen(id)
    const wrong = async (more: Parameters<typeof terms>[0]) =>
      (await officer().refused(contracts.signContract, { ...at(id), body: signing(more) })).errors!.map(({ code }) => code)
    expect(await wrong({ endsOn: '2027-12-10' })).toEqual(['contract-term-long'])
    expect(await wrong({ cents: 9_800_001 })).toEqual(['contract-over-offer'])
    expect(await wrong({ cents: 12_000_001 })).toContain('contract-over-budget')
    expect(await wrong({ endsOn: '2027-06-01' })).toEqual(['contract-milestone-outside'])
    const page = await officer().call(contracts.signContract, { ...at(id), body: signing({ endsOn: '2027-12-09' }) })
    expect(page).toMatchObject({
      state: 'contracted',
      limits: { months: 12 },
      contract: { breach: '少一天扣一天。', publishedOn: '2026-12-08' },
    })
    town.at(monday)
    const stable = await called({ stable: true })
    await chosen(stable)
    await officer().call(contracts.signContract, { ...at(stable), body: signing({ endsOn: '2029-12-09' }) })
  })

  test('a milestone is reported by the contractor, sent back or confirmed by the office; another organ’s is not there', async () => {
    const id = await running()
    const [first] = (await read(id)).milestones
    const params = { milestoneId: first!.id }
    expect((await centre().refused(contracts.reportMilestone, { params, body: { words: '冒报。' } })).code).toBe('no-milestone')
    expect((await officer().refused(contracts.judgeMilestone, { params, body: { confirmed: true, words: '' } })).code).toBe(
      'contract-nothing-reported',
    )
    await other().call(contracts.reportMilestone, { params, body: { words: '开班了。' } })
    await officer().call(contracts.judgeMilestone, { params, body: { confirmed: false, words: '签到表少了两天。' } })
    expect((await read(id)).milestones[0]).toMatchObject({ reportedOn: null, returned: '签到表少了两天。' })
    const file = await upload(other(), contracts.milestoneFile, params, 'list.pdf', pdf, { caption: '签到表' })
    expect((await centre().refused(contracts.readMilestoneFile, { params: { fileId: file } })).code).toBe('no-file')
    expect((await officer().raw(contracts.readMilestoneFile, { params: { fileId: file } })).status).toBe(200)
    expect((await read(id)).milestones[0]!.files).toEqual([])
  })

  test('from need to evaluation: accepted by another, paid within the contract, evaluated, its working files gone after thirty days', async () => {
    const id = await running()
    const [first] = (await read(id)).milestones
    await upload(other(), contracts.milestoneFile, { milestoneId: first!.id }, 'list.pdf', pdf, { caption: '签到表' })
    for (const helped of ['yes', 'yes', 'yes', 'yes', 'yes', 'partly', 'partly', 'partly', 'partly', 'no', 'no', 'no', 'no', 'no'] as const)
      await town.anonymous.call(contracts.giveFeedback, { ...at(id), body: { helped, words: '孩子有人看了。' } })
    await officer().call(contracts.enterFeedback, { ...at(id), body: { helped: 'partly', words: '' } })
    expect((await read(id)).feedback.total).toEqual({ kind: 'few' })
    expect((await lead().refused(contracts.acceptContract, { ...at(id), body: { words: '合格。' } })).code).toBe('contract-milestones-open')
    await officer().call(contracts.evaluateContract, { ...at(id), body: { kind: 'mid', reached: 'reached', words: '按计划。' } })
    await delivered(id)
    expect((await read(id)).feedback).toMatchObject({
      yes: { kind: 'shown', count: 5 },
      partly: { kind: 'shown', count: 5 },
      total: { count: 15 },
    })
    expect((await town.anonymous.refused(contracts.giveFeedback, { ...at(id), body: { helped: 'no', words: '' } })).code).toBe(
      'contract-no-feedback-now',
    )
    expect((await officer().call(contracts.readFeedback, at(id))).words).toHaveLength(14)
    expect((await officer().refused(contracts.acceptContract, { ...at(id), body: { words: '自己验。' } })).status).toBe(403)
    await lead().call(contracts.acceptContract, { ...at(id), body: { words: '现场看过，合格。' } })
    const treasurer = town.as('tianRong')
    const pay = (cents: number, document: string) => ({ ...at(id), body: { cents, document, paidOn: '2026-12-08' } })
    await treasurer.call(contracts.payContract, pay(5_000_000, '付2026-118'))
    expect((await treasurer.refused(contracts.payContract, pay(4_800_001, '付2026-119'))).errors![0]).toMatchObject({
      code: 'contract-overpaid',
    })
    expect((await treasurer.refused(contracts.payContract, pay(1, '付2026-118'))).errors![0]).toMatchObject({
      code: 'contract-document-used',
    })
    expect((await treasurer.refused(contracts.settleContract, { ...at(id), body: { reason: '' } })).errors![0]!.code).toBe(
      'contract-rest-reason',
    )
    await treasurer.call(contracts.payContract, pay(4_800_000, '付2026-119'))
    await treasurer.call(contracts.settleContract, { ...at(id), body: { reason: '' } })
    const page = await officer().call(contracts.evaluateContract, {
      ...at(id),
      body: { kind: 'final', reached: 'reached', words: '孩子有去处了。' },
    })
    expect(page).toMatchObject({ state: 'evaluated', paidCents: 9_800_000, evaluations: [{ kind: 'mid' }, { kind: 'final' }] })
    await town.drain(['programme.contracts.purge'])
    expect(await town.rows('select 1 from contract_file where project_id = $1', [id])).toHaveLength(1)
    town.at('2027-01-08T09:00:00+08:00')
    await town.drain(['programme.contracts.purge'])
    expect(await town.rows('select 1 from contract_file where project_id = $1', [id])).toEqual([])
    expect((await read(id)).offers.map(({ cents }) => cents).toSorted()).toEqual([11_000_000, 9_800_000].toSorted())
    expect((await officer().call(contracts.readContract, at(id))).offers.map(({ plan }) => plan)).toEqual(['', ''])
  })

  test('two payments at once stay within the contract', async () => {
    const id = await running()
    const treasurer = town.as('tianRong')
    const twice = await Promise.all(
      ['甲', '乙'].map((document) =>
        treasurer.raw(contracts.payContract, { ...at(id), body: { cents: 9_000_000, document, paidOn: '2026-12-08' } }),
      ),
    )
    expect(twice.map(({ status }) => status).toSorted()).toEqual([201, 422])
  })

  test('whoever prepared a project does not accept it, also with the other post', async () => {
    const id = await running()
    await delivered(id)
    await town.deed(({ tx }) =>
      tx
        .updateTable('contract_project')
        .set({ prepared_by: town.idOf('directorHe') })
        .where('id', '=', id)
        .execute(),
    )
    expect((await lead().refused(contracts.acceptContract, { ...at(id), body: { words: '合格。' } })).code).toBe('contract-own-preparation')
  })
})

test('a call that brought nothing is called again; a project is stopped with a reason', async () => {
  const id = await called()
  expect((await officer().refused(contracts.callAgain, { ...at(id), body: { reason: '没人来。' } })).code).toBe('contract-call-open')
  town.at(afterwards)
  expect(await officer().call(contracts.callAgain, { ...at(id), body: { reason: '没人来。' } })).toMatchObject({
    state: 'budgeted',
    callUntil: null,
  })
  expect((await officer().refused(contracts.stepContract, { ...at(id), body: { act: 'stop', reason: '' } })).code).toBe('fields')
  const page = await officer().call(contracts.stepContract, { ...at(id), body: { act: 'stop', reason: '改由学堂来办。' } })
  expect(page.history.at(-1)).toMatchObject({ kind: 'stop', words: '改由学堂来办。' })
})

test('open data: every project with its money, as JSON and as a table', async () => {
  const { contracts: rows, fields } = await town.anonymous.call(contracts.contractsData)
  expect(rows.length).toBeGreaterThan(3)
  expect(Object.keys(fields)).toContain('paidCents')
  const sheet = await town.anonymous.raw(contracts.contractsSheet)
  expect(sheet.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(sheet.body.split('\r\n')).toHaveLength(rows.length + 2)
})

/** The smallest PDF a reader takes. */
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n')

async function upload(
  who: ReturnType<Town['as']>,
  operation: typeof contracts.offerFile | typeof contracts.milestoneFile,
  params: Record<string, string>,
  name: string,
  bytes: Buffer,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const boundary = 'ronghe-boundary'
  const parts = Object.entries(fields).map(
    ([field, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(parts.join('') + head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const { status, body } = await who.raw(operation, {
    params: params as never,
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
  if (status >= 400) throw new Error(body)
  return (JSON.parse(body) as { id: string }).id
}
