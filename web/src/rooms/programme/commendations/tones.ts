import type { CommendationState, NominationState } from '@ronghe/contract/programme/commendations.ts'
import type { Tone } from '../../../ui/Tag.tsx'

const tones: Readonly<Record<CommendationState | NominationState, Tone>> = {
  call: 'quiet',
  nominations: 'attention',
  review: 'going',
  publicNotice: 'attention',
  awarded: 'going',
  asked: 'attention',
  agreed: 'going',
  proposed: 'going',
  notProposed: 'quiet',
  postponed: 'quiet',
}
export const toneOf = (state: CommendationState | NominationState): Tone => tones[state]
