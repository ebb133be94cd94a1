import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ProblemError } from '../api.ts'
import { useWords } from '../platform/language/language.tsx'
import { NotPermitted } from '../platform/session/session.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Refusal } from '../ui/Refusal.tsx'
import { shellWords } from './words/words.ts'

export function NotFound() {
  const w = useWords(shellWords)
  return (
    <EmptyState title={w.notFoundTitle} next={<LinkButton to="/">{w.toHome}</LinkButton>}>
      {w.notFoundText}
    </EmptyState>
  )
}

/** Whatever a screen throws ends here, as a sentence and a way on. */
export function ScreenFailed({ error, reset }: ErrorComponentProps) {
  const w = useWords(shellWords)
  const router = useRouter()
  const again = (): void => {
    reset()
    void router.invalidate()
  }
  if (error instanceof NotPermitted && error.missing !== 'person')
    return (
      <EmptyState title={w.notAllowedTitle} next={<LinkButton to="/">{w.toHome}</LinkButton>}>
        {w.notAllowedText}
      </EmptyState>
    )
  return <Refusal error={error instanceof NotPermitted ? signInNeeded : error} again={again} />
}

/** Not signed in is worded like the server's own 401. */
const signInNeeded = new ProblemError({ type: 'about:blank', title: '', status: 401, detail: '', code: 'sign-in-needed' })
