import { isBlank, isRecord } from './answers.ts'

/** A form being filled in, part by part: an answer, the photos of one paper, a tick. A part that is absent or blank was not answered. */
export interface DraftParts {
  readonly values: Readonly<Record<string, unknown>>
  /** When a part was last changed, as an ISO moment; a part without one counts as the oldest. */
  readonly times: Readonly<Record<string, string>>
  /** Values that lost their place to a later one and wait for the person to pick. */
  readonly aside: readonly Aside[]
}

export interface Aside {
  readonly part: string
  readonly value: unknown
  readonly at: string
}

/** Before the first moment anybody could have written. */
export const never = '1970-01-01T00:00:00.000Z'
export const nothingYet: DraftParts = { values: {}, times: {}, aside: [] }

/**
 * Two devices went on with one form from the same `base`. A part that only one of them changed is taken as it is; lists of files grow and
 * shrink on both sides; where both changed one part, the later value stands and the other is put aside, so that the person picks. What was
 * written is never dropped, and it does not matter which device is called mine.
 */
export function mergeDrafts(base: DraftParts, mine: DraftParts, theirs: DraftParts): DraftParts {
  const values: Record<string, unknown> = {}
  const times: Record<string, string> = {}
  const lost: Aside[] = []
  for (const part of new Set([mine, theirs].flatMap((one) => Object.keys(one.values)))) {
    const [before, here, there] = [versionOf(base, part), versionOf(mine, part), versionOf(theirs, part)]
    const outcome = mergePart(before, here, there)
    if (!isBlank(outcome.stands.value)) values[part] = outcome.stands.value
    if (outcome.stands.at !== never) times[part] = outcome.stands.at
    if (outcome.loses) lost.push({ part, ...outcome.loses })
  }
  const aside = [...keptAside(base.aside, mine.aside, theirs.aside), ...lost].filter(({ part, value }) => !same(values[part], value))
  return { values, times, aside: distinct(aside) }
}

export const sameParts = (one: DraftParts, other: DraftParts): boolean =>
  [...new Set([...Object.keys(one.values), ...Object.keys(other.values)])].every((part) => same(one.values[part], other.values[part])) &&
  same(distinct(one.aside).map(nameOf), distinct(other.aside).map(nameOf))

/** The parts whose value is another one now get this moment. */
export const stampParts = (before: DraftParts, after: DraftParts, at: string): DraftParts => ({
  ...after,
  times: Object.fromEntries(
    [...new Set([...Object.keys(before.values), ...Object.keys(after.values), ...Object.keys(after.times)])].flatMap((part) => {
      const time = same(before.values[part], after.values[part]) ? after.times[part] : at
      return time === undefined ? [] : [[part, time]]
    }),
  ),
})

interface Version {
  readonly value: unknown
  readonly at: string
}

const versionOf = (parts: DraftParts, part: string): Version => ({ value: parts.values[part], at: parts.times[part] ?? never })

function mergePart(before: Version, here: Version, there: Version): { readonly stands: Version; readonly loses?: Version } {
  if (same(here.value, there.value)) return { stands: later(here, there) }
  if (same(here.value, before.value)) return { stands: there }
  if (same(there.value, before.value)) return { stands: here }
  if (areFiles(here.value, there.value)) {
    const value = mergeFiles(filesIn(before.value), filesIn(here.value), filesIn(there.value))
    return { stands: { value, at: later(here, there).at } }
  }
  // Taking an answer back says less than writing one: what was written stands, and there is nothing to put aside.
  if (isBlank(here.value)) return { stands: there }
  if (isBlank(there.value)) return { stands: here }
  const stands = later(here, there)
  return { stands, loses: stands === here ? there : here }
}

/** At the same moment the order of the letters decides, so that both devices come to the same. */
const later = (one: Version, other: Version): Version =>
  one.at === other.at ? (written(one.value) >= written(other.value) ? one : other) : one.at > other.at ? one : other

interface Named {
  readonly file: string
}
const isFile = (value: unknown): value is Named => isRecord(value) && typeof value['file'] === 'string'
const filesIn = (value: unknown): readonly Named[] => (Array.isArray(value) ? value.filter(isFile) : [])
/** A list of files, or none at all on one side. */
const areFiles = (...sides: readonly unknown[]): boolean =>
  sides.some((side) => filesIn(side).length > 0) && sides.every((side) => isBlank(side) || (Array.isArray(side) && side.every(isFile)))

/** Their ids are made in the order of time, so that sorting by them keeps the order in which the photos were taken. */
function mergeFiles(before: readonly Named[], here: readonly Named[], there: readonly Named[]): readonly Named[] {
  const byId = new Map<string, Named>()
  for (const file of [...here, ...there].toSorted((one, other) => (written(one) < written(other) ? -1 : 1))) byId.set(file.file, file)
  const has = (list: readonly Named[], id: string): boolean => list.some(({ file }) => file === id)
  const stays = (id: string): boolean => (has(here, id) && has(there, id)) || !has(before, id)
  return [...byId.values()].filter(({ file }) => stays(file)).toSorted((one, other) => (one.file < other.file ? -1 : 1))
}

/** What was put aside on either device stays; what one of them has settled since is settled. */
function keptAside(before: readonly Aside[], here: readonly Aside[], there: readonly Aside[]): readonly Aside[] {
  const names = (list: readonly Aside[]): ReadonlySet<string> => new Set(list.map(nameOf))
  const [was, ours, others] = [names(before), names(here), names(there)]
  return [...here, ...there].filter((one) => {
    const name = nameOf(one)
    return (ours.has(name) && others.has(name)) || !was.has(name)
  })
}

const nameOf = ({ part, value }: Aside): string => `${part} ${written(value)}`

function distinct(list: readonly Aside[]): readonly Aside[] {
  const byName = new Map<string, Aside>()
  for (const one of list.toSorted((first, second) => (first.at < second.at ? -1 : 1))) byName.set(nameOf(one), one)
  return [...byName.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one)
}

const same = (one: unknown, other: unknown): boolean => (isBlank(one) && isBlank(other)) || written(one) === written(other)

/** As text, with the keys of every object in order. */
const written = (value: unknown): string => JSON.stringify(ordered(value)) ?? ''
const ordered = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(ordered)
    : isRecord(value)
      ? Object.fromEntries(
          Object.keys(value)
            .toSorted()
            .flatMap((key) => (value[key] === undefined ? [] : [[key, ordered(value[key])]])),
        )
      : value
