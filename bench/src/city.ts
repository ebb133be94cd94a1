import { setTimeout as sleep } from 'node:timers/promises'
import { inventFigures } from '@ronghe/demo/city-figures.ts'
import { openCity } from '@ronghe/server/platform/city/city-database.ts'
import { onCity } from '@ronghe/server/platform/city/cells.ts'
import { rollUp } from '@ronghe/server/rooms/insight/city/city-rows.ts'
import {
  asReader,
  countsOf,
  openCityOfCells,
  type City,
  type InventedCell,
  type InventedStreet,
} from '@ronghe/server/rooms/insight/city/testing.ts'
import type pg from 'pg'
import { percentile, rounded, type Bench, type Figures } from './measure.ts'

const cellCount = 4
const streetsPerCell = 50
const peoplePerStreet = 100_000
const historyMonths = 36
const rollUps = 60
const awaySeconds = 10

/** Four cells and a city, each a PostgreSQL of its own on this machine, as the commands of `ronghe cell` and `ronghe city` lay them out (P9). */
export const city: Bench = {
  name: 'city',
  summary:
    'the figures of 200 streets in 4 cells: a month of all of them added up, how far the city is behind, and what a stop of it costs',
  target: { rollupMs: { most: 100 }, lagP99Ms: { most: 1000 }, lost: { most: 0 } },
  async run({ say }) {
    const start = new Date()
    say(`Making ${cellCount} cells of ${streetsPerCell} streets, and a city …`)
    const all = await openCityOfCells({ cells: cellCount, streets: streetsPerCell, cellsToServer: 1, durable: true, now: start })
    try {
      const months = monthsUpTo(start, historyMonths)
      await everyStreet(all, (cell, street) => all.handOver(cell, street, inventFigures(street.name.en, peoplePerStreet, months), start))
      await all.subscribeAll()
      const copied = await caughtUp(all)
      // What autovacuum does within minutes of a first copy; the streets below need not wait for it.
      await onCity(all.url, (client) => client.query('vacuum (analyze) city_street, city_figure, city_report'))
      say(
        `${copied.streets} streets with ${copied.streets * peoplePerStreet} invented residents; ${copied.figures} rows of ${historyMonths} months are copied.`,
      )

      const windows: Figures[] = []
      for (let window = 0; window <= 3; window++) {
        const figures = await oneMonth(all, nextMonth(months), start, window)
        // The first one warms up.
        if (window > 0) windows.push(figures)
        say(`${window > 0 ? `window ${window}` : 'warming up'}: ${JSON.stringify(figures)}`)
      }
      const away = await withoutCity(all, nextMonth(months), start)
      say(`The city stopped for ${awaySeconds} s: ${JSON.stringify(away)}`)
      return windows.map((figures) => ({ ...figures, ...away }))
    } finally {
      await all.close()
    }
  },
}

/** Every street hands a month over while streets give signs of life and readers add the month before up. */
async function oneMonth(all: City, month: string, start: Date, window: number): Promise<Figures> {
  const reading = openCity(asReader(all.url), { keptMs: 0 })
  try {
    return await onCity(all.url, async (client) => {
      const watch = watchSigns(client)
      const took: number[] = []
      const readers = (async () => {
        while (took.length < rollUps) {
          const began = performance.now()
          const rows = await rollUp(reading, monthBefore(month))
          if (rows.length === 0) throw new Error(`nothing to add up in ${monthBefore(month)}`)
          took.push(performance.now() - began)
          await sleep(100)
        }
      })()
      // Each deed has a moment of its own, by which it is known again in the city.
      let tick = start.getTime() + (window + 1) * 1_000_000
      const deed = async (cell: InventedCell, street: InventedStreet, some: readonly string[]): Promise<void> => {
        const seenAt = ++tick
        await all.handOver(cell, street, inventFigures(street.name.en, peoplePerStreet, some), new Date(seenAt))
        watch.committed(street.id, seenAt)
      }
      await everyStreet(all, (cell, street) => deed(cell, street, [month]))
      for (let round = 0; round < 3; round++) {
        await everyStreet(all, async (cell, street) => {
          await deed(cell, street, [])
          await sleep(10)
        })
      }
      await readers
      const lags = await watch.end()
      return {
        streets: cellCount * streetsPerCell,
        residents: cellCount * streetsPerCell * peoplePerStreet,
        rollupMs: rounded(percentile(took, 0.5)),
        rollupP95Ms: rounded(percentile(took, 0.95)),
        lagP50Ms: rounded(percentile(lags, 0.5)),
        lagP99Ms: rounded(percentile(lags, 0.99)),
        deeds: lags.length,
      }
    })
  } finally {
    await reading.close()
  }
}

