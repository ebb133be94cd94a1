import * as agreements from '@ronghe/contract/programme/agreements.ts'
import { postId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../platform/database/testing.ts'
import { recordUse } from './agreement-uses.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
beforeEach(() => town.at(monday))
afterAll(() => town.close())

const words = () => ({
  title: { 'zh-CN': '两家医院当场结算' },
  counterpart: { 'zh-CN': '洪湖市医保局' },
  subject: 'health' as const,
  terms: { summary: { 'zh-CN': '住院当场结。' }, places: [{ name: { 'zh-CN': '榕荫医院' } }] },
  today: {
    guide: { 'zh-CN': '先备案，再直接结算。' },
    steps: [{ 'zh-CN': '备案' }],
    source: { 'zh-CN': '医保发〔2022〕22号' },
    checkedOn: '2026-11-01',
  },
  instead: { 'zh-CN': '先垫付，拿齐发票，由服务站寄回报销。' },
  ownerPostId: postId(town.street.id, 'healthOfficer'),
})
const step = (agreementId: string, what: unknown) =>
  town.as('officerLin').call(agreements.stepAgreement, { params: { agreementId }, body: { what: what as never } })
const refusedStep = (agreementId: string, what: unknown) =>
  town.as('officerLin').refused(agreements.stepAgreement, { params: { agreementId }, body: { what: what as never } })
const read = (agreementId: string) => town.anonymous.call(agreements.readAgreement, { params: { agreementId } })
/** What the list calls in force on a day. */
const offered = async (day: string) => {
  town.at(`${day}T09:00:00+08:00`)
  return (await town.anonymous.call(agreements.listAgreements)).items.filter((one) => one.inForce)
}

async function inForce(endsOn: string) {
  const { id } = await town.as('officerLin').call(agreements.addAgreement, { body: words() })
  await step(id, { act: 'negotiate', note: '' })
  await step(id, { act: 'sign', on: '2026-11-20', document: 'S街办〔2026〕40号', note: '' })
  await step(id, { act: 'enterIntoForce', startsOn: '2026-11-23', endsOn, note: '' })
  return id
}

describe('an agreement', () => {
  test('goes from proposed to in force, open matters first', async () => {
    const { id } = await town.as('officerLin').call(agreements.addAgreement, { body: { ...words(), key: 'honghu' } })
    expect((await refusedStep(id, { act: 'sign', on: '2026-11-20', document: '一', note: '' })).code).toBe('agreement-not-sign')
    await step(id, { act: 'negotiate', note: '第一次去洪湖' })
    const { matters } = await town.as('officerLin').call(agreements.addMatter, {
      params: { agreementId: id },
      body: { what: '门诊慢病', ownerPostId: postId(town.street.id, 'healthOfficer'), dueOn: '2026-12-01' },
    })
    expect(matters).toMatchObject([{ what: '门诊慢病', owner: { 'zh-CN': '医保经办' }, dueOn: '2026-12-01', overdue: false }])
    expect((await refusedStep(id, { act: 'sign', on: '2026-11-20', document: '一', note: '' })).code).toBe('matters-still-open')
    await town.as('officerLin').call(agreements.settleMatter, { params: { matterId: matters[0]!.id }, body: { outcome: '明年再谈' } })
    await step(id, { act: 'sign', on: '2026-11-20', document: 'S街办〔2026〕40号', note: '' })
    expect((await refusedStep(id, { act: 'enterIntoForce', startsOn: '2026-11-01', endsOn: '2027-11-01', note: '' })).errors).toMatchObject(
      [{ path: 'what.startsOn', code: 'agreement-starts-early' }],
    )
    await step(id, { act: 'enterIntoForce', startsOn: '2026-11-23', endsOn: '2027-11-22', note: '' })
    const page = await read(id)
    expect(page).toMatchObject({
      state: 'inForce',
      inForce: true,
      today: { guide: { 'zh-CN': '先备案，再直接结算。' } },
      terms: { document: 'S街办〔2026〕40号' },
      may: [],
    })
    expect(page.history.map(({ kind }) => kind).toSorted()).toEqual([
      'inForce',
      'matterAdded',
      'matterSettled',
      'negotiating',
      'proposed',
      'signed',
    ])
    expect((await town.as('officerLin').refused(agreements.addAgreement, { body: { ...words(), key: 'honghu' } })).errors).toMatchObject([
      { path: 'key', code: 'agreement-key-taken' },
    ])
  })

  test('warns its owner 60 days before the end, once', async () => {
    const id = await inForce('2027-03-01')
    const told = () => town.rows("select person_id from message where template = 'agreement-ending' and link like '%' || $1", [id])
    const morning = async (day: string) => {
      town.at(`${day}T00:20:00+08:00`)
      await town.drain(['programme.agreements.watch'])
    }
    await morning('2026-12-30')
    expect(await told()).toEqual([])
    await morning('2026-12-31')
    await morning('2027-01-01')
    expect(await told()).toEqual([{ person_id: town.idOf('tangLi') }])
  })

  test('is not offered any more on the day after its last one, before any job has run, and the page says what applies instead', async () => {
    const id = await inForce('2026-12-31')
    expect((await offered('2026-12-31')).map((one) => one.id)).toContain(id)
    expect((await offered('2027-01-01')).map((one) => one.id)).not.toContain(id)
    town.at('2027-01-01T00:01:00+08:00')
    expect(await read(id)).toMatchObject({ inForce: false, instead: { 'zh-CN': '先垫付，拿齐发票，由服务站寄回报销。' } })
    await town.drain(['programme.agreements.watch'])
    expect((await read(id)).state).toBe('expired')
  })

  test('renewed, it counts to its last day and the next one takes over without a hole', async () => {
    const id = await inForce('2026-12-31')
    const next = await step(id, { act: 'renew', startsOn: '2027-01-01', endsOn: '2027-12-31', note: '照旧' })
    expect(next.id).not.toBe(id)
    expect((await read(id)).state).toBe('renewed')
    const ids = async (day: string) => (await offered(day)).map((one) => one.id)
    expect(await ids('2026-12-31')).toContain(id)
    expect(await ids('2026-12-31')).not.toContain(next.id)
    expect(await ids('2027-01-01')).toContain(next.id)
    expect((await refusedStep(id, { act: 'renew', startsOn: '2027-01-01', endsOn: '2027-12-31', note: '' })).code).toBe(
      'agreement-not-renew',
    )
  })

  test('ended early, it is gone the same day', async () => {
    const id = await inForce('2027-12-31')
    await step(id, { act: 'end', note: '对方机构改革' })
    expect((await offered('2026-11-23')).map((one) => one.id)).not.toContain(id)
  })

  test('is edited by the street office only', async () => {
    const id = await inForce('2027-12-31')
    for (const who of ['chen', 'heMin', 'tangLi', 'zhaoYu'] as const) {
      expect((await town.as(who).refused(agreements.addAgreement, { body: words() })).code, who).toBe('not-permitted')
      expect(
        (
          await town
            .as(who)
            .refused(agreements.stepAgreement, { params: { agreementId: id }, body: { what: { act: 'end', note: '不要了' } } })
        ).code,
        who,
      ).toBe('not-permitted')
    }
    expect((await town.as('officerLin').refused(agreements.addAgreement, { body: { ...words(), title: { 'zh-CN': '' } } })).status).toBe(
      422,
    )
  })
})

describe('uses', () => {
  test('are counted once per case, shown by whole years, and few are not shown', async () => {
    const id = await inForce('2028-12-31')
    const use = (index: number, outcome: 'settledOnTheSpot' | 'reimbursedLater' | 'refused') =>
      town.deed((deed) =>
        recordUse(deed, {
          agreementId: id,
          caseId: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
          outcome,
          days: 3,
          amountBand: 'under5000',
        }),
      )
    for (let index = 0; index < 12; index++) await use(index, 'settledOnTheSpot')
    await use(12, 'refused')
    await expect(use(12, 'refused')).rejects.toMatchObject({ code: 'use-counted-already' })
    expect((await read(id)).uses).toMatchObject({ until: '2025-12-31', total: { kind: 'few' } })
    town.at('2027-02-01T09:00:00+08:00')
    await town.drain(['programme.figures-night'])
    const { uses } = await read(id)
    expect(uses).toMatchObject({ until: '2026-12-31', total: { kind: 'shown', count: 13 } })
    expect(uses.outcomes.find(({ outcome }) => outcome === 'refused')!.count).toEqual({ kind: 'few' })
    // 12 of 13 would give away the other one.
    expect(uses.outcomes.find(({ outcome }) => outcome === 'settledOnTheSpot')!.count).toEqual({ kind: 'few' })
    // Two in the next year would show as a difference of two: they wait until their block is enough.
    for (const index of [13, 14]) await use(index, 'settledOnTheSpot')
    town.at('2028-02-01T09:00:00+08:00')
    await town.drain(['programme.figures-night'])
    expect((await read(id)).uses).toMatchObject({ until: '2027-12-31', total: { kind: 'shown', count: 13 } })
    // A year that was counted stays as it was, even when a use of it is erased.
    await town.rows("delete from agreement_use where agreement_id = $1 and on_day < '2027-01-01'", [id])
    await town.drain(['programme.figures-night'])
    expect((await read(id)).uses).toMatchObject({ until: '2027-12-31', total: { kind: 'shown', count: 13 } })
  })

  test('never take free text as a reason', async () => {
    const id = await inForce('2028-12-31')
    await expect(
      town.deed((deed) => recordUse(deed, { agreementId: id, caseId: town.street.id, outcome: 'refused', reason: '病人得了肝炎' })),
    ).rejects.toThrow('not the code of a reason')
  })
})
