import { readFileSync } from 'node:fs'
import type { LoadedDocument } from 'jsonld'

/** The two contexts of an Open Badges 3.0 credential, in the order the standard wants them. */
export const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'] as const

/**
 * Two terms of 1EdTech's own that the contexts above do not declare. They are declared in each credential rather than by a third address, so that
 * they are signed like everything else and nobody has to fetch what they mean.
 */
export const ownTerms = {
  '1EdTechJsonSchemaValidator2019': 'https://purl.imsglobal.org/spec/vccs/v1p0/context.json#1EdTechJsonSchemaValidator2019',
  '1EdTechRevocationList': 'https://purl.imsglobal.org/spec/vcrl/v1p0/context.json#1EdTechRevocationList',
} as const

const files: ReadonlyMap<string, unknown> = new Map([
  [contexts[0], read('credentials-v2.json')],
  [contexts[1], read('ob-v3p0-3.0.3.json')],
])

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`contexts/${name}`, import.meta.url), 'utf8'))
}

/** Gives the contexts that are shipped and nothing else: the server fetches no address that a document names. */
export async function loadContext(url: string): Promise<LoadedDocument> {
  const document = files.get(url)
  if (!document) throw new RangeError(`not a context of Open Badges 3.0: ${url.slice(0, 200)}`)
  return { contextUrl: null, documentUrl: url, document }
}
