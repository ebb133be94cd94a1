import { sumOf, type Matrix } from './covariance.ts'
import { fitOneFactor } from './fit-one-factor.ts'

/**
 * McDonald's omega (total, one factor): the share of the variance of a sum of items that their common factor explains. Unlike alpha it
 * lets items measure it better or worse.
 * @returns undefined for fewer than three items and where an item never varies
 * Source: McDonald 1999, Test Theory: (Σ loadings)² / ((Σ loadings)² + Σ own variances), loadings by maximum likelihood.
 */
export function mcdonaldOmega(covariance: Matrix): number | undefined {
  const factor = fitOneFactor(covariance)
  if (!factor) return undefined
  const common = sumOf(factor.loadings) ** 2
  return common / (common + sumOf(factor.own))
}
