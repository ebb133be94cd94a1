import { isDay } from './calendar.ts'
import type { Day } from './text.ts'

/** What is wrong with an ID number, so that the message can say where to look. */
export type IdNumberFault = 'id-shape' | 'id-area' | 'id-birthday' | 'id-check'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

/** Provinces of GB/T 2260, and 81-83 for the residence permits of people from Hong Kong, Macao and Taiwan. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

/**
 * GB 11643. Counties come and go, and a number keeps the county of its issue for life: `areas`, where given, must therefore hold
 * the abolished codes too. Without it only the province is looked at.
 */
export function idNumberFault(number: string, today: Day, areas?: ReadonlySet<string>): IdNumberFault | undefined {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return 'id-shape'
  if (!provinces.has(number.slice(0, 2)) || (areas && !areas.has(number.slice(0, 6)))) return 'id-area'
  const birthday = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDay(birthday) || birthday > today) return 'id-birthday'
  return number[17] === idCheckDigit(number) ? undefined : 'id-check'
}

const idCheckDigit = (number: string): string | undefined =>
  checks[weights.reduce((sum, weight, place) => sum + weight * Number(number[place]), 0) % 11]

/** As it is typed: spaces out, a small x made large. */
export const toIdNumber = (typed: string): string => typed.replace(/\s/g, '').replaceAll('x', 'X')

/** What others may see of it: the first three and the last four characters. */
export const maskIdNumber = (number: string): string =>
  number.length > 7 ? `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}` : '*'.repeat(number.length)
