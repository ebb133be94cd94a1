/** How many people of one group may sit on the panel, both ends included. A group is one value of one category: gender, woman. */
export interface Quota {
  readonly category: string
  readonly feature: string
  readonly min: number
  readonly max: number
  /** How far a suggested relaxation may move the ends; equal to `min` and `max` the quota is locked. Left out: 0 and any number. */
  readonly minFlex?: number
  readonly maxFlex?: number
}

/** Somebody who would sit. */
export interface Person {
  /** 1 for the first respondent after the header, blank lines not counted. */
  readonly row: number
  /** One index into the pool's quotas per category, in the categories' order. */
  readonly features: readonly number[]
  /** At most one person of a household sits on a panel. Left out: a household of one's own. */
  readonly household?: string
}

/** Quotas and those who would sit: all a draw depends on. */
export interface Pool {
  /** Categories one after the other, the features of each together. */
  readonly quotas: readonly Quota[]
  readonly people: readonly Person[]
}

/** Features are the same in spite of blanks around them, blanks doubled and capitals. */
export function comparable(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
