import type { FlowsHalf } from '@ronghe/contract/insight/flows.ts'
import { expect, test } from 'vitest'
import { layOut, streamsOf } from './streams.ts'

const few = { kind: 'few' } as const
const shown = (count: number) => ({ kind: 'shown' as const, count })
const estimate = (value: number) => ({ kind: 'shown' as const, value, low: value, high: value })
const all = (total: ReturnType<typeof shown> | typeof few) => ({ newcomer: few, local: few, unstated: few, total })
const half: FlowsHalf = {
  period: '2026-H1',
  doors: [
    {
      from: 'served',
      people: all(shown(200)),
      next: [
        { to: 'learning', people: all(shown(30)), share: estimate(0.15) },
        { to: 'volunteering', people: all(few), share: few },
        { to: 'deciding', people: all(few), share: few },
        { to: null, people: all(shown(160)), share: estimate(0.8) },
      ],
      untold: shown(10),
    },
    { from: 'learning', people: all(few), next: [{ to: null, people: all(few), share: few }], untold: few },
  ],
}

test('what is told is drawn, what is left of a door is one stream, and what is hidden is not there', () => {
  expect(streamsOf(half)).toEqual([
    { from: 'served', to: 'learning', people: 30 },
    { from: 'served', to: 'stayed', people: 160 },
    { from: 'served', to: 'untold', people: 10 },
  ])
})

test('where not even those who stayed are told, the stream says nothing of where it goes', () => {
  const next = [{ to: null, people: all(few), share: few }]
  expect(streamsOf({ ...half, doors: [{ from: 'deciding', people: all(shown(17)), next, untold: shown(17) }] })).toEqual([
    { from: 'deciding', to: 'unknown', people: 17 },
  ])
})

test('streams fill their boxes without a gap, and thickness is people', () => {
  const { left, right, ribbons, height } = layOut(streamsOf(half), 200)
  expect(ribbons.map(({ thick }) => thick)).toEqual([30, 10, 160])
  expect(left).toMatchObject([{ key: 'served', people: 200, height: 200 }])
  expect(right.map(({ key }) => key)).toEqual(['learning', 'untold', 'stayed'])
  const [first, second, third] = ribbons
  expect(second!.left).toBe(first!.left + first!.thick)
  expect(third!.left).toBe(second!.left + second!.thick)
  for (const { right: at, thick } of ribbons) expect(at + thick).toBeLessThanOrEqual(height)
})

test('a stream of one in a thousand can still be seen', () => {
  const { ribbons } = layOut(
    [
      { from: 'served', to: 'stayed', people: 9990 },
      { from: 'served', to: 'learning', people: 10 },
    ],
    200,
  )
  expect(Math.min(...ribbons.map(({ thick }) => thick))).toBe(3)
})
