import type { MyConcern } from '@ronghe/contract/programme/concerns.ts'
import type { Tone } from '../../../ui/Tag.tsx'

/** Attention where the author is asked or time has run out; quiet where nothing is awaited. */
export function toneOf({ state, clock }: Pick<MyConcern, 'state' | 'clock'>): Tone {
  if (state === 'answered' || clock.overdue) return 'attention'
  return state === 'accepted' || state === 'declined' ? 'quiet' : 'going'
}
