import { isBlank, isRecord, type Answers } from './answers.ts'
import { cleanValue } from './clean-value.ts'
import type { Field, FormDefinition, Page } from './definition.ts'
import { holds } from './evaluate.ts'
import type { Day } from './text.ts'

/** A page as it stands for these answers: which of its fields are asked, for each item where the page repeats. */
export interface ShownPage {
  readonly page: Page
  readonly fields: readonly Field[]
  readonly items?: readonly (readonly Field[])[]
}

/**
 * Goes through the form once, front to back, as a person does. A condition sees only what was answered before it to questions that
 * are shown; so an answer to a hidden question influences nothing, rings of conditions cannot arise, and one walk settles everything.
 */
export function walkForm(form: FormDefinition, answers: Answers, today: Day): { pages: ShownPage[]; answers: Answers } {
  const pages: ShownPage[] = []
  const kept: Record<string, unknown> = {}
  for (const page of form.pages) {
    if (!holds(page.visibleWhen, kept, today)) continue
    if (page.repeat) {
      const items = itemsOf(answers, page).map((item) => walkFields(page, item, kept, today))
      const value = keptItems(answers, page, items)
      if (value !== undefined) kept[page.id] = value
      pages.push({ page, fields: page.fields, items: items.map((item) => item.fields) })
    } else {
      const shown = walkFields(page, answers, kept, today)
      if (shown.fields.length === 0) continue
      Object.assign(kept, shown.kept)
      pages.push({ page, fields: shown.fields })
    }
  }
  return { pages, answers: kept }
}

/** What may be stored: answers to questions that are shown, trimmed; nothing else. */
export const cleanAnswers = (form: FormDefinition, answers: Answers, today: Day): Answers => walkForm(form, answers, today).answers

export const visiblePages = (form: FormDefinition, answers: Answers, today: Day): Page[] =>
  walkForm(form, answers, today).pages.map((shown) => shown.page)

/** Fields to show on one page; for a repeating page give the item's place. */
export function visibleFields(form: FormDefinition, pageId: string, answers: Answers, today: Day, item?: number): readonly Field[] {
  const shown = walkForm(form, answers, today).pages.find(({ page }) => page.id === pageId)
  if (!shown) return []
  return item === undefined ? shown.fields : (shown.items?.[item] ?? walkFields(shown.page, {}, answers, today).fields)
}

export const firstPage = (form: FormDefinition, answers: Answers, today: Day): string | undefined =>
  visiblePages(form, answers, today)[0]?.id

/** Undefined after the last page: then the answers are shown for checking. A page that has since been hidden continues where it stood. */
export function nextPage(form: FormDefinition, answers: Answers, today: Day, pageId: string): string | undefined {
  const place = placeOf(form, pageId)
  return visiblePages(form, answers, today).find((page) => placeOf(form, page.id) > place)?.id
}

export function previousPage(form: FormDefinition, answers: Answers, today: Day, pageId: string): string | undefined {
  const place = placeOf(form, pageId)
  return visiblePages(form, answers, today).findLast((page) => placeOf(form, page.id) < place)?.id
}

/** "Question 2 of 5". Questions that an answer may still bring are not counted before they are there. */
export function progress(form: FormDefinition, answers: Answers, today: Day, pageId: string): { number: number; of: number } {
  const place = placeOf(form, pageId)
  const pages = visiblePages(form, answers, today)
  return { number: pages.filter((page) => placeOf(form, page.id) <= place).length, of: pages.length }
}

const placeOf = (form: FormDefinition, pageId: string): number => form.pages.findIndex((page) => page.id === pageId)

function walkFields(page: Page, given: unknown, before: Answers, today: Day): { fields: Field[]; kept: Answers } {
  const fields: Field[] = []
  const kept: Record<string, unknown> = {}
  for (const field of page.fields) {
    if (!holds(field.visibleWhen, { ...before, ...kept }, today)) continue
    fields.push(field)
    if (field.kind === 'notice' || !isRecord(given) || !Object.hasOwn(given, field.id)) continue
    const value = cleanValue(field, given[field.id])
    if (!isBlank(value)) kept[field.id] = value
  }
  return { fields, kept }
}

const itemsOf = (answers: Answers, page: Page): readonly unknown[] => {
  const value = Object.hasOwn(answers, page.id) ? answers[page.id] : undefined
  return Array.isArray(value) ? value : []
}

/** What is not a list, or an item that is not a record, is kept for the check to refuse rather than lost in silence. */
function keptItems(answers: Answers, page: Page, items: readonly { kept: Answers }[]): unknown {
  const given = Object.hasOwn(answers, page.id) ? answers[page.id] : undefined
  if (isBlank(given)) return undefined
  return Array.isArray(given) ? given.map((item: unknown, place) => (isRecord(item) ? items[place]!.kept : item)) : given
}
