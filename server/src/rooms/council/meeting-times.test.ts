import type { MeetingState } from '@ronghe/contract/council/meetings.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayIn } from '../../platform/calendar/working-days.ts'
import { meetingTransitions, stepMeeting, type MeetingMove } from './meeting-lifecycle.ts'
import { countCannot, keepsNotice, offeredSlots, touches, weekdayOf, type Weekly } from './meeting-times.ts'
import { quorumOf, shareOf } from './quorum.ts'

const laws = { seed: 20261123, numRuns: 80 }
const zone = 'Asia/Shanghai'
const monday = new Date('2026-11-23T09:00:00+08:00')

const weekly = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 1, max: 480 }))
  .map(([weekday, from, length]): Weekly => ({ weekday, from, to: Math.min(1440, from + length) }))

describe('times to ask about', () => {
  test('are evenings from Monday to Friday and the weekend, after the notice, and at none of them somebody has said never', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(weekly, { maxLength: 4 }), { maxLength: 13 }),
        fc.integer({ min: 1, max: 10 }),
        (perPerson, noticeDays) => {
          const slots = offeredSlots({ zone, now: monday, noticeDays, minutes: 120, perPerson })
          expect(slots.length).toBeGreaterThanOrEqual(3)
          const allFree = slots.every(({ cannot }) => cannot === 0)
          for (const { startsAt, endsAt, cannot } of slots) {
            const day = dayIn(zone, startsAt)
            expect(day >= addDays('2026-11-23', noticeDays)).toBe(true)
            const hour = Number(new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(startsAt))
            expect(weekdayOf(day) > 5 || hour >= 18).toBe(true)
            expect(cannot).toBe(countCannot(zone, { startsAt, endsAt }, perPerson))
            // A time at which somebody cannot is offered only where free ones are too few.
            if (!allFree) expect(slots).toHaveLength(3)
          }
        },
      ),
      laws,
    )
  })

  test('a night shift ends where the meeting begins, and a meeting past midnight touches the next day', () => {
    const meeting = { startsAt: new Date('2026-11-27T19:00:00+08:00'), endsAt: new Date('2026-11-27T21:00:00+08:00') }
    expect(touches(zone, { weekday: 5, from: 9 * 60, to: 19 * 60 }, meeting)).toBe(false)
    expect(touches(zone, { weekday: 5, from: 20 * 60, to: 24 * 60 }, meeting)).toBe(true)
    const late = { startsAt: new Date('2026-11-27T23:00:00+08:00'), endsAt: new Date('2026-11-28T01:00:00+08:00') }
    expect(touches(zone, { weekday: 6, from: 0, to: 30 }, late)).toBe(true)
    expect(touches(zone, { weekday: 6, from: 60, to: 120 }, late)).toBe(false)
  })
})

test('three days’ notice: invited on Monday, Thursday is the first possible day, whatever the hour', () => {
  const at = (moment: string) => new Date(`${moment}:00+08:00`)
  expect(keepsNotice(zone, at('2026-11-23T23:59'), at('2026-11-26T00:30'), 3)).toBe(true)
  expect(keepsNotice(zone, at('2026-11-24T00:01'), at('2026-11-26T19:00'), 3)).toBe(false)
  expect(keepsNotice(zone, at('2026-11-24T00:01'), at('2026-11-23T19:00'), 3)).toBe(false)
})

describe('the life of a meeting', () => {
  const moves: readonly MeetingMove[] = ['notify', 'change', 'cancel', 'open', 'close', 'writeMinutes', 'approve', 'publish']
  test('leads from planned to published in one order, and what was cancelled or published stays so', () => {
    expect(
      moves
        .filter((move) => move !== 'change' && move !== 'cancel')
        .reduce((state, move) => stepMeeting(state, move)!, 'planned' as MeetingState),
    ).toBe('published')
    expect([meetingTransitions.published, meetingTransitions.cancelled]).toEqual([{}, {}])
  })
  test('nobody is told of a meeting twice, and one that has begun is not called off', () => {
    expect(stepMeeting('notified', 'notify')).toBeUndefined()
    expect(stepMeeting('open', 'cancel')).toBeUndefined()
    expect(stepMeeting('planned', 'open')).toBeUndefined()
  })
})

describe('the quorum', () => {
  const bench = (name: 'newcomers' | 'locals', size: number) =>
    Array.from({ length: size }, (_, index) => ({ personId: `${name}${index}`, bench: name }))
  const council = [{ personId: 'chair', bench: null }, ...bench('newcomers', 6), ...bench('locals', 6)]
  const rules = { total: [2, 3], eachBench: [1, 2] } as const satisfies Parameters<typeof quorumOf>[0]

  test('two-thirds of 13 are 9, a fifth is 3, and the chair counts in the total only', () => {
    expect([shareOf([2, 3], 13), shareOf([1, 5], 13)]).toEqual([9, 3])
    const here = new Set(['chair', 'newcomers0', 'newcomers1', 'newcomers2', 'newcomers3', 'newcomers4', 'locals0', 'locals1', 'locals2'])
    expect(quorumOf(rules, council, (id) => here.has(id))).toEqual({
      total: { present: 9, inOffice: 13, needed: 9 },
      newcomers: { present: 5, inOffice: 6, needed: 3 },
      locals: { present: 3, inOffice: 6, needed: 3 },
      met: true,
    })
    expect(quorumOf(rules, council, (id) => here.has(id) && id !== 'chair').met).toBe(false)
  })

  test('one bench that stays away keeps the other from meeting alone', () => {
    fc.assert(
      fc.property(fc.subarray(council), (present) => {
        const ids = new Set(present.map(({ personId }) => personId))
        const { met } = quorumOf(rules, council, (id) => ids.has(id))
        const on = (name: string) => present.filter((head) => head.bench === name).length
        expect(met).toBe(present.length * 3 >= 13 * 2 && on('newcomers') * 2 >= 6 && on('locals') * 2 >= 6)
      }),
      laws,
    )
  })
})
