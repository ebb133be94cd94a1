import { callNext, finishTicket, serveTicket } from '@ronghe/contract/station/counter.ts'
import {
  listFollowUps,
  openFollowUpPhone,
  printRatingCode,
  rateByCode,
  rateCase,
  readFollowUp,
  readMyRating,
  readRatingSummary,
  stepFollowUp,
} from '@ronghe/contract/station/ratings.ts'
import { drawTicket } from '@ronghe/contract/station/tickets.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { postId } from '@ronghe/demo/load-cast.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, type Town } from '../../platform/database/testing.ts'
import { openCounter, sitDown } from './counter.testing.ts'
import { daysOf, isFinished, quarterOf } from '../../platform/calendar/periods.ts'
import { stepFollowUpState, stepsOfFollowUp, type FollowUpState } from './rating-lifecycle.ts'
import { file, openStation } from './testing.ts'

const seed = 20261123
let town: Town
let windows: { one: string; two: string }
beforeAll(async () => {
  town = await openStation()
  windows = await openCounter(town)
  await sitDown(town, windows)
})
afterAll(() => town?.close())
beforeEach(() => town.at(monday))

/** A case of window 2 that was closed today. */
async function closedCase(
  who: CastKey,
  service = 'leaseFiling',
  owner: 'windowTwo' | 'stationLead' = 'windowTwo',
): Promise<{ caseId: string }> {
  const { id } = await file(town, who, service)
  await town.deed(({ tx, street, now }) =>
    tx
      .updateTable('service_case')
      .set({ state: 'closed', outcome: 'granted', decided_at: now, closed_at: now, owner_post: postId(street.id, owner) })
      .where('id', '=', id)
      .execute(),
  )
  return { caseId: id }
}

