export type Fault =
  | 'edited' // a leaf, an entry or a node is not what it was
  | 'deleted' // a leaf, an entry or a node that was there is missing; erased entries are not missing
  | 'reordered' // a leaf stands where another one belongs
  | 'inserted' // a leaf, an entry or a node that the signed heads do not cover
  | 'late' // a leaf still has no place in the order
  | 'head' // a head is not signed by the street, or the journal does not come to its root

export interface Finding {
  readonly fault: Fault
  readonly sentence: string
}

/** Notes a fault and goes on: a report says all that is wrong. */
export type Find = (fault: Fault, sentence: string) => void
