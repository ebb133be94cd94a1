/** The site as passkeys know it: they belong to a domain and are given only to pages from its origin. */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
}

/**
 * Undefined where passkeys cannot work: over plain http a browser offers them on localhost only, and never for a bare address. PUBLIC_URL
 * decides, because behind a proxy the host header says nothing certain.
 */
export function relyingParty(publicUrl: string | undefined, host: string | undefined): RelyingParty | undefined {
  if (publicUrl?.startsWith('https:')) {
    const { hostname, origin } = new URL(publicUrl)
    return /^[\d.]+$|:/.test(hostname) ? undefined : { id: hostname, origin }
  }
  return host && /^localhost(:\d+)?$/.test(host) ? { id: 'localhost', origin: `http://${host}` } : undefined
}
