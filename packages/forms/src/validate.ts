import { isBlank, isRecord, type Answers } from './answers.ts'
import { faultsOf, type Fault } from './check-value.ts'
import { doubtfulCreditCode } from './credit-code.ts'
import type { Field, FormDefinition } from './definition.ts'
import { holds } from './evaluate.ts'
import { walkForm, type ShownPage } from './walk.ts'
import type { Day } from './text.ts'

/** Something to put right before going on. `path` is a field id, with the part (`home.detail`) or the item (`children.0.birthday`). */
export interface FieldError extends Fault {
  readonly path: string
}

/** The faults of one page; none when the page is not shown. */
export function validatePage(form: FormDefinition, pageId: string, answers: Answers, today: Day): FieldError[] {
  const walked = walkForm(form, answers, today)
  return walked.pages.filter(({ page }) => page.id === pageId).flatMap((shown) => pageErrors(shown, walked.answers, today))
}

/** The faults of the whole form, in its order. Empty: it may be filed. */
export function validateForm(form: FormDefinition, answers: Answers, today: Day): FieldError[] {
  const walked = walkForm(form, answers, today)
  return walked.pages.flatMap((shown) => pageErrors(shown, walked.answers, today))
}

/** Doubts worth a second look. They never keep anybody from going on, so they are not among the errors. */
export function doubts(form: FormDefinition, answers: Answers, today: Day): FieldError[] {
  const walked = walkForm(form, answers, today)
  return walked.pages.flatMap(({ page, fields, items }) => {
    const scopes = items
      ? items.map((asked, place) => ({ asked, prefix: `${page.id}.${place}.`, given: itemAt(walked.answers, page.id, place) }))
      : [{ asked: fields, prefix: '', given: walked.answers }]
    return scopes.flatMap(({ asked, prefix, given }) =>
      asked
        .filter(
          (field) => field.kind === 'creditCode' && typeof given[field.id] === 'string' && doubtfulCreditCode(given[field.id] as string),
        )
        .map((field) => ({ path: prefix + field.id, code: 'credit-code' as const })),
    )
  })
}

function pageErrors({ page, fields, items }: ShownPage, answers: Answers, today: Day): FieldError[] {
  if (!page.repeat || !items) return fields.flatMap((field) => fieldErrors(field, field.id, answers, answers, today))
  const given = answers[page.id]
  if (!isBlank(given) && !Array.isArray(given)) return [{ path: page.id, code: 'wrong-type' }]
  if (items.length < page.repeat.least) return [{ path: page.id, code: 'too-few-items', params: { least: page.repeat.least } }]
  if (items.length > page.repeat.most) return [{ path: page.id, code: 'too-many-items', params: { most: page.repeat.most } }]
  return items.flatMap((asked, place) => {
    const path = `${page.id}.${place}`
    if (!isRecord((given as readonly unknown[])[place])) return [{ path, code: 'wrong-type' as const }]
    const item = itemAt(answers, page.id, place)
    return asked.flatMap((field) => fieldErrors(field, `${path}.${field.id}`, item, { ...answers, ...item }, today))
  })
}

function fieldErrors(field: Field, path: string, given: Answers, scope: Answers, today: Day): FieldError[] {
  if (field.kind === 'notice') return []
  const value = Object.hasOwn(given, field.id) ? given[field.id] : undefined
  const needed = field.required === true || (field.requiredWhen !== undefined && holds(field.requiredWhen, scope, today))
  if (isBlank(value)) return needed ? [{ path, code: field.kind === 'confirm' ? 'not-confirmed' : 'required' }] : []
  if (field.kind === 'confirm' && needed && value === false) return [{ path, code: 'not-confirmed' }]
  return faultsOf(field, value, today).map(({ part, ...fault }) => ({ path: part ? `${path}.${part}` : path, ...fault }))
}

const itemAt = (answers: Answers, pageId: string, place: number): Answers => {
  const item = (answers[pageId] as readonly unknown[] | undefined)?.[place]
  return isRecord(item) ? item : {}
}
