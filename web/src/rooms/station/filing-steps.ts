import { type CaseService, documentsNeeded, type NeededDocument, visiblePages } from '@ronghe/forms'
import type { FilingDraft } from './filing-draft.ts'

/** Pages beside those of the form. Ids of a form have no dash, so these are free. */
export const handInPage = 'hand-in'
export const agreePage = 'agree-to'
export const checkPage = 'check-all'

/** Papers this person needs: all to be told, those that may be photographed to be sent along. */
export const papersFor = (service: CaseService, draft: FilingDraft, today: string): readonly NeededDocument[] =>
  documentsNeeded(service, draft.answers, today)

/** The way through the form for these answers: its questions, the papers, what may be agreed to, a look at everything. */
export const stepsOf = (service: CaseService, draft: FilingDraft, today: string): readonly string[] => [
  ...visiblePages(service.form, draft.answers, today).map(({ id }) => id),
  ...(papersFor(service, draft, today).length > 0 ? [handInPage] : []),
  // Agreeing is the person's own: whoever hands papers in for somebody is not asked.
  ...(service.consents.length > 0 && draft.forPerson === undefined ? [agreePage] : []),
  checkPage,
]

/** The page to go to from here; a page that an answer has hidden goes on where it stood. */
export function stepAfter(service: CaseService, steps: readonly string[], from: string): string {
  const at = steps.indexOf(from)
  if (at >= 0) return steps[at + 1] ?? checkPage
  const order = service.form.pages.map(({ id }) => id)
  return steps.find((step) => order.indexOf(step) > order.indexOf(from)) ?? checkPage
}
