import { randomUUID } from 'node:crypto'
import {
  acceptAsDepartment,
  acceptCase,
  askExternalAgain,
  askForMissing,
  bulkCases,
  closeCase,
  decideCase,
  declineAsDepartment,
  mergeCase,
  noteOnCase,
  receiveDocuments,
  recordExternalReply,
  routeCase,
  startExternalStep,
  undoBulk,
  unmergeCase,
  waiveDocument,
} from '@ronghe/contract/station/cases-steps.ts'
import { readCase } from '@ronghe/contract/station/cases-desk.ts'
import { startAssisting } from '@ronghe/contract/people/assist.ts'
import { demoSecondFactor, giveSecondFactor } from '@ronghe/contract/people/second-factor.ts'
import { fileCase, listMyCases, readMyCase, reopenCase, withdrawCase } from '@ronghe/contract/station/cases.ts'
import { readDocument, uploadDocument } from '@ronghe/contract/station/documents.ts'
import { readDraft } from '@ronghe/contract/station/forms.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { postId } from '@ronghe/demo/load-cast.ts'
import { sampleAnswers } from '@ronghe/demo/services/sample-answers.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, type Town } from '../../platform/database/testing.ts'
import { newBrowser } from '../people/testing.ts'
import { caseWork } from './case-handover.ts'
import { standingOf } from './case-lifecycle.ts'
import { standingOfRow, toHappened, type CaseEventRow, type CaseRow } from './case-records.ts'
import { stationKeeper } from './station.keeper.ts'
import { eventsOf, file, openStation } from './testing.ts'

let town: Town
beforeAll(async () => {
  town = await openStation()
})
afterAll(() => town?.close())
beforeEach(() => town.at(monday))

const at = (caseId: string) => ({ caseId })
const tick = () => town.drain(['station.cases.tick'])
const kinds = async (caseId: string) =>
  (await town.rows<{ kind: string }>('select kind from case_event where case_id = $1 order by number', [caseId])).map(({ kind }) => kind)
const told = async (who: 'heMin' | 'luoYan' | 'directorHe' | 'chen', template: string) =>
  (await town.rows('select 1 from message where person_id = $1 and template = $2', [town.idOf(who), template])).length
async function accepted(service = 'libraryCard', who: 'chen' | 'liuFang' | 'auntHuang' = 'chen', more = {}) {
  const filed = await file(town, who, service, more)
  await town.as('heMin').call(acceptCase, { params: at(filed.id), body: { events: 1 } })
  return filed.id
}

const boundary = 'x-station-test'
const multipart = (bytes: Buffer) => ({
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  payload: Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="合同.png"\r\ncontent-type: image/png\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]),
})

