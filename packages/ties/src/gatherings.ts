/** Something people did together: a shift, a class, a meeting, a team. `people` are those who were there. */
export interface Gathering {
  readonly id: string
  readonly kind: string
  readonly people: readonly string[]
}

export interface Groups {
  /** The two that are compared. Whoever is of another group, or of none, is there and counts for neither. */
  readonly compared: readonly [string, string]
  readonly of: ReadonlyMap<string, string>
}

/**
 * Who was where, with numbers for names. Rows are gatherings, and each keeps its people: `members[start[row]]` up to
 * `members[start[row + 1] - 1]`. This is all that is kept in memory; it grows with the participations, never with people times people.
 */
export interface Incidence {
  readonly rows: number
  readonly people: number
  readonly start: Int32Array
  readonly members: Int32Array
  /** By person: 1 or 2 for the groups compared, 0 for neither. */
  readonly side: Uint8Array
  /** By row, an index into `kinds`. */
  readonly kind: Int32Array
  readonly kinds: readonly string[]
}

/**
 * Gatherings of two or more; who was there alone met nobody. In an order of their own, so that the answer does not hang on the order
 * things came in. The same person twice in a gathering, or an id used twice, is a RangeError.
 */
export function toIncidence(gatherings: readonly Gathering[], groups: Groups): Incidence {
  if (new Set(gatherings.map(({ id }) => id)).size < gatherings.length) throw new RangeError('two gatherings have one id')
  if (groups.compared[0] === groups.compared[1]) throw new RangeError('a group cannot be compared with itself')
  const joint = gatherings.filter(({ people }) => people.length > 1).toSorted((one, other) => compare(one.id, other.id))
  const names = [...new Set(joint.flatMap(({ people }) => people))].toSorted(compare)
  const number = new Map(names.map((name, index) => [name, index]))
  const kinds = [...new Set(joint.map(({ kind }) => kind))].toSorted(compare)
  const start = new Int32Array(joint.length + 1)
  joint.forEach(({ id, people }, row) => {
    if (new Set(people).size < people.length) throw new RangeError(`somebody is twice in ${id}`)
    start[row + 1] = start[row]! + people.length
  })
  const members = Int32Array.from(joint.flatMap(({ people }) => people.map((name) => number.get(name)!).toSorted((a, b) => a - b)))
  const side = Uint8Array.from(names, (name) => groups.compared.indexOf(groups.of.get(name) ?? '') + 1)
  return {
    rows: joint.length,
    people: names.length,
    start,
    members,
    side,
    kind: Int32Array.from(joint, ({ kind }) => kinds.indexOf(kind)),
    kinds,
  }
}

/** By code units: the same on every machine, whatever its language. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
