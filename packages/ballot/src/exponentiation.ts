// Powers modulo p. All of a ballot's cost is here, so each kind of power is computed in the cheapest way that kind allows.

/** base^exponent mod modulus, four bits at a time. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const windows = digitsOf(exponent, 4)
  const table = [1n % modulus]
  for (let index = 1; index < 16; index++) table.push((table[index - 1]! * base) % modulus)
  let result = 1n % modulus
  for (let index = windows.length - 1; index >= 0; index--) {
    for (let bit = 0; bit < 4; bit++) result = (result * result) % modulus
    const digit = windows[index]!
    if (digit !== 0) result = (result * table[digit]!) % modulus
  }
  return result
}

/**
 * Several powers of one base. The squarings, which are most of the work, are shared (Brickell, Gordon, McCurley, Wilson 1992):
 * base^(16^i) is computed once, and each power is the product of those whose digit is 15, times those whose digit is 14 or more, and so on.
 */
export function powersOf(base: bigint, exponents: readonly bigint[], modulus: bigint): bigint[] {
  const digits = exponents.map((exponent) => digitsOf(exponent, 4))
  const steps: bigint[] = []
  let step = base % modulus
  for (let index = Math.max(0, ...digits.map((list) => list.length)); index > 0; index--) {
    steps.push(step)
    if (index > 1) for (let bit = 0; bit < 4; bit++) step = (step * step) % modulus
  }
  return digits.map((list) => {
    const buckets = Array.from({ length: 16 }, () => 1n)
    list.forEach((digit, index) => {
      if (digit !== 0) buckets[digit] = (buckets[digit]! * steps[index]!) % modulus
    })
    let running = 1n % modulus
    let result = 1n % modulus
    for (let digit = 15; digit > 0; digit--) {
      running = (running * buckets[digit]!) % modulus
      result = (result * running) % modulus
    }
    return result
  })
}

/** The product of base^exponent over all pairs; the squarings are shared by all bases (Straus 1964). */
export function productOfPowers(pairs: readonly (readonly [base: bigint, exponent: bigint])[], modulus: bigint): bigint {
  const rows = pairs.map(([base, exponent]) => {
    const table = [1n % modulus]
    for (let index = 1; index < 16; index++) table.push((table[index - 1]! * base) % modulus)
    return { table, digits: digitsOf(exponent, 4) }
  })
  let result = 1n % modulus
  for (let index = Math.max(0, ...rows.map(({ digits }) => digits.length)) - 1; index >= 0; index--) {
    for (let bit = 0; bit < 4; bit++) result = (result * result) % modulus
    for (const { table, digits } of rows) {
      const digit = digits[index] ?? 0
      if (digit !== 0) result = (result * table[digit]!) % modulus
    }
  }
  return result
}

/** A function exponent -> base^exponent for a base used again and again: a table by digit, so that no squaring is left. */
export function fixedBase(base: bigint, modulus: bigint, bits: number): (exponent: bigint) => bigint {
  const width = 5
  const table: bigint[][] = []
  let step = base % modulus
  for (let index = 0; index < Math.ceil(bits / width); index++) {
    const row = [1n % modulus]
    for (let digit = 1; digit < 2 ** width; digit++) row.push((row[digit - 1]! * step) % modulus)
    table.push(row)
    step = (row[2 ** width - 1]! * step) % modulus
  }
  return (exponent) => {
    let result = 1n % modulus
    digitsOf(exponent, width).forEach((digit, index) => {
      const row = table[index]
      if (!row) throw new RangeError(`an exponent of more than ${bits} bits: ${exponent}`)
      if (digit !== 0) result = (result * row[digit]!) % modulus
    })
    return result
  }
}

/** Digits to the base 2^width, the lowest first. Through the hexadecimal text, because shifting a large number again and again is slow. */
function digitsOf(exponent: bigint, width: number): number[] {
  if (exponent < 0n) throw new RangeError(`an exponent below 0: ${exponent}`)
  const bits = exponent.toString(2)
  const digits: number[] = []
  for (let end = bits.length; end > 0; end -= width) digits.push(Number.parseInt(bits.slice(Math.max(0, end - width), end), 2))
  return digits
}
