import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalDays, seedCalendar } from './seed.ts'
import {
  addDays,
  addWorkingDays,
  calendarDeadline,
  calendarOf,
  dayIn,
  deadline,
  elapsed,
  endOfDay,
  startOfDay,
  workingDaysBetween,
} from './working-days.ts'

const laws = { seed: 20261123, numRuns: 300 }
const zone = 'Asia/Shanghai'
const china = calendarOf(zone, nationalDays(2026))

describe('the official days of 2026', () => {
  test('National Day week is off and the Saturdays that make up for it are worked', () => {
    const off = nationalDays(2026)
      .filter((day) => day.name === '国庆节')
      .map((day) => day.day)
    expect(off).toEqual(['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'])
    expect(china.isWorkingDay('2026-10-10')).toBe(true) // a Saturday
    expect(china.isWorkingDay('2026-10-17')).toBe(false) // an ordinary one
  })

  test('a case accepted on 30 September with five working days is due on 13 October', () => {
    // 8, 9, 10 (Saturday worked), 12, 13
    expect(addWorkingDays(china, '2026-09-30', 5)).toBe('2026-10-13')
    expect(workingDaysBetween(china, '2026-09-30', '2026-10-13')).toBe(5)
  })

  test('over Spring Festival the clock stands from 15 to 23 February, and 14 and 28 February are worked', () => {
    expect(addWorkingDays(china, '2026-02-13', 1)).toBe('2026-02-14')
    expect(addWorkingDays(china, '2026-02-14', 1)).toBe('2026-02-24')
    expect(addWorkingDays(china, '2026-02-27', 1)).toBe('2026-02-28')
  })

  test('every row has a day once, a kind and a name; a year nobody has announced gives none', () => {
    const rows = seedCalendar(2025, 2026)
    expect(new Set(rows.map((row) => row.day)).size).toBe(rows.length)
    expect(rows.every((row) => /^[\p{Script=Han}、]+$/u.test(row.name))).toBe(true)
    expect(rows.filter((row) => row.day.startsWith('2025')).length).toBeGreaterThan(20)
    expect(nationalDays(2090)).toEqual([])
  })
})

describe('a clock of working days', () => {
  const plain = calendarOf(zone, [])

  test('what happens on Monday with two days is due on Wednesday, on Friday with one day on Monday', () => {
    expect(deadline(plain, '2026-11-23', 2)).toBe('2026-11-25')
    expect(deadline(plain, '2026-11-27', 1)).toBe('2026-11-30')
  })

  test('the day is taken in the street: 23:30 on Monday in Guangzhou is still Monday, half an hour later it is Tuesday', () => {
    expect(deadline(plain, new Date('2026-11-23T15:30:00Z'), 1)).toBe('2026-11-24')
    expect(deadline(plain, new Date('2026-11-23T16:00:00Z'), 1)).toBe('2026-11-25')
  })

  test('asked on Monday and answered on Wednesday takes two days from the clock; answered the same day takes none', () => {
    const started = '2026-11-20'
    expect(deadline(plain, started, 3)).toBe('2026-11-25')
    expect(deadline(plain, started, 3, [{ from: '2026-11-23', to: '2026-11-25' }])).toBe('2026-11-27')
    expect(deadline(plain, started, 3, [{ from: '2026-11-23', to: '2026-11-23' }])).toBe('2026-11-25')
  })

  test('while the answer is awaited there is no last day, unless it had passed before the question', () => {
    expect(deadline(plain, '2026-11-20', 3, [{ from: '2026-11-23' }])).toBeUndefined()
    expect(deadline(plain, '2026-11-20', 3, [{ from: '2026-12-01' }])).toBe('2026-11-25')
    expect(elapsed(plain, '2026-11-20', '2026-12-20', [{ from: '2026-11-23' }])).toBe(1)
  })

  test('fifteen calendar days that would end on a Saturday end on the next working day', () => {
    expect(calendarDeadline(plain, '2026-11-20', 15)).toBe('2026-12-07')
    expect(calendarDeadline(china, '2026-09-20', 15)).toBe('2026-10-08')
  })

  test('a calendar without working days, a negative number of days and a day that is none are refused', () => {
    expect(() => addWorkingDays({ zone, isWorkingDay: () => false }, '2026-11-23', 1)).toThrow(RangeError)
    expect(() => addWorkingDays(plain, '2026-11-23', -1)).toThrow(RangeError)
    expect(() => addWorkingDays(plain, 'soon', 1)).toThrow(RangeError)
  })
})

