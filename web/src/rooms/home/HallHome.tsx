import { useWords } from '../../platform/language/language.tsx'
import { useStreetName } from '../../platform/session/session.tsx'
import { HallLayout } from '../../shell/HallShell.tsx'
import { shellWords } from '../../shell/words/words.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'

/** Before a meeting is chosen: whose hall this is. */
export function HallHome() {
  const w = useWords(shellWords)
  const street = useStreetName()
  return <HallLayout title={`${street} · ${w.appName}`} main={<EmptyState title={w.hallWaiting} />} />
}
