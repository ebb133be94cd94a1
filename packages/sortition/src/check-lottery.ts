import { commitTo, drawNumber, hashPool, panelAt, type Lottery } from './lottery.ts'
import type { Pool } from './pool.ts'

/** What is in `lottery.json`: the lottery, its hash, and the seed once there is one. */
export interface PublishedLottery extends Lottery {
  readonly seed: string
  readonly commitment: string
}

/**
 * Everything a stranger can check of a published lottery: the hash, the number of panels, seats, quotas and households of every panel, and which panel
 * the seed draws.
 * @param pool the respondents the lottery was made from @param published the commitment published before the draw, where it is known
 * @returns sentences, none where all holds
 */
export function checkLottery(lottery: PublishedLottery, pool: Pool, published?: string): string[] {
  const faults: string[] = []
  if (commitTo(lottery) !== lottery.commitment) faults.push('the commitment is not the hash of this lottery')
  if (published !== undefined && published !== lottery.commitment) faults.push('the commitment is not the one published before the draw')
  if (hashPool(pool) !== lottery.pool) faults.push('the lottery was made from other respondents or quotas')
  const panels = lottery.panels.reduce((sum, { count }) => sum + count, 0)
  if (panels !== lottery.of) faults.push(`there are ${panels} panels, not ${lottery.of}`)
  const byRow = new Map(pool.people.map((person) => [person.row, person]))
  lottery.panels.forEach(({ rows, count }, index) => {
    const fault = (problem: string) => faults.push(`panel ${index + 1} of the list ${problem}`)
    if (!Number.isInteger(count) || count < 1) fault(`has the count ${count}`)
    if (rows.length !== lottery.seats) fault(`has ${rows.length} people for ${lottery.seats} seats`)
    if (new Set(rows).size !== rows.length) fault('seats somebody twice')
    const people = rows.flatMap((row) => byRow.get(row) ?? [])
    if (people.length !== rows.length) return fault('seats somebody who is no respondent')
    const homes = people.flatMap((person) => person.household ?? [])
    if (new Set(homes).size !== homes.length) fault('seats two of a household')
    pool.quotas.forEach(({ category, feature, min, max }, quota) => {
      const found = people.filter((person) => person.features.includes(quota)).length
      if (found < min || found > max) fault(`has ${found} of ${category} ${feature}, which must be ${min} to ${max}`)
    })
    return undefined
  })
  return faults
}

/** The number and the panel that the seed draws. */
export function drawPanel(lottery: Lottery, seed: string): { readonly number: number; readonly rows: readonly number[] } {
  const number = drawNumber(commitTo(lottery), seed, lottery.of)
  return { number, rows: panelAt(lottery, number) }
}
