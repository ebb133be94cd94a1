import { listCouncils } from '@ronghe/contract/council/council.ts'
import * as notices from '@ronghe/contract/programme/notices.ts'
import * as organs from '@ronghe/contract/programme/organs.ts'
import { addPost } from '@ronghe/contract/programme/appointments.ts'
import * as support from '@ronghe/contract/programme/support.ts'
import { settingDefaults, writeSetting } from '@ronghe/contract/programme/settings.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../platform/database/testing.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
beforeEach(() => town.at(monday))
afterAll(() => town.close())

const read = (organ: Parameters<typeof organId>[1]) =>
  town.anonymous.call(organs.readOrgan, { params: { organId: organId(town.street.id, organ) } })

describe('organs', () => {
  test('the five come first and every page is public', async () => {
    const { items } = await town.anonymous.call(organs.listOrgans)
    expect(items.slice(0, 5).map(({ kind }) => kind)).toEqual(['station', 'council', 'corps', 'school', 'branch'])
    const council = await read('council')
    expect(council).toMatchObject({ approval: 'S街办〔2026〕6号', parent: { name: { 'zh-CN': 'S街街道办事处' } }, secretary: null })
    expect(council.posts.find(({ kind }) => kind === 'chair')).toMatchObject({ holders: [{ name: '梁慧' }], vacant: 0 })
    expect(council.posts.find(({ name }) => name['zh-CN'] === '来穗人员代表')).toMatchObject({ seats: 6, vacant: 0 })
  })

  test('a cross-posting is shown on the page of either organ', async () => {
    expect((await read('council')).crossPostings).toContainEqual({
      name: '梁慧',
      here: expect.objectContaining({ 'zh-CN': '议事会主席' }),
      there: {
        organ: expect.objectContaining({ id: organId(town.street.id, 'provider') }),
        post: expect.objectContaining({ 'zh-CN': '中心主任' }),
      },
    })
    expect((await read('provider')).crossPostings).toContainEqual(
      expect.objectContaining({
        name: '梁慧',
        there: expect.objectContaining({ organ: expect.objectContaining({ id: organId(town.street.id, 'council') }) }),
      }),
    )
  })

  test('a branch shows no secretary and takes no post here, whoever asks', async () => {
    const branch = await read('branch')
    expect(branch).toMatchObject({ secretary: 'notPublished', posts: [], crossPostings: [] })
    expect(
      (
        await town
          .as('officerLin')
          .refused(addPost, { params: { organId: organId(town.street.id, 'branch') }, body: { kind: 'member', name: { 'zh-CN': '委员' } } })
      ).code,
    ).toBe('branch-office-not-here')
    expect(
      (
        await town.as('officerLin').refused(addPost, {
          params: { organId: organId(town.street.id, 'council') },
          body: { kind: 'branchSecretary', name: { 'zh-CN': '书记' } },
        })
      ).code,
    ).toBe('branch-office-not-here')
    expect(
      (
        await town
          .as('officerLin')
          .refused(organs.addOrgan, { body: { kind: 'branch', party: 'residents', name: { 'zh-CN': '荆楚印刷工流动党支部' } } })
      ).errors,
    ).toMatchObject([{ path: 'approval', code: 'branch-needs-approval' }])
  })

  test('an organ that is switched off is nowhere', async () => {
    await town
      .as('zhaoYu')
      .call(writeSetting, { params: { key: 'modules' }, body: { value: { ...settingDefaults.modules, branch: false, council: false } } })
    expect((await town.anonymous.call(organs.listOrgans)).items.map(({ kind }) => kind)).not.toEqual(expect.arrayContaining(['branch']))
    expect((await town.anonymous.refused(organs.readOrgan, { params: { organId: organId(town.street.id, 'branch') } })).code).toBe(
      'no-organ',
    )
    expect(JSON.stringify(await read('provider'))).not.toContain(organId(town.street.id, 'council'))
    expect((await read('school')).parent, 'the street stands in for an organ that is off').toMatchObject({
      id: organId(town.street.id, 'streetOffice'),
    })
    expect((await town.anonymous.refused(listCouncils)).code).toBe('organ-off')
    await town.as('zhaoYu').call(writeSetting, { params: { key: 'modules' }, body: { value: settingDefaults.modules } })
    expect((await read('school')).parent).toMatchObject({ id: organId(town.street.id, 'branch') })
  })

  test('are entered and changed by the office, and close when nobody serves in them', async () => {
    const { id } = await town
      .as('officerLin')
      .call(organs.addOrgan, { body: { kind: 'partner', party: 'social', name: { 'zh-CN': '大学社工系' } } })
    expect(
      (
        await town
          .as('officerLin')
          .refused(organs.editOrgan, { params: { organId: id }, body: { name: { 'zh-CN': '大学社工系' }, parentId: id } })
      ).code,
    ).toBe('organ-under-itself')
    await town.as('officerLin').call(organs.endOrgan, { params: { organId: id }, body: { lastDay: '2026-11-23', reason: '合作结束' } })
    expect(
      (
        await town.as('officerLin').refused(organs.endOrgan, {
          params: { organId: organId(town.street.id, 'council') },
          body: { lastDay: '2026-11-23', reason: '' },
        })
      ).code,
    ).toBe('organ-still-has-people')
    expect(
      (await town.as('heMin').refused(organs.addOrgan, { body: { kind: 'partner', party: 'social', name: { 'zh-CN': '别的' } } })).code,
    ).toBe('not-permitted')
  })
})

