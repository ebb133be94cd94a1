declare module 'jsonld' {
  export interface LoadedDocument {
    readonly contextUrl: null
    readonly documentUrl: string
    readonly document: unknown
  }
  export interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0'
    readonly format: 'application/n-quads'
    readonly documentLoader: (url: string) => Promise<LoadedDocument>
    /** Refuses a document with a term that no context declares: it would not be covered by the signature. */
    readonly safe: true
    readonly base: null
  }
  const jsonld: { canonize(document: object, options: CanonizeOptions): Promise<string> }
  export default jsonld
}
