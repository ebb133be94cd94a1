import { useSyncExternalStore } from 'react'
import { useWords } from '../platform/language/language.tsx'
import { Banner } from '../ui/Notice.tsx'
import bar from '../ui/notice.module.css'
import { changeOver, onNewVersion, waitingVersion } from './worker.ts'
import { shellWords } from './words/words.ts'

/** Offers a new version when it has arrived; changes over only when the person says so, because they may be in the middle of a form. */
export function NewVersion() {
  const w = useWords(shellWords)
  const waiting = useSyncExternalStore(onNewVersion, waitingVersion)
  if (!waiting) return null
  return (
    <Banner icon="info">
      {w.updateReady}{' '}
      <button type="button" className={bar.bannerButton} onClick={changeOver}>
        {w.updateNow}
      </button>
    </Banner>
  )
}