describe('laws, under calendars full of holidays and worked weekends', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n))
  const exceptions = fc.uniqueArray(
    fc.record({
      day: fc.integer({ min: 0, max: 700 }).map((n) => addDays('2026-01-01', n)),
      kind: fc.constantFrom('holiday' as const, 'workday' as const),
    }),
    {
      selector: (row) => row.day,
      maxLength: 250,
    },
  )
  const calendar = exceptions.map((rows) => calendarOf(zone, rows))

  test('adding n working days and counting gives n, and the last one is a working day', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 1, max: 60 }), (kind, from, n) => {
        const last = addWorkingDays(kind, from, n)
        expect(workingDaysBetween(kind, from, last)).toBe(n)
        expect(kind.isWorkingDay(last)).toBe(true)
      }),
      laws,
    )
  })

  test('adding a and then b is adding a + b', () => {
    fc.assert(
      fc.property(calendar, day, fc.nat(30), fc.nat(30), (kind, from, a, b) => {
        expect(addWorkingDays(kind, addWorkingDays(kind, from, a), b)).toBe(addWorkingDays(kind, from, a + b))
      }),
      laws,
    )
  })

  test('a pause of k working days that begins before time is up moves the deadline by k', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 1, max: 30 }), fc.nat(1000), fc.nat(40), (kind, from, n, when, length) => {
        const without = deadline(kind, from, n)
        const span = Math.round((Date.parse(without) - Date.parse(from)) / 86_400_000)
        const asked = addDays(from, when % span)
        const answered = addDays(asked, length)
        expect(deadline(kind, from, n, [{ from: asked, to: answered }])).toBe(
          addWorkingDays(kind, without, workingDaysBetween(kind, asked, answered)),
        )
      }),
      laws,
    )
  })

  test('a pause told twice, or in two overlapping parts, is one pause', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 1, max: 20 }), fc.nat(10), fc.nat(10), fc.nat(10), (kind, from, n, a, b, c) => {
        const [one, two, three] = [addDays(from, a), addDays(from, a + b), addDays(from, a + b + c)]
        const whole = deadline(kind, from, n, [{ from: one, to: three }])
        expect(
          deadline(kind, from, n, [
            { from: one, to: two },
            { from: one, to: three },
          ]),
        ).toBe(whole)
        expect(
          deadline(kind, from, n, [
            { from: one, to: two },
            { from: two, to: three },
          ]),
        ).toBe(whole)
      }),
      laws,
    )
  })
})

describe('days and instants', () => {
  test('a day in Guangzhou begins at 16:00 UTC of the day before', () => {
    expect(startOfDay(zone, '2026-11-23').toISOString()).toBe('2026-11-22T16:00:00.000Z')
    expect(endOfDay(zone, '2026-11-23').toISOString()).toBe('2026-11-23T16:00:00.000Z')
  })

  test('a day begins where its date begins, in every zone and across clock changes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'Europe/London', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kathmandu'),
        fc.nat(9000),
        (where, n) => {
          const start = startOfDay(where, addDays('2005-01-01', n))
          expect(dayIn(where, start)).toBe(addDays('2005-01-01', n))
          expect(dayIn(where, new Date(start.getTime() - 1))).toBe(addDays('2005-01-01', n - 1))
        },
      ),
      { ...laws, numRuns: 150 },
    )
  })
})
