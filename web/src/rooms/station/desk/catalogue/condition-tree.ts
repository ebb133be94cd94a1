import type { Condition } from '@ronghe/forms'
import type { Subject } from './condition-subjects.ts'

/** How an answer may be compared, as the editor offers it. */
export type How = 'answered' | 'notAnswered' | 'equals' | 'in' | 'has' | 'atLeast' | 'atMost' | 'monthsSince'
export type Comparison = Extract<Condition, { readonly field: string }>
export type Group = Extract<Condition, { readonly all: unknown }> | Extract<Condition, { readonly any: unknown }>

export const isGroup = (condition: Condition): condition is Group => 'all' in condition || 'any' in condition
export const joinOf = (group: Group): 'all' | 'any' => ('all' in group ? 'all' : 'any')
export const membersOf = (group: Group): readonly Condition[] => ('all' in group ? group.all : group.any)
export const groupOf = (join: 'all' | 'any', members: readonly Condition[]): Group => (join === 'all' ? { all: members } : { any: members })

export function howOf(comparison: Comparison): How {
  if ('answered' in comparison) return comparison.answered ? 'answered' : 'notAnswered'
  return (['equals', 'in', 'has', 'atLeast', 'atMost', 'monthsSince'] as const).find((how) => how in comparison)!
}

/** The comparisons that make sense for an answer of this kind, the most usual one first. */
export function howsFor({ answer }: Pick<Subject, 'answer'>): readonly How[] {
  switch (answer) {
    case 'yesNo':
    case 'confirm':
      return ['equals', 'answered', 'notAnswered']
    case 'choice':
    case 'text':
    case 'part':
      return ['equals', 'in', 'answered', 'notAnswered']
    case 'choices':
      return ['has', 'atLeast', 'atMost', 'answered', 'notAnswered']
    case 'number':
    case 'money':
      return ['atLeast', 'atMost', 'equals', 'answered', 'notAnswered']
    case 'date':
    case 'month':
      return ['monthsSince', 'atLeast', 'atMost', 'answered', 'notAnswered']
    case 'file':
    case 'list':
      return ['atLeast', 'atMost', 'answered', 'notAnswered']
    default:
      return ['answered', 'notAnswered']
  }
}

/** A comparison to begin with; its value is the first that makes sense, so that it can be changed rather than typed. */
export function freshComparison(subject: Subject, how: How = howsFor(subject)[0]!, today = ''): Comparison {
  const field = subject.name
  switch (how) {
    case 'answered':
      return { field, answered: true }
    case 'notAnswered':
      return { field, answered: false }
    case 'equals':
      return { field, equals: firstValue(subject) }
    case 'in':
      return { field, in: [firstValue(subject)] }
    case 'has':
      return { field, has: String(firstValue(subject)) }
    case 'monthsSince':
      return { field, monthsSince: 6 }
    default: {
      const bound = subject.answer === 'date' ? today : subject.answer === 'month' ? today.slice(0, 7) : 1
      return how === 'atLeast' ? { field, atLeast: bound } : { field, atMost: bound }
    }
  }
}

function firstValue({ answer, field }: Subject): string | number | boolean {
  if (answer === 'yesNo' || answer === 'confirm') return true
  if (answer === 'number' || answer === 'money') return 0
  return field && 'options' in field ? (field.options[0]?.value ?? 'none') : ''
}

/** What stands around one condition, and how it is replaced, moved or taken out. */
export function withMember(group: Group, at: number, member: Condition | undefined): Group {
  const members = membersOf(group)
  return groupOf(joinOf(group), member === undefined ? members.toSpliced(at, 1) : members.toSpliced(at, 1, member))
}
export const withMoved = (group: Group, from: number, to: number): Group => {
  const members = membersOf(group)
  return groupOf(joinOf(group), members.toSpliced(from, 1).toSpliced(to, 0, members[from]!))
}
export const withAdded = (group: Group, member: Condition): Group => groupOf(joinOf(group), [...membersOf(group), member])
