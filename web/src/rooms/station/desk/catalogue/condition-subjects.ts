import { labelOf, type Field, type FormDefinition, type Page, type Text } from '@ronghe/forms'

/** What a condition may ask about: a question, a part of a compound answer, or how many there are of what repeats. */
export interface Subject {
  /** As in `Condition.field`. */
  readonly name: string
  readonly label: Text
  readonly part?: Part | undefined
  /** The kind of answer; `list` is a page that repeats, `part` a part of an address, a person or a signature. */
  readonly answer: Field['kind'] | 'list' | 'part'
  readonly field?: Field | undefined
}

export const parts = { address: ['community', 'lane'], person: ['name', 'phone', 'relation'], signature: ['how'] } as const
export type Part = (typeof parts)[keyof typeof parts][number]

/** Where a condition stands in its form; without a place it sees the whole form, as rules and papers do. */
export interface Standing {
  readonly page: number
  readonly field?: number
}

/** What has been asked by then, in the order of asking. */
export function subjectsBefore(form: FormDefinition | undefined, standing?: Standing): readonly Subject[] {
  return (form?.pages ?? []).flatMap((page, at) => {
    if (!standing) return page.repeat ? [listOf(page)] : page.fields.flatMap((field) => subjectsOf(page, field))
    if (at > standing.page) return []
    if (at < standing.page) return page.repeat ? [listOf(page)] : page.fields.flatMap((field) => subjectsOf(page, field))
    // On its own page, repeating or not, a field sees the fields above it.
    return page.fields.slice(0, standing.field ?? 0).flatMap((field) => subjectsOf(page, field))
  })
}

const listOf = (page: Page): Subject => ({ name: page.id, label: page.title, answer: 'list' })

function subjectsOf(page: Page, field: Field): readonly Subject[] {
  if (field.kind === 'notice') return []
  const whole: Subject = { name: field.id, label: labelOf(page, field), answer: field.kind, field }
  const inside = field.kind in parts ? parts[field.kind as keyof typeof parts] : []
  return [whole, ...inside.map((part): Subject => ({ ...whole, name: `${field.id}.${part}`, part, answer: 'part' }))]
}
