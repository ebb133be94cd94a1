/**
 * By how much unequal weights widen the variance of a mean: n · Σw² / (Σw)², that is 1 + the squared coefficient of variation.
 * Source: Kish 1965, Survey Sampling, 11.2C; Kish 1992, Journal of Official Statistics 8:183.
 */
export function designEffect(weights: readonly number[]): number {
  refuseUnlessWeights(weights)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return (weights.length * weights.reduce((sum, weight) => sum + weight ** 2, 0)) / total ** 2
}

/** So many equally weighted answers would be as sure. */
export const effectiveCount = (weights: readonly number[]): number => weights.length / designEffect(weights)

/**
 * Half the width of the 95 % interval of a share of one half: the most any share can be off by chance.
 * @param answers how many, before weighting
 */
export function marginOfError(answers: number, effect = 1): number {
  if (!(answers > 0 && effect > 0)) throw new RangeError(`no margin for ${answers} answers and a design effect of ${effect}`)
  return 1.959964 * Math.sqrt((0.25 * effect) / answers)
}

export function refuseUnlessWeights(weights: readonly number[]): void {
  if (weights.length === 0 || weights.some((weight) => !(weight > 0 && Number.isFinite(weight))))
    throw new RangeError('weights are numbers above 0, at least one')
}
