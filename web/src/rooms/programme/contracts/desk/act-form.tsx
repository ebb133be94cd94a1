import { type ContractProject, listContracts, readContract } from '@ronghe/contract/programme/contracts.ts'
import type { ReactNode } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { contractDeskWords } from './words/words.ts'

export interface Inside {
  readonly project: ContractProject
  readonly onDone: () => void
}
export const refreshes = [readContract, listContracts]

/** What every act does once it is done. */
export function useEnding(onDone: () => void) {
  const w = useWords(contractDeskWords)
  return {
    refreshes,
    onDone: () => {
      toast(w.done)
      onDone()
    },
  }
}

/** A form of one act with one button. */
export function ActForm({
  label,
  deed,
  missing,
  send,
  button,
  children,
}: {
  readonly label: string
  readonly deed: { readonly isPending: boolean; readonly error: unknown }
  readonly missing?: FieldErrors
  readonly send: () => void
  readonly button?: string
  readonly children?: ReactNode
}) {
  const w = useWords(contractDeskWords)
  return (
    <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={missing ?? {}} label={label}>
      {children}
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {button ?? w.confirm}
        </Button>
      </ButtonRow>
    </Form>
  )
}
