import { isBlank, type AddressAnswer, type Answers } from './answers.ts'
import type { Field, FormDefinition, Known } from './definition.ts'

/** What the street knows of the person who files, or for whom is filed. */
export interface KnownFacts {
  readonly name?: string | undefined
  readonly phone?: string | undefined
  readonly community?: string | undefined
  readonly address?: AddressAnswer | undefined
  readonly homeCounty?: string | undefined
}

/** Answers that need not be asked again (D9). What the person has already written wins. */
export function prefill(form: FormDefinition, known: KnownFacts, answers: Answers = {}): Answers {
  const filled: Record<string, unknown> = {}
  for (const field of form.pages.filter((page) => !page.repeat).flatMap((page) => page.fields)) {
    const value = field.known && factFor(field, field.known, known)
    if (!isBlank(value)) filled[field.id] = value
  }
  return { ...filled, ...Object.fromEntries(Object.entries(answers).filter(([, value]) => !isBlank(value))) }
}

function factFor(field: Field, wanted: Known, known: KnownFacts): unknown {
  if (field.kind === 'person') return known.name ? { name: known.name, ...(known.phone && { phone: known.phone }) } : undefined
  if (field.kind === 'address') {
    const address = known.address ?? (known.community ? { community: known.community } : undefined)
    return address && field.coarse ? { community: address.community, ...(address.lane && { lane: address.lane }) } : address
  }
  if (wanted === 'address') return [known.address?.lane, known.address?.detail].filter(Boolean).join(' ')
  return known[wanted === 'self' ? 'name' : wanted]
}