describe('rating', () => {
  test('is possible once, after closing, by the person; before and twice it is refused', async () => {
    const { id } = await file(town, 'chen', 'leaseFiling')
    expect((await town.as('chen').refused(rateCase, { params: { caseId: id }, body: { level: 5 } })).code).toBe('rating-not-closed')
    const params = await closedCase('chen')
    expect((await town.as('chen').call(readMyRating, { params })).may).toEqual(['rate'])
    expect((await town.as('liuFang').refused(rateCase, { params, body: { level: 5 } })).code).toBe('no-case')
    const tries = await Promise.all([1, 2, 3].map(() => town.as('chen').raw(rateCase, { params, body: { level: 5 } })))
    expect(tries.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
    expect(await town.as('chen').call(readMyRating, { params })).toMatchObject({ rating: { level: 5, followUp: null }, may: [] })
    expect((await town.as('chen').refused(rateCase, { params, body: { level: 6 } })).errors?.[0]).toMatchObject({
      path: 'level',
      code: 'field-large',
    })
  })

  test('leaves no trace on the case: the desk cannot see who rated', async () => {
    const params = await closedCase('auntHuang')
    const look = () => town.rows('select state, events from service_case where id = $1', [params.caseId])
    const before = await look()
    await town.as('auntHuang').call(rateCase, { params, body: { level: 1, words: '等了很久' } })
    expect(await look()).toEqual(before)
  })

  test('with the code from the slip works once, without a name; after thirty days it is too late', async () => {
    const params = await closedCase('smith')
    expect((await town.as('chen').refused(printRatingCode, { params })).status).toBe(403)
    const { code } = await town.as('heMin').call(printRatingCode, { params })
    const tries = await Promise.all(
      [1, 2].map(() => town.anonymous.raw(rateByCode, { body: { code: code.toLowerCase().replaceAll('-', ' '), level: 4 } })),
    )
    expect(tries.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect((await town.anonymous.refused(rateByCode, { body: { code: '0000-0000-0000-0000', level: 4 } })).code).toBe('rating-code-dead')
    expect(await town.rows('select person_id from rating where case_id = $1', [params.caseId])).toEqual([{ person_id: null }])
    const late = await closedCase('xu')
    town.at('2026-12-24T09:00:00+08:00')
    expect((await town.as('xu').refused(rateCase, { params: late, body: { level: 3 } })).code).toBe('rating-too-late')
  })

  test('is asked for the morning after, of whoever has not rated yet, and not again', async () => {
    town.at('2027-02-02T09:00:00+08:00')
    const [open, done] = [await closedCase('wuXia'), await closedCase('wuXia')]
    await town.as('wuXia').call(rateCase, { params: done, body: { level: 5 } })
    const asked = () =>
      town.rows<{ link: string }>("select link from message where template = 'rating-invited' and person_id = $1", [town.idOf('wuXia')])
    for (const day of ['2027-02-03', '2027-02-04']) {
      town.at(`${day}T07:40:00+08:00`)
      await town.drain(['station.ratings-morning'])
      expect(await asked()).toEqual([{ link: `/cases/${open.caseId}` }])
    }
  })

  test('a visit is rated with the code from the window, once per visit', async () => {
    await town.as('zhou').call(drawTicket, { body: {} })
    const ticket = (await town.as('heMin').call(callNext, { params: { windowId: windows.two } })).ticket!
    await town.as('heMin').call(serveTicket, { params: { ticketId: ticket.id } })
    const { ratingCode } = await town.as('heMin').call(finishTicket, { params: { ticketId: ticket.id } })
    expect(await town.anonymous.call(rateByCode, { body: { code: ratingCode, level: 2, words: '说话太快' } })).toMatchObject({
      followUp: true,
    })
    const [visit] = (await town.as('luoYan').call(listFollowUps, { query: {} })).items.filter(({ kind }) => kind === 'visit')
    expect(visit).toMatchObject({ serviceKey: 'counter', words: '说话太快', mayCall: false, caseId: null })
  })
})

describe('a bad rating', () => {
  test('is called about within one working day, put right, called back and closed; its giver reads the answer', async () => {
    const params = await closedCase('liuFang')
    const rated = await town.as('liuFang').call(rateCase, { params, body: { level: 1, words: '少退了钱', call: true } })
    expect(rated.followUp).toMatchObject({ state: 'open', callBy: '2026-11-24', fixBy: '2026-12-14', answer: null })
    const lead = town.as('luoYan')
    const found = (await lead.call(listFollowUps, { query: {} })).items.find(({ caseId }) => caseId === params.caseId)!
    expect(found).toMatchObject({ level: 1, words: '少退了钱', may: ['verify', 'call', 'misRated', 'note'] })
    const step = (body: { step: 'verify' | 'call' | 'fix' | 'callBack' | 'close'; words?: string; outcome?: 'fixed' }) =>
      lead.call(stepFollowUp, { params: { followUpId: found.id }, body })
    await step({ step: 'verify' })
    expect((await lead.refused(stepFollowUp, { params: { followUpId: found.id }, body: { step: 'fix', words: '改' } })).code).toBe(
      'follow-up-step',
    )
    expect(await lead.call(openFollowUpPhone, { params: { followUpId: found.id } })).toEqual({ name: '刘芳', phone: '19900000003' })
    await step({ step: 'call' })
    await step({ step: 'fix', words: '钱补上了' })
    expect((await lead.refused(stepFollowUp, { params: { followUpId: found.id }, body: { step: 'callBack' } })).errors?.[0]).toMatchObject({
      code: 'follow-up-words',
    })
    await step({ step: 'callBack', words: '已经补退 30 元，对不起。' })
    expect(await step({ step: 'close', outcome: 'fixed' })).toMatchObject({ state: 'closed', outcome: 'fixed', may: [] })
    expect((await town.as('liuFang').call(readMyRating, { params })).rating?.followUp).toMatchObject({
      state: 'closed',
      answer: '已经补退 30 元，对不起。',
    })
    expect(
      await town.rows("select 1 from access_log where person_id = $1 and purpose = 'ratingFollowUp'", [town.idOf('liuFang')]),
    ).not.toEqual([])
  })

  test('never goes to whoever was rated: where the station’s lead did it, the street’s lead follows it up', async () => {
    const params = await closedCase('chen', 'leaseFiling', 'stationLead')
    await town.as('chen').call(rateCase, { params, body: { level: 2 } })
    const seen = async (who: CastKey) =>
      (await town.as(who).call(listFollowUps, { query: {} })).items.some(({ caseId }) => caseId === params.caseId)
    expect([await seen('luoYan'), await seen('directorHe')]).toEqual([false, true])
    expect((await town.as('heMin').refused(listFollowUps, { query: {} })).status).toBe(403)
  })

  test('given by mistake can be appealed with the giver’s word; the published count is not touched', async () => {
    const params = await closedCase('xu')
    await town.as('xu').call(rateCase, { params, body: { level: 1 } })
    const found = (await town.as('luoYan').call(listFollowUps, { query: {} })).items.find(({ caseId }) => caseId === params.caseId)!
    expect((await town.as('luoYan').refused(openFollowUpPhone, { params: { followUpId: found.id } })).code).toBe('follow-up-no-call')
    const before = await town.rows('select sum(count)::int as n from rating_count')
    expect(
      await town
        .as('luoYan')
        .call(stepFollowUp, { params: { followUpId: found.id }, body: { step: 'misRated', words: '本人说按错了，想按五星' } }),
    ).toMatchObject({ state: 'closed', outcome: 'misRated' })
    expect(await town.rows('select sum(count)::int as n from rating_count')).toEqual(before)
  })

  test('that nobody called about in time goes up step by step, and its giver sees how far', async () => {
    const params = await closedCase('liZhiqiang')
    await town.as('liZhiqiang').call(rateCase, { params, body: { level: 1, call: true } })
    const escalated = async () => (await town.as('liZhiqiang').call(readMyRating, { params })).rating?.followUp?.escalated
    town.at('2026-11-24T08:00:00+08:00')
    await town.drain(['station.ratings-morning'])
    expect(await escalated()).toBe('owner')
    town.at('2026-11-25T08:00:00+08:00')
    const messages = () =>
      town.rows<{ n: number }>("select count(*)::int as n from message where template = 'rating-bad' and person_id = $1", [
        town.idOf('directorHe'),
      ])
    const before = (await messages())[0]!.n
    await town.drain(['station.ratings-morning'])
    const after = (await messages())[0]!.n
    expect(after).toBeGreaterThan(before)
    await town.drain(['station.ratings-morning'])
    expect((await messages())[0]!.n).toBe(after)
    expect(await escalated()).toBe('supervisor')
    town.at('2026-11-25T09:00:00+08:00')
    // Once it was called about, the fifteen days to put it right run, and nobody is late in them yet.
    const found = (await town.as('luoYan').call(listFollowUps, { query: {} })).items.find(({ caseId }) => caseId === params.caseId)!
    await town.as('luoYan').call(stepFollowUp, { params: { followUpId: found.id }, body: { step: 'verify' } })
    town.at('2026-11-25T09:01:00+08:00')
    await town.as('luoYan').call(stepFollowUp, { params: { followUpId: found.id }, body: { step: 'call' } })
    expect(await escalated()).toBe('none')
    const read = await town.as('luoYan').call(readFollowUp, { params: { followUpId: found.id } })
    expect(read.events.map(({ kind }) => kind)).toEqual(['opened', 'escalated-owner', 'escalated-supervisor', 'verify', 'call'])
    expect((await town.as('directorHe').refused(readFollowUp, { params: { followUpId: found.id } })).code).toBe('no-follow-up')
    expect((await town.as('heMin').refused(readFollowUp, { params: { followUpId: found.id } })).status).toBe(403)
    town.at('2026-12-14T08:00:00+08:00')
    await town.drain(['station.ratings-morning'])
    expect(await escalated()).toBe('owner')
    town.at('2026-12-15T08:00:00+08:00')
    await town.drain(['station.ratings-morning'])
    expect(await escalated()).toBe('supervisor')
  })

  test('is never closed without verifying, fixing and calling back, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.constantFrom('verify', 'call', 'fix', 'callBack', 'close', 'note'), { maxLength: 20 }),
        (mayCall, steps) => {
          let state: FollowUpState = 'open'
          const done: string[] = []
          for (const step of steps as ('verify' | 'call' | 'fix' | 'callBack' | 'close' | 'note')[]) {
            const next = stepFollowUpState({ state, mayCall, called: done.includes('call') }, step)
            if (!next) continue
            state = next
            done.push(step)
          }
          if (state === 'closed')
            expect(done).toEqual(expect.arrayContaining(['verify', 'fix', 'callBack', 'close', ...(mayCall ? ['call'] : [])]))
          else expect(stepsOfFollowUp({ state, mayCall, called: done.includes('call') }).filter((step) => step !== 'note')).not.toEqual([])
        },
      ),
      { seed, numRuns: 500 },
    )
  })
})

