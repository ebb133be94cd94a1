import { createHash, createHmac } from 'node:crypto'

export interface S3Credentials {
  readonly accessKey: string
  readonly secretKey: string
  /** What the server calls its region; most of those outside Amazon accept this one. */
  readonly region?: string
}

export interface S3Request {
  readonly method: string
  readonly url: URL
  readonly body: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** The headers of an S3 request with AWS Signature Version 4, whole body signed (docs.aws.amazon.com, "Signature calculations for the Authorization header"). */
export function signed(request: S3Request, credentials: S3Credentials, now: Date): Record<string, string> {
  const region = credentials.region ?? 'us-east-1'
  const time = now.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const day = time.slice(0, 8)
  const bodyHash = sha256(request.body)
  const headers: Record<string, string> = {
    ...request.headers,
    host: request.url.host,
    'x-amz-content-sha256': bodyHash,
    'x-amz-date': time,
  }
  const names = Object.keys(headers)
    .map((name) => name.toLowerCase())
    .toSorted()
  const canonical = [
    request.method,
    request.url.pathname,
    [...request.url.searchParams]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .toSorted()
      .join('&'),
    ...names.map((name) => `${name}:${headers[name]!.trim()}`),
    '',
    names.join(';'),
    bodyHash,
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(Buffer.from(canonical))].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    (secret, part) => hmac(secret, part),
    Buffer.from(`AWS4${credentials.secretKey}`),
  )
  const signature = hmac(key, toSign).toString('hex')
  const { host: _, ...sent } = headers // fetch writes the host itself
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKey}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
