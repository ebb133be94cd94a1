import { OfflineError } from '../api.ts'
import { useWords } from '../platform/language/language.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { uiWords } from '../ui/words/words.ts'
import styles from './resident.module.css'
import { shellWords } from './words/words.ts'

/** The page before it knows whose street it is in; outside the router, so without links. */
export function Opening({ error, again }: { readonly error?: Error; readonly again?: () => void }) {
  const w = useWords(shellWords)
  const ui = useWords(uiWords)
  if (!error)
    return (
      <main className={styles.main}>
        <Loading>{w.opening}</Loading>
      </main>
    )
  const offline = error instanceof OfflineError
  return (
    <main className={styles.main}>
      <EmptyState title={offline ? ui.offlineTitle : ui.brokenTitle} next={<Button onPress={() => again?.()}>{ui.tryAgain}</Button>}>
        {offline ? ui.offlineText : ui.brokenText}
      </EmptyState>
    </main>
  )
}