describe('what the calendar does', () => {
  test('at half the time the owner is told, on the day after the last one the supervisor, three working days later the street’s lead; the resident sees each', async () => {
    const id = await accepted('residencePermit')
    town.at('2026-11-30T08:00:00+08:00')
    await tick()
    expect(await told('heMin', 'desk-case-late')).toBe(1)
    const promised = (await town.as('chen').call(readMyCase, { params: at(id) })).clock!
    expect(promised).toMatchObject({ dueOn: '2026-12-07', escalations: { supervisor: '2026-12-08', streetLead: '2026-12-11' } })
    // The last day counts whole: nobody above is told on it.
    town.at('2026-12-07T18:00:00+08:00')
    await tick()
    expect(await told('luoYan', 'desk-case-late')).toBe(0)
    town.at('2026-12-08T08:00:00+08:00')
    await tick()
    expect(await told('luoYan', 'desk-case-late')).toBeGreaterThan(0)
    expect(await told('directorHe', 'desk-case-late')).toBe(0)
    town.at('2026-12-11T08:00:00+08:00')
    await tick()
    await tick()
    expect(await told('directorHe', 'desk-case-late')).toBeGreaterThan(0)
    const { timeline } = await town.as('chen').call(readMyCase, { params: at(id) })
    expect(timeline.filter(({ kind }) => kind === 'escalated').map(({ sentence }) => sentence)).toEqual([
      '时间过半，已提醒经办人。',
      '期限过了，已报给主管。',
      '超过期限多日，已报给街道分管领导。',
    ])
  })

  test('what was told before the resident’s turn is not told again after it', async () => {
    const id = await accepted('residencePermit', 'chen')
    town.at('2026-11-30T08:00:00+08:00')
    await tick()
    const escalated = async () => (await kinds(id)).filter((kind) => kind === 'escalated').length
    expect(await escalated()).toBe(1)
    await town.as('heMin').call(askForMissing, { params: at(id), body: { events: 3, documents: ['jobProof'], words: '缺劳动合同' } })
    expect(await town.as('heMin').call(readCase, { params: at(id) })).toMatchObject({ clock: { kind: 'resident', escalated: 0 } })
    town.at('2026-12-02T10:00:00+08:00')
    await town
      .as('heMin')
      .call(receiveDocuments, { params: at(id), body: { events: 4, documents: [{ need: 'jobProof', state: 'received' }], complete: true } })
    const before = await told('heMin', 'desk-case-late')
    for (const day of ['2026-12-02', '2026-12-03', '2026-12-08', '2026-12-09']) {
      town.at(`${day}T12:15:00+08:00`)
      await tick()
    }
    expect([await escalated(), (await told('heMin', 'desk-case-late')) - before]).toEqual([1, 0])
    // Five of ten days were used before it was asked: five remain after the answer.
    expect(await town.as('chen').call(readMyCase, { params: at(id) })).toMatchObject({ clock: { dueOn: '2026-12-09', escalated: 1 } })
    town.at('2026-12-10T08:15:00+08:00')
    await tick()
    expect(await escalated()).toBe(2)
  })

  test('the resident is reminded after five and twelve days; then the case rests and can be taken up again', async () => {
    const id = await accepted('residencePermit', 'chen')
    await town.as('heMin').call(askForMissing, { params: at(id), body: { events: 2, documents: ['jobProof'], words: '缺劳动合同' } })
    for (const day of ['2026-11-30', '2026-12-09']) {
      town.at(`${day}T08:00:00+08:00`)
      await tick()
    }
    expect((await kinds(id)).filter((kind) => kind === 'reminded')).toHaveLength(2)
    town.at('2026-12-14T23:00:00+08:00')
    await tick()
    expect((await kinds(id)).at(-1)).toBe('reminded')
    town.at('2026-12-15T08:00:00+08:00')
    await tick()
    expect((await kinds(id)).at(-1)).toBe('lapsed')
    expect(await town.as('chen').call(reopenCase, { params: at(id), body: { words: '合同找到了' } })).toMatchObject({ state: 'accepted' })
  })

  test('a decided case that nobody takes up again is closed after fifteen working days, and the ID number goes with it', async () => {
    const id = await accepted('honghuReimbursement', 'liuFang')
    await town.as('heMin').call(routeCase, { params: at(id), body: { events: 2 } })
    await town.as('tangLi').call(acceptAsDepartment, { params: at(id), body: { events: 3 } })
    const page = await town.as('tangLi').call(readCase, { params: at(id) })
    const reason = page.decisionReasons.find(({ outcome }) => outcome === 'refused')!
    await town.as('tangLi').call(decideCase, { params: at(id), body: { events: 4, outcome: 'refused', reason: reason.id } })
    const refusedCase = await town.as('liuFang').call(readMyCase, { params: at(id) })
    expect(refusedCase.decision?.instead).not.toBeNull()
    town.at('2026-12-15T08:00:00+08:00')
    await tick()
    expect((await kinds(id)).at(-1)).toBe('closed')
    expect((await town.rows('select 1 from service_case where id = $1 and id_purged_at is not null', [id])).length).toBe(1)
    expect((await town.as('heMin').call(readCase, { params: at(id) })).answers.find(({ field }) => field === 'idNumber')?.answer).toBe('')
  })

  test('a paper promised for later that has not come is missing again on the day after', async () => {
    const id = await accepted('residencePermit', 'chen')
    await town.as('heMin').call(waiveDocument, { params: at(id), body: { events: 2, document: 'photo', promisedOn: '2026-11-27' } })
    expect(
      await town
        .as('heMin')
        .refused(waiveDocument, { params: at(id), body: { events: 3, document: 'jobProof', promisedOn: '2026-11-27' } }),
    ).toMatchObject({ code: 'case-document-not-waivable' })
    town.at('2026-11-28T08:00:00+08:00')
    await town.drain(['station.cases.morning'])
    expect((await town.as('chen').call(readMyCase, { params: at(id) })).documents.find(({ need }) => need === 'photo')?.state).toBe(
      'missing',
    )
  })
})

