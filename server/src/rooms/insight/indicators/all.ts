import type { Indicator } from './definition.ts'
import { agenda } from './agenda.ts'
import { autonomy } from './autonomy.ts'
import { commendation } from './commendation.ts'
import { concerns } from './concerns.ts'
import { embedding } from './embedding.ts'
import { followThrough } from './follow-through.ts'
import { resources } from './resources.ts'
import { seats } from './seats.ts'
import { speaking } from './speaking.ts'

/** The nineteen groups, in their order (02 §7, 08 Figures). */
export const indicators: readonly Indicator[] = [
  seats,
  speaking,
  agenda,
  followThrough,
  concerns,
  embedding,
  autonomy,
  commendation,
  resources,
]
