import type { Text } from '@ronghe/contract/values.ts'

/** What else there is at the school, on its first page: each part of the room adds its line. */
export interface SchoolCard {
  readonly to: string
  readonly title: Text
  readonly second?: Text
}

export const schoolCards: readonly SchoolCard[] = []
