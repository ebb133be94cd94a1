import { randomUUID } from 'node:crypto'
import {
  acceptAsDepartment,
  acceptCase,
  askForMissing,
  closeCase,
  decideCase,
  receiveDocuments,
  routeCase,
} from '@ronghe/contract/station/cases-steps.ts'
import { listQueue, readCase, revealField } from '@ronghe/contract/station/cases-desk.ts'
import {
  askStatusByCode,
  fileCase,
  fileCaseAtDesk,
  listMyCases,
  readMyCase,
  readReceipt,
  reopenCase,
  supplementCase,
  withdrawCase,
} from '@ronghe/contract/station/cases.ts'
import { endAssisting, startAssisting } from '@ronghe/contract/people/assist.ts'
import { giveProxy, withdrawProxy } from '@ronghe/contract/people/proxies.ts'
import { demoSecondFactor, giveSecondFactor } from '@ronghe/contract/people/second-factor.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { sampleAnswers } from '@ronghe/demo/services/sample-answers.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, type Town } from '../../platform/database/testing.ts'
import { newBrowser } from '../people/testing.ts'
import { standingOf } from './case-lifecycle.ts'
import { toHappened, type CaseEventRow } from './case-records.ts'
import { eventsOf, file, openStation } from './testing.ts'

let town: Town
beforeAll(async () => {
  town = await openStation()
})
afterAll(() => town?.close())
beforeEach(() => town.at(monday))

const at = (caseId: string) => ({ caseId })

describe('a residence permit', () => {
  test('goes from the phone over the desk and the police back to the resident, each step with a date', async () => {
    const filed = await file(town, 'chen', 'residencePermit')
    expect(filed.number).toMatch(/^SJ-2611-\d{5}$/)
    expect(filed.receipt).toMatchObject({ acceptBy: '2026-11-24', promisedWorkingDays: 10 })
    expect(filed.receipt.journal.promise?.signature).toMatch(/^[\w+/=]{80,}$/)
    expect(filed.missing).toEqual(expect.arrayContaining(['idCard', 'jobProof']))
    const params = at(filed.id)

    const queue = await town.as('heMin').call(listQueue, { query: { view: 'new' } })
    const line = queue.items.find(({ id }) => id === filed.id)!
    expect(line).toMatchObject({ person: '陈**', daysLeft: 1, channel: 'phone', state: 'filed' })
    expect(queue.counts['new']).toBeGreaterThan(0)

    town.at('2026-11-24T09:10:00+08:00')
    await town.as('heMin').call(acceptCase, { params, body: { events: 1 } })
    await town.as('heMin').call(askForMissing, { params, body: { events: 2, documents: ['jobProof'], words: '劳动合同缺第二页。' } })
    const waiting = await town.as('chen').call(readMyCase, { params })
    expect(waiting).toMatchObject({
      state: 'waitingForResident',
      yourTurn: true,
      dueOn: '2026-12-15',
      notice: { words: '劳动合同缺第二页。', documents: ['jobProof'] },
    })
    expect(waiting.clock).toMatchObject({ kind: 'resident', days: 15 })

    town.at('2026-11-26T10:00:00+08:00')
    await town.as('chen').call(supplementCase, { params, body: { words: '带来了' } })
    await town.as('heMin').call(receiveDocuments, {
      params,
      body: {
        events: 4,
        documents: [
          { need: 'jobProof', state: 'received', alternative: 'labourContract' },
          { need: 'idCard', state: 'seen' },
          { need: 'photo', state: 'received' },
          { need: 'addressProof', state: 'received', alternative: 'lease' },
        ],
      },
    })
    const routed = await town.as('heMin').call(routeCase, { params, body: { events: 5 } })
    expect(routed.state).toBe('routed')
    expect((await town.as('wangJun').call(listQueue, { query: { view: 'routed' } })).items.map(({ id }) => id)).toContain(filed.id)
    await town.as('wangJun').call(acceptAsDepartment, { params, body: { events: 6 } })
    await town.as('wangJun').call(decideCase, { params, body: { events: 7, outcome: 'granted', reason: 'met' } })
    await town.as('heMin').call(closeCase, { params, body: { events: 8 } })

    const mine = await town.as('chen').call(readMyCase, { params })
    expect(mine).toMatchObject({ state: 'closed', outcome: 'granted', line: '办好了。' })
    expect(mine.timeline.map(({ kind }) => kind)).toEqual([
      'filed',
      'accepted',
      'asked',
      'supplemented',
      'received',
      'routed',
      'departmentAccepted',
      'decided',
      'closed',
    ])
    expect(mine.timeline.find(({ kind }) => kind === 'routed')).toMatchObject({ sentence: '转给派出所。', by: '2号窗口' })

    const stored = await town.rows<CaseEventRow>('select * from case_event where case_id = $1 order by number', [filed.id])
    expect(standingOf(stored.map((event) => toHappened(event).step))).toMatchObject({ state: 'closed', outcome: 'granted' })
  })

  test('every answer that does not fit is named with its field, in the reader’s language', async () => {
    const problem = await town.as('chen').refused(fileCase, {
      body: {
        id: randomUUID(),
        service: 'residencePermit',
        version: 1,
        answers: { ...sampleAnswers['residencePermit'], idNumber: '110105194912310021' },
      },
    })
    expect(problem).toMatchObject({
      status: 422,
      errors: [{ path: 'answers.idNumber', detail: '身份证号有一位填错了，请对照证件再看一下。' }],
    })
  })

  test('the group at filing is kept for the figures and shown to nobody at the desk', async () => {
    const { id } = await file(town, 'chen', 'residencePermit')
    expect(await town.rows('select group_at_filing from service_case where id = $1', [id])).toEqual([{ group_at_filing: 'newcomer' }])
    const page = await town.as('heMin').raw(readCase, { params: at(id) })
    expect(page.body).not.toMatch(/newcomer|来穗/)
  })
})

