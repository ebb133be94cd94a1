import { useRef } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import styles from '../desk.module.css'
import { AskSupport } from './AskSupport.tsx'
import { DecideSupport } from './DecideSupport.tsx'
import { DeliverSupport, ReceiveSupport, TellOutcome, WithdrawSupport } from './LineForms.tsx'
import type { Line } from './Support.tsx'
import { supportDeskWords } from './words/words.ts'

export type SupportDeed = { readonly act: 'ask' } | { readonly act: Line['may'][number]; readonly line: Line }

export function SupportDialog({ deed, onClose }: { readonly deed: SupportDeed; readonly onClose: () => void }) {
  const w = useWords(supportDeskWords)
  const start = useRef<HTMLDivElement>(null)
  return (
    <Dialog title={deed.act === 'ask' ? w.ask : w.acts[deed.act]} open onClose={onClose} startAt={start}>
      <div ref={start} tabIndex={-1} className={styles.dialog}>
        {'line' in deed && <p className="muted">{deed.line.what}</p>}
        {deed.act === 'ask' && <AskSupport onDone={onClose} />}
        {deed.act === 'decide' && <DecideSupport line={deed.line} onDone={onClose} />}
        {deed.act === 'deliver' && <DeliverSupport line={deed.line} onDone={onClose} />}
        {deed.act === 'receive' && <ReceiveSupport line={deed.line} onDone={onClose} />}
        {deed.act === 'tellOutcome' && <TellOutcome line={deed.line} onDone={onClose} />}
        {deed.act === 'withdraw' && <WithdrawSupport line={deed.line} onDone={onClose} />}
      </div>
    </Dialog>
  )
}
