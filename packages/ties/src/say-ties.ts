import type { Compared } from './compare-with-chance.ts'
import type { Ties } from './test-mixing.ts'

/** The result in sentences. */
export function sayTies(ties: Ties, [one, two]: readonly [string, string]): string[] {
  const people = `${ties.people[0]} people of ${one}, ${ties.people[1]} of ${two}, ${ties.people[2]} of neither`
  if (ties.kind === 'tooLittle') return [`Too little data: ${ties.gatherings} gatherings of two or more, ${people}.`]
  return [
    `${ties.gatherings} gatherings of two or more, ${people}.`,
    `Pairs across the groups that met: ${sayCompared(ties.bridging)}`,
    `Mixed gatherings: ${sayCompared(ties.mixed)}`,
    ...ties.kinds.map(
      ({ kind, gatherings, mixed, expectedMixed }) =>
        `  ${kind || 'no kind'}: ${mixed} of ${gatherings} mixed, ${expectedMixed.toFixed(1)} by chance`,
    ),
  ]
}

function sayCompared({ observed, expected, low, high, z, p }: Compared): string {
  const by = `${expected.toFixed(1)} by chance (${low} to ${high} in 95 of 100)`
  if (z === null) return `${observed}; no other arrangement is possible.`
  const verdict = observed < low ? 'fewer than chance' : observed > high ? 'more than chance' : 'as by chance'
  return `${observed}, ${by}: ${verdict}, z ${z.toFixed(2)}, p ${p < 0.001 ? 'below 0.001' : p.toFixed(3)}.`
}
