import { checkReceipt } from '@ronghe/contract/council/allocation-ballots.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import styles from './allocation.module.css'
import { allocationWords } from './words/words.ts'

/** Kept on this device; it shows that the ballot lies in the box and nothing of what is on it. */
export function Receipt({ roundId, receipt }: { readonly roundId: string; readonly receipt: string }) {
  const w = useWords(allocationWords)
  const deed = useDeed(checkReceipt)
  return (
    <>
      <p>
        {w.receipt} <span className={styles.receipt}>{receipt}</span>
      </p>
      <p className="small">{w.receiptText}</p>
      {deed.error && <RefusalLine error={deed.error} />}
      <p role="status">{deed.data && (deed.data.found ? w.receiptFound : w.receiptLost)}</p>
      <Button kind="quiet" busy={deed.isPending} onPress={() => deed.mutate({ params: { roundId }, body: { receipt } })}>
        {w.receiptCheck}
      </Button>
    </>
  )
}
