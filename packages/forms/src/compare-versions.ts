import type { Field, FormDefinition, Page } from './definition.ts'

/** What changed between two versions of a form, for the editor's preview before publishing. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  readonly what: 'page' | 'field'
  readonly id: string
  /** For `changed`: which properties. */
  readonly properties?: readonly string[]
  /** Drafts may lose an answer by it, so their owners are asked again. */
  readonly losesAnswers: boolean
}

export function compareVersions(before: FormDefinition, after: FormDefinition): Change[] {
  return [
    ...compare(
      'page',
      before.pages,
      after.pages,
      propertiesOfPage,
      (page, next) => (page.repeat !== undefined) !== (next.repeat !== undefined),
    ),
    ...compare('field', before.pages.flatMap(fieldsIn), after.pages.flatMap(fieldsIn), propertiesOfField, losesAnswers),
  ]
}

type Placed = Field & { readonly onPage: string }

const fieldsIn = (page: Page): Placed[] => page.fields.map((field) => ({ ...field, onPage: page.id }))

const propertiesOfPage = ({ id: _id, fields: _fields, ...properties }: Page): object => properties
const propertiesOfField = ({ id: _id, onPage: _page, ...properties }: Placed): object => properties

/** Another kind, another page that repeats or not, or an option gone. */
function losesAnswers(field: Placed, next: Placed): boolean {
  if (field.kind !== next.kind) return true
  if (!('options' in field) || !('options' in next)) return false
  const offered = new Set(next.options.map((option) => option.value))
  return field.options.some((option) => !offered.has(option.value)) || (field.none !== undefined && next.none === undefined)
}

function compare<Thing extends { readonly id: string }>(
  what: Change['what'],
  before: readonly Thing[],
  after: readonly Thing[],
  propertiesOf: (thing: Thing) => object,
  loses: (thing: Thing, next: Thing) => boolean,
): Change[] {
  const old = new Map(before.map((thing) => [thing.id, thing]))
  const now = new Map(after.map((thing) => [thing.id, thing]))
  const removed = before.filter((thing) => !now.has(thing.id))
  const stayed = before.filter((thing) => now.has(thing.id)).map((thing) => thing.id)
  const order = after.filter((thing) => old.has(thing.id)).map((thing) => thing.id)
  const moved = new Set(outOfOrder(stayed, order))
  return [
    ...removed.map(({ id }): Change => ({ kind: 'removed', what, id, losesAnswers: true })),
    ...after.flatMap((thing): Change[] => {
      const previous = old.get(thing.id)
      if (!previous) return [{ kind: 'added', what, id: thing.id, losesAnswers: false }]
      const properties = differing(propertiesOf(previous), propertiesOf(thing))
      const changed: Change[] = properties.length
        ? [{ kind: 'changed', what, id: thing.id, properties, losesAnswers: loses(previous, thing) }]
        : []
      const place: Change[] =
        moved.has(thing.id) || elsewhere(previous, thing) ? [{ kind: 'moved', what, id: thing.id, losesAnswers: false }] : []
      return [...changed, ...place]
    }),
  ]
}

const elsewhere = (previous: object, thing: object): boolean =>
  'onPage' in previous && 'onPage' in thing && previous.onPage !== thing.onPage

/** The fewest ids that, taken out, leave both lists in the same order: all but a longest common subsequence. */
function outOfOrder(before: readonly string[], after: readonly string[]): string[] {
  const place = new Map(before.map((id, index) => [id, index]))
  const chains: { readonly id: string; readonly at: number; readonly length: number; readonly previous: number }[] = []
  for (const id of after) {
    const at = place.get(id) ?? -1
    let previous = -1
    chains.forEach((chain, index) => {
      if (chain.at < at && chain.length > (chains[previous]?.length ?? 0)) previous = index
    })
    chains.push({ id, at, length: (chains[previous]?.length ?? 0) + 1, previous })
  }
  const kept = new Set<string>()
  let longest = chains.reduce((best, chain, index) => (chain.length > (chains[best]?.length ?? 0) ? index : best), -1)
  while (longest >= 0) {
    kept.add(chains[longest]!.id)
    longest = chains[longest]!.previous
  }
  return after.filter((id) => !kept.has(id))
}

const differing = (before: object, after: object): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => canonical(before[key as keyof object]) !== canonical(after[key as keyof object]),
  )

/** Two equal values read alike whatever the order of their keys: jsonb does not keep it. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  ) ?? ''
