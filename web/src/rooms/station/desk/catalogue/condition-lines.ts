import { isRecord, type Condition, type Field, type FormDefinition, type Scalar } from '@ronghe/forms'

/** A condition as the editor shows it: comparisons joined by "all" or "any". Nested ones are kept as they are. */
export interface Comparison {
  readonly field: string
  readonly how: How
  /** As typed; several values are separated by blanks. */
  readonly value: string
}
export const hows = ['equals', 'in', 'has', 'answered', 'notAnswered', 'atLeast', 'atMost', 'monthsSince'] as const
export type How = (typeof hows)[number]
export type Lines =
  | { readonly kind: 'always' }
  | { readonly kind: 'all' | 'any'; readonly lines: readonly Comparison[] }
  | { readonly kind: 'complex' }

export function toLines(condition: Condition | undefined): Lines {
  if (condition === undefined) return { kind: 'always' }
  const joined = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition]
  const lines = joined.map(toComparison)
  if (lines.some((line) => line === undefined)) return { kind: 'complex' }
  return { kind: 'any' in condition ? 'any' : 'all', lines: lines as readonly Comparison[] } // none is undefined, as just seen
}

function toComparison(condition: Condition): Comparison | undefined {
  if (!('field' in condition)) return undefined
  const { field } = condition
  if ('answered' in condition) return { field, how: condition.answered ? 'answered' : 'notAnswered', value: '' }
  if ('equals' in condition) return { field, how: 'equals', value: String(condition.equals) }
  if ('in' in condition) return { field, how: 'in', value: condition.in.join(' ') }
  if ('has' in condition) return { field, how: 'has', value: condition.has }
  if ('atLeast' in condition) return { field, how: 'atLeast', value: String(condition.atLeast) }
  if ('atMost' in condition) return { field, how: 'atMost', value: String(condition.atMost) }
  return { field, how: 'monthsSince', value: String(condition.monthsSince) }
}

export function toCondition(lines: Lines, form: FormDefinition | undefined): Condition | undefined {
  if (lines.kind === 'always' || lines.kind === 'complex' || lines.lines.length === 0) return undefined
  const conditions = lines.lines.map((line) => fromComparison(line, fieldIn(form, line.field)))
  if (lines.kind === 'any') return { any: conditions }
  return conditions.length === 1 ? conditions[0] : { all: conditions }
}

function fromComparison({ field, how, value }: Comparison, asked: Field | undefined): Condition {
  switch (how) {
    case 'answered':
      return { field, answered: true }
    case 'notAnswered':
      return { field, answered: false }
    case 'equals':
      return { field, equals: scalar(value, asked) }
    case 'in':
      return {
        field,
        in: value
          .split(/[\s,，、]+/)
          .filter(Boolean)
          .map((one) => scalar(one, asked)),
      }
    case 'has':
      return { field, has: value }
    case 'monthsSince':
      return { field, monthsSince: Number(value) || 0 }
    default:
      return { field, [how]: asked && ['number', 'money'].includes(asked.kind) ? Number(value) || 0 : value } as unknown as Condition // atLeast or atMost
  }
}

/** Yes and no are truth values, amounts are numbers, all else is text. */
const scalar = (value: string, asked: Field | undefined): Scalar =>
  (asked?.kind === 'yesNo' || asked?.kind === 'confirm') && (value === 'true' || value === 'false')
    ? value === 'true'
    : asked && ['number', 'money'].includes(asked.kind) && value.trim() !== '' && Number.isFinite(Number(value))
      ? Number(value)
      : value

export const fieldIn = (form: FormDefinition | undefined, path: string): Field | undefined =>
  form?.pages.flatMap((page) => page.fields).find(({ id }) => id === path.split('.')[0])

/** What a choice may be compared with. */
export const valuesOf = (field: Field | undefined): readonly { readonly value: string; readonly label: Field['label'] }[] =>
  field && 'options' in field && Array.isArray(field.options)
    ? [
        ...field.options.filter(isRecord).map((option) => ({ value: String(option['value']), label: option['label'] as Field['label'] })),
        ...(field.none ? [{ value: 'none', label: field.none.label }] : []),
      ]
    : []
