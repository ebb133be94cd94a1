import {
  describeAnswer,
  type CaseService,
  type Field,
  isBlank,
  isRecord,
  labelOf,
  type Language,
  type Names,
  type Text,
} from '@ronghe/forms'
import type { FilingDraft } from './filing-draft.ts'

/** One part of a form that two devices wrote into: every value with its moment, the one that stands first. */
export interface TwoSided {
  readonly part: string
  readonly label: Text
  readonly values: readonly { readonly value: unknown; readonly at: string | undefined }[]
}

/** What waits to be picked. A part the form no longer has is nobody's question any more. */
export function twoSided(definition: CaseService, draft: FilingDraft): readonly TwoSided[] {
  return [...new Set(draft.aside.map(({ part }) => part))].flatMap((part) => {
    const label = labelOfPart(definition, part)
    if (!label) return []
    const stands = { value: valueIn(draft, part), at: draft.times[part] }
    return [{ part, label, values: [stands, ...draft.aside.filter((one) => one.part === part)] }]
  })
}

/** Where both sides are asked in the same words: what a value says to the person. */
export function sayPart(definition: CaseService, part: string, value: unknown, language: Language, names: Names): string {
  const id = idOf(part)
  if (part.startsWith('papers.')) {
    const need = definition.documents.find((one) => one.id === id)
    const paper = [need, ...(need?.alternatives ?? [])].find((one) => one?.id === value)
    return paper ? (paper.name[language] ?? paper.name['zh-CN']) : ''
  }
  const page = definition.form.pages.find((one) => one.id === id && one.repeat)
  if (page)
    return itemsIn(value)
      .map((item) => sayFields(page.fields, item, language, names))
      .join(language === 'en' ? '; ' : '；')
  const field = fieldOf(definition, id)
  return field ? describeAnswer(field, value, language, names) : ''
}

const sayFields = (fields: readonly Field[], item: Readonly<Record<string, unknown>>, language: Language, names: Names): string =>
  fields
    .map((field) => describeAnswer(field, item[field.id], language, names))
    .filter((words) => words !== '')
    .join(language === 'en' ? ', ' : '，')

const itemsIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value.filter(isRecord) : [])
const idOf = (part: string): string => part.slice(part.indexOf('.') + 1)

const fieldOf = (definition: CaseService, id: string): Field | undefined =>
  definition.form.pages.flatMap((page) => (page.repeat ? [] : page.fields)).find((field) => field.id === id)

function labelOfPart(definition: CaseService, part: string): Text | undefined {
  const id = idOf(part)
  if (part.startsWith('papers.')) return definition.documents.find((need) => need.id === id)?.name
  if (!part.startsWith('answers.')) return undefined
  const page = definition.form.pages.find((one) => (one.repeat ? one.id === id : one.fields.some((field) => field.id === id)))
  const field = page?.repeat ? undefined : page?.fields.find((one) => one.id === id)
  return page && (field ? labelOf(page, field) : page.title)
}

function valueIn(draft: FilingDraft, part: string): unknown {
  const value = part.startsWith('papers.') ? draft.papers[idOf(part)] : draft.answers[idOf(part)]
  return isBlank(value) ? undefined : value
}
