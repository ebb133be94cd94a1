/**
 * SHA-256 of a text in UTF-8, as FIPS 180-4 describes it, small and slow: it draws lots, a few per count.
 * @returns 64 hexadecimal digits, the same as `printf '%s' TEXT | sha256sum` prints
 */
export function sha256Hex(text: string): string {
  const message = new TextEncoder().encode(text)
  const padded = new Uint8Array((((message.length + 8) >> 6) << 6) + 64)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(message.length / 2 ** 29))
  view.setUint32(padded.length - 4, message.length * 8)
  const state = firstPrimes(8).map((prime) => fractionBits(Math.sqrt(prime)))
  const w = new Int32Array(64)
  for (let block = 0; block < padded.length; block += 64) {
    for (let t = 0; t < 16; t++) w[t] = view.getInt32(block + 4 * t)
    for (let t = 16; t < 64; t++) {
      const [early, late] = [w[t - 15]!, w[t - 2]!]
      const first = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
      const second = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
      w[t] = w[t - 16]! + first + w[t - 7]! + second
    }
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number]
    for (let t = 0; t < 64; t++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + roundConstants[t]! + w[t]!) | 0
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
    }
    ;[a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] = (state[index]! + word) | 0))
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))
/** The first 32 bits behind the point. Roots of small primes have them right in double precision. */
const fractionBits = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0

function firstPrimes(many: number): number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < many; candidate++) if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  return primes
}

const roundConstants = firstPrimes(64).map((prime) => fractionBits(Math.cbrt(prime)))
