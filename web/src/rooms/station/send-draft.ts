import { keepDraftFile, saveDraft } from '@ronghe/contract/station/forms.ts'
import { call, ProblemError } from '../../api.ts'
import { sendFile } from '../../platform/send-file.ts'
import { confirmed, type FilingDraft, filesNamed, meet } from './filing-draft.ts'

/** A draft that is being sent, wherever it is kept meanwhile: in an open form or on the shelf. */
export interface SentDraft {
  readonly read: () => FilingDraft
  readonly change: (next: (draft: FilingDraft) => FilingDraft) => unknown
  /** How far each file has got, and what the server had against one. */
  readonly onFile?: (file: string, how: FileProgress) => void
}

export type FileProgress =
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'done' }

/** As often as two devices may overtake each other in one go; the next change tries again. */
const tries = 5

/**
 * Brings the draft to the server: first what is written, then each file that is only here. Where another device saved meanwhile, both are
 * brought together and sent again. Throws where the line is down; `filed` says that the case exists and this is no draft any more.
 */
export async function sendDraft(key: string, sent: SentDraft, refused: ReadonlySet<string> = new Set()): Promise<'saved' | 'filed'> {
  for (let attempt = 0; attempt < tries && sent.read().unsaved; attempt++) {
    const draft = sent.read()
    const { edit, version, answers, ticked, documents, papers, forPerson = null, times, aside, page, caseId } = draft
    const body = { edit, version, answers: { ...answers }, ticked: { ...ticked }, documents: [...documents], papers: { ...papers } }
    try {
      const reply = await call(saveDraft, {
        params: { key },
        body: { ...body, forPerson, times: { ...times }, aside: [...aside], caseId, ...(page && { page }) },
      })
      await sent.change((now) => (reply.kind === 'saved' ? confirmed(now, draft, reply.draft) : meet(now, reply.draft)))
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'draft-filed') return 'filed'
      throw error
    }
  }
  for (const file of filesNamed(sent.read())) await sendOne(key, file, sent, refused)
  return 'saved'
}

async function sendOne(key: string, file: string, { read, change, onFile }: SentDraft, refused: ReadonlySet<string>): Promise<void> {
  const bytes = read().files[file]
  if (!bytes || read().stored.includes(file) || refused.has(file)) return
  try {
    onFile?.(file, { kind: 'sending', share: 0 })
    await sendFile(keepDraftFile, { params: { key, fileId: file } }, bytes, (share) => onFile?.(file, { kind: 'sending', share }))
    await change((now) => ({ ...now, stored: [...now.stored.filter((one) => one !== file), file] }))
    onFile?.(file, { kind: 'done' })
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.status >= 500 || [401, 408, 429].includes(error.problem.status)) {
      onFile?.(file, { kind: 'done' }) // it waits like everything else
      throw error
    }
    const [first] = Object.values(error.fieldErrors)
    onFile?.(file, { kind: 'refused', sentence: first ?? error.problem.detail ?? error.problem.title })
  }
}
