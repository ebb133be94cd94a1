/** A definition's own mistake, for the person who edits it. Advice does not keep anybody from publishing. */
export interface Mistake {
  /** Where, from the definition's root: `pages.2.fields.0.pattern`. */
  readonly path: string
  readonly code: MistakeCode
  readonly params?: { readonly [name: string]: string | number }
  readonly advice?: boolean
}

export type MistakeCode =
  | 'bad-id'
  | 'blank'
  | 'duplicate-id'
  | 'no-pages'
  | 'no-fields'
  | 'text-missing'
  | 'not-translated'
  | 'label-missing'
  | 'unknown-field'
  | 'asks-ahead'
  | 'inside-repeat'
  | 'empty-condition'
  | 'too-deep'
  | 'wrong-comparison'
  | 'not-an-option'
  | 'no-options'
  | 'duplicate-option'
  | 'reserved-option'
  | 'no-way-out'
  | 'bad-bound'
  | 'empty-range'
  | 'bad-pattern'
  | 'slow-pattern'
  | 'not-sensitive'
  | 'no-way-on'
  | 'no-source'
  | 'no-paper-path'
  | 'personal-field'
  | 'unknown-service'
  | 'unknown-placeholder'
