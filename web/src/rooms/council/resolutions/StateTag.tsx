import type { ResolutionLine } from '@ronghe/contract/council/resolutions.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { resolutionWords } from './words/words.ts'

/** Where a resolution stands; being late comes first. */
export function StateTag({ of: { state, overdue } }: { readonly of: Pick<ResolutionLine, 'state' | 'overdue'> }) {
  const w = useWords(resolutionWords)
  if (overdue) return <Tag tone="alert">{w.late}</Tag>
  const open = state === 'adopted' || state === 'underway' || state === 'awaitingReply'
  return <Tag tone={state === 'refused' ? 'attention' : open ? 'going' : 'quiet'}>{w.states[state]}</Tag>
}
