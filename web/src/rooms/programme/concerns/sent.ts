import type { Raised, RaisedWithCode } from '@ronghe/contract/programme/concerns.ts'
import type * as z from 'zod/mini'
import { discardDraft, readDraft, saveDraft } from '../../../platform/offline/draft.ts'

/** What came back for the last concern sent from here. */
export type SentConcern =
  | { readonly kind: 'signed'; readonly raised: z.infer<typeof Raised> }
  | { readonly kind: 'coded'; readonly raised: z.infer<typeof RaisedWithCode>; readonly carried?: boolean }

const form = 'concern:sent'
let whileOpen: SentConcern | undefined

/**
 * The server shows a claim code once. Whoever is called away before writing it down must find it here again, so it stays on this device
 * until the person says that it is saved; where nothing can be stored, for as long as the page is open.
 */
export async function keepSent(sent: SentConcern): Promise<void> {
  whileOpen = sent
  await saveDraft(form, sent, Date.now())
}

export const readSent = async (): Promise<SentConcern | undefined> => whileOpen ?? (await readDraft<SentConcern>(form, Date.now()))

export async function forgetSent(): Promise<void> {
  whileOpen = undefined
  await discardDraft(form)
}
