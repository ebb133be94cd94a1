import type { Pair } from './assign-shifts.ts'
import type { Read, ReadShift } from './problem.ts'
import { distanceOf, hindranceOf, minutesIn, nightsIn, tooClose, wishesOf, type Hindrance } from './rules.ts'

/** Why somebody was proposed, as data: the words belong to whoever shows it. No hours and no comparison by number ever come out. */
export type Reason =
  | { readonly kind: 'free' }
  | { readonly kind: 'has'; readonly skills: readonly string[] }
  | { readonly kind: 'near'; readonly distance: 0 | 1 }
  /** Gave no more in the last weeks than most of those who could come. */
  | { readonly kind: 'restedMost' }
  /** Nobody else could come. */
  | { readonly kind: 'onlyOne' }

/** Why places stay empty: how many people each reason keeps away, never who. */
export interface Gap {
  readonly shift: string
  readonly missing: number
  readonly because: readonly { readonly kind: Hindrance | 'elsewhere' | 'together'; readonly people: number }[]
}

export function explainAssignment({ volunteer, shift }: Pair, pairs: readonly Pair[]): Reason[] {
  const could = pairs.filter((pair) => pair.shift === shift).map((pair) => pair.volunteer)
  const skills = [...new Set([...shift.requires, ...shift.wants])].filter((skill) => volunteer.skills.has(skill))
  const distance = shift.lane === undefined ? 2 : distanceOf(volunteer, shift)
  const gaveMore = could.filter(({ given }) => given > volunteer.given).length
  return [
    { kind: 'free' },
    ...(skills.length > 0 ? [{ kind: 'has', skills } as const] : []),
    ...(distance < 2 ? [{ kind: 'near', distance: distance as 0 | 1 } as const] : []),
    ...(could.length === 1
      ? [{ kind: 'onlyOne' } as const]
      : gaveMore * 2 >= could.length - 1 && gaveMore > 0
        ? [{ kind: 'restedMost' } as const]
        : []),
  ]
}

export function explainGap(read: Read, shift: ReadShift, missing: number, chosen: readonly Pair[]): Gap {
  const wishes = wishesOf(read)
  const counts = new Map<Gap['because'][number]['kind'], number>()
  for (const volunteer of read.volunteers) {
    if (chosen.some((pair) => pair.shift === shift && pair.volunteer === volunteer)) continue
    const mine = chosen.filter((pair) => pair.volunteer === volunteer).map((pair) => pair.shift)
    const kind =
      hindranceOf(volunteer, shift, read.rules, wishes) ??
      (mine.some((other) => tooClose(other, shift, read.rules)) ? 'elsewhere' : undefined) ??
      (shift.night && nightsIn([...volunteer.held, ...mine, shift], shift.week) > read.rules.nightsPerWeek ? 'nights' : undefined) ??
      (minutesIn([...volunteer.held, ...mine, shift], shift.week) > read.rules.hoursPerWeek * 60 ? 'hours' : undefined) ??
      (chosen.some((pair) => pair.shift === shift && wishes(pair.volunteer.id, volunteer.id)) ? 'notWith' : 'together')
    if (kind !== 'already') counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return { shift: shift.id, missing, because: [...counts].map(([kind, people]) => ({ kind, people })) }
}
