export {
  analyseCorrelations,
  analysePaths,
  fewestBlocks,
  type Analysis,
  type Coefficient,
  type EffectWithSpread,
  type EquationResult,
  type Estimated,
  type Question,
  type Summary,
  type Unit,
} from './analyse-paths.ts'
export { readModel, type Arrow, type Equation, type PathModel } from './arrows.ts'
export type { Diagnostics } from './diagnose.ts'
export type { Effect } from './effects.ts'
export { judgeUnits, usualNeeds, type Enough, type Needs } from './enough.ts'
export type { Fit } from './fit.ts'
export { leastSquares, type Regression } from './least-squares.ts'
export type { Interval, Spread } from './resample.ts'
export { testSeparation, type Claim, type Separation } from './separation.ts'
