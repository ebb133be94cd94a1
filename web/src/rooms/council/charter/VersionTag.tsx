import type { VersionLine } from '@ronghe/contract/council/charter-pages.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useToday } from '../../../platform/today.ts'
import { Tag } from '../../../ui/Tag.tsx'
import { charterWords } from './words/words.ts'

/** Whether a version holds, will hold, held or never did. */
export function VersionTag({ version }: { readonly version: VersionLine }) {
  const w = useWords(charterWords)
  const today = useToday()
  if (version.inForceNow) return <Tag>{w.inForceNow}</Tag>
  if (version.state === 'draft') return <Tag tone="attention">{w.draft}</Tag>
  if (version.state === 'rejected') return <Tag tone="quiet">{w.rejected}</Tag>
  return <Tag tone="quiet">{version.inForceFrom! > today ? w.toCome(version.inForceFrom!) : w.past}</Tag>
}
