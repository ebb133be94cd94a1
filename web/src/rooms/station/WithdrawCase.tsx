import { listMyCases, readMyCase, withdrawCase } from '@ronghe/contract/station/cases.ts'
import { useState } from 'react'
import { useWords } from '../../platform/language/language.tsx'
import { useDeed } from '../../platform/queries.ts'
import { Button, ButtonRow } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { RefusalLine } from '../../ui/Refusal.tsx'
import { toast } from '../../ui/Toast.tsx'
import { uiWords } from '../../ui/words/words.ts'
import { casesWords } from './words/cases/words.ts'

/** Withdrawing ends the case, so it is asked once more; no reason is needed. */
export function Withdraw({ caseId }: { readonly caseId: string }) {
  const w = useWords(casesWords)
  const ui = useWords(uiWords)
  const [asking, setAsking] = useState(false)
  const withdraw = useDeed(withdrawCase, {
    refreshes: [readMyCase, listMyCases],
    onDone: () => {
      setAsking(false)
      toast(w.withdrawn)
    },
  })
  return (
    <>
      <Button kind="plain" onPress={() => setAsking(true)}>
        {w.withdraw}
      </Button>
      <Dialog title={w.withdrawTitle} open={asking} onClose={() => setAsking(false)}>
        <p>{w.withdrawText}</p>
        {withdraw.error && <RefusalLine error={withdraw.error} />}
        <ButtonRow>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            {ui.cancel}
          </Button>
          <Button kind="careful" busy={withdraw.isPending} onPress={() => withdraw.mutate({ params: { caseId }, body: {} })}>
            {w.withdrawDo}
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  )
}
