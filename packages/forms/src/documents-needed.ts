import type { Answers } from './answers.ts'
import { weigh } from './evaluate.ts'
import type { DocumentNeed, ServiceDefinition } from './service.ts'
import type { Day } from './text.ts'

export interface NeededDocument extends DocumentNeed {
  /** False while an answer is outstanding that decides whether it is needed: "you may need". */
  readonly certain: boolean
}

/** The papers this person needs, by what was answered; without answers, everything that may come up, marked as such. */
export const documentsNeeded = (service: Pick<ServiceDefinition, 'documents'>, answers: Answers, today: Day): NeededDocument[] =>
  service.documents.flatMap((document) => {
    const needed = document.when === undefined ? true : weigh(document.when, answers, today)
    return needed === false ? [] : [{ ...document, certain: needed === true }]
  })

/** What must still be handed in before a decision: certain, not waivable, and neither it nor one of its alternatives is there. */
export const documentsMissing = (needed: readonly NeededDocument[], handedIn: ReadonlySet<string>): NeededDocument[] =>
  needed.filter(
    (document) =>
      document.certain &&
      !document.waivable &&
      !handedIn.has(document.id) &&
      !document.alternatives.some((alternative) => handedIn.has(alternative.id)),
  )
