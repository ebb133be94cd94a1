import { isDay } from './calendar.ts'
import { askableOf, checkCondition } from './check-condition.ts'
import { none, type ChoiceField, type ChoicesField, type DayBound, type Field, type FormDefinition, type Page } from './definition.ts'
import type { Mistake } from './mistake.ts'
import { patternFault } from './pattern.ts'
import { textsIn } from './texts-in.ts'

/** A form's own mistakes, in its order. The editor shows them as they are made and publishes only without any but advice. */
export function checkDefinition(form: FormDefinition): Mistake[] {
  if (form.pages.length === 0) return [{ path: 'pages', code: 'no-pages' }]
  return [...checkIds(form), ...form.pages.flatMap((page, place) => checkPage(form, page, place)), ...checkTexts(form)]
}

/** Missing Chinese is a mistake; a missing translation is advice, because readers then get the Chinese. */
export const checkTexts = (definition: unknown): Mistake[] =>
  textsIn(definition).flatMap(({ path, text }): Mistake[] => {
    if (text['zh-CN'].trim() === '') return [{ path, code: 'text-missing' }]
    return text.en?.trim() ? [] : [{ path, code: 'not-translated', advice: true }]
  })

export const goodId = (id: string): boolean => /^[a-z][A-Za-z0-9]{0,59}$/.test(id)

export const badIds = (ids: readonly { readonly id: string; readonly path: string }[]): Mistake[] =>
  ids.filter(({ id }) => !goodId(id)).map(({ id, path }) => ({ path, code: 'bad-id', params: { id } }))

export function duplicates(ids: readonly { readonly id: string; readonly path: string }[]): Mistake[] {
  const seen = new Set<string>()
  return ids.flatMap(({ id, path }): Mistake[] => {
    if (seen.has(id)) return [{ path, code: 'duplicate-id', params: { id } }]
    seen.add(id)
    return []
  })
}

function checkIds(form: FormDefinition): Mistake[] {
  const ids = form.pages.flatMap((page, at) => [
    { id: page.id, path: `pages.${at}.id` },
    ...page.fields.map((field, place) => ({ id: field.id, path: `pages.${at}.fields.${place}.id` })),
  ])
  return [...badIds(ids), ...duplicates(ids)]
}

function checkPage(form: FormDefinition, page: Page, at: number): Mistake[] {
  const path = `pages.${at}`
  const before = askableOf({ ...form, pages: form.pages.slice(0, at) })
  const found: Mistake[] = page.visibleWhen ? checkCondition(page.visibleWhen, `${path}.visibleWhen`, before, form) : []
  if (page.fields.length === 0) found.push({ path: `${path}.fields`, code: 'no-fields' })
  if (page.repeat) found.push(...range(page.repeat.least, page.repeat.most, `${path}.repeat`, 0))
  page.fields.forEach((field, place) => {
    const here = `${path}.fields.${place}`
    if (!field.label && (page.fields.length > 1 || page.repeat)) found.push({ path: `${here}.label`, code: 'label-missing' })
    if (field.visibleWhen) found.push(...checkCondition(field.visibleWhen, `${here}.visibleWhen`, before, form))
    if (field.requiredWhen) found.push(...checkCondition(field.requiredWhen, `${here}.requiredWhen`, before, form))
    found.push(...checkField(field, here))
    if (field.kind !== 'notice') before.set(field.id, field)
  })
  return found
}

function checkField(field: Field, path: string): Mistake[] {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return [
        ...range(field.least, field.most, path, 0),
        ...(field.pattern ? checkPattern(field.pattern.expression, `${path}.pattern.expression`) : []),
      ]
    case 'number':
      return range(field.least, field.most, path, -Infinity)
    case 'money':
      return range(field.least, field.most, path, 0)
    case 'date':
    case 'month':
      return checkDayBounds(field.least, field.most, path)
    case 'choice':
      return checkOptions(field, path)
    case 'choices':
      return [...checkOptions(field, path), ...range(1, field.most, path, 1)]
    case 'file':
      return [...range(1, field.most, path, 1), ...(field.accept.length ? [] : [{ path: `${path}.accept`, code: 'no-options' as const }])]
    case 'idNumber':
      return field.sensitive ? [] : [{ path: `${path}.sensitive`, code: 'not-sensitive' }]
    default:
      return []
  }
}

function range(least: number | undefined, most: number | undefined, path: string, floor: number): Mistake[] {
  const bad = Object.entries({ least, most }).filter(([, bound]) => bound !== undefined && (!Number.isFinite(bound) || bound < floor))
  if (bad.length > 0) return bad.map(([limit]) => ({ path: `${path}.${limit}`, code: 'bad-bound' }))
  return least !== undefined && most !== undefined && least > most ? [{ path: `${path}.most`, code: 'empty-range' }] : []
}

function checkDayBounds(least: DayBound | undefined, most: DayBound | undefined, path: string): Mistake[] {
  const good = (bound: DayBound | undefined) =>
    bound === undefined ||
    (typeof bound === 'string' ? isDay(bound) : Number.isInteger(bound.daysFromToday) && Math.abs(bound.daysFromToday) <= 40_000)
  const bad = Object.entries({ least, most }).filter(([, bound]) => !good(bound))
  if (bad.length > 0) return bad.map(([limit]) => ({ path: `${path}.${limit}`, code: 'bad-bound' }))
  const comparable = least !== undefined && most !== undefined && typeof least === typeof most
  const apart =
    comparable && (typeof least === 'string' ? least > (most as string) : least.daysFromToday > (most as typeof least).daysFromToday)
  return apart ? [{ path: `${path}.most`, code: 'empty-range' }] : []
}

function checkOptions(field: ChoiceField | ChoicesField, path: string): Mistake[] {
  const at = field.options.map(({ value }, place) => ({ value, path: `${path}.options.${place}.value` }))
  return [
    ...(at.length === 0 ? [{ path: `${path}.options`, code: 'no-options' as const }] : []),
    ...at
      .filter(({ value }, place) => at.findIndex((other) => other.value === value) < place)
      .map((option): Mistake => ({ path: option.path, code: 'duplicate-option' })),
    ...at
      .filter(({ value }) => value === none || value.trim() === '')
      .map((option): Mistake => ({ path: option.path, code: 'reserved-option' })),
    ...(field.none || field.complete ? [] : [{ path: `${path}.none`, code: 'no-way-out' as const }]),
  ]
}

function checkPattern(expression: string, path: string): Mistake[] {
  const code = patternFault(expression)
  return code ? [{ path, code }] : []
}
