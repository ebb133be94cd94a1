import { decideThanks, enterThanks, listThanks, listWaitingThanks, readGiving, sendThanks } from '@ronghe/contract/volunteers/giving.ts'
import { claimHours, confirmHours } from '@ronghe/contract/volunteers/hours.ts'
import { cast } from '@ronghe/demo/cast.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freeze } from '../../../platform/privacy/frozen-figures.ts'
import { openHours, type HoursTown } from '../hours/hours.testing.ts'
import { givingFigure, toQuarter } from './giving.ts'

const seed = 20261123
let town: HoursTown
beforeAll(async () => {
  town = await openHours()
})
afterAll(() => town.close())

describe('thanks', () => {
  test('go to a team, are read before they are shown, and never say who sent them', async () => {
    const params = { teamId: town.teamId }
    const { id } = await town.as('chen').call(sendThanks, { params, body: { words: '下夜班路上亮堂多了。', signed: '三号巷的邻居' } })
    expect((await town.anonymous.call(listThanks, { params })).items).toEqual([])
    expect(await town.as('chen').refused(listWaitingThanks, {})).toMatchObject({ status: 403 })
    const [waiting] = (await town.as('luMeng').call(listWaitingThanks, {})).items
    expect(waiting).toMatchObject({ id, words: '下夜班路上亮堂多了。', signed: '三号巷的邻居' })
    expect(JSON.stringify(waiting)).not.toContain(town.idOf('chen'))
    await town.as('luMeng').call(decideThanks, { params: { noteId: id }, body: { publish: true } })
    expect((await town.anonymous.call(listThanks, { params })).items).toMatchObject([{ words: '下夜班路上亮堂多了。' }])
    expect(await town.as('luMeng').refused(decideThanks, { params: { noteId: id }, body: { publish: false } })).toMatchObject({
      code: 'no-thanks',
    })
  })

  test('naming a member is refused; a note on paper counts the same and needs no name', async () => {
    const params = { teamId: town.teamId }
    await town.deed(({ tx, street, now }) =>
      tx
        .insertInto('team_member')
        .values({ street_id: street.id, team_id: town.teamId, person_id: town.idOf('zhongHua'), joined_at: now })
        .execute(),
    )
    expect(await town.as('chen').refused(sendThanks, { params, body: { words: `谢谢${cast.zhongHua.name}` } })).toMatchObject({
      code: 'thanks-names-somebody',
    })
    expect(await town.as('zhongHua').refused(sendThanks, { params, body: { words: '我们真好' } })).toMatchObject({
      code: 'thanks-own-team',
    })
    await town.as('luMeng').call(enterThanks, { params, body: { words: '谢谢你们陪我过马路。' } })
    expect((await town.as('luMeng').call(listWaitingThanks, {})).items).toMatchObject([{ words: '谢谢你们陪我过马路。', signed: null }])
    expect(await town.as('chen').refused(enterThanks, { params, body: { words: '代别人写' } })).toMatchObject({ status: 403 })
  })
})

describe('given and received', () => {
  test('is counted once a quarter is over and settled, and stays as it was shown', async () => {
    const time = { from: '2026-11-20T11:00:00.000Z', until: '2026-11-20T13:00:00.000Z' }
    const shiftId = await town.shift({ ...time, code: ['chen', 'zhongHua', 'keLei', 'ningYu', 'maoXia', 'moZhen'] })
    const ring = ['chen', 'zhongHua', 'keLei', 'ningYu', 'maoXia', 'moZhen'] as const
    for (const [index, who] of ring.entries()) {
      const { id } = await town.as(who).call(claimHours, { params: { shiftId }, body: time })
      await town.as(ring[(index + 1) % ring.length]!).call(confirmHours, { params: { entryId: id }, body: { right: true } })
    }
    expect((await town.anonymous.call(readGiving, {})).quarters).toEqual([])
    town.at('2027-02-01T04:00:00+08:00')
    await town.deed((deed) => freeze(deed, givingFigure))
    const [quarter] = (await town.anonymous.call(readGiving, {})).quarters
    expect(quarter).toMatchObject({
      period: '2026-Q4',
      gave: { newcomer: { kind: 'few' }, local: { kind: 'few' }, total: { kind: 'shown', count: 6 } },
      hours: { newcomer: { kind: 'few' }, local: { kind: 'few' }, total: { kind: 'shown', value: 12 } },
      shifts: [{ kind: 'streetInspection', count: 1 }],
      notes: 1,
    })
  })

  test(`hours of a group never follow from what is shown where its people are few (seed ${seed})`, () => {
    const three = fc.record({ newcomer: fc.nat(20), local: fc.nat(20), unstated: fc.nat(20) })
    fc.assert(
      fc.property(three, three, (gave, received) => {
        const minutes = { newcomer: gave.newcomer * 100, local: gave.local * 100, unstated: gave.unstated * 100 }
        const { hours, gave: shown } = toQuarter('2026-Q4', { gave, minutes, received, shifts: {}, notes: 0 })
        for (const group of ['newcomer', 'local', 'unstated'] as const) {
          if (hours[group].kind === 'shown') expect(gave[group]).toBeGreaterThanOrEqual(5)
          if (shown[group].kind === 'shown') expect(shown[group].count).toBe(gave[group])
        }
        // One group hidden, all groups' hours hidden: the total less two would be the third.
        const hidden = (['newcomer', 'local', 'unstated'] as const).filter((group) => hours[group].kind === 'few').length
        expect([0, 3]).toContain(hidden)
        if (hours.total.kind === 'shown') expect(gave.newcomer + gave.local + gave.unstated).toBeGreaterThanOrEqual(5)
      }),
      { seed, numRuns: 500 },
    )
  })
})
