import { Dialog } from '@base-ui/react/dialog'
import { useWords } from '../platform/language/language.tsx'
import { classNames } from './class-names.ts'
import type { Surface } from './Dialog.tsx'
import { Icon } from './Icon.tsx'
import button from './button.module.css'
import styles from './overlay.module.css'
import { uiWords } from './words/words.ts'

/** The part of Dialog that carries the pop-up library; imported lazily by Dialog only. */
export function DialogSurface({ title, open, onClose, children, kind = 'dialog', startAt }: Surface) {
  const w = useWords(uiWords)
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup initialFocus={startAt} className={classNames(styles.dialog, kind === 'sheet' && styles.sheet)}>
          <div className={styles.top}>
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close className={classNames(button.button, button.plain, button.icon)} aria-label={w.close}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
