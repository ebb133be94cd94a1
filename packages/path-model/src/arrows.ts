/** "From" is held to act on "to", fixed before any number is looked at. */
export interface Arrow {
  readonly from: string
  readonly to: string
}

export interface Equation {
  readonly variable: string
  readonly causes: readonly string[]
}

export interface PathModel {
  /** Causes always before what they act on; otherwise in the order in which the arrows name them. */
  readonly variables: readonly string[]
  /** Nothing in the model acts on them. How they go together is taken as it is. */
  readonly outside: readonly string[]
  /** One for each variable something acts on. */
  readonly equations: readonly Equation[]
  readonly arrows: readonly Arrow[]
}

/**
 * A recursive model: arrows never lead back to where they began.
 * @throws RangeError for no arrow, an arrow twice, an arrow to itself or a ring
 */
export function readModel(arrows: readonly Arrow[]): PathModel {
  if (arrows.length === 0) throw new RangeError('a path model has at least one arrow')
  const seen = new Set<string>()
  for (const { from, to } of arrows) {
    const key = JSON.stringify([from, to])
    if (from === to) throw new RangeError(`an arrow leads from ${from} to itself`)
    if (seen.has(key)) throw new RangeError(`the arrow from ${from} to ${to} is there twice`)
    seen.add(key)
  }
  const waiting = new Set(arrows.flatMap(({ from, to }) => [from, to]))
  const variables: string[] = []
  while (waiting.size > 0) {
    const next = [...waiting].find((variable) => arrows.every(({ from, to }) => to !== variable || !waiting.has(from)))
    if (next === undefined) throw new RangeError(`arrows lead in a ring: ${[...waiting].join(', ')}`)
    waiting.delete(next)
    variables.push(next)
  }
  const equations = variables.flatMap((variable) => {
    const causes = arrows.flatMap(({ from, to }) => (to === variable ? [from] : []))
    return causes.length > 0 ? [{ variable, causes }] : []
  })
  const acted = new Set(equations.map(({ variable }) => variable))
  return { variables, outside: variables.filter((variable) => !acted.has(variable)), equations, arrows }
}
