/** From the lowest answer to the highest. */
export const answers = [1, 5] as const

/** A difference with its sign, always: +0.21, −0.53, 0.00. */
export const steps = (value: number): string => {
  const rounded = value.toFixed(2)
  return Number(rounded) === 0 ? '0.00' : value > 0 ? `+${rounded}` : rounded.replace('-', '−')
}

/** Without sign, where a word says which way. */
export const size = (value: number): string => Math.abs(value).toFixed(2)

/** A chance: = 0.034, and below a thousandth only that. */
export const chance = (p: number): string => (p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`)
