import { OfflineError } from '../../api.ts'
import { draftsNamed, readDraft, saveDraft } from '../../platform/offline/draft.ts'
import { whoIsHere } from '../../platform/session/who-is-here.ts'
import { emptyDraft, type FilingDraft, waitsHere } from './filing-draft.ts'
import { isOpen, readDraftName } from './open-drafts.ts'
import { sendDraft } from './send-draft.ts'

/**
 * Forms that were closed while something of them was only on this device: photos taken without a line, the last words typed. They go up
 * from whatever page is open, so that another device finds them. What is open sends itself; what is refused is told when it is opened.
 */
export async function sendWaitingDrafts(): Promise<void> {
  const person = whoIsHere()
  if (person === undefined) return
  for (const form of await draftsNamed('file:')) {
    const named = readDraftName(form)
    const kept = await readDraft<Partial<FilingDraft>>(form, Date.now())
    if (named?.person !== person || kept === undefined || isOpen(form)) continue
    let held: FilingDraft = { ...emptyDraft('', 1), ...kept }
    if (!waitsHere(held)) continue
    const change = async (next: (draft: FilingDraft) => FilingDraft): Promise<void> => {
      held = next(held)
      // Opened meanwhile: the page holds it now, and meets what was sent by itself.
      if (!isOpen(form)) await saveDraft(form, held, Date.now())
    }
    try {
      await sendDraft(named.service, { read: () => held, change })
    } catch (error) {
      if (error instanceof OfflineError) return
    }
  }
}