describe('the summary', () => {
  test('shows a finished quarter by service and level, and hides what is few together with what would give it away', async () => {
    await town.deed(async ({ tx, street }) => {
      const rows = [
        ['residencePermit', 5, 40],
        ['residencePermit', 4, 12],
        ['residencePermit', 1, 3],
        ['leaseFiling', 5, 9],
        ['leaseFiling', 4, 8],
        ['leaseFiling', 1, 7],
      ] as const
      for (const [service_key, level, count] of rows)
        await tx.insertInto('rating_count').values({ street_id: street.id, quarter: '2026-Q3', service_key, level, count }).execute()
    })
    const summary = await town.anonymous.call(readRatingSummary, { query: {} })
    expect(summary).toMatchObject({ quarter: '2026-Q3', total: { kind: 'shown', count: 79 } })
    const permit = summary.services.find(({ key }) => key === 'residencePermit')!
    expect(permit.levels[0]).toEqual({ kind: 'few' })
    // Otherwise 10 bad ones in all less 7 for leases would tell the 3.
    expect(summary.services.find(({ key }) => key === 'leaseFiling')!.levels[0]).toEqual({ kind: 'few' })
    // The running quarter is not shown, not even when asked for.
    expect((await town.anonymous.call(readRatingSummary, { query: { quarter: '2026-Q4' } })).quarter).toBeNull()
  })

  test('no operation answers ratings by person, clerk or window', () => {
    const replies = town.app.operations
      .filter(({ id }) => id.startsWith('station.ratings.'))
      .map(({ id, reply }) => [id, JSON.stringify(Object.keys((reply as { def?: { shape?: object } }).def?.shape ?? {}))])
    expect(replies.length).toBe(9)
    for (const [id, keys] of replies) expect(`${id} ${keys}`).not.toMatch(/clerk|window|staff|personId|byPost/i)
  })
})

test('quarters: their days, and when they are over', () => {
  expect(quarterOf('2026-11-23')).toBe('2026-Q4')
  expect(daysOf('2026-Q1')).toEqual({ first: '2026-01-01', last: '2026-03-31' })
  expect(daysOf('2026-Q4').last).toBe('2026-12-31')
  expect([isFinished('2026-Q3', '2026-09-30'), isFinished('2026-Q3', '2026-10-01')]).toEqual([false, true])
})
