import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useWords } from '../platform/language/language.tsx'
import { listenForShortcuts, useShortcut } from '../platform/keyboard/shortcuts.ts'
import { useSession } from '../platform/session/session.tsx'
import { KeyboardHints } from '../ui/KeyboardHints.tsx'
import { Toasts } from '../ui/Toast.tsx'
import { uiWords } from '../ui/words/words.ts'
import { AssistedBanner } from './AssistedBanner.tsx'
import { useDeskPlaces } from './desk-places.ts'
import styles from './desk.module.css'
import { DeskSide } from './DeskSide.tsx'
import { IdleWarning } from './IdleWarning.tsx'
import { OfflineBanner } from './OfflineBanner.tsx'
import bar from './top-bar.module.css'
import { shellWords } from './words/words.ts'

const CommandPalette = lazy(async () => ({ default: (await import('./CommandPalette.tsx')).CommandPalette }))

/** The desk's frame: places at the left, work at the right, everything reachable from the keyboard. */
export function DeskShell() {
  const w = useWords(shellWords)
  const ui = useWords(uiWords)
  const session = useSession()
  const [open, setOpen] = useState<'palette' | 'keyboard'>()
  useEffect(() => listenForShortcuts(document), [])
  useShortcut('Ctrl+k', w.palette, () => setOpen('palette'))
  useShortcut('?', ui.keyboardOpen, () => setOpen('keyboard'))
  const places = useDeskPlaces()
  return (
    <div className={styles.page}>
      <a className={bar.skip} href="#main">
        {w.skip}
      </a>
      <DeskSide places={places} onPalette={() => setOpen('palette')} onKeyboard={() => setOpen('keyboard')} />
      <div className={styles.right}>
        <div>
          <AssistedBanner />
          <OfflineBanner />
        </div>
        <main id="main" tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
      </div>
      <KeyboardHints open={open === 'keyboard'} onClose={() => setOpen(undefined)} />
      {open === 'palette' && (
        <Suspense fallback={null}>
          <CommandPalette places={places} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
      {session.person && <IdleWarning />}
      <Toasts />
    </div>
  )
}