describe('filing happens once', () => {
  test('fifty at once with the same uuid give one case, one number, one receipt; numbers stay without gaps', async () => {
    const id = randomUUID()
    const before = await town.rows<{ number: string }>('select number from service_case order by number desc limit 1')
    const replies = await Promise.all(Array.from({ length: 50 }, () => file(town, 'liuFang', 'libraryCard', { id })))
    expect(new Set(replies.map(({ number }) => number)).size).toBe(1)
    expect(new Set(replies.map(({ queryCode }) => queryCode)).size).toBe(1)
    expect(await town.rows('select 1 from case_event where case_id = $1', [id])).toHaveLength(1)
    const next = await file(town, 'liuFang', 'libraryCard')
    expect(Number(next.number.slice(-5))).toBe(Number(before[0]!.number.slice(-5)) + 2)
  })

  test('twenty different ones at once get twenty numbers in a row', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => file(town, 'liuFang', 'libraryCard')))
    const numbers = replies.map(({ number }) => Number(number.slice(-5))).toSorted((one, other) => one - other)
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, place) => numbers[0]! + place))
  })

  test('a retry with the same key gets the same reply', async () => {
    const key = randomUUID()
    const body = { id: randomUUID(), service: 'libraryCard', version: 1, answers: sampleAnswers['libraryCard']! }
    const first = await town.as('chen').call(fileCase, { body, key })
    expect(await town.as('chen').call(fileCase, { body, key })).toEqual(first)
  })

  test('somebody else’s uuid tells nothing about their case', async () => {
    const { id } = await file(town, 'chen', 'libraryCard')
    expect(
      await town
        .as('auntHuang')
        .refused(fileCase, { body: { id, service: 'libraryCard', version: 1, answers: sampleAnswers['libraryCard']! } }),
    ).toMatchObject({ code: 'case-id-taken' })
  })
})

