import { createHash } from 'node:crypto'
import {
  claimHours,
  confirmHours,
  downloadMyHours,
  enterPaperHours,
  filePaper,
  issueProofs,
  listAudits,
  listAuditTasks,
  listMyHours,
  listPaperShifts,
  listToConfirm,
  nameServed,
  noteAuditOutcome,
  readPaperShift,
  takeBackHours,
} from '@ronghe/contract/volunteers/hours.ts'
import { confirmMember, inviteToHousehold, joinHousehold } from '@ronghe/contract/people/households.ts'
import { readMyCertificate, verifyCertificate } from '@ronghe/contract/programme/certificates.ts'
import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keepers } from '../../../app.ts'
import { forgetPerson } from '../../people/erasing.ts'
import { engage } from '../../programme/engagements.ts'
import { commitmentOf, drawFrom } from './audit-draw.ts'
import { auditHours } from './audit.ts'
import { openHours, type HoursTown } from './hours.testing.ts'

let town: HoursTown
beforeAll(async () => {
  town = await openHours({ at: monday, env: { PUBLIC_URL: 'https://s-street.test' } })
})
afterAll(() => town.close())
const monday = '2026-11-23T09:00:00+08:00'
beforeEach(() => town.at(monday))

/** The evening of a day of November: 19 to 21. */
const evening = (day: number) => ({ from: `2026-11-${day}T11:00:00.000Z`, until: `2026-11-${day}T13:00:00.000Z` })
const refusedAttempts = (code: string) =>
  town.rows(`select 1 from journal_leaf where kind = 'refused' and commitments::jsonb ->> 'code' = $1`, [`plain:${code}`])
const claim = async (who: CastKey, shiftId: string, time = evening(20)) =>
  (await town.as(who).call(claimHours, { params: { shiftId }, body: time })).id
const confirm = (who: CastKey, entryId: string, right = true) => town.as(who).call(confirmHours, { params: { entryId }, body: { right } })

describe('hours', () => {
  test('count once somebody who was there confirms them; both are told, and only they see them', async () => {
    const shiftId = await town.shift({ ...evening(20), code: ['chen', 'zhongHua'] })
    const before = await town.as('chen').call(listMyHours, {})
    expect(before.claimable.map(({ shift }) => shift.id)).toContain(shiftId)
    const id = await claim('chen', shiftId)
    const [waiting] = (await town.as('zhongHua').call(listToConfirm, {})).items.filter((one) => one.id === id)
    expect(waiting).toMatchObject({ name: cast.chen.name, confirmBy: '2026-12-07' })
    expect((await town.as('liuFang').call(listToConfirm, {})).items).toEqual([])
    expect((await town.as('chen').call(listMyHours, {})).items[0]).toMatchObject({ state: 'claimed', minutes: 120 })
    await confirm('zhongHua', id)
    const mine = await town.as('chen').call(listMyHours, {})
    expect(mine.items.find((one) => one.id === id)).toMatchObject({ state: 'confirmed' })
    expect(mine.confirmedMinutes).toBe(120)
    expect((await town.as('zhongHua').call(listMyHours, {})).confirmedMinutes).toBe(0)
    expect(
      await town.rows("select 1 from message where template = 'hours-confirmed' and person_id = $1", [town.idOf('chen')]),
    ).toHaveLength(1)
  })

  test('the book is only added to: the app’s own role can neither change nor delete a row', async () => {
    for (const statement of [
      'update hours_entry set minutes = 9999',
      'delete from hours_entry',
      'update hours_confirmation set confirmed_by = null',
      'delete from hours_pair',
    ])
      await expect(town.deed(({ tx }) => sql.raw(statement).execute(tx))).rejects.toThrow(/permission denied/)
  })

  test('a correction is a second row: taken back, the shift can be entered again', async () => {
    const shiftId = await town.shift({ ...evening(19), code: ['maoXia', 'zhongHua'] })
    const first = await claim('maoXia', shiftId, evening(19))
    expect(await town.as('zhongHua').refused(takeBackHours, { params: { entryId: first } })).toMatchObject({ code: 'no-hours-entry' })
    await town.as('maoXia').call(takeBackHours, { params: { entryId: first } })
    const again = await claim('maoXia', shiftId, { ...evening(19), until: '2026-11-19T12:30:00.000Z' })
    const rows = await town.rows<{ minutes: number; reverses: string | null }>(
      'select minutes, reverses from hours_entry where shift_id = $1 order by made_at, id',
      [shiftId],
    )
    expect(rows).toHaveLength(3)
    expect(rows.reduce((sum, row) => sum + row.minutes, 0)).toBe(90)
    expect((await town.as('maoXia').call(listMyHours, {})).items.find(({ id }) => id === again)).toMatchObject({ minutes: 90 })
  })

  test('the second person may say no; the volunteer is told, not by whom, and may enter other times', async () => {
    const shiftId = await town.shift({ ...evening(18), code: ['maoXia', 'zhongHua'] })
    const id = await claim('maoXia', shiftId, evening(18))
    await confirm('zhongHua', id, false)
    expect((await town.as('maoXia').call(listMyHours, {})).items.find((one) => one.id === id)).toMatchObject({
      state: 'reversed',
      reason: 'declined',
    })
    await claim('maoXia', shiftId, { ...evening(18), until: '2026-11-18T12:00:00.000Z' })
  })
})