/** Looks at the city again and again for what was committed in the cells; how long after the commit was acknowledged it is there. */
function watchSigns(client: pg.Client) {
  const waiting = new Map<string, { at: number; committed: number }[]>()
  const lags: number[] = []
  let ending = false
  const looking = (async () => {
    for (let until = Infinity; !ending || (waiting.size > 0 && performance.now() < until);) {
      if (ending && until === Infinity) until = performance.now() + 30_000
      const { rows } = await client.query<{ street: string; seen: number }>(
        'select street_id as street, (extract(epoch from seen_at) * 1000)::float8 as seen from city_street',
      )
      const now = performance.now()
      for (const { street, seen } of rows) {
        const open = waiting.get(street)
        if (!open) continue
        lags.push(...open.filter(({ at }) => at <= seen + 0.5).map(({ committed }) => Math.max(0, now - committed)))
        const left = open.filter(({ at }) => at > seen + 0.5)
        if (left.length > 0) waiting.set(street, left)
        else waiting.delete(street)
      }
      await sleep(2)
    }
  })()
  return {
    committed: (street: string, at: number) =>
      void waiting.set(street, [...(waiting.get(street) ?? []), { at, committed: performance.now() }]),
    async end(): Promise<readonly number[]> {
      ending = true
      await looking
      if (waiting.size > 0) throw new Error(`${waiting.size} streets never came to be seen in the city`)
      return lags
    },
  }
}

/** The city's database is stopped; every street hands a month over meanwhile; afterwards the rows are compared. */
async function withoutCity(all: City, month: string, start: Date): Promise<Figures> {
  await all.stopCity()
  const stopped = performance.now()
  const took: number[] = []
  await everyStreet(all, async (cell, street) => {
    const began = performance.now()
    await all.handOver(cell, street, inventFigures(street.name.en, peoplePerStreet, [month]), start)
    took.push(performance.now() - began)
  })
  await sleep(Math.max(0, awaySeconds * 1000 - (performance.now() - stopped)))
  await all.startCity()
  const back = performance.now()
  const there = await countsOf(all.cells.map(({ adminUrl }) => adminUrl))
  const here = await caughtUp(all)
  return {
    streetP99MsMeanwhile: rounded(percentile(took, 0.99)),
    catchUpSeconds: rounded((performance.now() - back) / 1000, 2),
    lost: there.figures - here.figures + (there.reports - here.reports) + Math.abs(there.n - here.n),
  }
}

/** Each cell goes through its streets one after the other, the cells at the same time. */
const everyStreet = (all: City, work: (cell: InventedCell, street: InventedStreet) => Promise<void>): Promise<unknown> =>
  Promise.all(
    all.cells.map(async (cell) => {
      for (const street of cell.streets) await work(cell, street)
    }),
  )

/** Waits until the city has as much as the cells, for two minutes at most. */
async function caughtUp(all: City) {
  const there = await countsOf(all.cells.map(({ adminUrl }) => adminUrl))
  for (const until = performance.now() + 120_000; ; await sleep(50)) {
    const here = await countsOf([all.url])
    if (JSON.stringify(here) === JSON.stringify(there) || performance.now() > until) return here
  }
}

const monthsUpTo = (start: Date, count: number): string[] => {
  const months: string[] = []
  for (let back = count; back >= 1; back--) months.push(monthOf(new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() - back, 1))))
  return months
}
const monthOf = (day: Date): string => day.toISOString().slice(0, 7)
const monthBefore = (month: string): string => monthOf(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 2, 1)))
/** The one after the last, which it is added to. */
function nextMonth(months: string[]): string {
  const last = months.at(-1)!
  const next = monthOf(new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5)), 1)))
  months.push(next)
  return next
}