describe('a clerk who acts for somebody', () => {
  test('in one service files that service and no other, and then reads that case and its papers and no other', async () => {
    const before = await file(town, 'chen', 'libraryCard')
    const browser = newBrowser(town)
    await browser.signIn(cast.heMin.phone)
    const { code } = await browser.call(demoSecondFactor)
    await browser.call(giveSecondFactor, { body: { code } })
    await browser.call(startAssisting, {
      params: { personId: town.idOf('chen') },
      body: { matter: '办读者证', about: { kind: 'service', service: 'libraryCard' } },
    })
    const id = randomUUID()
    const filing = (service: 'libraryCard' | 'leaseFiling', named: string) => ({
      body: { id: named, service, version: 1, answers: sampleAnswers[service]! },
    })
    expect((await browser.refused(readDraft, { params: { key: 'leaseFiling' } })).code).toBe('outside-the-matter')
    expect((await browser.refused(fileCase, filing('leaseFiling', randomUUID()))).code).toBe('outside-the-matter')
    expect((await browser.call(readDraft, { params: { key: 'libraryCard' } })).draft).toBeNull()
    await browser.call(fileCase, filing('libraryCard', id))
    expect((await browser.call(readMyCase, { params: at(id) })).number).toBeTruthy()
    expect((await browser.refused(readMyCase, { params: at(before.id) })).code).toBe('outside-the-matter')
    expect((await browser.refused(listMyCases)).code).toBe('outside-the-matter')
    expect((await browser.refused(fileCase, filing('libraryCard', randomUUID()))).code).toBe('outside-the-matter')
  })
})

describe('a step in Honghu', () => {
  test('letter, asking again, answer: the clock stands meanwhile, the use of the agreement is counted once, without a diagnosis', async () => {
    const id = await accepted('honghuReimbursement', 'liuFang', { consents: ['honghu-hospitals'] })
    const letter = { letter: '请协助办理刘芳的报销。', sentOn: '2026-11-23' }
    await town.as('heMin').call(startExternalStep, { params: at(id), body: { events: 2, ...letter } })
    const waiting = await town.as('liuFang').call(readMyCase, { params: at(id) })
    expect(waiting).toMatchObject({
      clock: { paused: 'externalParty', dueOn: null },
      external: { sentOn: '2026-11-23', nextAskOn: '2026-12-07' },
    })
    expect(waiting.line).toContain('等外地答复')
    town.at('2026-12-07T08:00:00+08:00')
    await town.drain(['station.cases.morning'])
    expect(await told('heMin', 'desk-ask-again')).toBeGreaterThan(0)
    await town.as('heMin').call(askExternalAgain, { params: at(id), body: { events: 3, on: '2026-12-07', words: '电话催问，说下周办' } })
    town.at('2026-12-10T08:00:00+08:00')
    expect(
      await town
        .as('heMin')
        .refused(recordExternalReply, { params: at(id), body: { events: 4, on: '2026-12-11', outcome: 'reimbursedLater' } }),
    ).toMatchObject({ status: 422, errors: [{ path: 'on' }] })
    await town.as('heMin').call(recordExternalReply, {
      params: at(id),
      body: { events: 4, on: '2026-12-10', outcome: 'reimbursedLater', amountBand: 'under20000' },
    })
    expect(await town.rows('select outcome, days, amount_band from agreement_use where case_id = $1', [id])).toEqual([
      { outcome: 'reimbursedLater', days: 17, amount_band: 'under20000' },
    ])
    expect((await town.as('liuFang').call(readMyCase, { params: at(id) })).clock?.paused).toBeNull()
  })

  test('the letter keeps an ID number no longer than the case is open', async () => {
    const id = await accepted('honghuReimbursement', 'liuFang', { consents: ['honghu-hospitals'] })
    const letter = '请协助办理刘芳（42108319880214002X，旧号 421083 880214 002）的报销，联系电话 0716-1234567。'
    await town.as('heMin').call(startExternalStep, { params: at(id), body: { events: 2, letter, sentOn: '2026-11-23' } })
    expect((await town.as('heMin').call(readCase, { params: at(id) })).external?.letter).toBe(letter)
    await town
      .as('heMin')
      .call(recordExternalReply, { params: at(id), body: { events: 3, on: '2026-11-23', outcome: 'refused', reason: 'notCovered' } })
    await town.as('liuFang').call(withdrawCase, { params: at(id), body: {} })
    const kept = (await town.as('heMin').call(readCase, { params: at(id) })).external?.letter
    expect(kept).toContain('421***********002X')
    expect(kept).toContain('0716-1234567')
    expect(kept).not.toMatch(/\d{15}|880214/)
  })

  test('without the person’s consent nothing is sent', async () => {
    const id = await accepted('honghuReimbursement', 'liuFang')
    expect(
      await town.as('heMin').refused(startExternalStep, { params: at(id), body: { events: 2, letter: '信', sentOn: '2026-11-23' } }),
    ).toMatchObject({ code: 'case-consent-first' })
  })
})

