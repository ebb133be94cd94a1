/** Fills the bytes with chance. `crypto.randomUUID` and `crypto.subtle` are missing over plain http; this is not. */
const chance = (bytes: Uint8Array<ArrayBuffer>): Uint8Array => crypto.getRandomValues(bytes)

/** A UUIDv7 made on the device, so that a thing filed offline keeps its id (09, Idempotency). */
export function newId(now: number = Date.now(), fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = chance): string {
  const bytes = fill(new Uint8Array(16))
  for (let place = 0; place < 6; place++) bytes[place] = Math.floor(now / 2 ** (8 * (5 - place))) % 256
  bytes[6] = 0x70 | (bytes[6]! & 0x0f) // the version
  bytes[8] = 0x80 | (bytes[8]! & 0x3f) // the variant
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
