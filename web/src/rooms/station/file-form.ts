import { fileCase } from '@ronghe/contract/station/cases.ts'
import { uploadDocument } from '@ronghe/contract/station/documents.ts'
import { type CaseService, cleanAnswers } from '@ronghe/forms'
import { file, findWaiting, withdraw } from '../../platform/offline/outbox.ts'
import type { Upload } from '../../platform/offline/store.ts'
import { type FilingDraft, filesNamed, tickedNow } from './filing-draft.ts'

const upload = { id: uploadDocument.id, method: 'POST', path: uploadDocument.path } as const

/** Only pictures that something still names go along, and none that is with the draft already. */
export function picturesOf(draft: FilingDraft, answers: FilingDraft['answers']): readonly Upload[] {
  return filesNamed({ answers, documents: draft.documents, aside: [] }).flatMap((mark) => {
    const picture = draft.files[mark]
    return picture && !draft.stored.includes(mark) ? [{ mark, file: picture, operation: upload }] : []
  })
}

/** Files now, or leaves it in the outbox; one that the server would not take is replaced by the one put right. */
export async function fileForm(
  definition: CaseService,
  draft: FilingDraft,
  today: string,
  title: string,
): Promise<{ readonly sent: boolean }> {
  const refusedBefore = await findWaiting(draft.caseId)
  if (refusedBefore) await withdraw(refusedBefore)
  const answers = { ...cleanAnswers(definition.form, draft.answers, today) }
  const body = {
    id: draft.caseId,
    service: definition.key,
    version: definition.version,
    answers,
    ...(draft.forPerson !== undefined && { forPerson: draft.forPerson }),
    // Nobody agrees in the person's place (D5).
    consents: draft.forPerson === undefined ? [...tickedNow(draft, definition.version)] : [],
    documents: draft.documents.map(({ need, alternative, file: mark }) => ({
      need,
      file: mark,
      ...(alternative !== undefined && { alternative }),
    })),
  }
  return await file(fileCase, { body }, title, {
    uploads: picturesOf(draft, answers),
    opens: `/cases/${draft.caseId}/receipt`,
  })
}