describe('support', () => {
  const provider = () => organId(town.street.id, 'provider')
  const ask = () =>
    town.as('liang').call(support.requestSupport, { body: { organId: provider(), kind: 'money', what: '亲子阅读角书架', cents: 300_000 } })

  test('is asked for, decided within ten working days, delivered, and what came of it is public', async () => {
    const line = await ask()
    expect(line).toMatchObject({ state: 'requested', dueOn: '2026-12-07', may: ['withdraw'] })
    const decided = await town
      .as('directorHe')
      .call(support.decideSupport, { params: { supportId: line.id }, body: { granted: true, reason: '预算内', cents: 250_000 } })
    expect(decided).toMatchObject({ state: 'granted', cents: 250_000, decidedBy: { 'zh-CN': '街道分管领导' } })
    await town.as('directorHe').call(support.deliverSupport, { params: { supportId: line.id }, body: {} })
    await town.as('liang').call(support.tellOutcome, { params: { supportId: line.id }, body: { outcome: '每周六 20 个孩子来看书' } })
    const { support: shown } = await read('provider')
    expect(shown).toContainEqual(expect.objectContaining({ cents: 250_000, outcome: '每周六 20 个孩子来看书', state: 'delivered' }))
    expect((await town.anonymous.call(support.listSupport, { query: { organId: provider() } })).grantedCents).toBe(250_000)
  })

  test('says when a decision is late', async () => {
    const { id } = await ask()
    town.at('2026-12-08T09:00:00+08:00')
    expect((await town.anonymous.call(support.listSupport)).items.find((line) => line.id === id)).toMatchObject({ overdue: true })
  })

  test('goes up when nobody decides, on the first working day after the promised one, and the ledger says how far', async () => {
    const { id } = await ask()
    const line = async () => (await town.anonymous.call(support.listSupport)).items.find((one) => one.id === id)!
    const told = async (who: 'officerLin' | 'directorHe') =>
      (await town.rows("select 1 from message where template = 'support-overdue' and person_id = $1", [town.idOf(who)])).length
    const before = { officerLin: await told('officerLin'), directorHe: await told('directorHe') }
    for (const [day, escalated, officer, lead] of [
      ['2026-11-27', 'none', 0, 0],
      ['2026-11-30', 'owner', 1, 0],
      ['2026-12-07', 'owner', 1, 0],
      ['2026-12-08', 'supervisor', 1, 1],
      ['2026-12-11', 'streetLead', 1, 2],
    ] as const) {
      town.at(`${day}T06:15:00+08:00`)
      // Other requests of this town wait too; what is told about them is not counted here.
      await town.rows("update support set state = 'withdrawn' where id <> $1 and state = 'requested'", [id])
      await town.drain(['programme.support.escalate'])
      expect(
        [(await line()).escalated, (await told('officerLin')) - before.officerLin, (await told('directorHe')) - before.directorHe],
        day,
      ).toEqual([escalated, officer, lead])
    }
    await town.as('directorHe').call(support.decideSupport, { params: { supportId: id }, body: { granted: false, reason: '今年预算用完' } })
    expect((await line()).escalated).toBe('none')
  })

  test('is refused to whoever may not, and when it does not fit', async () => {
    const { id } = await ask()
    expect(
      (await town.as('liang').refused(support.decideSupport, { params: { supportId: id }, body: { granted: true, reason: '好' } })).code,
    ).toBe('not-permitted')
    expect(
      (
        await town.as('wuXia').refused(support.requestSupport, {
          body: { organId: organId(town.street.id, 'police'), kind: 'place', what: '会议室', cents: null },
        })
      ).code,
    ).toBe('not-your-organ')
    expect(
      (await town.as('liang').refused(support.requestSupport, { body: { organId: provider(), kind: 'money', what: '钱', cents: null } }))
        .errors,
    ).toMatchObject([{ path: 'cents', code: 'money-needs-amount' }])
    expect(
      (
        await town
          .as('directorHe')
          .refused(support.decideSupport, { params: { supportId: id }, body: { granted: true, reason: '多给', cents: 400_000 } })
      ).errors,
    ).toMatchObject([{ code: 'more-than-asked' }])
    expect((await town.as('directorHe').refused(support.deliverSupport, { params: { supportId: id }, body: {} })).code).toBe(
      'support-not-granted',
    )
    await town.as('directorHe').call(support.decideSupport, { params: { supportId: id }, body: { granted: false, reason: '今年预算用完' } })
    expect(
      (await town.as('directorHe').refused(support.decideSupport, { params: { supportId: id }, body: { granted: true, reason: '改主意' } }))
        .code,
    ).toBe('support-decided')
  })
})

