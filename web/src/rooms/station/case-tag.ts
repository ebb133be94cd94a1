import type { CaseState, Outcome } from '@ronghe/contract/station/cases.ts'
import type { Tone } from '../../ui/Tag.tsx'
import type { CasesWords } from './words/cases/zh-CN.ts'

/** The state in two to four words; once there is an outcome that is what counts, because closed is not solved. */
export function caseTag(w: CasesWords, state: CaseState, outcome: Outcome | null): { readonly words: string; readonly tone: Tone } {
  if (outcome !== null && (state === 'decided' || state === 'closed' || state === 'rated'))
    return { words: w.outcome[outcome], tone: outcome === 'granted' ? 'going' : 'attention' }
  return {
    words: w.state[state],
    tone:
      state === 'waitingForResident' ? 'attention' : state === 'closed' || state === 'withdrawn' || state === 'rated' ? 'quiet' : 'going',
  }
}
