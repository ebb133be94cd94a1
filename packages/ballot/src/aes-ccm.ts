// AES-256 in CCM mode (FIPS 197, RFC 3610) with a 13-byte nonce and an 8-byte tag: what Belenios trustees wrap their messages in. Browsers
// offer no CCM, and over plain http no cryptography at all, so it is written out here. Only messages of a few kilobytes pass through, on the
// device of the trustee whose key it is: speed and cache timing do not matter.

const tagLength = 8

/** @param iv at least 13 bytes; the first 13 are used. @returns the ciphertext followed by its tag */
export function sealCcm(key: Uint8Array, iv: Uint8Array, message: Uint8Array): Uint8Array {
  const encryptBlock = aes256(key)
  const tag = tagOf(encryptBlock, iv, message)
  const sealed = new Uint8Array(message.length + tagLength)
  sealed.set(xorStream(encryptBlock, iv, message))
  sealed.set(tag, message.length)
  return sealed
}

/** @returns the message, or undefined where the tag does not belong to it */
export function openCcm(key: Uint8Array, iv: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  if (sealed.length < tagLength) return undefined
  const encryptBlock = aes256(key)
  const message = xorStream(encryptBlock, iv, sealed.subarray(0, -tagLength))
  const difference = tagOf(encryptBlock, iv, message).reduce((sum, byte, index) => sum | (byte ^ sealed.at(index - tagLength)!), 0)
  return difference === 0 ? message : undefined
}

type EncryptBlock = (block: Uint8Array) => Uint8Array

function tagOf(encryptBlock: EncryptBlock, iv: Uint8Array, message: Uint8Array): Uint8Array {
  if (message.length >= 0x10000) throw new RangeError(`a message of ${message.length} bytes; the two length bytes hold 65535`)
  // Flags: no additional data, (8 - 2) / 2 for the tag, 2 - 1 for the length.
  let state = encryptBlock(blockOf(0x19, iv, message.length))
  for (let start = 0; start < message.length; start += 16) {
    const mixed = state.slice()
    message.subarray(start, start + 16).forEach((byte, index) => (mixed[index]! ^= byte))
    state = encryptBlock(mixed)
  }
  const mask = encryptBlock(blockOf(0x01, iv, 0))
  return state.subarray(0, tagLength).map((byte, index) => byte ^ mask[index]!)
}

function xorStream(encryptBlock: EncryptBlock, iv: Uint8Array, message: Uint8Array): Uint8Array {
  const result = new Uint8Array(message)
  for (let start = 0; start < message.length; start += 16) {
    const stream = encryptBlock(blockOf(0x01, iv, start / 16 + 1))
    for (let index = start; index < Math.min(start + 16, message.length); index++) result[index]! ^= stream[index - start]!
  }
  return result
}

function blockOf(flags: number, iv: Uint8Array, number: number): Uint8Array {
  const block = new Uint8Array(16)
  block[0] = flags
  block.set(iv.subarray(0, 13), 1)
  block[14] = number >> 8
  block[15] = number & 0xff
  return block
}

const double = (byte: number): number => ((byte << 1) ^ (byte & 0x80 ? 0x1b : 0)) & 0xff

/** The substitution table, from its definition: the inverse in GF(2^8), then five rotations and 0x63. */
const substitution = ((): Uint8Array => {
  const table = new Uint8Array(256)
  let power = 1
  let inverse = 1
  do {
    power ^= double(power)
    // Dividing by three: multiplying by 0xf6.
    inverse ^= inverse << 1
    inverse ^= inverse << 2
    inverse ^= inverse << 4
    inverse &= 0xff
    if (inverse & 0x80) inverse ^= 0x09
    const rotated = (by: number): number => ((inverse << by) | (inverse >> (8 - by))) & 0xff
    table[power] = inverse ^ rotated(1) ^ rotated(2) ^ rotated(3) ^ rotated(4) ^ 0x63
  } while (power !== 1)
  table[0] = 0x63
  return table
})()

function aes256(key: Uint8Array): EncryptBlock {
  if (key.length !== 32) throw new RangeError(`a key of ${key.length} bytes; AES-256 takes 32`)
  const rounds = 14
  const words = new Uint8Array(16 * (rounds + 1))
  words.set(key)
  let constant = 1
  for (let at = 32; at < words.length; at += 4) {
    let word = [...words.subarray(at - 4, at)]
    if (at % 32 === 0) {
      word = [word[1]!, word[2]!, word[3]!, word[0]!].map((byte) => substitution[byte]!)
      word[0]! ^= constant
      constant = double(constant)
    } else if (at % 32 === 16) word = word.map((byte) => substitution[byte]!)
    word.forEach((byte, index) => (words[at + index] = words[at - 32 + index]! ^ byte))
  }
  return (block) => {
    let state: Uint8Array = block.map((byte, index) => byte ^ words[index]!)
    for (let round = 1; round <= rounds; round++) {
      // Substitute and shift rows in one step: row r of column c comes from column c + r.
      const moved = state.map((_, index) => substitution[state[(index + 4 * (index % 4)) % 16]!]!)
      state = round === rounds ? moved : mixColumns(moved)
      state = state.map((byte, index) => byte ^ words[16 * round + index]!)
    }
    return state
  }
}

function mixColumns(state: Uint8Array): Uint8Array {
  return state.map((byte, index) => {
    const column = index - (index % 4)
    const next = state[column + ((index + 1) % 4)]!
    const all = state[column]! ^ state[column + 1]! ^ state[column + 2]! ^ state[column + 3]!
    return byte ^ all ^ double(byte ^ next)
  })
}