describe('at the desk', () => {
  const deskBody = (person: string, more: object = {}) => ({
    id: randomUUID(),
    service: 'libraryCard',
    version: 1,
    answers: sampleAnswers['libraryCard']!,
    person,
    channel: 'desk' as const,
    ...more,
  })

  test('a case is accepted on the spot', async () => {
    const filed = await town.as('heMin').call(fileCaseAtDesk, { body: deskBody(town.idOf('auntHuang'), { accept: true }) })
    expect(await town.as('auntHuang').call(readMyCase, { params: at(filed.id) })).toMatchObject({
      state: 'accepted',
      timeline: [{ kind: 'filed', sentence: '在窗口提交。' }, { kind: 'accepted' }],
    })
  })

  test('paper entered later keeps the time it was handed in, and never one in the future', async () => {
    const filedAt = '2026-11-20T15:00:00+08:00'
    const filed = await town.as('heMin').call(fileCaseAtDesk, { body: deskBody(town.idOf('auntHuang'), { channel: 'paper', filedAt }) })
    expect(filed.receipt.filedAt).toBe(new Date(filedAt).toISOString())
    expect(
      await town
        .as('heMin')
        .refused(fileCaseAtDesk, { body: deskBody(town.idOf('auntHuang'), { channel: 'paper', filedAt: '2026-12-01T09:00:00+08:00' }) }),
    ).toMatchObject({ status: 422, errors: [{ path: 'filedAt' }] })
  })

  test('an employer may hand in papers, and is given neither code nor status', async () => {
    const onBehalf = { kind: 'handsIn' as const, name: '印刷厂人事', relation: '雇主', authority: '本人签字的委托书' }
    const filed = await town.as('heMin').call(fileCaseAtDesk, { body: deskBody(town.idOf('chen'), { channel: 'onBehalf', onBehalf }) })
    expect(filed.queryCode).toBe('')
    expect(await town.as('chen').call(readMyCase, { params: at(filed.id) })).toMatchObject({
      onBehalf: { kind: 'handsIn', name: '印刷厂人事' },
    })
    expect((await town.as('heMin').call(readCase, { params: at(filed.id) })).onBehalfOf?.name).toBe('印**')
  })

  test('of two clerks at once the second is told and nothing is lost', async () => {
    const { id } = await file(town, 'chen', 'libraryCard')
    const both = await Promise.all(
      ['heMin', 'liTing'].map((who) => town.as(who as 'heMin').raw(acceptCase, { params: at(id), body: { events: 1 } })),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)!.body).toContain('case-changed')
    expect(await eventsOf(town, 'heMin', id)).toEqual({ events: 2 })
  })

  test('what is missing is named once; a second notice takes the station’s lead and a reason', async () => {
    const { id } = await file(town, 'chen', 'residencePermit')
    const params = at(id)
    await town.as('heMin').call(askForMissing, { params, body: { events: 1, documents: ['jobProof'], words: '缺劳动合同' } })
    await town.as('chen').call(supplementCase, { params, body: { words: '' } })
    const again = { events: 3, documents: ['addressProof'], words: '还缺租房合同' }
    expect(await town.as('heMin').refused(askForMissing, { params, body: again })).toMatchObject({ code: 'case-noticed-once' })
    expect(await town.as('luoYan').refused(askForMissing, { params, body: again })).toMatchObject({ errors: [{ path: 'reason' }] })
    expect(await town.as('luoYan').call(askForMissing, { params, body: { ...again, reason: '第一次漏看了一页' } })).toMatchObject({
      state: 'waitingForResident',
    })
  })

  test('nobody handles their own matter', async () => {
    const { id } = await file(town, 'heMin', 'libraryCard')
    expect(await town.as('heMin').refused(acceptCase, { params: at(id), body: { events: 1 } })).toMatchObject({ code: 'case-own' })
  })

  test('a covered field is uncovered one by one, and the person sees who looked', async () => {
    const { id } = await file(town, 'chen', 'residencePermit')
    const page = await town.as('heMin').call(readCase, { params: at(id) })
    expect(page.phone).toBe('199****0001')
    expect(page.answers.find(({ field }) => field === 'idNumber')).toMatchObject({ covered: true, answer: '＊＊＊' })
    expect(await town.as('heMin').call(revealField, { params: at(id), body: { field: 'idNumber' } })).toEqual({
      field: 'idNumber',
      value: '11010519491231002X',
    })
    const looks = await town.rows<{ purpose: string }>(
      'select purpose from access_log where person_id = $1 and subject_id = $2 order by purpose desc',
      [town.idOf('chen'), id],
    )
    expect(looks.map(({ purpose }) => purpose)).toEqual(['caseWork', 'caseField'])
  })
})

