// Money and points are decimals. Everything exact is computed in whole numbers of their smallest unit.

/** Whole numbers above this are refused: sums and products of a few of them must stay exact in a double. */
const largest = 2 ** 50

/** How many decimal places a number prints with: 2 for 12.25, 0 for 1e21. @throws RangeError for what is no number. */
export function decimalPlaces(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`no number: ${value}`)
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent))
}

/** The most decimal places among the values. */
export function placesOf(values: Iterable<number>): number {
  let places = 0
  for (const value of values) if (!Number.isInteger(value)) places = Math.max(places, decimalPlaces(value))
  return places
}

/** The value in units of 10^-places, exactly. @throws RangeError where that has more than 15 digits. */
export function toWhole(value: number, places: number): number {
  const whole = places === 0 ? value : Math.round(value * 10 ** places)
  if (!(Math.abs(whole) <= largest)) throw new RangeError(`${value} has more digits than can be computed with exactly`)
  return whole
}
