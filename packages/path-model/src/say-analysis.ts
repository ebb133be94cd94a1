import type { Analysis, Estimated } from './analyse-paths.ts'

/** What was found, a sentence a line. */
export function sayAnalysis(analysis: Analysis): string[] {
  const left = analysis.leftOut > 0 ? `, ${analysis.leftOut} left out because something is missing` : ''
  if (analysis.kind === 'tooLittle')
    return [`too little data: ${analysis.units} of ${analysis.needed} units, ${analysis.missing} are missing${left}`]
  if (analysis.kind === 'still')
    return [`nothing can be said: ${analysis.variables.join(', ')} did not vary over ${analysis.units} units${left}`]
  if (analysis.kind === 'together')
    return [`nothing can be said: what acts on ${analysis.variables.join(', ')} cannot be told apart in ${analysis.units} units${left}`]
  return [
    `${analysis.units} units${left}`,
    ...sayCoefficients(analysis),
    ...analysis.equations.map(({ variable, r2 }) => `${variable}: R² ${number(r2)}`),
    ...sayFit(analysis),
    ...sayDoubts(analysis),
    'Going together is not acting on: the arrows were put there by whoever asked, not found in the data.',
  ]
}

const sayCoefficients = ({ coefficients, resampling }: Estimated): string[] =>
  coefficients.map(
    ({ from, to, standardised, standardisedSpread: { percentile } }) =>
      `${from} -> ${to}: ${number(standardised)} (${percent(resampling.level)} between ${number(percentile.low)} and ${number(percentile.high)})`,
  )

function sayFit({ fit, separation }: Estimated): string[] {
  if (!fit || fit.p === null) return ['fit: no arrow is left out, so nothing is said that could be wrong']
  const { rmsea, cfi, tli, srmr } = fit
  return [
    `fit: chi-square ${number(fit.chiSquare)} with ${fit.df} degrees of freedom, p ${number(fit.p)}; CFI ${number(cfi)}, TLI ${number(tli!)}, ` +
      `RMSEA ${number(rmsea!.value)} (90 % between ${number(rmsea!.low)} and ${number(rmsea!.high)}), SRMR ${number(srmr)}`,
    ...(separation?.p === null || !separation
      ? []
      : [
          `each arrow left out by itself: Fisher's C ${number(separation.c)} with ${separation.df} degrees of freedom, p ${number(separation.p)}`,
        ]),
  ]
}

const sayDoubts = ({ equations }: Estimated): string[] =>
  equations.flatMap(({ variable, causes, varianceInflation, normality, influential }) => [
    ...causes.flatMap((cause, at) =>
      varianceInflation[at]! > 10
        ? [`${variable}: ${cause} goes together with the others (variance inflation ${number(varianceInflation[at]!)})`]
        : [],
    ),
    ...(normality.p < 0.05 ? [`${variable}: residuals are not shaped normally (p ${number(normality.p)})`] : []),
    ...(influential.length > 0 ? [`${variable}: ${influential.length} units weigh much (Cook's distance above 4 / n)`] : []),
  ])

const number = (value: number): string => value.toFixed(3)
const percent = (level: number): string => `${Math.round(level * 100)} %`
