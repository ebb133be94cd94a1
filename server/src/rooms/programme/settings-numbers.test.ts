import { randomUUID } from 'node:crypto'
import {
  numberGroups,
  numbers,
  standardsOf,
  type NumberGroup,
  type NumberRule,
  type NumbersOf,
} from '@ronghe/contract/programme/numbers.ts'
import { readPublicSettings, readSettings, writeSetting } from '@ronghe/contract/programme/settings.ts'
import { registerPerson } from '@ronghe/contract/people/desk.ts'
import { askDataRequest } from '@ronghe/contract/people/data-requests.ts'
import { startAssisting } from '@ronghe/contract/people/assist.ts'
import { confirmResidence } from '@ronghe/contract/people/residence.ts'
import { whoAmI } from '@ronghe/contract/people/session.ts'
import { readCase } from '@ronghe/contract/station/cases-desk.ts'
import { readMyCase } from '@ronghe/contract/station/cases.ts'
import { acceptAsDepartment, acceptCase, askForMissing, decideCase, routeCase } from '@ronghe/contract/station/cases-steps.ts'
import { rateCase, readMyRating } from '@ronghe/contract/station/ratings.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { communityId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, type Town } from '../../platform/database/testing.ts'
import { notify } from '../../platform/notify/notify.ts'
import { newBrowser } from '../people/testing.ts'
import { file, openStation } from '../station/testing.ts'

let town: Town
beforeAll(async () => void (town = await openStation({ idle: true })))
beforeEach(() => town.at(monday))
afterAll(() => town?.close())

/** Sessions grow idle here as the clock is turned; the administrator has just come in. */
async function administrator() {
  await awake('zhaoYu')
  return town.as('zhaoYu')
}
const set = async <Group extends NumberGroup>(group: Group, change: Partial<NumbersOf<Group>> = {}) =>
  (await administrator()).call(writeSetting, { params: { key: group }, body: { value: { ...standardsOf(group), ...change } } })
const wrong = async (group: NumberGroup, change: Readonly<Record<string, unknown>>) =>
  (await administrator()).refused(writeSetting, { params: { key: group }, body: { value: { ...standardsOf(group), ...change } } })
const later = (days: number, from = monday) => town.at(new Date(new Date(from).getTime() + days * 86_400_000))
async function awake(who: Parameters<Town['as']>[0]) {
  await town.as(who).cookie()
  await town.rows('update session set seen_at = $2 where person_id = $1', [town.idOf(who), town.now()])
}

describe('a number of the street', () => {
  test.each(numberGroups)(
    'in “%s” that is blank, zero, a fraction or beyond its limits is refused at its field, and nothing is kept',
    async (group) => {
      const before = (await town.anonymous.call(readPublicSettings))[group]
      for (const [name, { least, most }] of Object.entries<NumberRule>(numbers[group]))
        for (const value of ['', 0, least - 1, most + 1, least + 0.5]) {
          const { errors } = await wrong(group, { [name]: value })
          expect([name, value, errors?.length, errors?.[0]?.path]).toEqual([name, value, 1, `value.${name}`])
          expect(errors![0]!.detail).not.toBe('')
        }
      const [first] = Object.keys(numbers[group])
      for (const value of [null, undefined, -1, '12', true])
        expect((await wrong(group, { [first!]: value })).errors).toMatchObject([{ path: `value.${first}` }])
      expect((await town.anonymous.call(readPublicSettings))[group]).toEqual(before)
      expect(await town.rows('select 1 from setting_change where key = $1', [group])).toEqual([])
    },
  )

  test.each(numberGroups)('in “%s” lies within its own limits when nobody has set it, and in order with the others', async (group) => {
    for (const { least, standard, most } of Object.values<NumberRule>(numbers[group]))
      expect(least <= standard && standard <= most && least >= 1).toBe(true)
    await set(group)
    expect((await town.anonymous.call(readPublicSettings))[group]).toEqual(standardsOf(group))
  })

  test('that says something impossible beside another one is refused: a second reminder after the time, a new phone trusted longer', async () => {
    expect((await wrong('clocks', { residentReminderSecond: 20 })).errors).toMatchObject([
      { path: 'value.residentReminderSecond', code: 'reminder-too-late' },
    ])
    expect((await wrong('clocks', { ratingCall: 5, ratingFix: 2 })).errors).toMatchObject([
      { path: 'value.ratingCall', code: 'call-after-fix' },
    ])
    expect((await wrong('signIn', { newDeviceDays: 200 })).errors).toMatchObject([
      { path: 'value.newDeviceDays', code: 'new-device-longer' },
    ])
  })

  test('beyond a law names the law', async () => {
    const tooLong = (await wrong('clocks', { caseAccept: 6 })).errors![0]!
    expect(tooLong).toMatchObject({ path: 'value.caseAccept', code: 'number-above-law' })
    expect(tooLong.detail).toContain('行政许可法')
  })

  test('says which post changed it last, and when; those changed with it by nobody say nothing', async () => {
    await set('messages', { quietFrom: 21 })
    later(1)
    await set('messages', { quietFrom: 21, quietTo: 8 })
    const { numberChanges } = await (await administrator()).call(readSettings)
    const of = (name: string) => numberChanges.find((change) => change.group === 'messages' && change.name === name)
    expect(of('quietFrom')).toMatchObject({ by: '系统管理员', at: new Date(monday).toISOString() })
    expect(of('quietTo')).toMatchObject({ by: '系统管理员', at: town.now().toISOString() })
    expect(numberChanges.some(({ name }) => name === 'toldAhead')).toBe(false)
    await set('messages')
  })

  test('is set by whoever configures the street and by nobody else', async () => {
    for (const who of ['chen', 'heMin', 'officerLin', 'qianXi', 'sunYi'] as const) {
      await awake(who)
      for (const key of numberGroups)
        expect(
          (await town.as(who).refused(writeSetting, { params: { key }, body: { value: { ...standardsOf(key) } } })).code,
          `${who} ${key}`,
        ).toBe('not-permitted')
    }
  })
})