describe('notices', () => {
  const publish = (audience: 'everyone' | 'residents' | 'staff', untilDay: string | null = null) =>
    town.as('luoYan').call(notices.publishNotice, {
      body: {
        organId: organId(town.street.id, 'station'),
        title: { 'zh-CN': `给${audience}` },
        body: { 'zh-CN': '周六上午也开门。' },
        audience,
        untilDay,
      },
    })
  const titles = async (who: Town['anonymous']) => (await who.call(notices.listNotices)).items.map(({ title }) => title['zh-CN'])

  test('reach those they are for and nobody else', async () => {
    const staff = await publish('staff')
    await publish('residents')
    await publish('everyone')
    expect(await titles(town.anonymous)).toEqual(['给everyone'])
    expect((await titles(town.as('chen'))).toSorted()).toEqual(['给everyone', '给residents'])
    expect((await titles(town.as('heMin'))).toSorted()).toEqual(['给everyone', '给residents', '给staff'])
    expect((await town.anonymous.refused(notices.readNotice, { params: { noticeId: staff.id } })).code).toBe('no-notice')
  })

  test('end with their day, and withdrawn ones say so at their address', async () => {
    await publish('everyone', '2026-11-23')
    const { id } = await publish('everyone')
    const withdrawn = await town.as('luoYan').call(notices.withdrawNotice, { params: { noticeId: id } })
    expect(withdrawn.withdrawn).toBe(true)
    town.at('2026-11-24T09:00:00+08:00')
    expect(await titles(town.anonymous)).toEqual(['给everyone'])
    expect(await town.anonymous.call(notices.readNotice, { params: { noticeId: id } })).toMatchObject({ withdrawn: true })
    expect((await town.as('luoYan').refused(notices.withdrawNotice, { params: { noticeId: id } })).code).toBe('notice-withdrawn')
  })

  test('are published by a post of that organ only', async () => {
    expect(
      (
        await town.as('heMin').refused(notices.publishNotice, {
          body: { organId: organId(town.street.id, 'station'), title: { 'zh-CN': '一' }, body: { 'zh-CN': '二' }, audience: 'everyone' },
        })
      ).code,
    ).toBe('not-permitted')
    expect(
      (
        await town.as('liang').refused(notices.publishNotice, {
          body: { organId: organId(town.street.id, 'station'), title: { 'zh-CN': '一' }, body: { 'zh-CN': '二' }, audience: 'everyone' },
        })
      ).code,
    ).toBe('not-your-organ')
    expect(
      (
        await town.as('luoYan').refused(notices.publishNotice, {
          body: {
            organId: organId(town.street.id, 'station'),
            title: { 'zh-CN': '一' },
            body: { 'zh-CN': '二' },
            audience: 'everyone',
            untilDay: '2026-11-22',
          },
        })
      ).errors,
    ).toMatchObject([{ path: 'untilDay', code: 'day-is-past' }])
  })
})