describe('between station and department', () => {
  test('what a department declines goes back to its owner with the reason, and is never without one', async () => {
    const id = await accepted('residencePermit')
    await town.as('heMin').call(routeCase, { params: at(id), body: { events: 2 } })
    await town.as('wangJun').call(declineAsDepartment, { params: at(id), body: { events: 3, words: '不属本所辖区' } })
    expect(await town.as('heMin').call(readCase, { params: at(id) })).toMatchObject({
      state: 'accepted',
      returned: true,
      ownerPost: postId(town.street.id, 'windowTwo'),
    })
    expect(await town.as('wangJun').refused(readCase, { params: at(id) })).toMatchObject({ status: 404 })
  })

  test('nothing is granted while a paper is missing', async () => {
    const id = await accepted('residencePermit')
    await town.as('heMin').call(routeCase, { params: at(id), body: { events: 2 } })
    await town.as('wangJun').call(acceptAsDepartment, { params: at(id), body: { events: 3 } })
    const granting = { params: at(id), body: { events: 4, outcome: 'granted' as const, reason: 'met' } }
    expect(await town.as('wangJun').refused(decideCase, granting)).toMatchObject({ code: 'case-papers-first' })
    expect(await town.as('wangJun').refused(decideCase, { ...granting, body: { ...granting.body, outcome: 'refused' } })).toMatchObject({
      status: 422,
      errors: [{ path: 'reason' }],
    })
  })

  test('a post’s cases are handed over one by one before it ends', async () => {
    const id = await accepted('libraryCard')
    const from = postId(town.street.id, 'windowTwo')
    const to = postId(town.street.id, 'windowOne')
    expect((await town.deed((deed) => caseWork.openItems(deed, from))).map((item) => item.id)).toContain(id)
    await town.deed((deed) => caseWork.handOver(deed, id, to, '休假'))
    expect((await town.deed((deed) => caseWork.openItems(deed, to))).map((item) => item.id)).toContain(id)
    await expect(town.deed((deed) => caseWork.handOver(deed, id, postId(town.street.id, 'taxOfficer'), ''))).rejects.toMatchObject({
      code: 'case-not-station-post',
    })
  })
})

