import type { AbilityMoment } from '@ronghe/contract/school/ability.ts'
import { addDays } from '../../../platform/calendar/working-days.ts'

/** Days on which something can be answered, both included. */
export interface Window {
  readonly from: string
  readonly until: string
}

/**
 * When a class is asked: before until two days after its first session, after for two weeks from its last one, and three months on for a month
 * (services.md: reaction, learning, behaviour three months on). What the course was like is asked together with "after".
 */
export const askingWindows = (first: string, last: string): Readonly<Record<AbilityMoment, Window>> => ({
  before: { from: addDays(first, -14), until: addDays(first, Math.min(2, daysBetween(first, last))) },
  after: { from: last, until: addDays(last, 14) },
  later: { from: addDays(last, 90), until: addDays(last, 120) },
})

export const isOpen = ({ from, until }: Window, day: string): boolean => from <= day && day <= until
export const isOver = ({ until }: Window, day: string): boolean => day > until

const daysBetween = (first: string, last: string): number => Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000)
