import type { AllocationProject, ProjectState } from '@ronghe/contract/council/allocation-projects.ts'
import type { RoundState } from '@ronghe/contract/council/allocation.ts'
import type { Tone } from '../../../ui/Tag.tsx'

/** What waits for neighbours stands out; what is over is quiet. */
export const toneOf = (state: RoundState): Tone =>
  state === 'call' || state === 'voting' || state === 'objection'
    ? 'attention'
    : state === 'evaluated' || state === 'setUp'
      ? 'quiet'
      : 'going'

/** What became of it once it was voted on; until then where it stands. */
export const standingOf = ({ state, funded, account }: Pick<AllocationProject, 'state' | 'funded' | 'account'>): ProjectStanding =>
  funded === null ? state : account ? 'done' : funded ? 'chosen' : 'notChosen'
export type ProjectStanding = ProjectState | 'done' | 'chosen' | 'notChosen'

export const toneOfProject = (state: ProjectStanding): Tone =>
  state === 'feasible' || state === 'chosen' || state === 'done'
    ? 'going'
    : state === 'proposed' || state === 'appealed'
      ? 'attention'
      : 'quiet'
