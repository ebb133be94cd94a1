import { expect, test } from 'vitest'
import { sStreet } from './load.ts'
import { inventTogether } from './insight-together.ts'
import { inventResidents, type Maker } from './residents.ts'

const now = new Date('2026-11-23T15:00:00+08:00')
// Rows are made up from the street and the moment alone.
const maker = { street: sStreet, now } as Maker
const residents = inventResidents(600, now)
const served = new Map(residents.slice(0, 200).map(({ id }, index) => [id, [new Date(now.getTime() - (20 + index) * 86_400_000)]]))
const rows = inventTogether(maker, residents, served)
const shifts = new Map(rows.shifts.map((shift) => [shift.id, shift]))

test('invented mornings keep the rules: rest of eleven hours, twelve hours a week, no more people than places, once each', () => {
  expect(rows.shifts.length).toBeGreaterThan(100)
  expect(new Set(rows.presences.map(({ shift_id, person_id }) => `${shift_id} ${person_id}`)).size).toBe(rows.presences.length)
  for (const { id, maximum } of rows.shifts)
    expect(rows.presences.filter(({ shift_id }) => shift_id === id).length).toBeLessThanOrEqual(maximum)
  for (const own of Map.groupBy(rows.presences, ({ person_id }) => person_id).values()) {
    const times = own.map(({ shift_id }) => shifts.get(shift_id)!).toSorted((a, b) => +(a.starts_at as Date) - +(b.starts_at as Date))
    times.slice(1).forEach((next, index) => {
      expect(+(next.starts_at as Date) - +(times[index]!.ends_at as Date)).toBeGreaterThanOrEqual(11 * 3_600_000)
    })
    for (const { starts_at } of times) {
      const week = times.filter((other) => Math.abs(+(other.starts_at as Date) - +(starts_at as Date)) < 3.5 * 86_400_000)
      expect(week.length * 2).toBeLessThanOrEqual(12)
    }
  }
})

test('everybody who was there had signed up, and paper was entered by a post', () => {
  const placed = new Set(rows.signUps.map(({ shift_id, person_id, state }) => `${shift_id} ${person_id} ${state}`))
  for (const { shift_id, person_id, way, entered_by_post } of rows.presences) {
    expect(placed.has(`${shift_id} ${person_id} placed`)).toBe(true)
    expect(way === 'paper').toBe(entered_by_post !== null)
  }
  expect(rows.presences.some(({ way }) => way === 'paper')).toBe(true)
})

test('some come who were served before, and the same street comes again every time', () => {
  expect(rows.presences.some(({ person_id }) => served.has(person_id))).toBe(true)
  expect(inventTogether(maker, residents, served)).toEqual(rows)
})
