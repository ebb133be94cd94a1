import { isDay, isMonth } from './calendar.ts'
import type { Condition, Scalar } from './condition.ts'
import { none, type Field, type FormDefinition, type Page } from './definition.ts'
import { deepest } from './evaluate.ts'
import type { Mistake, MistakeCode } from './mistake.ts'

/** What a condition may look at by name: fields, and repeating pages as lists. */
export type Askable = ReadonlyMap<string, Field | Page>

/** Everything of a form that a condition may name once the whole form is answered. */
export const askableOf = (form: FormDefinition | undefined): Map<string, Field | Page> =>
  new Map(
    (form?.pages ?? []).flatMap((page): [string, Field | Page][] =>
      page.repeat ? [[page.id, page]] : page.fields.filter((field) => field.kind !== 'notice').map((field) => [field.id, field]),
    ),
  )

/** A condition's mistakes. `before` is what has been asked by then; `everywhere` tells a question that comes too late from one that does not exist. */
export function checkCondition(
  condition: Condition,
  path: string,
  before: Askable,
  everywhere: FormDefinition | undefined,
  depth = 0,
): Mistake[] {
  if (depth > deepest) return [{ path, code: 'too-deep', params: { most: deepest } }]
  const below = (each: Condition, step: string) => checkCondition(each, `${path}.${step}`, before, everywhere, depth + 1)
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined
  if (parts)
    return parts.length
      ? parts.flatMap((each, place) => below(each, `${'all' in condition ? 'all' : 'any'}.${place}`))
      : [{ path, code: 'empty-condition' }]
  if ('not' in condition) return below(condition.not, 'not')
  if (!('field' in condition)) return [{ path, code: 'empty-condition' }]
  const [id = '', ...inside] = condition.field.split('.')
  const asked = before.get(id)
  const code = asked ? comparisonMistake(condition, asked, inside) : absenceOf(id, everywhere)
  return code ? [{ path, code, params: { field: condition.field } }] : []
}

function absenceOf(id: string, form: FormDefinition | undefined): MistakeCode {
  const page = form?.pages.find((each) => each.id === id || each.fields.some((field) => field.id === id))
  if (!page) return 'unknown-field'
  return page.repeat && page.id !== id ? 'inside-repeat' : 'asks-ahead'
}

const partsOf: { readonly [kind: string]: readonly string[] } = {
  address: ['community', 'lane', 'detail'],
  person: ['name', 'phone', 'relation'],
  signature: ['name', 'how'],
}

type Comparison = Extract<Condition, { readonly field: string }>

function comparisonMistake(condition: Comparison, asked: Field | Page, inside: readonly string[]): MistakeCode | undefined {
  const kind = 'kind' in asked ? asked.kind : 'list'
  if (inside.length > 0 && !(inside.length === 1 && partsOf[kind]?.includes(inside[0] ?? ''))) return 'unknown-field'
  if ('answered' in condition) return undefined
  const compound = kind in partsOf && inside.length === 0
  if (compound) return 'wrong-comparison'
  if ('equals' in condition) return scalarMistake(asked, kind, inside, [condition.equals])
  if ('in' in condition) return condition.in.length ? scalarMistake(asked, kind, inside, condition.in) : 'empty-condition'
  if ('has' in condition) return kind !== 'choices' ? 'wrong-comparison' : offered(asked, condition.has) ? undefined : 'not-an-option'
  if ('monthsSince' in condition)
    return (kind === 'date' || kind === 'month') && condition.monthsSince >= 0 ? undefined : 'wrong-comparison'
  const bound = 'atLeast' in condition ? condition.atLeast : condition.atMost
  if (kind === 'number' || kind === 'money' || kind === 'list' || kind === 'choices' || kind === 'file')
    return typeof bound === 'number' ? undefined : 'wrong-comparison'
  if (kind === 'date') return isDay(bound) ? undefined : 'wrong-comparison'
  return kind === 'month' && isMonth(bound) ? undefined : 'wrong-comparison'
}

function scalarMistake(asked: Field | Page, kind: string, inside: readonly string[], values: readonly Scalar[]): MistakeCode | undefined {
  if (kind === 'list' || kind === 'choices' || kind === 'file') return 'wrong-comparison'
  if (kind === 'choice') return values.every((value) => offered(asked, value)) ? undefined : 'not-an-option'
  const wanted = kind === 'yesNo' || kind === 'confirm' ? 'boolean' : kind === 'number' || kind === 'money' ? 'number' : 'string'
  const fits = (value: Scalar) =>
    typeof value === wanted || (kind === 'yesNo' && value === none && 'none' in asked && asked.none !== undefined)
  return inside.length > 0 || values.every(fits) ? undefined : 'wrong-comparison'
}

const offered = (asked: Field | Page, value: Scalar): boolean =>
  'options' in asked && (asked.options.some((option) => option.value === value) || (value === none && asked.none !== undefined))
