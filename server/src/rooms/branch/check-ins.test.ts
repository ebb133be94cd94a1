import { declareCheckIn, readMyCheckIn, withdrawCheckIn } from '@ronghe/contract/branch/check-ins.ts'
import { editBranch, listBranches, readBranch } from '@ronghe/contract/branch/branches.ts'
import { answerCheckIn, deletePaperCheckIn, enterPaperCheckIn, listMembers, revealMember } from '@ronghe/contract/branch/members.ts'
import { listBranchMessages, markBranchMessages } from '@ronghe/contract/branch/messages.ts'
import { standardDuties } from '@ronghe/contract/branch/duties.ts'
import { startAssisting } from '@ronghe/contract/people/assist.ts'
import { exportMyData } from '@ronghe/contract/people/my-data.ts'
import { addOrgan } from '@ronghe/contract/programme/organs.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { checkedIn, declaring, membersOf, openBranch } from './testing.ts'

let town: Town
let branchId: string
beforeAll(async () => {
  town = await openTown()
  branchId = await openBranch(town)
})
afterAll(() => town.close())
beforeEach(() => town.at('2026-11-23T10:00:00+08:00'))

test('a member declares on the phone, the branch confirms within its days, and the member sees who looked', async () => {
  const chen = town.as('chen')
  const declared = await chen.call(declareCheckIn, { body: declaring(branchId, '陈国强') })
  expect(declared).toMatchObject({ state: 'declared', answerDue: '2026-11-30', name: '陈国强', may: ['withdraw'] })
  expect((await chen.refused(declareCheckIn, { body: declaring(branchId, '陈国强') })).code).toBe('branch-already-in')
  const params = { branchId, checkInId: declared.id }
  const xu = town.as('xu')
  expect((await xu.call(listBranchMessages)).items[0]?.text).toContain('11月30日')
  expect((await xu.call(listBranchMessages)).items[0]?.text).not.toContain('陈')
  const [row] = await membersOf(town, branchId)
  expect(row).toMatchObject({ id: declared.id, state: 'declared', may: ['confirm', 'decline'] })
  expect(JSON.stringify(row)).not.toMatch(/陈|洪湖/)
  expect(await xu.call(revealMember, { params })).toEqual({ name: '陈国强', homeBranch: '洪湖市新堤街道第三支部', contact: '微信同名' })
  expect(await xu.call(answerCheckIn, { params, body: { act: 'confirm' } })).toMatchObject({ state: 'confirmed', may: ['end', 'appoint'] })
  expect((await xu.refused(answerCheckIn, { params, body: { act: 'decline', reason: 'not-reached' } })).code).toBe('branch-not-now')
  const mine = await chen.call(readMyCheckIn)
  expect(mine.checkIn).toMatchObject({ state: 'confirmed', answeredOn: '2026-11-23', may: ['withdraw', 'print'], duties: standardDuties })
  expect(mine.looks).toEqual([{ office: 'secretary', purpose: 'name', on: '2026-11-23' }])
  expect((await chen.call(listBranchMessages)).items).toMatchObject([{ read: false }])
  expect((await chen.call(markBranchMessages)).items).toMatchObject([{ read: true }])
  await chen.call(withdrawCheckIn)
  expect(await chen.call(readMyCheckIn)).toEqual({ checkIn: null, looks: [] })
  expect((await chen.refused(withdrawCheckIn)).code).toBe('no-check-in')
  expect(await membersOf(town, branchId)).toEqual([])
})

test('nobody but the office-holders of this branch reads its list: not a member, not the street, not a holder elsewhere', async () => {
  const id = await checkedIn(town, branchId, 'chen')
  for (const who of ['chen', 'zhou', 'officerLin', 'directorHe', 'heMin', 'zhaoYu', 'zhengRu'] as const) {
    expect((await town.as(who).refused(listMembers, { params: { branchId } })).code).toBe('branch-office-only')
    expect((await town.as(who).refused(revealMember, { params: { branchId, checkInId: id } })).code).toBe('branch-office-only')
    const body = {
      reception: { 'zh-CN': '' },
      hours: { 'zh-CN': '' },
      welcomes: { 'zh-CN': '' },
      takesCheckIns: false,
      duties: [...standardDuties],
    }
    expect((await town.as(who).refused(editBranch, { params: { branchId }, body })).code).toBe('branch-office-only')
  }
  const elsewhere = '00000000-0000-7000-8000-00000000dead'
  expect((await town.as('xu').refused(listMembers, { params: { branchId: elsewhere } })).code).toBe('branch-office-only')
  await town.as('chen').call(withdrawCheckIn)
})