describe('an attempt to buy hours fails and is journalled', () => {
  test('claiming without having been there', async () => {
    const shiftId = await town.shift({ ...evening(20), code: ['zhongHua'] })
    const before = (await refusedAttempts('hours-no-evidence')).length
    expect(await town.as('liuFang').refused(claimHours, { params: { shiftId }, body: evening(20) })).toMatchObject({
      code: 'hours-no-evidence',
    })
    expect(await refusedAttempts('hours-no-evidence')).toHaveLength(before + 1)
  })

  test('confirming a friend in exchange: one way only in a month of service, also at the same moment', async () => {
    const [one, two] = [
      await town.shift({ ...evening(20), code: ['keLei', 'ningYu'] }),
      await town.shift({ ...evening(19), code: ['keLei', 'ningYu'] }),
    ]
    const his = await claim('keLei', one)
    const hers = await claim('ningYu', two, evening(19))
    const done = await Promise.allSettled([confirm('ningYu', his), confirm('keLei', hers)])
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await refusedAttempts('hours-mutual')).toHaveLength(1)
    expect(await town.rows('select 1 from hours_pair')).not.toEqual([])
  })

  test('confirming one’s own, the household’s, or a shift one was not on', async () => {
    const shiftId = await town.shift({ ...evening(17), code: ['qinYuelan', 'weiQing'] })
    const id = await claim('qinYuelan', shiftId, evening(17))
    expect(await town.as('qinYuelan').refused(confirmHours, { params: { entryId: id }, body: { right: true } })).toMatchObject({
      code: 'hours-own',
    })
    expect(await town.as('keLei').refused(confirmHours, { params: { entryId: id }, body: { right: true } })).toMatchObject({
      code: 'hours-not-there',
    })
    const { code } = await town.as('qinYuelan').call(inviteToHousehold, {})
    await town.as('weiQing').call(joinHousehold, { body: { code } })
    await town.as('qinYuelan').call(confirmMember, { params: { personId: town.idOf('weiQing') } })
    expect(await town.as('weiQing').refused(confirmHours, { params: { entryId: id }, body: { right: true } })).toMatchObject({
      code: 'hours-household',
    })
    expect((await town.as('weiQing').call(listToConfirm, {})).items.map((line) => line.id)).not.toContain(id)
    for (const code of ['hours-own', 'hours-not-there', 'hours-household']) expect(await refusedAttempts(code)).toHaveLength(1)
  })

  test('a coordinator’s back office enters nothing without a filed paper list, nothing for itself, nothing for who was not seen', async () => {
    const shiftId = await town.shift({ ...evening(20), paper: ['moZhen', 'zhongHua', 'luMeng'] })
    const line = { personId: town.idOf('moZhen'), confirmedBy: town.idOf('zhongHua'), ...evening(20) }
    expect(await town.as('luMeng').refused(enterPaperHours, { params: { shiftId }, body: line })).toMatchObject({
      code: 'hours-paper-first',
    })
    expect(await town.as('moZhen').refused(claimHours, { params: { shiftId }, body: evening(20) })).toMatchObject({
      code: 'hours-paper-missing',
    })
    await town.as('luMeng').raw(filePaper, { params: { shiftId }, ...(await multipart()) })
    expect(
      await town.as('luMeng').refused(enterPaperHours, { params: { shiftId }, body: { ...line, personId: town.idOf('luMeng') } }),
    ).toMatchObject({ code: 'hours-not-by-yourself' })
    expect(
      await town.as('luMeng').refused(enterPaperHours, { params: { shiftId }, body: { ...line, personId: town.idOf('liuFang') } }),
    ).toMatchObject({ code: 'hours-no-evidence' })
    expect(
      await town.as('luMeng').refused(enterPaperHours, { params: { shiftId }, body: { ...line, confirmedBy: town.idOf('liuFang') } }),
    ).toMatchObject({ code: 'hours-not-there' })
    for (const code of ['hours-paper-first', 'hours-not-by-yourself']) expect(await refusedAttempts(code)).toHaveLength(1)
    // With the list it is entered, counts like any other, and a post of another organ cannot do it.
    await town.as('luMeng').call(enterPaperHours, { params: { shiftId }, body: line })
    expect((await town.as('moZhen').call(listMyHours, {})).items[0]).toMatchObject({ state: 'confirmed', minutes: 120 })
    expect(await town.as('suMin').refused(enterPaperHours, { params: { shiftId }, body: line })).toMatchObject({ status: 403 })
    expect((await town.as('luMeng').call(listPaperShifts, {})).items.find(({ id }) => id === shiftId)).toMatchObject({ papers: 1 })
    const page = await town.as('luMeng').call(readPaperShift, { params: { shiftId } })
    expect(page.people.map(({ entered }) => entered).toSorted()).toEqual([false, false, true])
    expect(JSON.stringify(page)).not.toContain('minutes')
  })

  test('hours at the same time as a class, and working hours of a paid post', async () => {
    const noon = { from: '2026-11-20T02:00:00.000Z', until: '2026-11-20T04:00:00.000Z' }
    const shiftId = await town.shift({ ...noon, code: ['heMin', 'tianRong', 'zhongHua'] })
    expect(await town.as('heMin').refused(claimHours, { params: { shiftId }, body: noon })).toMatchObject({ code: 'hours-paid-time' })
    await town.deed((deed) =>
      engage(deed, {
        personId: town.idOf('zhongHua'),
        kind: 'class',
        thingId: '019ab000-0000-7000-8000-000000000001',
        from: new Date('2026-11-20T03:00:00Z'),
        until: new Date('2026-11-20T05:00:00Z'),
        title: { 'zh-CN': '粤语课' },
        place: null,
        link: '/school',
      }),
    )
    expect(await town.as('zhongHua').refused(claimHours, { params: { shiftId }, body: noon })).toMatchObject({ code: 'hours-overlap' })
    expect(await refusedAttempts('hours-paid-time')).toHaveLength(1)
    expect(await refusedAttempts('hours-overlap')).toHaveLength(1)
  })

  test('two claims of one person at once never both count', async () => {
    const [one, two] = [
      await town.shift({ from: '2026-11-22T11:00:00Z', until: '2026-11-22T13:00:00Z', code: ['zhongHua'] }),
      await town.shift({ from: '2026-11-22T12:00:00Z', until: '2026-11-22T14:00:00Z', code: ['zhongHua'] }),
    ]
    const both = await Promise.allSettled([
      town
        .as('zhongHua')
        .call(claimHours, { params: { shiftId: one }, body: { from: '2026-11-22T11:00:00Z', until: '2026-11-22T13:00:00Z' } }),
      town
        .as('zhongHua')
        .call(claimHours, { params: { shiftId: two }, body: { from: '2026-11-22T12:00:00Z', until: '2026-11-22T14:00:00Z' } }),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('more than a week later', async () => {
    const shiftId = await town.shift({ ...evening(14), code: ['ningYu'] })
    expect(await town.as('ningYu').refused(claimHours, { params: { shiftId }, body: evening(14) })).toMatchObject({
      code: 'hours-too-late',
    })
  })
})

describe('the served side', () => {
  test('may confirm, and cannot be one of the volunteers', async () => {
    const shiftId = await town.shift({ ...evening(16), code: ['ningYu', 'keLei'] })
    const name = (who: CastKey) => ({ name: cast[who].name, phone: cast[who].phone })
    expect(await town.as('luMeng').refused(nameServed, { params: { shiftId }, body: name('keLei') })).toMatchObject({
      code: 'hours-served-was-there',
    })
    expect(await town.as('chen').refused(nameServed, { params: { shiftId }, body: name('auntHuang') })).toMatchObject({ status: 403 })
    const page = await town.as('luMeng').call(nameServed, { params: { shiftId }, body: name('auntHuang') })
    expect(page.served).toHaveLength(1)
    const id = await claim('ningYu', shiftId, evening(16))
    await confirm('auntHuang', id)
    expect((await town.as('ningYu').call(listMyHours, {})).items.find((one) => one.id === id)).toMatchObject({ state: 'confirmed' })
  })
})

describe('a proof of service', () => {
  test('is made from confirmed hours only, says what 民政部令67 asks for, and falls with an hour that does not hold', async () => {
    expect(await town.as('shiHui').refused(issueProofs, { body: { from: '2026-01-01', until: '2026-11-22' } })).toMatchObject({
      code: 'hours-none-in-period',
    })
    const { certificates } = await town.as('chen').call(issueProofs, { body: { from: '2026-01-01', until: '2026-11-22' } })
    expect(certificates).toMatchObject([{ minutes: 120 }])
    const mine = await town.as('chen').call(readMyCertificate, { params: { certificateId: certificates[0]!.id } })
    expect(mine).toMatchObject({
      kind: 'service',
      period: { from: '2026-01-01', until: '2026-11-22' },
      issuedOn: '2026-11-23',
      paper: { holder: cast.chen.name, hours: 2, narrative: { 'zh-CN': '看路灯，1 次，2 小时' } },
    })
    expect(mine.number).toMatch(/^2026-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const entry = (await town.as('chen').call(listMyHours, {})).items.find(({ state }) => state === 'confirmed')!
    await town.as('chen').call(takeBackHours, { params: { entryId: entry.id } })
    expect(await town.anonymous.call(verifyCertificate, { params: { certificateId: certificates[0]!.id } })).toMatchObject({
      state: 'revoked',
      revoked: { reason: 'evidence' },
    })
  })

  test('one’s own hours leave as a sheet and as plain text', async () => {
    const csv = await town.as('moZhen').raw(downloadMyHours, { query: { as: 'csv' } })
    expect(csv.bytes.toString('utf8')).toBe(
      '\uFEFF"日期","开始","结束","小时","服务内容","地点","记录单位"\r\n"2026-11-20","19:00","21:00","2","看路灯","三号巷口","志愿者服务队"\r\n',
    )
    const sheet = await town.as('moZhen').raw(downloadMyHours, { query: { as: 'xlsx' } })
    expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK')
  })
})

describe('the monthly check', () => {
  test('commits before the month ends, draws what anybody can draw again, and reverses what does not hold', async () => {
    town.at('2026-11-24T01:20:00+08:00')
    await town.deed(auditHours)
    const [committed] = (await town.anonymous.call(listAudits, {})).items
    expect(committed).toMatchObject({ month: '2026-11-01', seed: null, list: null, result: null })
    // The seed is not to be had before: it lies sealed.
    const [row] = await town.rows<{ closed_seed: Buffer }>('select closed_seed from hours_audit')
    await town.deed(auditHours)
    expect(await town.rows('select 1 from hours_audit')).toHaveLength(1)
    town.at('2026-12-01T01:20:00+08:00')
    await town.deed(auditHours)
    const november = (await town.anonymous.call(listAudits, {})).items.find(({ month }) => month === '2026-11-01')!
    expect(commitmentOf(november.seed!)).toBe(committed!.commitment)
    expect(row!.closed_seed.toString('utf8')).not.toContain(november.seed)
    const confirmed = await town.rows<{ id: string }>(
      `select e.id from hours_entry e join hours_confirmation c on c.entry_id = e.id
       where e.reverses is null and not exists (select from hours_entry r where r.reverses = e.id)`,
    )
    expect(november.list).toEqual(confirmed.map(({ id }) => sha256(`hours-entry ${id}`).slice(0, 32)).toSorted())
    expect(november.drawn.toSorted()).toEqual([...drawFrom(november.list!, november.seed!, Math.min(10, confirmed.length))].toSorted())
    const tasks = (await town.as('yuFei').call(listAuditTasks, {})).items
    expect(tasks.map(({ name }) => name).toSorted()).toEqual(november.drawn.toSorted())
    expect(await town.as('luMeng').refused(listAuditTasks, {})).toMatchObject({ status: 403 })
    expect(await town.rows("select 1 from access_log where purpose = 'hoursAudit' and reader_id = $1", [town.idOf('yuFei')])).not.toEqual(
      [],
    )
    const failing = tasks.find(({ volunteer }) => volunteer === cast.moZhen.name)!
    await town.as('yuFei').call(noteAuditOutcome, { params: { month: failing.month, name: failing.name }, body: { outcome: 'failed' } })
    expect((await town.as('moZhen').call(listMyHours, {})).items[0]).toMatchObject({ state: 'reversed', reason: 'audit' })
    expect(
      await town.as('yuFei').refused(noteAuditOutcome, { params: { month: failing.month, name: failing.name }, body: { outcome: 'held' } }),
    ).toMatchObject({ code: 'hours-audit-done' })
    for (const { month, name } of tasks.filter((task) => task !== failing))
      await town.as('yuFei').call(noteAuditOutcome, { params: { month, name }, body: { outcome: 'held' } })
    expect((await town.anonymous.call(listAudits, {})).items.find(({ month }) => month === '2026-11-01')!.result).toEqual({
      held: tasks.length - 1,
      failed: 1,
      notReached: 0,
      open: 0,
    })
  })

  test('a month whose seed was not committed to in time is not drawn', async () => {
    expect((await town.anonymous.call(listAudits, {})).items.map(({ month }) => month)).not.toContain('2026-10-01')
  })
})

test('whoever leaves takes the hours along, and is nobody’s second person any more; what they confirmed still counts', async () => {
  const shiftId = await town.shift({ ...evening(21), code: ['keLei', 'maoXia'] })
  const id = await claim('maoXia', shiftId, evening(21))
  await confirm('keLei', id)
  const [count] = await town.rows<{ mine: string }>('select count(*) as mine from hours_entry where person_id = $1', [town.idOf('keLei')])
  expect(Number(count!.mine)).toBeGreaterThan(0)
  await town.deed((deed) => forgetPerson(deed, town.idOf('keLei'), keepers))
  expect(await town.rows('select 1 from hours_entry where person_id = $1', [town.idOf('keLei')])).toEqual([])
  expect(await town.rows('select 1 from hours_confirmation where confirmed_by = $1', [town.idOf('keLei')])).toEqual([])
  expect(await town.rows('select 1 from hours_pair where low_id = $1 or high_id = $1', [town.idOf('keLei')])).toEqual([])
  expect((await town.as('maoXia').call(listMyHours, {})).items.find((one) => one.id === id)).toMatchObject({ state: 'confirmed' })
})

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

async function multipart() {
  const bytes = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer()
  const boundary = 'paper-list'
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="list.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  }
}
