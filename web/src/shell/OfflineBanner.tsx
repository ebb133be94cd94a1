import { useWords } from '../platform/language/language.tsx'
import { useOnline } from '../platform/offline/online.ts'
import { useOutbox } from '../platform/offline/outbox.ts'
import { Banner } from '../ui/Notice.tsx'
import { shellWords } from './words/words.ts'

/** Says calmly that there is no line and what waits for it; says nothing while all is well. */
export function OfflineBanner() {
  const w = useWords(shellWords)
  const online = useOnline()
  const outbox = useOutbox()
  const waiting = outbox.filter((filing) => !filing.problem).length
  const refused = outbox.length - waiting
  if (online && waiting === 0 && refused === 0) return null
  return (
    <Banner icon={online ? 'info' : 'offline'}>
      {!online && w.offline} {waiting > 0 && w.waiting(waiting)} {refused > 0 && w.refusedLater(refused)}
    </Banner>
  )
}
