import * as mine from '@ronghe/contract/council/my-seat.ts'
import * as council from '@ronghe/contract/council/council.ts'
import * as papers from '@ronghe/contract/council/paper-answers.ts'
import * as callPapers from '@ronghe/contract/council/seat-papers.ts'
import * as calls from '@ronghe/contract/council/seat-calls.ts'
import { foundCouncil } from '@ronghe/contract/council/charter-pages.ts'
import { charterVariants } from '@ronghe/contract/council/charters/variants.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { listSupport } from '@ronghe/contract/programme/support.ts'
import { whoAmI } from '@ronghe/contract/people/session.ts'
import { communityId, demoId } from '@ronghe/demo/load-cast.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { loadPool } from '@ronghe/demo/council-pool.ts'
import { addOrgan } from '../programme/organs.ts'
import { keepLevel } from '../people/residence.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countAbsences, noteAbsences } from './absences.ts'
import { adoptCharter } from './charter-change.ts'
import { delegatesInOffice } from './delegates.ts'
import { listOffers, offerFreeSeats } from './seat-offers.ts'
import { locals, newcomers, openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
let of: { councilId: string }
beforeAll(async () => {
  town = await openCouncil()
  of = { councilId: town.councilId }
})
afterAll(() => town.close())

const confirmed = (who: Parameters<CouncilTown['idOf']>[0]) =>
  town.deed((deed) =>
    keepLevel(deed, {
      personId: town.idOf(who),
      level: 'confirmed',
      communityId: communityId(town.street.id, 'songbai'),
      confirmerPost: null,
    }),
  )
const meeting = (name: string) =>
  town.deed(async (deed) => {
    const id = demoId(town.street.id, 'meeting', name)
    await deed.tx
      .insertInto('meeting')
      .values({
        street_id: town.street.id,
        id,
        council_id: town.councilId,
        kind: 'ordinary',
        state: 'closed',
        starts_at: deed.now,
        ends_at: new Date(deed.now.getTime() + 7_200_000),
        place: '二楼会议室',
        created_at: deed.now,
      })
      .execute()
    return id
  })
const absent = async (day: string, people: Parameters<typeof noteAbsences>[3]) => {
  town.at(`${day}T20:00:00+08:00`)
  const id = await meeting(day)
  return town.deed((deed) => noteAbsences(deed, town.councilId, id, people))
}
const mySeat = async (who: Parameters<CouncilTown['as']>[0]) => (await town.as(who).call(mine.readMySeat)).seats[0]!
const page = () => town.anonymous.call(council.readCouncil, { params: of })

test('everybody sees both benches, their names, terms and the charter’s own words about what the council is not', async () => {
  const { seats, parity, charter, organ } = await page()
  expect(seats.map(({ bench }) => bench)).toEqual([null, ...newcomers.map(() => 'newcomers'), ...locals.map(() => 'locals')])
  expect(seats.every(({ delegate }) => delegate && delegate.until > delegate.since)).toBe(true)
  expect(parity).toEqual({ newcomers: 6, locals: 6, most: 1, holds: true, attendance: null })
  expect(charter.advises['zh-CN']).toContain('不是居民会议')
  expect(organ.crossPostings.map(({ name }) => name)).toContain('梁慧')
  expect((await town.anonymous.call(council.listCouncils)).items).toMatchObject([{ id: town.councilId, founded: true }])
})

test('a delegate swears, gives contact hours without a private number, and asks for an expense as a line of the ledger', async () => {
  const seat = await mySeat('zhou')
  expect(seat).toMatchObject({ bench: 'newcomers', number: 1, oathOn: null, absences: { unexcused: 0, lapsesAt: 3 } })
  const params = { termId: seat.termId }
  await town.as('zhou').call(mine.swear, { params })
  await town.as('zhou').call(mine.setContactHours, { params, body: { words: '周三晚 7 点，三号巷口' } })
  expect((await town.as('zhou').refused(mine.setContactHours, { params, body: { words: '打我电话 199 0000 0005' } })).errors).toMatchObject(
    [{ code: 'council-no-private-number' }],
  )
  expect((await town.as('liZhiqiang').refused(mine.setContactHours, { params, body: { words: '随时' } })).code).toBe('no-seat')
  const card = (await page()).seats.find(({ delegate }) => delegate?.name === '周桂兰')!.delegate!
  expect(card).toMatchObject({ oathOn: '2026-11-23', contactHours: '周三晚 7 点，三号巷口' })
  const { supportId } = await town.as('zhou').call(mine.claimExpenses, { params, body: { what: '走访车费', cents: 3600 } })
  const { items } = await town.anonymous.call(listSupport, { query: { organId: town.councilId } })
  expect(items.find(({ id }) => id === supportId)).toMatchObject({ kind: 'money', cents: 3600, state: 'requested' })
  expect(JSON.stringify(items)).not.toContain('周桂兰')
})

test('the clerk enters deputies, one for each bench; a second takes the place of the first', async () => {
  const delegates = await town.deed((deed) => delegatesInOffice(deed, town.councilId))
  const term = (who: Parameters<CouncilTown['idOf']>[0]) => delegates.find(({ personId }) => personId === town.idOf(who))!.termId
  const clerk = town.as('jiangWen')
  for (const who of ['zhou', 'uncleHuang', 'heYong'] as const)
    await clerk.call(council.nameDeputy, { params: of, body: { termId: term(who) } })
  expect((await page()).seats.filter(({ delegate }) => delegate?.deputy).map(({ delegate }) => delegate!.name)).toEqual(['何勇', '黄志明'])
  expect(await clerk.refused(council.nameDeputy, { params: of, body: { termId: term('liang') } })).toMatchObject({
    code: 'council-no-deputy',
    articleAt: `/council/${town.councilId}/charter#deputies`,
  })
  expect((await town.as('zhou').refused(council.nameDeputy, { params: of, body: { termId: term('zhou') } })).code).toBe('not-permitted')
})

test('after three unexcused absences the seat lapses, the post with it, and the substitute of the same bench is asked', async () => {
  const guo = { personId: town.idOf('guoLei'), excused: false }
  await town.deed((deed) =>
    listOffers(deed, town.councilId, 'newcomers', [{ bench: 'newcomers', personId: town.idOf('xu'), place: 1, way: 'sortition' }]),
  )
  expect(await absent('2026-11-24', [guo])).toEqual([])
  expect(await absent('2026-11-25', [{ ...guo, excused: true }])).toEqual([])
  expect(await absent('2026-11-26', [guo])).toEqual([])
  // Entered again, an absence is corrected, not doubled.
  await town.deed((deed) => noteAbsences(deed, town.councilId, demoId(town.street.id, 'meeting', '2026-11-26'), [guo]))
  expect(
    await town.deed(async (deed) =>
      countAbsences(deed, (await delegatesInOffice(deed, town.councilId)).find(({ personId }) => personId === guo.personId)!.termId),
    ),
  ).toBe(2)
  await town
    .as('guoLei')
    .call(mine.writeHandover, { params: { termId: (await mySeat('guoLei')).termId }, body: { words: '三号巷的路灯还没修好。' } })
  expect(await absent('2026-11-27', [guo])).toEqual([guo.personId])
  const offers = (await town.as('xu').call(mine.readMySeat)).offers
  expect(offers).toMatchObject([{ state: 'offered', bench: 'newcomers', answerBy: '2026-12-04' }])
  expect(
    (await town.as('xu').refused(mine.answerOffer, { params: { offerId: offers[0]!.id }, body: { accepts: true, consentVersion: null } }))
      .code,
  ).toBe('level-needed')
  await confirmed('xu')
  const yes = { params: { offerId: offers[0]!.id }, body: { accepts: true, consentVersion: null } }
  expect((await town.as('xu').refused(mine.answerOffer, yes)).code).toBe('council-needs-publicity')
  expect((await town.as('chen').refused(mine.answerOffer, yes)).code).toBe('no-seat-offer')
  await town.as('xu').call(mine.answerOffer, { ...yes, body: { accepts: true, consentVersion: consentTexts.seatPublicity.version } })

  town.at('2026-11-28T09:00:00+08:00')
  const seat = await mySeat('xu')
  // Whoever moves up serves what was left, and reads what was left behind.
  expect(seat).toMatchObject({ bench: 'newcomers', number: 6, from: '2026-11-28', to: '2028-01-26', noteForMe: '三号巷的路灯还没修好。' })
  expect((await town.as('xu').call(whoAmI)).person?.permissions).toContain('council.sit')
  expect((await town.as('guoLei').call(whoAmI)).person?.permissions).not.toContain('council.sit')
  expect((await town.as('guoLei').call(mine.readMySeat)).seats).toEqual([])
})

test('chair and street hear once that the benches no longer match, and that few of one bench came', async () => {
  const told = (template: string) => town.rows<{ person_id: string }>('select person_id from message where template = $1', [template])
  await absent(
    '2026-11-29',
    ['zhou', 'liZhiqiang', 'sunLanying'].map((who) => ({ personId: town.idOf(who as 'zhou'), excused: true })),
  )
  expect((await told('council-parity-attendance')).map(({ person_id }) => person_id).toSorted()).toEqual(
    [town.idOf('liang'), town.idOf('directorHe')].toSorted(),
  )
  expect((await page()).parity.attendance).toMatchObject({ newcomersPercent: 50, localsPercent: 100, gapPercent: 50, holds: false })
  town.at('2026-11-30T09:00:00+08:00')
  for (const who of ['luoWeiqiang', 'panHui'] as const)
    await town.as(who).call(mine.resign, { params: { termId: (await mySeat(who)).termId } })
  await town.drain(['council.seats'])
  await town.drain(['council.seats'])
  expect(await told('council-parity-roster')).toHaveLength(2)
  town.at('2026-12-01T09:00:00+08:00')
  expect((await page()).parity).toMatchObject({ newcomers: 6, locals: 4, holds: false })
  expect((await town.as('liang').refused(mine.resign, { params: { termId: (await mySeat('liang')).termId } })).code).toBe(
    'council-chair-not-here',
  )
})

test('the clerk enters a signed answer; whoever was asked is told, and sees who looked', async () => {
  const [asked] = await town.deed((deed) => loadPool(deed, 'paper', { newcomer: 0, local: 1 }))
  await town.deed(async (deed) => {
    await listOffers(deed, town.councilId, 'locals', [{ bench: 'locals', personId: asked!.id, place: 1, way: 'sortition' }])
    await offerFreeSeats(deed, town.councilId, 'locals', true)
  })
  const clerk = town.as('jiangWen')
  const { items, publicity } = await clerk.call(papers.listOffers, { params: of })
  expect(items).toMatchObject([{ name: asked!.name, bench: 'locals' }])
  const entry = { params: { offerId: items[0]!.id }, body: { accepts: true, version: publicity.version, signed: true as const } }
  expect((await town.as('zhou').refused(papers.enterPaperAnswer, entry)).code).toBe('not-permitted')
  await clerk.call(papers.enterPaperAnswer, entry)
  expect(
    (await page()).seats.filter(({ bench, delegate }) => bench === 'locals' && delegate).map(({ delegate }) => delegate!.name),
  ).toContain(asked!.name)
  expect(await town.rows('select channel from consent where person_id = $1 and purpose = $2', [asked!.id, 'seatPublicity'])).toEqual([
    { channel: 'desk-paper' },
  ])
  expect((await town.rows('select 1 from access_log where person_id = $1', [asked!.id])).length).toBeGreaterThan(0)
})

test('an unanswered offer lapses after a week and the next one is asked', async () => {
  const [first, second] = await town.deed((deed) => loadPool(deed, 'substitutes', { newcomer: 0, local: 2 }))
  await town.deed(async (deed) => {
    await listOffers(
      deed,
      town.councilId,
      'locals',
      [first!, second!].map(({ id }, index) => ({ bench: 'locals', personId: id, place: index + 1, way: 'sortition' })),
    )
    await offerFreeSeats(deed, town.councilId, 'locals', true)
  })
  const states = async () =>
    (await town.rows<{ state: string }>(`select state from seat_offer where bench = 'locals' and state <> 'accepted' order by place`)).map(
      ({ state }) => state,
    )
  expect(await states()).toEqual(['offered', 'waiting'])
  // One seat is free: the first one lapses and the second is asked, and then nobody is left, with no name kept.
  town.at('2026-12-09T09:00:00+08:00')
  await town.drain(['council.seats'])
  expect(await states()).toEqual(['lapsed', 'offered'])
  town.at('2026-12-17T09:00:00+08:00')
  await town.drain(['council.seats'])
  expect(await town.rows(`select distinct state, person_id from seat_offer where bench = 'locals' and state <> 'accepted'`)).toEqual([
    { state: 'lapsed', person_id: null },
  ])
})

test('the chair comes from the post the charter names, and goes with it', async () => {
  const lead = town.as('directorHe')
  const { source, items } = await lead.call(council.listChairSources, { params: of })
  expect(source).toBe('providerHead')
  expect(items.map(({ name }) => name)).toEqual(['宁宇', '梁慧'])
  expect(
    await lead.refused(council.fillChair, {
      params: of,
      body: { appointmentId: demoId(town.street.id, 'appointment', 'wuXia', 'socialWorker') },
    }),
  ).toMatchObject({
    code: 'council-not-chair-source',
    articleAt: `/council/${town.councilId}/charter#benches`,
  })
  await town.deed(({ tx, now }) =>
    tx
      .updateTable('appointment')
      .set({ revoked_at: now })
      .where('id', '=', demoId(town.street.id, 'appointment', 'liang', 'providerHead'))
      .execute(),
  )
  await town.drain(['council.seats'])
  town.at('2026-12-18T09:00:00+08:00')
  expect((await page()).seats[0]).toMatchObject({ bench: null, delegate: null })
})

test('a second council, founded with the looser charter, fills its benches by nomination with notice and objection', async () => {
  const { id: councilId } = await town.deed((deed) =>
    addOrgan(deed, { kind: 'council', party: 'residents', name: { 'zh-CN': '河边议事会', en: 'Riverside Council' } }),
  )
  const there = { councilId }
  await town.as('directorHe').call(foundCouncil, { params: there, body: { variant: 'loose' } })
  expect((await town.anonymous.call(council.readCouncil, { params: there })).seats.filter(({ bench }) => bench)).toHaveLength(10)
  // The clerk of one council is not the other's.
  expect(
    (await town.as('jiangWen').refused(calls.openCall, { params: there, body: { bench: 'locals', candidatesUntil: '2026-12-28' } })).code,
  ).toBe('council-not-clerk')
  await town.deed(async (deed) => {
    const id = deed.id()
    await deed.tx
      .insertInto('post')
      .values({
        street_id: town.street.id,
        id,
        organ_id: councilId,
        kind: 'councilClerk',
        name: JSON.stringify({ 'zh-CN': '秘书' }),
        seats: 1,
      })
      .execute()
    await deed.tx
      .insertInto('appointment')
      .values({
        street_id: town.street.id,
        id: deed.id(),
        post_id: id,
        person_id: town.idOf('jiangWen'),
        starts_on: '2026-12-01',
        created_at: deed.now,
      })
      .execute()
  })
  const clerk = town.as('jiangWen')
  expect((await clerk.refused(calls.openCall, { params: of, body: { bench: 'locals', candidatesUntil: '2026-12-28' } })).code).toBe(
    'council-not-by-call',
  )
  const { id: callId } = await clerk.call(calls.openCall, { params: there, body: { bench: 'locals', candidatesUntil: '2026-12-28' } })
  await confirmed('auntHuang')
  const stand = {
    params: { callId },
    body: { statement: '住了三十年，认得每一条巷。', consentVersion: consentTexts.seatPublicity.version },
  }
  await confirmed('chen')
  expect((await town.as('chen').refused(calls.standFor, stand)).code).toBe('council-other-bench')
  // On paper it is the same: the clerk enters what was signed, by the same rules, and nobody enters their own.
  const { version } = consentTexts.seatPublicity
  const paper = (who: 'chen' | 'auntHuang' | 'jiangWen', statement = '住了三十年。') => ({
    params: { callId },
    body: { name: cast[who].name, phone: cast[who].phone, signed: true as const, statement, version },
  })
  expect((await town.as('chen').refused(callPapers.enterCandidacy, paper('auntHuang'))).code).toBe('not-permitted')
  expect((await clerk.refused(callPapers.enterCandidacy, paper('chen'))).code).toBe('council-other-bench')
  expect((await clerk.refused(callPapers.enterCandidacy, paper('jiangWen'))).code).toBe('paper-for-yourself')
  expect(
    (await clerk.refused(callPapers.enterCandidacy, { ...paper('chen'), body: { ...paper('chen').body, name: '没有此人' } })).errors,
  ).toMatchObject([{ path: 'phone', code: 'seat-paper-unknown' }])
  await clerk.call(callPapers.enterCandidacy, paper('auntHuang', '住了三十年，认得每一条巷。'))
  // The answer to a proposal says nothing about who has an account.
  await town.as('chen').call(calls.nominate, { params: { callId }, body: { name: '梁少芬', phone: '19900000015', asOrgan: null } })
  await town.as('chen').call(calls.nominate, { params: { callId }, body: { name: '没有此人', phone: '19900000099', asOrgan: null } })
  const asked = (await town.as('liangShaofen').call(calls.listCalls, { params: there })).askedOfMe
  expect(asked).toHaveLength(1)
  expect((await town.anonymous.call(calls.listCalls, { params: there })).items[0]!.candidates.map(({ name }) => name)).toEqual(['黄美珍'])
  await confirmed('liangShaofen')
  await town.as('liangShaofen').call(calls.answerNomination, {
    params: { candidateId: asked[0]!.candidateId },
    body: { stands: true, statement: '退休了，有时间。', consentVersion: consentTexts.seatPublicity.version },
  })
  town.at('2026-12-28T09:00:00+08:00')
  expect((await clerk.refused(calls.publishCall, { params: { callId } })).code).toBe('council-too-few-candidates')
  await town.deed(({ tx }) => tx.updateTable('seat_call').set({ seats: 1 }).where('id', '=', callId).execute())
  const notice = await clerk.call(calls.publishCall, { params: { callId } })
  expect(notice).toMatchObject({ state: 'notice', noticeUntil: '2027-01-02' })
  const aunt = notice.candidates.find(({ name }) => name === '黄美珍')!
  const objection = { name: cast.chen.name, phone: cast.chen.phone, signed: true as const, words: '她是房东。' }
  expect((await town.as('zhou').refused(callPapers.enterObjection, { params: { candidateId: aunt.id }, body: objection })).code).toBe(
    'not-permitted',
  )
  await clerk.call(callPapers.enterObjection, { params: { candidateId: aunt.id }, body: objection })
  expect((await town.as('chen').refused(calls.objectTo, { params: { candidateId: aunt.id }, body: { words: '再说一遍。' } })).code).toBe(
    'council-objected-already',
  )
  town.at('2027-01-03T09:00:00+08:00')
  const others = notice.candidates.filter(({ id }) => id !== aunt.id).map(({ id }) => id)
  const confirm = { params: { callId }, body: { candidateIds: [aunt.id, ...others] } }
  expect((await town.as('directorHe').refused(calls.confirmCall, confirm)).code).toBe('council-objections-open')
  const { items } = await clerk.call(calls.listObjections, { params: { callId } })
  expect(items).toMatchObject([{ candidate: '黄美珍', words: '她是房东。', answer: null }])
  await clerk.call(calls.answerObjection, {
    params: { objectionId: items[0]!.id },
    body: { answer: '房东也可以当代表，遇到有关的事会回避。', upheld: false },
  })
  const filled = await town.as('directorHe').call(calls.confirmCall, confirm)
  expect(filled).toMatchObject({ state: 'filled', candidates: [{ state: 'chosen' }, { state: 'chosen' }] })
  const seated = await town.anonymous.call(council.readCouncil, { params: there })
  expect(seated.seats.flatMap(({ delegate }) => delegate?.name ?? [])).toEqual(['黄美珍'])
  // The second one confirmed was asked for the next free seat at once.
  expect((await town.as('liangShaofen').call(mine.readMySeat)).offers).toMatchObject([{ council: { id: councilId }, state: 'offered' }])
})

test('a charter with more seats adds them, one with fewer ends those that are empty', async () => {
  const charter = charterVariants.standard
  const adopt = (newcomerSeats: number, day: string) =>
    town.deed(async (deed) => {
      const newest = await deed.tx
        .selectFrom('charter_version')
        .selectAll()
        .where('council_id', '=', town.councilId)
        .where('state', '=', 'adopted')
        .orderBy('number', 'desc')
        .executeTakeFirstOrThrow()
      const id = deed.id()
      await deed.tx
        .insertInto('charter_version')
        .values({
          street_id: town.street.id,
          id,
          council_id: town.councilId,
          number: newest.number + 1,
          charter: JSON.stringify({
            ...charter,
            parameters: { ...charter.parameters, benches: { ...charter.parameters.benches, newcomers: newcomerSeats } },
          }),
          state: 'draft',
          based_on: newest.id,
          created_at: new Date(`${day}T00:00:00Z`),
        })
        .execute()
      await adoptCharter(deed, id, demoId(town.street.id, 'resolution', day))
    })
  const seats = async () => (await page()).seats.filter(({ bench }) => bench === 'newcomers').length
  town.at('2027-01-10T09:00:00+08:00')
  await adopt(7, '2027-01-02')
  town.at('2027-01-18T09:00:00+08:00')
  await town.drain(['council.seats'])
  expect(await seats()).toBe(7)
  await adopt(6, '2027-01-03')
  town.at('2027-01-26T09:00:00+08:00')
  await town.drain(['council.seats'])
  expect(await seats()).toBe(6)
})
