import { useWords } from '../../platform/language/language.tsx'
import { useStreetName } from '../../platform/session/session.tsx'
import { HallLayout } from '../../shell/HallShell.tsx'
import { shellWords } from '../../shell/words/words.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { homeWords } from './words/words.ts'

/** Before a meeting is chosen: whose hall this is, and what the screen can show meanwhile. */
export function HallHome() {
  const w = useWords(shellWords)
  const home = useWords(homeWords)
  const street = useStreetName()
  return (
    <HallLayout
      title={`${street} · ${w.appName}`}
      main={
        <EmptyState title={w.hallWaiting} next={<LinkButton to="/windows">{home.hallWindows}</LinkButton>}>
          {home.hallText}
        </EmptyState>
      }
    />
  )
}
