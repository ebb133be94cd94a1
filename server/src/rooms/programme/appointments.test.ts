import * as appointments from '@ronghe/contract/programme/appointments.ts'
import { raiseConcern, readConcern, readMyConcern, workOnConcern } from '@ronghe/contract/programme/concerns.ts'
import { whoAmI } from '@ronghe/contract/people/session.ts'
import { cast, type CastKey, type PostKey } from '@ronghe/demo/cast.ts'
import { demoId, organId, postId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../platform/database/testing.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
beforeEach(() => town.at(monday))
afterAll(() => town.close())

const post = (key: PostKey) => postId(town.street.id, key)
const appointmentOf = (who: CastKey, key: PostKey) => demoId(town.street.id, 'appointment', who, key)
const of = (who: CastKey, more: Partial<{ startsOn: string; endsOn: string; publishName: boolean }> = {}) => ({
  phone: cast[who].phone,
  name: cast[who].name,
  startsOn: '2026-11-23',
  document: 'S街办〔2026〕31号',
  ...more,
})
const owned = async (key: PostKey) => {
  const { id } = await town.as('chen').call(raiseConcern, { body: { words: '垃圾没人收', topic: 'environment' } })
  await town.as('officerLin').call(workOnConcern, { params: { concernId: id }, body: { what: { act: 'screen', ownerPostId: post(key) } } })
  return id
}

describe('appointing', () => {
  test('gives the post’s permissions with the very next request, and ending it takes them with the next', async () => {
    const xu = async () => (await town.as('xu').call(whoAmI)).person!.permissions
    expect(await xu()).toEqual([])
    const { id } = await town.as('officerLin').call(appointments.appoint, { params: { postId: post('socialWorker') }, body: of('xu') })
    expect(await xu()).toContain('programme.concerns.carry')
    await town.as('officerLin').call(appointments.endAppointment, { params: { appointmentId: id }, body: { note: '' } })
    expect(await xu()).toEqual([])
    expect(
      (await town.as('officerLin').refused(appointments.endAppointment, { params: { appointmentId: id }, body: { note: '' } })).code,
    ).toBe('already-ended')
  })

  test('counts from its first day to its last, both included', async () => {
    await town.as('officerLin').call(appointments.appoint, {
      params: { postId: post('lecturer') },
      body: of('liuFang', { startsOn: '2026-11-25', endsOn: '2026-11-26' }),
    })
    const held = async (moment: string) => {
      town.at(moment)
      return (await town.as('liuFang').call(whoAmI)).person!.posts.length
    }
    expect([
      await held('2026-11-24T23:59:00+08:00'),
      await held('2026-11-25T00:01:00+08:00'),
      await held('2026-11-26T23:59:00+08:00'),
      await held('2026-11-27T00:01:00+08:00'),
    ]).toEqual([0, 1, 1, 0])
  })

  test('never fills more seats than there are, whoever comes at once', async () => {
    const organ = organId(town.street.id, 'corps')
    const { id } = await town
      .as('officerLin')
      .call(appointments.addPost, { params: { organId: organ }, body: { kind: 'member', name: { 'zh-CN': '队委' }, seats: 2 } })
    const people = ['chen', 'liuFang', 'smith', 'auntHuang', 'liZhiqiang'] as const
    const replies = await Promise.all(
      people.map((who) => town.as('officerLin').raw(appointments.appoint, { params: { postId: id }, body: of(who) })),
    )
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(2)
    expect(replies.filter(({ status }) => status === 409).map(({ body }) => (JSON.parse(body) as { code: string }).code)).toEqual([
      'seats-are-full',
      'seats-are-full',
      'seats-are-full',
    ])
    expect(
      (
        await town
          .as('officerLin')
          .refused(appointments.editPost, { params: { postId: id }, body: { name: { 'zh-CN': '队委' }, seats: 1, supervisorPostId: null } })
      ).code,
    ).toBe('seats-below-holders')
  })

  test('needs the name and the number of one account, and tells nothing more', async () => {
    expect(
      (
        await town
          .as('officerLin')
          .refused(appointments.appoint, { params: { postId: post('lecturer') }, body: { ...of('chen'), name: '别人' } })
      ).errors,
    ).toMatchObject([{ path: 'name', code: 'appoint-nobody-found' }])
  })

  test('keeps the three administrators three people, and nobody lifts anybody above their own post', async () => {
    const make = (who: CastKey, key: PostKey, whom: CastKey) =>
      town.as(who).refused(appointments.appoint, { params: { postId: post(key) }, body: of(whom) })
    const another = await town.as('zhaoYu').call(appointments.addPost, {
      params: { organId: organId(town.street.id, 'streetOffice') },
      body: { kind: 'auditAdministrator', name: { 'zh-CN': '第二审计员' } },
    })
    expect((await town.as('zhaoYu').refused(appointments.appoint, { params: { postId: another.id }, body: of('qianXi') })).code).toBe(
      'three-administrators-apart',
    )
    expect((await make('zhaoYu', 'lecturer', 'zhaoYu')).code).toBe('not-yourself')
    expect((await make('officerLin', 'securityAdministrator', 'xu')).code).toBe('above-your-post')
    expect((await make('officerLin', 'integrityOfficer', 'xu')).code).toBe('above-your-post')
    expect((await make('luoYan', 'lecturer', 'xu')).code).toBe('not-permitted')
    expect((await town.as('liuJianjun').refused(appointments.listPosts)).code).toBe('not-permitted')
  })

  test('a holder who does not publish the name is counted, not named', async () => {
    const { id } = await town.as('officerLin').call(appointments.addPost, {
      params: { organId: organId(town.street.id, 'school') },
      body: { kind: 'lecturer', name: { 'zh-CN': '方言讲师' } },
    })
    await town.as('officerLin').call(appointments.appoint, { params: { postId: id }, body: of('xu', { publishName: false }) })
    const { readOrgan } = await import('@ronghe/contract/programme/organs.ts')
    const page = await town.anonymous.call(readOrgan, { params: { organId: organId(town.street.id, 'school') } })
    expect(page.posts.find((one) => one.id === id)).toMatchObject({ holders: [], heldWithoutName: 1, vacant: 0 })
    expect(JSON.stringify(page)).not.toContain('徐建平')
  })
})

describe('leaving a post', () => {
  test('is refused while something is open, until each thing has a new owner with a note', async () => {
    const one = await owned('healthOfficer')
    const two = await owned('healthOfficer')
    const params = { appointmentId: appointmentOf('tangLi', 'healthOfficer') }
    const problem = await town.as('officerLin').refused(appointments.endAppointment, { params, body: { note: '' } })
    expect(problem).toMatchObject({ code: 'work-still-open', instead: expect.stringContaining('批量交接') })
    const open = await town.as('officerLin').call(appointments.readOpenWork, { params })
    expect(open.items.map(({ id }) => id).toSorted()).toEqual([one, two].toSorted())
    expect(
      (
        await town.as('officerLin').refused(appointments.handOver, {
          params,
          body: { items: [{ kind: 'concern', id: one, toPostId: post('windowTwo'), note: '' }] },
        })
      ).code,
    ).toBe('owner-cannot-answer')
    const { remaining } = await town.as('officerLin').call(appointments.handOver, {
      params,
      body: { items: [one, two].map((id) => ({ kind: 'concern', id, toPostId: post('environmentOfficer'), note: '已约周五看现场' })) },
    })
    expect(remaining).toEqual([])
    await town.as('officerLin').call(appointments.endAppointment, { params, body: { lastDay: '2026-11-23', note: '调离' } })
    expect(await town.as('chen').call(readMyConcern, { params: { concernId: one } })).toMatchObject({
      owner: { post: { 'zh-CN': '城管经办' } },
    })
    expect((await town.as('fangWei').call(readConcern, { params: { concernId: one } })).events.at(-1)).toMatchObject({
      kind: 'reassigned',
      words: '已约周五看现场',
    })
  })

  test('all at once: everything goes to the superior immediately', async () => {
    const id = await owned('justiceOfficer')
    const ended = await town.as('officerLin').call(appointments.endAppointment, {
      params: { appointmentId: appointmentOf('maLin', 'justiceOfficer') },
      body: { sudden: true, note: '突发疾病' },
    })
    expect(ended.handedOver).toBe(1)
    expect((await town.as('directorHe').call(readConcern, { params: { concernId: id } })).may).toContain('answer')
    expect((await town.as('maLin').call(whoAmI)).person!.posts).toEqual([])
  })

  test('a term that runs out leaves nothing behind on an empty post', async () => {
    const id = await owned('policeOfficer')
    await town.deed(({ tx }) =>
      tx.updateTable('appointment').set({ ends_on: '2026-11-24' }).where('id', '=', appointmentOf('wangJun', 'policeOfficer')).execute(),
    )
    town.at('2026-11-25T00:40:00+08:00')
    await town.drain(['programme.posts.gather'])
    expect(await town.as('chen').call(readMyConcern, { params: { concernId: id } })).toMatchObject({
      owner: { post: { 'zh-CN': '街道分管领导' } },
    })
  })

  test('a concern about staff is handed to another reader only, and its title tells nothing', async () => {
    const { id } = await town
      .as('chen')
      .call(raiseConcern, { body: { words: '窗口有人收红包', topic: 'unequal', aboutStaff: { postId: post('windowOne') } } })
    const params = { appointmentId: appointmentOf('fengJie', 'integrityOfficer') }
    const { items } = await town.as('directorHe').call(appointments.readOpenWork, { params })
    expect(items).toEqual([{ kind: 'concern', id, title: expect.stringMatching(/^YJ-\d{4}-\d{4}$/), dueOn: expect.any(String) }])
    expect(
      (
        await town
          .as('directorHe')
          .refused(appointments.handOver, { params, body: { items: [{ kind: 'concern', id, toPostId: post('streetLead'), note: '' }] } })
      ).code,
    ).toBe('not-a-reader')
    expect((await town.as('directorHe').refused(readConcern, { params: { concernId: id } })).code).toBe('no-concern')
  })
})

describe('days away', () => {
  test('without a stand-in are refused while something is open on the post', async () => {
    await owned('environmentOfficer')
    const params = { appointmentId: appointmentOf('fangWei', 'environmentOfficer') }
    expect(
      (
        await town
          .as('officerLin')
          .refused(appointments.addLeave, { params, body: { fromDay: '2026-12-21', toDay: '2026-12-22', standInPostId: null, note: '' } })
      ).code,
    ).toBe('stand-in-needed')
  })

  test('the stand-in sees and answers what waits on the post, and no longer when the days are over', async () => {
    const id = await owned('environmentOfficer')
    await town.as('officerLin').call(appointments.addLeave, {
      params: { appointmentId: appointmentOf('fangWei', 'environmentOfficer') },
      body: { fromDay: '2026-11-24', toDay: '2026-11-25', standInPostId: post('stationLead'), note: '培训' },
    })
    expect((await town.as('luoYan').refused(readConcern, { params: { concernId: id } })).code).toBe('no-concern')
    town.at('2026-11-24T09:00:00+08:00')
    expect((await town.as('luoYan').call(readConcern, { params: { concernId: id } })).may).toContain('answer')
    expect((await town.as('officerLin').call(appointments.listLeave)).items).toMatchObject([
      { name: '方伟', standIn: { name: { 'zh-CN': '站长' } } },
    ])
    town.at('2026-11-26T09:00:00+08:00')
    expect((await town.as('luoYan').refused(readConcern, { params: { concernId: id } })).code).toBe('no-concern')
  })

  test('are refused when they do not fit', async () => {
    const params = { appointmentId: appointmentOf('heMin', 'windowTwo') }
    expect(
      (
        await town
          .as('officerLin')
          .refused(appointments.addLeave, { params, body: { fromDay: '2026-11-25', toDay: '2026-11-24', standInPostId: null, note: '' } })
      ).errors,
    ).toMatchObject([{ path: 'toDay' }])
    expect(
      (
        await town.as('officerLin').refused(appointments.addLeave, {
          params,
          body: { fromDay: '2026-11-24', toDay: '2026-11-24', standInPostId: post('windowTwo'), note: '' },
        })
      ).errors,
    ).toMatchObject([{ code: 'stands-in-for-itself' }])
    expect(
      (
        await town.as('officerLin').refused(appointments.addLeave, {
          params,
          body: { fromDay: '2026-11-24', toDay: '2026-11-24', standInPostId: post('taxOfficer'), note: '' },
        })
      ).errors,
    ).toMatchObject([{ code: 'stand-in-is-away' }])
    expect(
      (
        await town
          .as('heMin')
          .refused(appointments.addLeave, { params, body: { fromDay: '2026-11-24', toDay: '2026-11-24', standInPostId: null, note: '' } })
      ).code,
    ).toBe('not-permitted')
  })
})
