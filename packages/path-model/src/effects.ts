import type { PathModel } from './arrows.ts'
import type { Matrix } from './matrices.ts'

export interface Effect {
  readonly from: string
  readonly to: string
  readonly direct: number
  /** Along all ways of two arrows and more. */
  readonly indirect: number
  readonly total: number
}

/**
 * Direct, indirect and total effects of each variable on each that arrows lead to from it: the total is the sum over all ways of the
 * product of their coefficients (Wright 1934; Alwin and Hauser 1975, American Sociological Review 40:37).
 * @param coefficients `[to][from]`, standardised or not
 */
export function effectsOf({ variables, equations }: PathModel, coefficients: Matrix): Effect[] {
  const total = variables.map(() => variables.map(() => 0))
  const leads = variables.map(() => variables.map(() => false))
  // Causes come before what they act on, so what leads to a cause is complete when it is asked.
  for (const { variable, causes } of equations) {
    const to = variables.indexOf(variable)
    for (const cause of causes.map((name) => variables.indexOf(name))) {
      const direct = coefficients[to]![cause]!
      leads[to]![cause] = true
      total[to]![cause]! += direct
      leads[cause]!.forEach((led, from) => {
        if (!led) return
        leads[to]![from] = true
        total[to]![from]! += direct * total[cause]![from]!
      })
    }
  }
  return variables.flatMap((from, one) =>
    variables.flatMap((to, other) => {
      if (!leads[other]![one]) return []
      const direct = coefficients[other]![one]!
      return [{ from, to, direct, indirect: total[other]![one]! - direct, total: total[other]![one]! }]
    }),
  )
}
