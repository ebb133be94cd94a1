import type { AnyOperation } from '@ronghe/contract/operation.ts'
import { type CaseOnPage, listQueue, readCase } from '@ronghe/contract/station/cases-desk.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Callable, ProblemError } from '../../../../api.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed, useRefresh } from '../../../../platform/queries.ts'
import { toast } from '../../../../ui/Toast.tsx'
import { deskWords } from '../words/words.ts'
import type { StepName } from './steps.ts'

/** What every step answers with. */
type Stepped = Pick<CaseOnPage, 'id' | 'state' | 'events' | 'may'>

/** Of two clerks at once the second is told: the page reads the case anew and what was typed stays. */
export const isChanged = (error: unknown): boolean => error instanceof ProblemError && error.problem.code === 'case-changed'

/**
 * A deed on a case. Its reply stands on the page at once, before the case is read again: whoever takes the next step within that moment
 * must not be told that somebody else was there.
 */
export function useCaseDeed<O extends AnyOperation>(operation: Callable<O>, onDone: () => void) {
  const client = useQueryClient()
  const refresh = useRefresh()
  const deed = useDeed(operation, {
    refreshes: [readCase, listQueue],
    onDone: (reply) => {
      const { id, state, events, may } = reply as Stepped // every operation of cases-steps.ts on one case replies so
      client.setQueriesData<CaseOnPage>({ queryKey: [readCase.id] }, (known) =>
        known?.id === id ? { ...known, state, events, may } : known,
      )
      onDone()
    },
  })
  const { error } = deed
  useEffect(() => {
    if (isChanged(error)) void refresh(readCase, listQueue)
    // `refresh` is made anew on every render; only a new refusal is a reason to read again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [error])
  return deed
}

/** One step behind a button, with the sentence that says what it did. */
export function useCaseStep<O extends AnyOperation>(operation: Callable<O>, step: StepName, onDone: () => void = () => {}) {
  const w = useWords(deskWords)
  return useCaseDeed(operation, () => {
    const done: Partial<Record<StepName, string>> = w.done
    if (done[step] !== undefined) toast(done[step])
    onDone()
  })
}
