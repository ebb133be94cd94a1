import { pointKinds } from './rules.ts'
import type { FloorState, Point, Question } from './state.ts'

/** The point of order to be ruled on now: by rank of its ground, then by order of raising. */
export const nextPoint = ({ points }: FloorState): Point | undefined =>
  points.toSorted((one, other) => pointKinds.indexOf(one.kind) - pointKinds.indexOf(other.kind))[0]

const rank: readonly Question['kind'][] = ['appeal', 'interest', 'postpone', 'refer', 'amendment', 'motion']

/** What is voted on next. The motion comes last: procedure and changes of its text are decided before it. */
export function nextQuestion({ item, ruling }: FloorState): Question | undefined {
  const open: Question[] = [
    ...(ruling?.appealed ? [{ kind: 'appeal' as const, pointId: ruling.id }] : []),
    ...(item?.proposed ?? []),
    ...(item?.motion?.amendments ?? []).flatMap((one): Question[] =>
      one.state === 'open' ? [{ kind: 'amendment', amendmentId: one.id }] : [],
    ),
    ...(item?.motion?.moverId ? [{ kind: 'motion' as const }] : []),
  ]
  return open.toSorted((one, other) => rank.indexOf(one.kind) - rank.indexOf(other.kind))[0]
}
