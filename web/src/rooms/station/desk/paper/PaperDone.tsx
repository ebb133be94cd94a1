import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { fileCaseAtDesk } from '@ronghe/contract/station/cases.ts'
import { useShortcut } from '../../../../platform/keyboard/shortcuts.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { ReceiptPaper } from '../case/Receipt.tsx'
import { paperWords } from './words/words.ts'

/** Number and code, the receipt to print in normal or large print, and the next paper. */
export function PaperDone({ filed, onNext }: { readonly filed: ReplyOf<typeof fileCaseAtDesk>; readonly onNext: () => void }) {
  const w = useWords(paperWords)
  useShortcut('n', w.next, onNext)
  return (
    <>
      <div className="screen-only">
        <PageHeader
          title={w.doneTitle}
          lead={filed.queryCode === '' ? w.doneNoCode(filed.number) : w.doneLead(filed.number, filed.queryCode)}
        />
        <ButtonRow>
          <Button onPress={onNext}>{w.next}</Button>
          <LinkButton kind="quiet" to="/cases/$view/$caseId" params={{ view: 'all', caseId: filed.id }}>
            {w.openCase}
          </LinkButton>
        </ButtonRow>
      </div>
      <ReceiptPaper receipt={filed.receipt} />
    </>
  )
}
