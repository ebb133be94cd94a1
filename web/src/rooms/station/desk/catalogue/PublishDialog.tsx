import {
  listCatalogue,
  previewServiceDraft,
  publishService,
  readServiceDraft,
  readServiceHistory,
} from '@ronghe/contract/station/services-editing.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { DraftChanges } from './ChangesPart.tsx'
import { catalogueWords } from './words/words.ts'

/** What changes, a word about why, and then it is in force. */
export function PublishDialog({
  draft,
  unsaved,
  blocked,
  onClose,
}: {
  readonly draft: { readonly key: string; readonly edit: number; readonly name: string }
  readonly unsaved: boolean
  readonly blocked: boolean
  readonly onClose: () => void
}) {
  const w = useWords(catalogueWords)
  const navigate = useNavigate()
  const [note, setNote] = useState('')
  const deed = useDeed(publishService, {
    refreshes: [listCatalogue, previewServiceDraft, readServiceHistory, readServiceDraft],
    onDone: ({ version }) => {
      toast(w.publishedNow(version))
      void navigate({ to: '/catalogue' })
    },
  })
  return (
    <Dialog title={w.publishTitle(draft.name)} open onClose={onClose}>
      {blocked || unsaved ? (
        <Notice tone="attention">{blocked ? w.publishBlocked : w.saveFirst}</Notice>
      ) : (
        <Form
          onSubmit={() => deed.mutate({ params: { key: draft.key }, body: { edit: draft.edit, note: note.trim() } })}
          busy={deed.isPending}
          error={deed.error}
          label={w.publish}
        >
          <p>{w.publishText}</p>
          <DraftChanges service={draft.key} />
          <Field label={w.publishNote} name="note" hint={w.publishNoteHint} error={fieldErrorsOf(deed.error)['note']} optional>
            <TextInput value={note} onChange={setNote} maxLength={400} />
          </Field>
          <ButtonRow>
            <Button type="submit" busy={deed.isPending}>
              {w.publishDo}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Dialog>
  )
}
