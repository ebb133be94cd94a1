import type { Problem } from './sort-into-types.ts'
import type { Row } from './solver.ts'

/** A panel is how many it has of each type. */
export type Panel = Int32Array

/**
 * What makes a panel of whole numbers (or, read as expected numbers, an outline around all lotteries): the seats, every quota that can bind, and
 * one person per household.
 */
export function panelRows({ seats, quotas, types, households }: Problem): Row[] {
  const all = types.map((_, type) => type)
  const rows: Row[] = [{ lower: seats, upper: seats, columns: all, values: all.map(() => 1) }]
  quotas.forEach(({ min, max }, feature) => {
    const columns = all.filter((type) => types[type]!.features.includes(feature))
    const most = columns.reduce((sum, type) => sum + types[type]!.most, 0)
    // A row that cannot bind is left out, except where nobody has the feature: then a minimum must still be seen to fail.
    if (min <= 0 && max >= Math.min(seats, most)) return
    rows.push({ lower: min, upper: max, columns, values: columns.map(() => 1) })
  })
  for (const { types: columns, most } of households) rows.push({ lower: 0, upper: most, columns, values: columns.map(() => 1) })
  return rows
}

/** Whether `panel` has the right size and keeps every quota, by plain counting: no panel is used that did not pass this. */
export function isPanel({ seats, quotas, types, households }: Problem, panel: Panel): boolean {
  let size = 0
  const counts = quotas.map(() => 0)
  for (let type = 0; type < panel.length; type++) {
    const count = panel[type]!
    if (count < 0 || count > types[type]!.most) return false
    if (count === 0) continue
    size += count
    for (const feature of types[type]!.features) counts[feature]! += count
  }
  return (
    size === seats &&
    quotas.every(({ min, max }, feature) => counts[feature]! >= min && counts[feature]! <= max) &&
    households.every((household) => household.types.reduce((sum, type) => sum + panel[type]!, 0) <= household.most)
  )
}
