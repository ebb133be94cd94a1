import { confirmOwner } from '@ronghe/contract/people/sign-in.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import type { ResidentForm } from './ResidentDialog.tsx'
import { findWords } from './words/words.ts'

/** For sessions that wait for a known fact: the desk has seen the person instead. */
export function ConfirmOwner({ person, onDone }: ResidentForm) {
  const w = useWords(findWords)
  const deed = useDeed(confirmOwner, {
    onDone: ({ opened }) => {
      toast(w.ownerDone(opened))
      onDone()
    },
  })
  return (
    <>
      <p>{w.ownerText}</p>
      {deed.error && <RefusalLine error={deed.error} />}
      <ButtonRow>
        <Button busy={deed.isPending} onPress={() => deed.mutate({ params: { personId: person.id } })}>
          {w.ownerDo}
        </Button>
      </ButtonRow>
    </>
  )
}