test('a check-in is the member’s own: no clerk’s session can make, read or withdraw one', async () => {
  const { token } = await assisted('chen')
  const refused = async (operation: typeof declareCheckIn | typeof readMyCheckIn | typeof withdrawCheckIn) => {
    const { body } = await town.anonymous.raw(operation, { headers: { cookie: token }, body: declaring(branchId, '陈国强') } as never)
    return (JSON.parse(body) as { code: string }).code
  }
  for (const operation of [declareCheckIn, readMyCheckIn, withdrawCheckIn] as const)
    expect(await refused(operation)).toBe('not-while-assisted')
})

async function assisted(who: 'chen'): Promise<{ token: string }> {
  const reply = await town.as('heMin').raw(startAssisting, { params: { personId: town.idOf(who) }, body: { matter: '办事' } })
  const cookies = ([] as string[]).concat(reply.headers['set-cookie'] as string | string[])
  const token = cookies.map((cookie) => cookie.split(';')[0]!).find((cookie) => cookie.startsWith('ronghe-assist='))!
  return { token }
}

test('consent is to the text that is in force, and a branch that takes no check-ins says so', async () => {
  const zhou = town.as('zhou')
  expect((await zhou.refused(declareCheckIn, { body: { ...declaring(branchId, '周敏'), consent: '2019-01' } })).code).toBe(
    'branch-consent-old',
  )
  const other = await anotherBranch()
  expect((await zhou.refused(declareCheckIn, { body: declaring(other, '周敏') })).code).toBe('branch-closed')
  expect((await zhou.refused(declareCheckIn, { body: declaring('00000000-0000-7000-8000-00000000dead', '周敏') })).code).toBe('no-branch')
  expect((await zhou.refused(declareCheckIn, { body: { ...declaring(branchId, ''), homeBranch: '' } })).code).toBe('fields')
})

let made: string | undefined
async function anotherBranch(): Promise<string> {
  made ??= (
    await town.as('officerLin').call(addOrgan, {
      body: { kind: 'branch', party: 'residents', name: { 'zh-CN': '荆楚印刷工流动党支部' }, approval: '批字〔2026〕1号' } as never,
    })
  ).id
  return made
}

test('declined with another branch, the member may declare elsewhere; the old row is gone', async () => {
  const other = await anotherBranch()
  const zhou = town.as('zhou')
  const { id } = await zhou.call(declareCheckIn, { body: declaring(branchId, '周敏') })
  const params = { branchId, checkInId: id }
  const wrong = { act: 'decline' as const, reason: 'other-branch' as const, otherBranchId: town.idOf('chen') }
  expect((await town.as('xu').refused(answerCheckIn, { params, body: wrong })).code).toBe('branch-other-wrong')
  await town.as('xu').call(answerCheckIn, { params, body: { act: 'decline', reason: 'other-branch', otherBranchId: other } })
  const { checkIn } = await zhou.call(readMyCheckIn)
  expect(checkIn).toMatchObject({
    state: 'declined',
    reason: 'other-branch',
    otherBranch: { id: other },
    may: ['withdraw', 'declareElsewhere'],
  })
  await zhou.call(declareCheckIn, { body: declaring(branchId, '周敏') })
  expect(await town.rows('select state from branch.check_in')).toEqual([{ state: 'declared' }])
  await zhou.call(withdrawCheckIn)
})

test('what nobody answers is declined by itself after five working days, in the member’s favour', async () => {
  const zhou = town.as('zhou')
  await zhou.call(declareCheckIn, { body: declaring(branchId, '周敏') })
  town.at('2026-11-30T12:00:00+08:00')
  await town.drain(['branch.night'])
  expect((await zhou.call(readMyCheckIn)).checkIn?.state).toBe('declared')
  town.at('2026-12-01T02:20:00+08:00')
  await town.drain(['branch.night'])
  const { checkIn } = await zhou.call(readMyCheckIn)
  expect(checkIn).toMatchObject({ state: 'declined', reason: 'no-answer', endedOn: '2026-12-01' })
  expect((await zhou.call(listBranchMessages)).items[0]?.text).toContain('自动退回')
  town.at('2027-01-02T02:20:00+08:00')
  await town.drain(['branch.night'])
  expect(await town.rows('select 1 from branch.check_in')).toEqual([])
})

