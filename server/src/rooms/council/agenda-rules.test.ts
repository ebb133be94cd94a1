import type { Bench } from '@ronghe/contract/council/charter.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildAgenda, type WaitingMotion } from './agenda-rules.ts'

const motion = (id: string, bench: Bench | null, filedOn: string, more: Partial<WaitingMotion> = {}): WaitingMotion => ({
  id,
  bench,
  filedOn,
  number: Number(filedOn.slice(-2)),
  meetingsWaited: 0,
  carriedOver: false,
  ...more,
})
const order = (motions: readonly WaitingMotion[], places = 20, mostMeetingsWaiting = 3): string =>
  buildAgenda(motions, { places, mostMeetingsWaiting })
    .map(({ motion: { id } }) => id)
    .join(' ')

describe('the order of an agenda', () => {
  test('benches take turns, each with the motion that has waited longest', () => {
    const motions = [
      motion('n1', 'newcomers', '2026-10-01'),
      motion('n2', 'newcomers', '2026-10-02'),
      motion('n3', 'newcomers', '2026-10-03'),
      motion('l1', 'locals', '2026-10-05'),
      motion('l2', 'locals', '2026-10-06'),
    ]
    expect(order(motions)).toBe('n1 l1 n2 l2 n3')
  })

  test('what was carried over comes first, and then what has waited three meetings, whatever the bench', () => {
    const motions = [
      motion('n1', 'newcomers', '2026-10-01'),
      motion('l-carried', 'locals', '2026-10-20', { carriedOver: true }),
      motion('l-waited', 'locals', '2026-10-10', { meetingsWaited: 3 }),
      motion('l1', 'locals', '2026-10-02'),
    ]
    expect(order(motions)).toBe('l-carried l-waited n1 l1')
    expect(buildAgenda(motions, { places: 20, mostMeetingsWaiting: 3 }).map(({ why }) => why.rule)).toEqual([
      'carriedOver',
      'waitedLongest',
      'turn',
      'turn',
    ])
  })

  test('a motion of neither bench takes its place by its waiting and uses up nobody’s turn', () => {
    const motions = [motion('n1', 'newcomers', '2026-10-03'), motion('l1', 'locals', '2026-10-04'), motion('any', null, '2026-10-01')]
    expect(order(motions)).toBe('any n1 l1')
  })

  test('the bench that was last on the agenda before does not begin again', () => {
    const motions = [motion('n1', 'newcomers', '2026-10-01'), motion('l1', 'locals', '2026-10-02')]
    const first = buildAgenda(motions, { places: 2, mostMeetingsWaiting: 3, lastBench: 'newcomers' })
    expect(first.map(({ motion: { id } }) => id)).toEqual(['l1', 'n1'])
  })
})

const seed = 20261123
const motions = fc
  .array(
    fc.record({
      bench: fc.constantFrom<Bench | null>('newcomers', 'locals', null),
      day: fc.integer({ min: 1, max: 28 }),
      meetingsWaited: fc.integer({ min: 0, max: 4 }),
      carriedOver: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((all) =>
    all.map(({ bench, day, meetingsWaited, carriedOver }, index): WaitingMotion => ({
      id: String(index),
      bench,
      filedOn: `2026-10-${String(day).padStart(2, '0')}`,
      number: index + 1,
      meetingsWaited,
      carriedOver,
    })),
  )

describe('laws of the agenda', () => {
  test('nothing is left off while there is room, nothing is on it twice, and what must come comes even beyond the room', () => {
    fc.assert(
      fc.property(motions, fc.integer({ min: 0, max: 25 }), (all, places) => {
        const placed = buildAgenda(all, { places, mostMeetingsWaiting: 3 })
        const ids = placed.map(({ motion: { id } }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        const due = all.filter(({ carriedOver, meetingsWaited }) => carriedOver || meetingsWaited >= 3)
        for (const { id } of due) expect(ids).toContain(id)
        expect(ids.length).toBe(Math.max(due.length, Math.min(places, all.length)))
      }),
      { seed },
    )
  })

  test('after the due ones no bench has two in a row while the other still has one waiting', () => {
    fc.assert(
      fc.property(motions, (all) => {
        const placed = buildAgenda(all, { places: 100, mostMeetingsWaiting: 3 }).filter(
          ({ why }) => why.rule === 'turn' || why.rule === 'noneOfOther',
        )
        const benched = placed.filter(({ motion: { bench } }) => bench !== null)
        for (const [
          index,
          {
            motion: { bench },
          },
        ] of benched.entries()) {
          const next = benched[index + 1]
          if (next?.motion.bench !== bench) continue
          expect(benched.slice(index + 1).every((later) => later.motion.bench === bench)).toBe(true)
        }
      }),
      { seed },
    )
  })

  test('within a bench the longer-waiting motion is never behind', () => {
    fc.assert(
      fc.property(motions, (all) => {
        const placed = buildAgenda(all, { places: 100, mostMeetingsWaiting: 3 }).filter(
          ({ why }) => why.rule === 'turn' || why.rule === 'noneOfOther',
        )
        for (const bench of ['newcomers', 'locals', null]) {
          const own = placed.filter(({ motion: one }) => one.bench === bench).map(({ motion: one }) => one)
          for (const [index, one] of own.entries())
            for (const later of own.slice(index + 1)) {
              const longer =
                later.meetingsWaited > one.meetingsWaited || (later.meetingsWaited === one.meetingsWaited && later.filedOn < one.filedOn)
              expect(longer).toBe(false)
            }
        }
      }),
      { seed },
    )
  })

  test('no motion starves: with room for two at a meeting and three new ones each time, each is on an agenda after three meetings at most', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom<Bench | null>('newcomers', 'locals', null), { maxLength: 3 }), { minLength: 12, maxLength: 12 }),
        (arrivals) => {
          let queue: WaitingMotion[] = []
          let number = 0
          for (const [meeting, benches] of arrivals.entries()) {
            queue.push(
              ...benches.map((bench) => {
                number += 1
                return motion(`m${number}`, bench, `2026-10-${String(meeting + 1).padStart(2, '0')}`, { number })
              }),
            )
            const taken = new Set(buildAgenda(queue, { places: 2, mostMeetingsWaiting: 3 }).map(({ motion: { id } }) => id))
            queue = queue.filter(({ id }) => !taken.has(id)).map((one) => ({ ...one, meetingsWaited: one.meetingsWaited + 1 }))
            expect(Math.max(0, ...queue.map(({ meetingsWaited }) => meetingsWaited))).toBeLessThanOrEqual(3)
          }
        },
      ),
      { seed },
    )
  })
})
