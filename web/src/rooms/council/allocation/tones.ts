import type { ProjectState } from '@ronghe/contract/council/allocation-projects.ts'
import type { RoundState } from '@ronghe/contract/council/allocation.ts'
import type { Tone } from '../../../ui/Tag.tsx'

/** What waits for neighbours stands out; what is over is quiet. */
export const toneOf = (state: RoundState): Tone =>
  state === 'call' || state === 'voting' || state === 'objection'
    ? 'attention'
    : state === 'evaluated' || state === 'setUp'
      ? 'quiet'
      : 'going'

export const toneOfProject = (state: ProjectState): Tone =>
  state === 'feasible' ? 'going' : state === 'proposed' || state === 'appealed' ? 'attention' : 'quiet'
