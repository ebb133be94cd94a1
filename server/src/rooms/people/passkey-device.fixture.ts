import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

/** A device with a passkey, as far as the protocol goes (WebAuthn level 3, "none" attestation, ES256): what a phone would answer. */
export interface PasskeyDevice {
  register(options: Readonly<Record<string, unknown>>, origin: string): PasskeyAnswer
  signIn(
    options: Readonly<Record<string, unknown>>,
    origin: string,
    change?: { readonly userVerified?: boolean; readonly sameCounter?: boolean },
  ): PasskeyAnswer
}
type PasskeyAnswer = {
  id: string
  rawId: string
  type: 'public-key'
  clientExtensionResults: Record<string, never>
  response: Record<string, unknown>
}

export function newPasskeyDevice(rpId: string): PasskeyDevice {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const credential = randomBytes(32)
  const id = credential.toString('base64url')
  let counter = 0
  const cose = Buffer.concat([
    Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21),
    bytes(Buffer.from(x, 'base64url')),
    Buffer.of(0x22),
    bytes(Buffer.from(y, 'base64url')),
  ])
  const authenticatorData = (flags: number, attested: Buffer = Buffer.alloc(0)): Buffer => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.of(flags), count, attested])
  }
  const clientData = (type: string, challenge: unknown, origin: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const answer = (response: Record<string, unknown>): PasskeyAnswer => ({
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })
  return {
    register(options, origin) {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credential.length)
      const data = authenticatorData(0x45, Buffer.concat([Buffer.alloc(16), length, credential, cose]))
      const attestation = Buffer.concat([
        Buffer.of(0xa3),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.of(0xa0),
        text('authData'),
        bytes(data),
      ])
      return answer({
        clientDataJSON: clientData('webauthn.create', options['challenge'], origin).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      })
    },
    signIn(options, origin, { userVerified = true, sameCounter = false } = {}) {
      if (!sameCounter) counter += 1
      const data = authenticatorData(userVerified ? 0x05 : 0x01)
      const client = clientData('webauthn.get', options['challenge'], origin)
      const signature = createSign('sha256').update(data).update(createHash('sha256').update(client).digest()).sign(privateKey)
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      })
    },
  }
}

/** CBOR (RFC 8949) for strings of less than 65,536 bytes. */
const head = (major: number, length: number): Buffer =>
  length < 24 ? Buffer.of(major | length) : length < 256 ? Buffer.of(major | 24, length) : Buffer.of(major | 25, length >> 8, length & 255)
const bytes = (value: Buffer): Buffer => Buffer.concat([head(0x40, value.length), value])
const text = (value: string): Buffer => Buffer.concat([head(0x60, value.length), Buffer.from(value)])
