import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hoursOn, slotsOn, type Hours } from './appointment-slots.ts'

const seed = 20261123
const id = '00000000-0000-7000-8000-0000000000aa'
const hours = (change: Partial<Hours> = {}): Hours => ({
  id,
  weekday: 1,
  from: 540,
  to: 720,
  slotMinutes: 20,
  capacity: 2,
  services: [],
  since: '2026-01-01',
  until: null,
  ...change,
})
const zone = 'Asia/Shanghai'

test('a morning of three hours has nine appointments of twenty minutes, the first at nine', () => {
  const slots = slotsOn(zone, '2026-11-23', undefined, [hours()], [])
  expect(slots).toHaveLength(9)
  expect(slots[0]).toMatchObject({
    id: `${id}_2026-11-23_0900`,
    startsAt: new Date('2026-11-23T09:00:00+08:00'),
    endsAt: new Date('2026-11-23T09:20:00+08:00'),
  })
})

test('a holiday has none; a worked Saturday is served like a Monday; hours end with their last day', () => {
  expect(slotsOn(zone, '2026-11-23', 'holiday', [hours()], [])).toEqual([])
  expect(hoursOn('2026-11-28', undefined, [hours()])).toEqual([])
  expect(hoursOn('2026-11-28', 'workday', [hours()])).toHaveLength(1)
  expect(hoursOn('2026-11-28', 'workday', [hours(), hours({ weekday: 6, from: 600 })])).toMatchObject([{ from: 600 }])
  expect(hoursOn('2026-11-23', undefined, [hours({ until: '2026-11-22' })])).toEqual([])
})

test('hours for some services are offered only to who wants nothing else', () => {
  const tax = hours({ services: ['rentalTax', 'leaseFiling'] })
  expect(slotsOn(zone, '2026-11-23', undefined, [tax], ['rentalTax'])).not.toEqual([])
  expect(slotsOn(zone, '2026-11-23', undefined, [tax], ['rentalTax', 'residencePermit'])).toEqual([])
})

test('appointments of one line never overlap and never outlast the hours', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 5, max: 240 }),
      (from, length, slotMinutes) => {
        const to = Math.min(1440, from + length)
        const slots = slotsOn(zone, '2026-11-23', undefined, [hours({ from, to, slotMinutes })], [])
        slots.forEach((slot, index) => {
          expect(slot.endsAt.getTime() - slot.startsAt.getTime()).toBe(slotMinutes * 60_000)
          if (index > 0) expect(slot.startsAt.getTime()).toBe(slots[index - 1]!.endsAt.getTime())
        })
        if (slots.length > 0)
          expect((slots.at(-1)!.endsAt.getTime() - slots[0]!.startsAt.getTime()) / 60_000).toBeLessThanOrEqual(to - from)
      },
    ),
    { seed, numRuns: 300 },
  )
})