describe('who may', () => {
  test('a resident sees no other resident’s case, and no desk', async () => {
    const { id } = await file(town, 'chen', 'libraryCard')
    const params = at(id)
    expect(await town.as('auntHuang').refused(readMyCase, { params })).toMatchObject({ status: 404, code: 'no-case' })
    expect(await town.as('auntHuang').refused(readReceipt, { params })).toMatchObject({ status: 404 })
    expect(await town.as('auntHuang').refused(readCase, { params })).toMatchObject({ status: 403 })
    expect(await town.as('auntHuang').refused(listQueue)).toMatchObject({ status: 403 })
    expect(await town.as('chen').refused(acceptCase, { params, body: { events: 1 } })).toMatchObject({ status: 403 })
    expect(
      await town.anonymous.refused(fileCase, { body: { id: randomUUID(), service: 'libraryCard', version: 1, answers: {} } }),
    ).toMatchObject({ status: 401 })
    expect(
      await town.as('chen').refused(fileCaseAtDesk, {
        body: { id: randomUUID(), service: 'libraryCard', version: 1, answers: {}, person: town.idOf('auntHuang'), channel: 'desk' },
      }),
    ).toMatchObject({ status: 403 })
  })

  test('a department sees what was sent to it and nothing else, and decides only that', async () => {
    const { id } = await file(town, 'chen', 'residencePermit')
    const params = at(id)
    expect(await town.as('wangJun').refused(readCase, { params })).toMatchObject({ status: 404 })
    await town.as('heMin').call(acceptCase, { params, body: { events: 1 } })
    expect(await town.as('heMin').refused(decideCase, { params, body: { events: 2, outcome: 'granted', reason: 'met' } })).toMatchObject({
      status: 403,
      code: 'case-decided-by-department',
    })
    await town.as('heMin').call(routeCase, { params, body: { events: 2 } })
    expect((await town.as('wangJun').call(readCase, { params })).may).toEqual(
      expect.arrayContaining(['departmentAccept', 'departmentDecline']),
    )
    expect(await town.as('tangLi').refused(readCase, { params })).toMatchObject({ status: 404 })
    expect((await town.as('tangLi').call(listQueue, { query: { view: 'all' } })).items).toEqual([])
  })

  test('a clerk without the second factor, and one of another street, get nowhere', async () => {
    const { id } = await file(town, 'chen', 'libraryCard')
    expect(await town.as('heMin', { secondFactor: false }).refused(readCase, { params: at(id) })).toMatchObject({
      status: 403,
      code: 'second-factor-first',
    })
    expect(await town.as('heMin', { street: town.otherStreet }).refused(readCase, { params: at(id) })).toMatchObject({ status: 404 })
  })

  test('a refused attempt is journalled', async () => {
    const { id } = await file(town, 'chen', 'libraryCard')
    const count = async () =>
      Number(
        (
          await town.rows<{ count: string }>(
            `select count(*) from journal_leaf where kind = 'refused' and commitments::text like '%station.cases.accept%'`,
          )
        )[0]!.count,
      )
    const before = await count()
    await town.as('chen').refused(acceptCase, { params: at(id), body: { events: 1 } })
    expect(await count()).toBe(before + 1)
  })
})

describe('the resident’s own side', () => {
  test('withdraws before the decision and not after, reopens what is not solved', async () => {
    const { id } = await file(town, 'chen', 'libraryCard')
    const params = at(id)
    expect(await town.as('chen').call(withdrawCase, { params, body: {} })).toMatchObject({ state: 'withdrawn' })
    expect(await town.as('chen').refused(withdrawCase, { params, body: {} })).toMatchObject({ code: 'case-withdrawn' })
    expect(await town.as('chen').refused(reopenCase, { params, body: { words: '还要办' } })).toMatchObject({ code: 'case-withdrawn' })
  })

  test('my cases are listed with the sentence that says what is next, page by page', async () => {
    const first = await town.as('liuFang').call(listMyCases, { query: { limit: 3 } })
    expect(first.items).toHaveLength(3)
    expect(first.items[0]!.line).toContain('会受理')
    const second = await town.as('liuFang').call(listMyCases, { query: { limit: 3, after: first.next! } })
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(6)
  })

  test('the status is told by code and phone tail; whatever is wrong looks the same, and five tries are enough', async () => {
    const { queryCode } = await file(town, 'chen', 'libraryCard')
    const ask = (phoneTail: string) => town.anonymous.call(askStatusByCode, { body: { code: queryCode.toLowerCase(), phoneTail } })
    expect((await ask('0001')).found).toMatchObject({ state: 'filed' })
    const unknown = await town.anonymous.call(askStatusByCode, { body: { code: '0000-0000', phoneTail: '0001' } })
    expect(await ask('9999')).toEqual(unknown)
    for (let tries = 0; tries < 4; tries++) await ask('9999')
    expect(await ask('0001')).toEqual({ found: null, waitMinutes: 60 })
  })

  test('forty phone tails sent at once are still five tries', async () => {
    const { queryCode } = await file(town, 'chen', 'libraryCard')
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, tail) =>
        town.anonymous.call(askStatusByCode, { body: { code: queryCode, phoneTail: String(9000 + tail) } }),
      ),
    )
    expect(replies.filter(({ waitMinutes }) => waitMinutes === 0)).toHaveLength(5)
  })
})

