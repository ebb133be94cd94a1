import { numbers, type NumberGroup, type NumberRule, type NumbersOf } from '@ronghe/contract/programme/numbers.ts'
import { inLanguage, type Language } from '@ronghe/contract/values.ts'
import { unfit, type FieldFault } from '../http/problems.ts'

export const isNumberGroup = (key: string): key is NumberGroup => key in numbers

/** Refuses what is no number of the street, field by field: blank, zero, a fraction, beyond the limits, or at odds with another number. */
export function checkNumbers(group: NumberGroup, value: unknown, language: Language): void {
  const typed = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  const faults = Object.entries<NumberRule>(numbers[group]).flatMap(([name, rule]) => faultOf(name, rule, typed[name], language) ?? [])
  if (faults.length > 0) throw unfit(faults)
  const between = orderFaults(group, typed as NumbersOf<never> & Readonly<Record<string, number>>) // each is a number, as just checked
  if (between.length > 0) throw unfit(between)
}

function faultOf(name: string, rule: NumberRule, value: unknown, language: Language): FieldFault | undefined {
  const path = `value.${name}`
  if (value === undefined || value === null || value === '')
    return { path, code: 'number-blank', params: { least: rule.least, most: rule.most } }
  if (typeof value !== 'number' || !Number.isInteger(value)) return { path, code: 'number-not-whole' }
  const law = rule.law ? inLanguage(rule.law.text, language) : ''
  if (value < rule.least)
    return rule.law?.bound === 'least'
      ? { path, code: 'number-below-law', params: { least: rule.least, law } }
      : { path, code: 'number-small', params: { least: rule.least } }
  if (value > rule.most)
    return rule.law?.bound === 'most'
      ? { path, code: 'number-above-law', params: { most: rule.most, law } }
      : { path, code: 'number-large', params: { most: rule.most } }
  return undefined
}

/** Pairs that must be in order: the first is smaller than the second, or, where that is allowed, the same. */
const orders: Readonly<Partial<Record<NumberGroup, readonly (readonly [string, '<' | '<=', string, string])[]>>> = {
  clocks: [
    // A reminder after the time is up reminds nobody.
    ['residentReminderFirst', '<', 'residentReminderSecond', 'reminder-too-late'],
    ['residentReminderSecond', '<', 'residentTurn', 'reminder-too-late'],
    ['escalateOwnerPercent', '<=', 'escalateSupervisorPercent', 'reminder-too-late'],
    ['ratingCall', '<=', 'ratingFix', 'call-after-fix'],
  ],
  signIn: [['newDeviceDays', '<=', 'unseenDays', 'new-device-longer']],
}

function orderFaults(group: NumberGroup, typed: Readonly<Record<string, number>>): FieldFault[] {
  return (orders[group] ?? []).flatMap(([first, order, second, code]) => {
    const inOrder = order === '<' ? typed[first]! < typed[second]! : typed[first]! <= typed[second]!
    return inOrder ? [] : [{ path: `value.${first}`, code }]
  })
}
