// The libraries that the tests verify with carry no types.
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { readonly cryptosuite: unknown })
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown
}
declare module 'jsonld-signatures' {
  const jsigs: {
    verify(document: object, options: object): Promise<{ readonly verified: boolean; readonly error?: unknown }>
    readonly purposes: { readonly AssertionProofPurpose: new () => unknown }
  }
  export default jsigs
}
