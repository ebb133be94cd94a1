import { isRecord } from './answers.ts'
import { addDays, isDay, isMonth } from './calendar.ts'
import {
  none,
  type ChoicesField,
  type DateField,
  type DayBound,
  type Field,
  type FileField,
  type PersonField,
  type TextField,
} from './definition.ts'
import { idNumberFault, type IdNumberFault } from './id-number.ts'
import { isMobile } from './mobile.ts'
import { fits } from './pattern.ts'
import type { Day, Text } from './text.ts'

/** Stable codes; `messages.ts` words them in both languages. */
export type FaultCode =
  | 'required'
  | 'not-confirmed'
  | 'wrong-type'
  | 'too-short'
  | 'too-long'
  | 'pattern'
  | 'not-whole'
  | 'too-small'
  | 'too-large'
  | 'too-little-money'
  | 'too-much-money'
  | 'not-a-day'
  | 'not-a-month'
  | 'too-early'
  | 'too-late'
  | 'not-offered'
  | 'none-excludes'
  | 'too-many-choices'
  | 'not-a-mobile'
  | IdNumberFault
  | 'credit-code'
  | 'community-needed'
  | 'name-needed'
  | 'phone-needed'
  | 'relation-needed'
  | 'too-many-files'
  | 'file-type'
  | 'not-signed'
  | 'too-few-items'
  | 'too-many-items'

export interface Fault {
  readonly code: FaultCode
  readonly params?: { readonly [name: string]: string | number }
  /** Said instead of the code's own sentence: the definition's words for its pattern. */
  readonly message?: Text
}

type Found = Fault & { readonly part?: string }

/** Texts without a limit of their own. */
const textMost = { text: 200, longText: 4000 } as const
const partMost = 200
/** A pattern is tried on short texts only, so that a clumsy one cannot hold up a page. */
const patternMost = 100

/** What is wrong with an answer that is there. */
export function faultsOf(field: Field, value: unknown, today: Day): Found[] {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return textFaults(field, value)
    case 'number':
      return numberFaults(value, field, 'too-small', 'too-large', field.whole === true)
    case 'money':
      return numberFaults(value, field, 'too-little-money', 'too-much-money', true)
    case 'date':
    case 'month':
      return dateFaults(field, value, today)
    case 'yesNo':
      return typeof value === 'boolean' || (value === none && field.none) ? [] : [{ code: 'not-offered' }]
    case 'choice':
      return field.options.some((option) => option.value === value) || (value === none && field.none) ? [] : [{ code: 'not-offered' }]
    case 'choices':
      return choicesFaults(field, value)
    case 'phone':
      return typeof value === 'string' && isMobile(value) ? [] : [{ code: 'not-a-mobile' }]
    case 'idNumber': {
      const fault = typeof value === 'string' ? idNumberFault(value, today) : 'id-shape'
      return fault ? [{ code: fault }] : []
    }
    case 'creditCode':
      return typeof value !== 'string'
        ? [{ code: 'wrong-type' }]
        : value.length > partMost
          ? [{ code: 'too-long', params: { most: 18 } }]
          : []
    case 'address':
      return isRecord(value)
        ? partFaults(value, ['community', 'lane', 'detail'], 'community', 'community-needed')
        : [{ code: 'wrong-type' }]
    case 'person':
      return personFaults(field, value)
    case 'file':
      return fileFaults(field, value)
    case 'signature':
      return signatureFaults(value)
    case 'confirm':
      return typeof value === 'boolean' ? [] : [{ code: 'wrong-type' }]
    case 'notice':
      return []
  }
}

function textFaults(field: TextField, value: unknown): Found[] {
  if (typeof value !== 'string') return [{ code: 'wrong-type' }]
  const length = [...value].length
  const most = Math.min(field.most ?? textMost[field.kind], field.pattern ? patternMost : Infinity)
  if (length > most) return [{ code: 'too-long', params: { most } }]
  if (field.least !== undefined && length < field.least) return [{ code: 'too-short', params: { least: field.least } }]
  return field.pattern && !fits(field.pattern.expression, value) ? [{ code: 'pattern', message: field.pattern.message }] : []
}

