import type { BodyOf } from '@ronghe/contract/operation.ts'
import { readConcern, workOnConcern } from '@ronghe/contract/programme/concerns.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { toast } from '../../../../ui/Toast.tsx'
import { concernLists } from './views.ts'
import { concernDeskWords } from './words/words.ts'

export type ConcernStep = BodyOf<typeof workOnConcern>['what']

/** One step on a concern behind a button. A merge can be taken back from the message that says it was done. */
export function useConcernStep(concernId: string) {
  const w = useWords(concernDeskWords)
  const undo = useDeed(workOnConcern, { refreshes: [readConcern, ...concernLists], onDone: () => toast(w.stepsDone.unmerge) })
  const deed = useDeed(workOnConcern, { refreshes: [readConcern, ...concernLists] })
  const take = (what: ConcernStep, onDone: () => void = () => {}): void =>
    deed.mutate(
      { params: { concernId }, body: { what } },
      {
        onSuccess: () => {
          toast(
            w.stepsDone[what.act],
            what.act === 'merge' ? () => undo.mutate({ params: { concernId }, body: { what: { act: 'unmerge' } } }) : undefined,
          )
          onDone()
        },
      },
    )
  return { deed, take }
}