describe('many at once', () => {
  test('a preview changes nothing; doing it takes those it may and names the rest; undo gives back what nobody touched', async () => {
    const filed = [
      await file(town, 'chen', 'libraryCard'),
      await file(town, 'chen', 'libraryCard'),
      await file(town, 'heMin', 'libraryCard'),
    ]
    const cases = filed.map(({ id }) => ({ id, events: 1 }))
    const preview = await town.as('heMin').call(bulkCases, { body: { cases, step: 'take', preview: true } })
    expect(preview.results.filter(({ done }) => done)).toHaveLength(2)
    expect(await eventsOf(town, 'heMin', filed[0]!.id)).toEqual({ events: 1 })
    const done = await town.as('heMin').call(bulkCases, { body: { cases, step: 'take', preview: false } })
    expect(done.results.find(({ done: taken }) => !taken)).toMatchObject({ id: filed[2]!.id, code: 'case-own' })
    await town.as('heMin').call(noteOnCase, { params: at(filed[1]!.id), body: { words: '打过电话' } })
    const undone = await town.as('heMin').call(undoBulk, { params: { bulkId: done.bulk! } })
    expect(undone.results.map(({ id, done: taken }) => [id, taken]).toSorted()).toEqual(
      [
        [filed[0]!.id, true],
        [filed[1]!.id, false],
      ].toSorted(),
    )
    expect(await town.as('heMin').call(readCase, { params: at(filed[0]!.id) })).toMatchObject({
      ownerPost: postId(town.street.id, 'stationLead'),
    })
    expect(await town.as('liTing').refused(undoBulk, { params: { bulkId: done.bulk! } })).toMatchObject({ status: 404 })
  })

  test('the same matter filed twice is suggested, joined, and can be parted again', async () => {
    const one = await file(town, 'auntHuang', 'libraryCard')
    const other = await file(town, 'auntHuang', 'libraryCard')
    expect((await town.as('heMin').call(readCase, { params: at(other.id) })).duplicates).toMatchObject([{ id: one.id, linked: null }])
    await town.as('heMin').call(mergeCase, { params: at(other.id), body: { events: 1, other: one.id, kind: 'merge' } })
    expect(await town.as('auntHuang').call(readMyCase, { params: at(other.id) })).toMatchObject({
      line: '和您的另一件是同一件事，并在一起办了。',
      may: ['receipt'],
    })
    expect(await town.as('heMin').refused(acceptCase, { params: at(other.id), body: { events: 2 } })).toMatchObject({ code: 'case-merged' })
    const { duplicates } = await town.as('heMin').call(readCase, { params: at(other.id) })
    await town.as('heMin').call(unmergeCase, { params: at(other.id), body: { events: 2, link: duplicates[0]!.linked! } })
    expect(await town.as('heMin').call(acceptCase, { params: at(other.id), body: { events: 3 } })).toMatchObject({ state: 'accepted' })
    const stranger = await file(town, 'chen', 'libraryCard')
    expect(
      await town.as('heMin').refused(mergeCase, { params: at(stranger.id), body: { events: 1, other: one.id, kind: 'merge' } }),
    ).toMatchObject({ code: 'case-other-service' })
  })
})

