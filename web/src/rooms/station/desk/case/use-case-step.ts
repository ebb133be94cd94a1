import type { AnyOperation } from '@ronghe/contract/operation.ts'
import { listQueue, readCase } from '@ronghe/contract/station/cases-desk.ts'
import { useEffect } from 'react'
import { type Callable, ProblemError } from '../../../../api.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed, useRefresh } from '../../../../platform/queries.ts'
import { toast } from '../../../../ui/Toast.tsx'
import { deskWords } from '../words/words.ts'
import type { StepName } from './steps.ts'

/** Of two clerks at once the second is told: the page reads the case anew and what was typed stays. */
export const isChanged = (error: unknown): boolean => error instanceof ProblemError && error.problem.code === 'case-changed'

/** One step of a case behind a button. */
export function useCaseStep<O extends AnyOperation>(operation: Callable<O>, step: StepName, onDone: () => void = () => {}) {
  const w = useWords(deskWords)
  const refresh = useRefresh()
  const deed = useDeed(operation, {
    refreshes: [readCase, listQueue],
    onDone: () => {
      const done: Partial<Record<StepName, string>> = w.done
      if (done[step] !== undefined) toast(done[step])
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