describe('on somebody’s behalf', () => {
  test('a proxy for cases files and follows; whoever may only hand in papers gets a receipt without a code and sees nothing', async () => {
    const friend = await town
      .as('chen')
      .call(giveProxy, { body: { name: '徐建平', phone: '19900000041', relation: 'friend', scope: 'cases' } })
    const body = {
      id: randomUUID(),
      service: 'leaseFiling',
      version: 1,
      answers: sampleAnswers['leaseFiling']!,
      forPerson: town.idOf('chen'),
    }
    const filed = await town.as('xu').call(fileCase, { body })
    const onBehalf = { kind: 'proxy', name: '徐建平', relation: '朋友' }
    expect(await town.as('xu').call(readMyCase, { params: at(filed.id) })).toMatchObject({ onBehalf, forPerson: '陈国强' })
    const agreeing = { ...body, id: randomUUID(), consents: ['department'] }
    expect((await town.as('xu').refused(fileCase, { body: agreeing })).code, 'agreeing is the person’s own').toBe('case-consent-own')
    expect(await town.as('chen').call(readMyCase, { params: at(filed.id) })).toMatchObject({ onBehalf, forPerson: null })
    expect((await town.as('heMin').call(readCase, { params: at(filed.id) })).onBehalfOf).toMatchObject({
      relation: '朋友',
      authority: '本人登记的委托',
    })
    expect((await town.as('xu').call(listMyCases, { query: { limit: 100 } })).items.map(({ id }) => id)).toContain(filed.id)
    await town.as('chen').call(withdrawProxy, { params: { proxyId: friend.id } })
    expect(await town.as('xu').refused(readMyCase, { params: at(filed.id) })).toMatchObject({ status: 404 })

    await town.as('chen').call(giveProxy, { body: { name: '梁慧', phone: '19900000008', relation: 'employer', scope: 'handIn' } })
    const handed = await town.as('liang').call(fileCase, { body: { ...body, id: randomUUID() } })
    expect(handed).toMatchObject({ queryCode: '', receipt: { queryCode: '', link: '' } })
    expect(await town.as('liang').refused(readMyCase, { params: at(handed.id) })).toMatchObject({ status: 404 })
    expect(await town.as('wuXia').refused(fileCase, { body: { ...body, id: randomUUID() } })).toMatchObject({
      status: 403,
      code: 'case-no-authority',
    })
  })

  test('what is only looked at at the desk leaves no picture, and a place in a list that was typed is refused', async () => {
    const documents = [{ need: 'idCard', file: randomUUID() }]
    expect(
      await town.as('chen').refused(fileCase, {
        body: { id: randomUUID(), service: 'residencePermit', version: 1, answers: sampleAnswers['residencePermit']!, documents },
      }),
    ).toMatchObject({ status: 422, errors: [{ code: 'document-no-picture' }] })
    const after = Buffer.from(JSON.stringify(['2026-13-45', 'x'])).toString('base64url')
    expect(await town.as('chen').refused(listMyCases, { query: { after } })).toMatchObject({ code: 'not-a-cursor' })
  })

  test('the newest come first among all, page by page, and every open case is counted in its views', async () => {
    const first = await town.as('heMin').call(listQueue, { query: { view: 'all', limit: 4 } })
    const second = await town.as('heMin').call(listQueue, { query: { view: 'all', limit: 4, after: first.next! } })
    const moments = [...first.items, ...second.items].map(({ filedAt }) => filedAt)
    expect(moments).toEqual(moments.toSorted().toReversed())
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(8)
    const due = await town.as('heMin').call(listQueue, { query: { view: 'new', limit: 3 } })
    const more = await town.as('heMin').call(listQueue, { query: { view: 'new', limit: 3, after: due.next! } })
    expect([...due.items, ...more.items].map(({ dueOn }) => dueOn)).toEqual(
      [...due.items, ...more.items].map(({ dueOn }) => dueOn).toSorted(),
    )
  })
})

test('a clerk at the keyboard files for the person, and gives no consent in their name', async () => {
  const browser = newBrowser(town)
  await browser.signIn(cast.heMin.phone)
  const { code } = await browser.call(demoSecondFactor)
  await browser.call(giveSecondFactor, { body: { code } })
  const act = (service: string) =>
    browser.call(startAssisting, {
      params: { personId: town.idOf('auntHuang') },
      body: { matter: '办事', about: { kind: 'service', service } },
    })
  await act('honghuReimbursement')
  const honghu = {
    id: randomUUID(),
    service: 'honghuReimbursement',
    version: 1,
    answers: sampleAnswers['honghuReimbursement']!,
    consents: ['honghu-hospitals'],
  }
  expect((await browser.refused(fileCase, { body: honghu })).code).toBe('not-while-assisted')
  await browser.call(endAssisting)
  await act('libraryCard')
  const filed = await browser.call(fileCase, {
    body: { id: randomUUID(), service: 'libraryCard', version: 1, answers: sampleAnswers['libraryCard']! },
  })
  expect(await town.as('auntHuang').call(readMyCase, { params: at(filed.id) })).toMatchObject({ timeline: [{ sentence: '在窗口提交。' }] })
})
