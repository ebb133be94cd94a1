import { isBlank, valueAt, type Answers } from './answers.ts'
import { monthsBetween } from './calendar.ts'
import type { Condition, Scalar } from './condition.ts'
import type { Day } from './text.ts'

/**
 * Weighs a condition: true, false, or undefined while the answers do not settle it. Total: whatever the answers hold, it returns.
 * "Not" of something unknown is unknown, so nobody is refused or asked because of a question they have not reached.
 */
export function weigh(condition: Condition, answers: Answers, today: Day, depth = 0): boolean | undefined {
  if (depth > deepest) return undefined
  const part = (each: Condition) => weigh(each, answers, today, depth + 1)
  if ('all' in condition) return every(condition.all.map(part))
  if ('any' in condition) return negate(every(condition.any.map((each) => negate(part(each)))))
  if ('not' in condition) return negate(part(condition.not))
  const value = valueAt(answers, condition.field)
  if ('answered' in condition) return isBlank(value) !== condition.answered
  if (isBlank(value)) return undefined
  if ('equals' in condition) return scalar(value, (known) => known === condition.equals)
  if ('in' in condition) return scalar(value, (known) => condition.in.includes(known))
  if ('has' in condition) return Array.isArray(value) ? value.includes(condition.has) : undefined
  if ('atLeast' in condition) return compare(value, condition.atLeast, (order) => order >= 0)
  if ('atMost' in condition) return compare(value, condition.atMost, (order) => order <= 0)
  if ('monthsSince' in condition) {
    const months = monthsBetween(value, today)
    return months === undefined ? undefined : months >= condition.monthsSince
  }
  return undefined
}

/** Settled, and true. */
export const holds = (condition: Condition | undefined, answers: Answers, today: Day): boolean =>
  condition === undefined || weigh(condition, answers, today) === true

/** Conditions nested deeper than this settle nothing; the editor refuses them. */
export const deepest = 16

const every = (parts: readonly (boolean | undefined)[]): boolean | undefined =>
  parts.includes(false) ? false : parts.includes(undefined) ? undefined : true

const negate = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value)

const scalar = (value: unknown, test: (known: Scalar) => boolean): boolean | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? test(value) : undefined

function compare(value: unknown, bound: number | string, test: (order: number) => boolean): boolean | undefined {
  const measured = Array.isArray(value) ? value.length : value
  if (typeof measured === 'number' && typeof bound === 'number') return test(measured - bound)
  if (typeof measured === 'string' && typeof bound === 'string') return test(measured < bound ? -1 : measured > bound ? 1 : 0)
  return undefined
}
