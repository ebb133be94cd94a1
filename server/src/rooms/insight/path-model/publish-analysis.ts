import type { Analysis, Interval } from '@ronghe/path-model'
import type { PathBox, PathState } from '@ronghe/contract/insight/path-model.ts'
import { paceOf, type WaveSoFar } from './pace.ts'

/**
 * What leaves the server of a model: standardised numbers over all units, to two decimals. No value of a unit, no mean, no deviation, no intercept,
 * and never which unit weighs much, so that no community can be read off.
 */
export function publishAnalysis(analysis: Analysis, waves: readonly WaveSoFar[], today: string): PathState {
  if (analysis.kind === 'tooLittle') {
    const { units, needed, missing, coefficients } = analysis
    return { kind: 'tooLittle', units, needed, missing, coefficients, pace: paceOf(waves, missing, today) ?? null }
  }
  if (analysis.kind !== 'estimated') return { kind: analysis.kind, units: analysis.units, boxes: toBoxes(analysis.variables) }
  const { units, coefficients, effects, equations, fit, separation, resampling } = analysis
  const toPath = ({ from, to }: { readonly from: string; readonly to: string }) => ({ from: toBox(from), to: toBox(to) })
  return {
    kind: 'estimated',
    units,
    places: resampling.drawn === 'blocks' ? resampling.blocks : null,
    resamples: resampling.used,
    coefficients: coefficients.map((one) => ({ ...toPath(one), ...withInterval(one.standardised, one.standardisedSpread.percentile) })),
    indirect: effects
      .filter(({ from, to }) => equations.some(({ variable, causes }) => variable === to && causes.some((cause) => cause !== from)))
      .filter(({ indirect }) => indirect !== 0)
      .map((one) => ({ ...toPath(one), ...withInterval(one.indirect, one.indirectSpread.percentile) })),
    equations: equations.map(({ variable, causes, r2, varianceInflation, normality, influential }) => ({
      box: toBox(variable),
      r2: round(r2),
      entangled: toBoxes(causes.filter((_, at) => varianceInflation[at]! > 10)),
      normalP: round(normality.p, 3),
      influential: influential.length,
    })),
    fit: fit && {
      chiSquare: round(fit.chiSquare),
      df: fit.df,
      p: fit.p === null ? null : round(fit.p, 3),
      cfi: round(fit.cfi),
      tli: fit.tli === null ? null : round(fit.tli),
      rmsea: fit.rmsea && withInterval(fit.rmsea.value, fit.rmsea),
      srmr: round(fit.srmr),
      separationP: separation?.p == null ? null : round(separation.p, 3),
    },
  }
}

const withInterval = (value: number, { low, high }: Interval) => ({ value: round(value), low: round(low), high: round(high) })
const round = (value: number, decimals = 2): number => Number(value.toFixed(decimals))
// The model's variables are the boxes it was given.
const toBox = (variable: string): PathBox => variable as PathBox
const toBoxes = (variables: readonly string[]): PathBox[] => variables.map(toBox)
