import type { PathModel } from './arrows.ts'
import { beyondT, chiSquareTail } from './chances.ts'
import { cholesky, inverse, part } from './matrices.ts'
import type { Moments } from './moments.ts'

/** "There is no arrow between these two": what the model says by leaving one out, and how likely the data are if it is so. */
export interface Claim {
  readonly between: readonly [string, string]
  /** The causes of both, held constant. */
  readonly given: readonly string[]
  readonly partialCorrelation: number
  readonly p: number
}

export interface Separation {
  readonly claims: readonly Claim[]
  /** Fisher's C = -2 Σ ln p over the claims, and its chance; null without a claim. */
  readonly c: number
  readonly df: number
  readonly p: number | null
}

/**
 * Each missing arrow tested by itself, then all together: Shipley 2000, Structural Equation Modeling 7:206 ("a new inferential test for path
 * models"). Holds for small samples too, where the chi-square of the likelihood is only roughly right.
 * @returns undefined where a variable follows wholly from others
 */
export function testSeparation(
  { variables, equations, outside, arrows }: PathModel,
  { covariances, units }: Moments,
): Separation | undefined {
  const causes = new Map(equations.map((equation) => [equation.variable, equation.causes]))
  const linked = new Set(arrows.flatMap(({ from, to }) => [`${from}\n${to}`, `${to}\n${from}`]))
  const claims: Claim[] = []
  for (const [at, one] of variables.entries())
    for (const other of variables.slice(at + 1)) {
      if (linked.has(`${one}\n${other}`) || (outside.includes(one) && outside.includes(other))) continue
      const both = new Set([...(causes.get(one) ?? []), ...(causes.get(other) ?? [])])
      const given = variables.filter((variable) => both.has(variable) && variable !== one && variable !== other)
      const lower = cholesky(
        part(
          covariances,
          [one, other, ...given].map((variable) => variables.indexOf(variable)),
        ),
      )
      const left = units - given.length - 2
      if (!lower || left < 1) return undefined
      // A partial correlation is minus an entry of the inverse over the root of its two diagonal ones.
      const precise = inverse(lower)
      const partialCorrelation = -precise[0]![1]! / Math.sqrt(precise[0]![0]! * precise[1]![1]!)
      const t = partialCorrelation * Math.sqrt(left / Math.max(1e-300, 1 - partialCorrelation ** 2))
      claims.push({ between: [one, other], given, partialCorrelation, p: beyondT(t, left) })
    }
  const c = claims.reduce((sum, { p }) => sum - 2 * Math.log(Math.max(p, 1e-300)), 0)
  return { claims, c, df: 2 * claims.length, p: claims.length > 0 ? chiSquareTail(c, 2 * claims.length) : null }
}