describe('documents', () => {
  test('are seen by the person, the desk and the department of the case, by nobody else, and are gone 180 days after it closed', async () => {
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#357' } })
      .png()
      .toBuffer()
    const sentFile = await town.as('chen').raw(uploadDocument, multipart(picture))
    expect(sentFile.status).toBe(201)
    const { id: fileId } = JSON.parse(sentFile.body) as { id: string }
    const read = (who: 'chen' | 'auntHuang' | 'heMin' | 'wangJun' | 'tangLi') => town.as(who).raw(readDocument, { params: { fileId } })
    expect((await read('heMin')).status).toBe(404)
    const { id } = await file(town, 'chen', 'residencePermit', {
      documents: [{ need: 'jobProof', alternative: 'labourContract', file: fileId }],
    })
    expect((await read('chen')).headers['content-type']).toMatch(/^image\//)
    expect([(await read('heMin')).status, (await read('auntHuang')).status, (await read('wangJun')).status]).toEqual([200, 404, 404])
    await town.as('heMin').call(acceptCase, { params: at(id), body: { events: 1 } })
    await town.as('heMin').call(receiveDocuments, {
      params: at(id),
      body: {
        events: 2,
        documents: [
          { need: 'idCard', state: 'seen' },
          { need: 'addressProof', state: 'received' },
          { need: 'photo', state: 'received' },
        ],
      },
    })
    await town.as('heMin').call(routeCase, { params: at(id), body: { events: 3 } })
    expect([(await read('wangJun')).status, (await read('tangLi')).status]).toEqual([200, 404])
    await town.as('wangJun').call(acceptAsDepartment, { params: at(id), body: { events: 4 } })
    await town.as('wangJun').call(decideCase, { params: at(id), body: { events: 5, outcome: 'granted', reason: 'met' } })
    await town.as('heMin').call(closeCase, { params: at(id), body: { events: 6 } })
    town.at('2027-05-21T03:00:00+08:00')
    await town.drain(['station.cases.forget'])
    expect((await read('chen')).status).toBe(200)
    town.at('2027-05-23T03:00:00+08:00')
    await town.drain(['station.cases.forget'])
    expect((await read('chen')).status).toBe(404)
  })

  test('somebody else’s file cannot be put into one’s own case', async () => {
    const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#753' } })
      .png()
      .toBuffer()
    const { id: fileId } = JSON.parse((await town.as('chen').raw(uploadDocument, multipart(picture))).body) as { id: string }
    await expect(file(town, 'auntHuang', 'residencePermit', { documents: [{ need: 'jobProof', file: fileId }] })).rejects.toThrow('no-file')
    expect((await town.as('chen').raw(uploadDocument, multipart(Buffer.from('<svg onload=alert(1)>')))).status).toBe(422)
  })
})

describe('what is kept', () => {
  test('a picture that no case took is gone a day later, from the disk as well', async () => {
    const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#375' } })
      .png()
      .toBuffer()
    const { id } = JSON.parse((await town.as('chen').raw(uploadDocument, multipart(picture))).body) as { id: string }
    const [{ place }] = (await town.rows<{ place: string }>('select place from stored_file where id = $1', [id])) as [{ place: string }]
    expect(await town.platform.files.get(town.street.id, place)).toBeDefined()
    town.at('2026-11-24T10:00:00+08:00')
    await town.drain(['station.cases.forget'])
    expect(await town.platform.files.get(town.street.id, place)).toBeUndefined()
  })

  test('three years after closing a case only counts', async () => {
    const id = await accepted('libraryCard', 'auntHuang')
    await town.rows(`update service_case set state = 'closed', outcome = 'granted', closed_at = $2 where id = $1`, [
      id,
      new Date('2026-12-01T09:00:00+08:00'),
    ])
    town.at('2029-12-02T03:00:00+08:00')
    await town.drain(['station.cases.forget'])
    expect(
      await town.rows('select person_id, answers_sealed, code_sealed, outcome, group_at_filing from service_case where id = $1', [id]),
    ).toEqual([{ person_id: null, answers_sealed: null, code_sealed: null, outcome: 'granted', group_at_filing: 'local' }])
    expect(
      await town.rows('select 1 from case_event where case_id = $1 and (words_sealed is not null or by_person is not null)', [id]),
    ).toEqual([])
    // Nor does the journal lead back: the leaves name the case, and no entry of theirs names the person any more.
    const named = await town.rows(
      `select 1 from journal_entry e join journal_leaf l on l.street_id = e.street_id and l.id = e.leaf_id
       where l.commitments ->> 'case' = $1 and e.about = $2`,
      [`plain:${id}`, town.idOf('auntHuang')],
    )
    expect(named).toEqual([])
  })

  test('whoever leaves gets a copy; then open cases are withdrawn and nothing names them', async () => {
    const id = randomUUID()
    await file(town, 'smith', 'libraryCard', { id })
    const person = town.idOf('smith')
    expect(await town.deed((deed) => stationKeeper.open(deed, person))).toMatchObject([{ id, becomes: 'ends' }])
    expect(await town.deed((deed) => stationKeeper.export(deed, person))).toMatchObject({ cases: [{ state: 'filed', timeline: [{}] }] })
    await town.deed((deed) => stationKeeper.forget(deed, person))
    expect(await town.rows('select 1 from service_case where person_id = $1', [person])).toEqual([])
    expect(await kinds(id)).toEqual(['filed', 'withdrawn'])
  })
})

test('what every case’s row says is what its events amount to', async () => {
  // One case above was closed by hand to let three years pass; it is de-identified since.
  const rows = await town.rows<CaseRow>('select * from service_case where deidentified_at is null')
  expect(rows.length).toBeGreaterThan(10)
  for (const row of rows) {
    const events = await town.rows<CaseEventRow>('select * from case_event where case_id = $1 order by number', [row.id])
    expect(standingOf(events.map((event) => toHappened(event).step))).toEqual(standingOfRow(row))
    expect(events.map(({ number }) => number)).toEqual(Array.from({ length: row.events }, (_, place) => place + 1))
  }
})
