import { fileCase } from '@ronghe/contract/station/cases.ts'
import { uploadDocument } from '@ronghe/contract/station/documents.ts'
import { type CaseService, cleanAnswers } from '@ronghe/forms'
import { file, findWaiting, withdraw } from '../../platform/offline/outbox.ts'
import type { Upload } from '../../platform/offline/store.ts'
import type { FilingDraft } from './filing-draft.ts'

const upload = { id: uploadDocument.id, method: 'POST', path: uploadDocument.path } as const

/** Only pictures that something still names go along. */
export function picturesOf(draft: Pick<FilingDraft, 'documents' | 'files'>, answers: unknown): readonly Upload[] {
  const named = JSON.stringify([answers, draft.documents])
  return Object.entries(draft.files).flatMap(([mark, picture]) =>
    named.includes(mark) ? [{ mark, file: picture, operation: upload }] : [],
  )
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
    consents: [...draft.consents],
    documents: draft.documents
      .filter(({ mark }) => draft.files[mark])
      .map(({ need, alternative, mark }) => ({ need, file: mark, ...(alternative !== undefined && { alternative }) })),
  }
  return await file(fileCase, { body }, title, picturesOf(draft, answers))
}
