import type { Choice } from '@ronghe/contract/council/allocation-ballots.ts'
import type { BallotForm } from '@ronghe/contract/council/allocation-rules.ts'
import type { FieldFault } from '../../platform/http/problems.ts'

/** One line of a ballot as it is kept: the project by its number. */
export interface Pick {
  readonly number: number
  readonly points?: number | undefined
}

/** What a ballot says, or what is wrong with it. The same for phone, desk and paper. */
export function readPicks(
  choices: readonly Choice[],
  form: BallotForm,
  numberOf: ReadonlyMap<string, number>,
): { readonly picks: readonly Pick[] } | { readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = []
  const fault = (path: string, code: string, params?: FieldFault['params']) => faults.push({ path, code, ...(params && { params }) })
  const seen = new Set<string>()
  const picks = choices.flatMap(({ projectId, points }, index): Pick[] => {
    const number = numberOf.get(projectId)
    if (number === undefined) fault(`choices.${index}.projectId`, 'field-choice')
    if (seen.has(projectId)) fault(`choices.${index}.projectId`, 'allocation-named-twice')
    if ((points !== undefined) !== (form.form === 'points')) fault(`choices.${index}.points`, 'allocation-points-form')
    seen.add(projectId)
    return number === undefined ? [] : [points === undefined ? { number } : { number, points }]
  })
  if (form.form === 'points') {
    const sum = picks.reduce((all, { points = 0 }) => all + points, 0)
    if (sum > form.points) fault('choices', 'allocation-too-many-points', { most: form.points })
  } else if (picks.length > form.most) fault('choices', 'allocation-too-many-choices', { most: form.most })
  if (faults.length > 0) return { faults }
  // Only a ranking has an order; the others are kept by number, so that the order of tapping is not.
  return { picks: form.form === 'ranking' ? picks : picks.toSorted((one, other) => one.number - other.number) }
}
