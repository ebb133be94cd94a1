import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { saveServiceDraft } from '@ronghe/contract/station/services-editing.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { ChangeTable } from './ChangeTable.tsx'
import { catalogueWords } from './words/words.ts'

export type Conflict = Extract<ReplyOf<typeof saveServiceDraft>, { kind: 'conflict' }>

/** Two editors at once: neither loses anything, one of them chooses. */
export function ConflictDialog({
  conflict,
  onTheirs,
  onMine,
  onClose,
}: {
  readonly conflict: Conflict
  readonly onTheirs: () => void
  readonly onMine: () => void
  readonly onClose: () => void
}) {
  const w = useWords(catalogueWords)
  return (
    <Dialog title={w.conflictTitle} open onClose={onClose}>
      <p>{w.conflictText}</p>
      <ChangeTable changes={conflict.changes} sides={[w.theirs, w.mine]} />
      <ButtonRow>
        <Button onPress={onTheirs}>{w.useTheirs}</Button>
        <Button kind="careful" onPress={onMine}>
          {w.useMine}
        </Button>
      </ButtonRow>
    </Dialog>
  )
}
