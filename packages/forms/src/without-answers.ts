import { isRecord, type Answers } from './answers.ts'
import type { Field, FormDefinition, Page } from './definition.ts'

/**
 * The answers without those to certain fields, repeated ones included: ID numbers when a case is closed, everything personal when it is
 * de-identified. Works on what was stored, whatever is shown today; answers to fields the form does not know are dropped too.
 */
export function withoutAnswers(form: FormDefinition, answers: Answers, drop: (field: Field) => boolean): Answers {
  const keep = (page: Page, given: unknown): Answers =>
    Object.fromEntries(
      page.fields.flatMap((field) =>
        isRecord(given) && Object.hasOwn(given, field.id) && !drop(field) ? [[field.id, given[field.id]]] : [],
      ),
    )
  return Object.assign(
    {},
    ...form.pages.map((page): Answers => {
      if (!page.repeat) return keep(page, answers)
      const items = Object.hasOwn(answers, page.id) ? answers[page.id] : undefined
      return Array.isArray(items) ? { [page.id]: items.map((item) => keep(page, item)) } : {}
    }),
  ) as Answers // assembled from Answers only; Object.assign over a spread is typed any
}
