/** What an answer may be compared with. */
export type Scalar = string | number | boolean

/**
 * When a question is asked, a document is needed or a rule is met, as plain JSON. `field` is a field id; dots reach inside a
 * compound answer (`home.community`). A condition sees only answers given before it, so two questions can never wait for each other.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: string; readonly answered: boolean }
  | { readonly field: string; readonly equals: Scalar }
  | { readonly field: string; readonly in: readonly Scalar[] }
  /** For several choices: this one is among them. */
  | { readonly field: string; readonly has: string }
  /** Numbers as they are, money in cents, days and months in calendar order, lists by how many. */
  | { readonly field: string; readonly atLeast: number | string }
  | { readonly field: string; readonly atMost: number | string }
  /** At least so many whole months have passed between the day (or month) answered and today. */
  | { readonly field: string; readonly monthsSince: number }
