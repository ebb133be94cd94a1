import type { Shelf } from './shelf.ts'
import { signed, type S3Credentials } from './s3-signature.ts'

export interface S3Place extends S3Credentials {
  readonly endpoint: string
  readonly bucket: string
}

/**
 * Files in a bucket of anything that speaks S3, in path style (`endpoint/bucket/name`), which every server understands. Only
 * the configured endpoint is ever asked, and redirects are not followed.
 */
export function s3Shelf(place: S3Place, options: { readonly clock?: () => Date; readonly timeout?: number } = {}): Shelf {
  const { clock = () => new Date(), timeout = 10_000 } = options
  const base = `${place.endpoint.replace(/\/+$/, '')}/${place.bucket}/`
  const ask = async (method: 'GET' | 'PUT' | 'DELETE', name: string, body?: Uint8Array): Promise<Response> => {
    const url = new URL(base + name)
    const headers = signed({ method, url, body: body ?? new Uint8Array() }, place, clock())
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
      ...(body ? { body: Uint8Array.from(body) } : {}),
    })
    if (response.ok || response.status === 404) return response
    await response.body?.cancel()
    throw new Error(`file storage answered ${response.status} to ${method}`)
  }
  return {
    async write(name, bytes) {
      const response = await ask('PUT', name, bytes)
      await response.body?.cancel()
      // A missing bucket is 404 here, and then nothing was kept.
      if (!response.ok) throw new Error(`file storage answered ${response.status} to PUT`)
    },
    async read(name) {
      const response = await ask('GET', name)
      if (response.ok) return Buffer.from(await response.arrayBuffer())
      await response.body?.cancel()
      return undefined
    },
    async remove(name) {
      const response = await ask('DELETE', name)
      await response.body?.cancel()
    },
  }
}
