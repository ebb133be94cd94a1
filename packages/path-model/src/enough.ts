/** "Too little data" is an answer: below 40 units, or below 5 for each free coefficient, nothing is estimated. */
export interface Needs {
  readonly leastUnits: number
  readonly perCoefficient: number
}

export const usualNeeds: Needs = { leastUnits: 40, perCoefficient: 5 }

export interface Enough {
  readonly units: number
  readonly needed: number
  /** None where there is enough. */
  readonly missing: number
}

export function judgeUnits(units: number, coefficients: number, { leastUnits, perCoefficient }: Needs = usualNeeds): Enough {
  for (const [name, value] of Object.entries({ units, coefficients, leastUnits, perCoefficient }))
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name} is no count: ${value}`)
  const needed = Math.max(leastUnits, perCoefficient * coefficients)
  return { units, needed, missing: Math.max(0, needed - units) }
}
