import type { Permission } from '@ronghe/contract/posts.ts'

/** Whoever has a part in a round: the clerk, the office that answers, those who type papers, the windows that hand them out. */
export const partsInRound: readonly Permission[] = ['council.clerk', 'council.answer', 'council.moderate', 'people.find']
