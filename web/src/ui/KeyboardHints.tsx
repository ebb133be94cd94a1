import { useWords } from '../platform/language/language.tsx'
import { useShortcuts } from '../platform/keyboard/shortcuts.ts'
import { Dialog } from './Dialog.tsx'
import styles from './keyboard-hints.module.css'
import { uiWords } from './words/words.ts'

/** All keys that do something on this page. */
export function KeyboardHints({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const w = useWords(uiWords)
  const shortcuts = useShortcuts()
  return (
    <Dialog title={w.keyboard} open={open} onClose={onClose}>
      <dl className={styles.keys}>
        {shortcuts.map((shortcut) => (
          <div key={shortcut.key}>
            <dt>
              <kbd>{shortcut.key.replace('+', ' + ').toUpperCase()}</kbd>
            </dt>
            <dd>{shortcut.label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
