import { expect, test } from 'vitest'
import { readPasted } from './paste-lanes.ts'

const lanes = [
  { laneId: 'a', names: ['三号巷', 'Lane Three'] },
  { laneId: 'b', names: ['印刷巷', 'Printers’ Lane'] },
]

test('columns of a sheet fill the lanes by name in either language; a heading is passed over, an unknown lane is told', () => {
  expect(readPasted('巷子\t户数\n三号巷\t120\t300\t80\r\nprinters’lane, 64\n\n九号巷\t5', lanes)).toEqual({
    rows: [
      { laneId: 'a', numbers: [120, 300, 80] },
      { laneId: 'b', numbers: [64] },
    ],
    unknown: ['九号巷'],
  })
})
