import { deskPosts, type PostKind } from '@ronghe/contract/posts.ts'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ProblemError } from '../api.ts'
import { useWords } from '../platform/language/language.tsx'
import { placeOf } from '../platform/place.ts'
import { NotPermitted, type Session, useSession } from '../platform/session/session.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProveButton, Refusal } from '../ui/Refusal.tsx'
import { uiWords } from '../ui/words/words.ts'
import { shellWords } from './words/words.ts'

export function NotFound() {
  const w = useWords(shellWords)
  return <Ending title={w.notFoundTitle} text={w.notFoundText} />
}

/** Whatever a screen throws ends here, as a sentence and a way on. */
export function ScreenFailed({ error, reset }: ErrorComponentProps) {
  const w = useWords(shellWords)
  const ui = useWords(uiWords)
  const session = useSession()
  const router = useRouter()
  const again = (): void => {
    reset()
    void router.invalidate()
  }
  // At the desk a post counts only after the second factor; whoever skipped it is led there, not turned away.
  if (error instanceof NotPermitted && error.missing !== 'person' && waitsForSecondFactor(session))
    return (
      <>
        <PageHeader title={w.secondFactorTitle} lead={w.secondFactorText} />
        <ProveButton to="/second-factor" label={ui.secondFactorDo} />
      </>
    )
  if (error instanceof NotPermitted && error.missing !== 'person') return <Ending title={w.notAllowedTitle} text={w.notAllowedText} />
  return <Refusal wholePage error={error instanceof NotPermitted ? signInNeeded : error} again={again} />
}

export const waitsForSecondFactor = ({ person }: Session): boolean =>
  person !== null &&
  person.posts.some(({ kind }) => deskPosts.includes(kind as PostKind)) &&
  !person.secondFactor &&
  placeOf(location.pathname).door === 'desk'

/** Not signed in is worded like the server's own 401. */
const signInNeeded = new ProblemError({ type: 'about:blank', title: '', status: 401, detail: '', code: 'sign-in-needed' })

/** A page that leads nowhere else says so and leads home. */
function Ending({ title, text }: { readonly title: string; readonly text: string }) {
  const w = useWords(shellWords)
  return (
    <>
      <PageHeader title={title} lead={text} />
      <LinkButton to="/">{w.toHome}</LinkButton>
    </>
  )
}