function numberFaults(
  value: unknown,
  { least = -Infinity, most = Infinity, kind }: { least?: number | undefined; most?: number | undefined; kind: 'number' | 'money' },
  low: FaultCode,
  high: FaultCode,
  whole: boolean,
): Found[] {
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return [{ code: 'wrong-type' }]
  if (whole && !Number.isInteger(value)) return [{ code: 'not-whole' }]
  const floor = kind === 'money' ? Math.max(least, 0) : least
  const inWords = (bound: number) => (kind === 'money' ? (bound / 100).toFixed(2) : bound)
  if (value < floor) return [{ code: low, params: { least: inWords(floor) } }]
  return value > most ? [{ code: high, params: { most: inWords(most) } }] : []
}

function dateFaults(field: DateField, value: unknown, today: Day): Found[] {
  const month = field.kind === 'month'
  if (month ? !isMonth(value) : !isDay(value)) return [{ code: month ? 'not-a-month' : 'not-a-day' }]
  const bound = (given: DayBound) => boundDay(given, today).slice(0, month ? 7 : 10)
  const day = value as Day // isDay and isMonth just said so
  if (field.least !== undefined && day < bound(field.least)) return [{ code: 'too-early', params: { least: bound(field.least) } }]
  return field.most !== undefined && day > bound(field.most) ? [{ code: 'too-late', params: { most: bound(field.most) } }] : []
}

/** The day a bound means today; a picker greys out the rest. */
export const boundDay = (bound: DayBound, today: Day): Day => (typeof bound === 'string' ? bound : addDays(today, bound.daysFromToday))

function choicesFaults(field: ChoicesField, value: unknown): Found[] {
  if (!Array.isArray(value)) return [{ code: 'wrong-type' }]
  const offered = new Set<unknown>(field.options.map((option) => option.value))
  if (field.none) offered.add(none)
  if (value.some((choice) => !offered.has(choice))) return [{ code: 'not-offered' }]
  if (value.length > 1 && value.includes(none)) return [{ code: 'none-excludes' }]
  return field.most !== undefined && value.length > field.most ? [{ code: 'too-many-choices', params: { most: field.most } }] : []
}

function partFaults(value: { readonly [part: string]: unknown }, parts: readonly string[], needed: string, code: FaultCode): Found[] {
  if (value[needed] === undefined) return [{ part: needed, code }]
  return parts.flatMap((part): Found[] => {
    const text = value[part]
    if (text !== undefined && typeof text !== 'string') return [{ part, code: 'wrong-type' }]
    return text && text.length > partMost ? [{ part, code: 'too-long', params: { most: partMost } }] : []
  })
}

function personFaults(field: PersonField, value: unknown): Found[] {
  if (!isRecord(value)) return [{ code: 'wrong-type' }]
  const found = partFaults(value, ['name', 'phone', 'relation'], 'name', 'name-needed')
  if (value.phone === undefined && field.phone === 'needed') found.push({ part: 'phone', code: 'phone-needed' })
  if (typeof value.phone === 'string' && !isMobile(value.phone)) found.push({ part: 'phone', code: 'not-a-mobile' })
  if (value.relation === undefined && field.relation === 'needed') found.push({ part: 'relation', code: 'relation-needed' })
  return found
}

const mediaTypes = { image: ['image/jpeg', 'image/png', 'image/webp'], pdf: ['application/pdf'] } as const

/** For the file picker and for the server, which looks at the bytes as well. */
export const acceptedTypes = (field: FileField): string[] => field.accept.flatMap((kind) => [...mediaTypes[kind]])

function fileFaults(field: FileField, value: unknown): Found[] {
  if (!Array.isArray(value)) return [{ code: 'wrong-type' }]
  if (value.length > field.most) return [{ code: 'too-many-files', params: { most: field.most } }]
  const accepted = acceptedTypes(field)
  return value.flatMap((file, place): Found[] => {
    if (!isRecord(file) || typeof file.file !== 'string' || typeof file.name !== 'string')
      return [{ part: String(place), code: 'wrong-type' }]
    return typeof file.type === 'string' && accepted.includes(file.type) ? [] : [{ part: String(place), code: 'file-type' }]
  })
}

function signatureFaults(value: unknown): Found[] {
  if (!isRecord(value) || typeof value.name !== 'string') return [{ code: 'not-signed' }]
  if (value.name.length > partMost) return [{ part: 'name', code: 'too-long', params: { most: partMost } }]
  if (value.how === 'drawn') return typeof value.image === 'string' && value.image.length <= partMost ? [] : [{ code: 'not-signed' }]
  return value.how === 'typed' || value.how === 'paper' ? [] : [{ code: 'not-signed' }]
}