describe('what a number changes', () => {
  test('quiet hours: a message at nine in the evening waits for eight when the night is from nine to eight', async () => {
    const leaves = async (): Promise<string> => {
      town.at('2026-11-23T21:30:00+08:00')
      const id = await town.deed((deed) => notify(deed, town.idOf('chen'), { template: 'owner-confirmed', link: '/me/devices' }))
      await town.drain()
      return (
        await town.rows<{ not_before: Date }>('select not_before from delivery where message_id = $1', [id])
      )[0]!.not_before.toISOString()
    }
    expect(await leaves()).toBe('2026-11-23T13:30:00.000Z')
    await set('messages', { quietFrom: 21, quietTo: 8 })
    expect(await leaves()).toBe('2026-11-24T00:00:00.000Z')
    await set('messages')
  })

  test('sign-in: a number unseen for 100 days is doubted on a known device when the street says 90, and not by the rules', async () => {
    await town.rows('update person set phone_seen_at = $1', [new Date(monday)])
    const known = newBrowser(town)
    expect((await known.signIn(cast.chen.phone)).kind).toBe('open')
    later(100)
    await set('signIn', { unseenDays: 90, newDeviceDays: 30 })
    expect((await known.signIn(cast.chen.phone)).kind).toBe('empty')
    await set('signIn')
    expect((await known.signIn(cast.chen.phone)).kind).toBe('open')
    // A new device: after 90 days by the rules, after 200 when the street trusts longer.
    later(300)
    expect((await newBrowser(town).signIn(cast.chen.phone)).kind).toBe('empty')
    await set('signIn', { unseenDays: 300, newDeviceDays: 250 })
    expect((await newBrowser(town).signIn(cast.chen.phone)).kind).toBe('open')
    await set('signIn')
  })

  test('idle staff are signed out after the minutes the street has set, at once with the next request', async () => {
    await awake('heMin')
    const start = town.now().getTime()
    town.at(new Date(start + 15 * 60_000))
    expect((await town.as('heMin').call(whoAmI)).person).not.toBeNull()
    await set('signIn', { staffIdleMinutes: 10 })
    await town.rows('update session set seen_at = $2 where person_id = $1', [town.idOf('heMin'), new Date(start)])
    expect((await town.as('heMin').call(whoAmI)).person).toBeNull()
    await set('signIn')
    expect((await town.as('heMin').call(whoAmI)).person).not.toBeNull()
  })

  test('an assisted session lasts as long as the street says', async () => {
    await set('signIn', { assistMinutes: 10 })
    await awake('heMin')
    const { until } = await town
      .as('heMin')
      .call(startAssisting, { params: { personId: town.idOf('auntHuang') }, body: { matter: '查进度' } })
    expect(until).toBe(new Date(town.now().getTime() + 10 * 60_000).toISOString())
    await town.drain()
    expect(town.platform.sms.recent(town.street.id).some(({ text }) => text.includes('10 分钟后自动结束'))).toBe(true)
    await set('signIn')
  })

  test('confirmations: with two a day the third is refused and says so, and a level counts for the months that are set', async () => {
    await set('residence', { confirmationsADay: 2, validMonths: 12 })
    await awake('heMin')
    const clerk = town.as('heMin')
    const confirm = { communityId: communityId(town.street.id, 'songbai'), seen: true } as const
    const ids: string[] = []
    for (const n of [1, 2, 3]) ids.push((await clerk.call(registerPerson, { body: { name: `街坊${n}`, phone: `1390000090${n}` } })).id)
    expect(await clerk.call(confirmResidence, { params: { personId: ids[0]! }, body: confirm })).toMatchObject({
      validUntil: '2027-11-22',
      leftToday: 1,
    })
    await clerk.call(confirmResidence, { params: { personId: ids[1]! }, body: confirm })
    const problem = await clerk.refused(confirmResidence, { params: { personId: ids[2]! }, body: confirm })
    expect([problem.code, problem.detail.includes('2')]).toEqual(['confirm-too-many', true])
    await set('residence')
    await clerk.call(confirmResidence, { params: { personId: ids[2]! }, body: confirm })
  })

  test('ratings: a matter closed eight days ago can be rated by the rules and not when the street says seven', async () => {
    const { id } = await file(town, 'chen', 'leaseFiling')
    await town.rows(
      `update service_case set state = 'closed', outcome = 'granted', decided_at = $2, closed_at = $2, next_on = null where id = $1`,
      [id, town.now()],
    )
    later(8)
    await set('station', { ratingDays: 7 })
    await awake('chen')
    const params = { caseId: id }
    expect((await town.as('chen').call(readMyRating, { params })).may).toEqual([])
    const problem = await town.as('chen').refused(rateCase, { params, body: { level: 5 } })
    expect([problem.code, problem.detail.includes('7 天')]).toEqual(['rating-too-late', true])
    await set('station')
    await town.as('chen').call(rateCase, { params, body: { level: 5 } })
  })

  test('a case that waits for the resident rests after the days the street has set, and a decided one is closed after its own', async () => {
    await set('clocks', { residentTurn: 4, residentReminderFirst: 1, residentReminderSecond: 2, caseClose: 5 })
    await awake('heMin')
    const states = async (...ids: readonly string[]) =>
      (
        await town.rows<{ id: string; state: string; lapsed: boolean }>(
          'select id, state, lapsed from service_case where id = any($1::uuid[]) order by id',
          [ids],
        )
      ).map(({ state, lapsed }) => (lapsed ? 'lapsed' : state))
    const [waiting, decided] = [randomUUID(), randomUUID()].toSorted() as [string, string]
    for (const [id, service] of [
      [waiting, 'libraryCard'],
      [decided, 'honghuReimbursement'],
    ] as const) {
      await file(town, 'chen', service, { id })
      await town.as('heMin').call(acceptCase, { params: { caseId: id }, body: { events: 1 } })
    }
    const { documents } = await town.as('heMin').call(readCase, { params: { caseId: waiting } })
    await town.as('heMin').call(askForMissing, {
      params: { caseId: waiting },
      body: { events: 2, documents: documents.slice(0, 1).map(({ need }) => need), words: '请补一张照片' },
    })
    await awake('tangLi')
    const params = { caseId: decided }
    await town.as('heMin').call(routeCase, { params, body: { events: 2 } })
    await town.as('tangLi').call(acceptAsDepartment, { params, body: { events: 3 } })
    const { decisionReasons } = await town.as('tangLi').call(readCase, { params })
    const reason = decisionReasons.find(({ outcome }) => outcome === 'refused')!
    await town.as('tangLi').call(decideCase, { params, body: { events: 4, outcome: 'refused', reason: reason.id } })
    await awake('chen')
    expect((await town.as('chen').call(readMyCase, { params: { caseId: waiting } })).clock?.dueOn).toBe('2026-11-27')
    // What was promised stays when the street gives others less time.
    await set('clocks', { residentTurn: 3, residentReminderFirst: 1, residentReminderSecond: 2, caseClose: 3 })
    await awake('chen')
    expect((await town.as('chen').call(readMyCase, { params: { caseId: waiting } })).clock?.dueOn).toBe('2026-11-27')
    town.at('2026-11-27T20:00:00+08:00')
    await town.drain(['station.cases.tick'])
    expect(await states(waiting, decided)).toEqual(['waitingForResident', 'decided'])
    town.at('2026-11-30T08:15:00+08:00')
    await town.drain(['station.cases.tick'])
    expect(await states(waiting, decided)).toEqual(['lapsed', 'decided'])
    town.at('2026-12-01T08:15:00+08:00')
    await town.drain(['station.cases.tick'])
    expect(await states(waiting, decided)).toEqual(['lapsed', 'closed'])
    town.at(monday)
    await set('clocks')
  })

  test('a request about one’s data is due when the street says', async () => {
    await set('clocks', { dataRequestCalendarDays: 7 })
    await awake('chen')
    expect((await town.as('chen').call(askDataRequest, { body: { kind: 'copy', words: '要一份' } })).dueOn).toBe('2026-11-30')
    await set('clocks')
  })
})
