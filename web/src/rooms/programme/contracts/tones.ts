import type { ContractState } from '@ronghe/contract/programme/contracts.ts'
import type { Tone } from '../../../ui/Tag.tsx'

export const toneOf = (state: ContractState): Tone =>
  state === 'call'
    ? 'attention'
    : state === 'need' || state === 'budgeted' || state === 'stopped' || state === 'evaluated'
      ? 'quiet'
      : 'going'