test('a signed paper counts the same, is entered by an office-holder only, and is deleted on a signed slip', async () => {
  const body = { name: '纸上人', homeBranch: '监利某支部', contact: '', signedOn: '2026-11-20', consent: '2026-11', signed: true as const }
  expect((await town.as('heMin').refused(enterPaperCheckIn, { params: { branchId }, body })).code).toBe('branch-office-only')
  expect((await town.as('xu').refused(enterPaperCheckIn, { params: { branchId }, body: { ...body, signedOn: '2026-12-24' } })).code).toBe(
    'fields',
  )
  const { id } = await town.as('xu').call(enterPaperCheckIn, { params: { branchId }, body })
  const params = { branchId, checkInId: id }
  expect(await town.as('xu').call(answerCheckIn, { params, body: { act: 'confirm' } })).toMatchObject({
    channel: 'paper',
    state: 'confirmed',
    may: ['end', 'deletePaper'],
  })
  const phone = await checkedIn(town, branchId, 'chen')
  expect((await town.as('xu').refused(deletePaperCheckIn, { params: { branchId, checkInId: phone } })).code).toBe('branch-paper-only')
  await town.as('xu').call(deletePaperCheckIn, { params })
  expect((await membersOf(town, branchId)).map((member) => member.id)).toEqual([phone])
  await town.as('chen').call(withdrawCheckIn)
})

test('ten sent at once are one check-in; the same key again is the same answer and leaves no row that names anybody', async () => {
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => town.as('zhou').raw(declareCheckIn, { body: declaring(branchId, '周敏') })),
  )
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
  await town.as('zhou').call(withdrawCheckIn)
  const key = 'one-key-for-one-check-in'
  const one = await town.as('zhou').raw(declareCheckIn, { body: declaring(branchId, '周敏'), key })
  expect((await town.as('zhou').raw(declareCheckIn, { body: declaring(branchId, '周敏'), key })).body).toBe(one.body)
  expect(await town.rows('select 1 from branch.idempotency where person_id is not null')).toEqual([])
  await town.as('zhou').call(withdrawCheckIn)
})

test('anybody reads the public facts of a branch; its own words are its office-holders’', async () => {
  const page = await town.anonymous.call(readBranch, { params: { branchId } })
  expect(page).toMatchObject({ kind: 'floating', takesCheckIns: true, published: [], approval: 'S街党工委〔2026〕2号', answerDays: 5 })
  expect(page.duties).toHaveLength(10)
  const duties = [{ name: { 'zh-CN': '学习' }, side: 'both' as const }]
  const words = {
    reception: { 'zh-CN': '榕树路1号' },
    hours: { 'zh-CN': '周二晚上' },
    welcomes: { 'zh-CN': '印刷工' },
    takesCheckIns: true,
    duties,
  }
  await town.as('xu').call(editBranch, { params: { branchId }, body: words })
  expect(await town.anonymous.call(readBranch, { params: { branchId } })).toMatchObject({ reception: { 'zh-CN': '榕树路1号' }, duties })
  expect((await town.anonymous.call(listBranches)).items.map(({ id }) => id)).toContain(branchId)
  expect((await town.as('xu').refused(editBranch, { params: { branchId }, body: { ...words, duties: [] } })).code).toBe('fields')
})

test('“my data” shows the member what is kept, and shows nobody else a difference', async () => {
  await checkedIn(town, branchId, 'chen')
  const rooms = async (who: 'chen' | 'zhou') => (await town.as(who).call(exportMyData)).rooms as Record<string, unknown>
  expect((await rooms('chen'))['branch']).toMatchObject({ branchCheckIn: [{ name: '陈国强', state: 'confirmed' }] })
  expect(Object.keys(await rooms('zhou'))).not.toContain('branch')
  const { token } = await assisted('chen')
  const asked = await town.anonymous.raw(exportMyData, { headers: { cookie: token } })
  expect(asked.body).not.toContain('branchCheckIn')
  await town.as('chen').call(withdrawCheckIn)
})
