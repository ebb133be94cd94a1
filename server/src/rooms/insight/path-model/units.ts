import type { PathBox } from '@ronghe/contract/insight/path-model.ts'
import { periodOf } from '../../../platform/calendar/periods.ts'
import type { Line } from '../indicators/definition.ts'
import type { BoxMeasure } from './box-measures.ts'
import { monthsBefore, valueOf, type UnitValue } from './unit-values.ts'

/** A closed wave, as far as it may be shown: who is few in it has no value. */
export interface ClosedWave {
  readonly id: string
  readonly opensOn: string
  readonly closedOn: string
  readonly communities: readonly {
    readonly id: string
    /** Null where one of the groups has too few answers to be shown. */
    readonly outcome: number | null
    readonly dwellings: number
  }[]
}

/** A community in a wave. `why` says what it lacks; then it is left out. */
export interface Unit {
  readonly wave: string
  readonly community: string
  readonly why: 'complete' | 'noAnswers' | 'notYet' | 'few'
  readonly values: Readonly<Partial<Record<PathBox, number>>>
}

/** The lines of a measure by month; undefined for a month that is not frozen. */
export type LinesOf = (measure: BoxMeasure, month: string) => readonly Line[] | undefined

export const unitsOf = (waves: readonly ClosedWave[], measures: readonly BoxMeasure[], linesOf: LinesOf): Unit[] =>
  waves.flatMap((wave) => {
    const months = monthsUntil(wave.opensOn)
    return wave.communities.map(({ id, outcome, dwellings }): Unit => {
      const found = measures.map((measure) => ({ measure, value: boxValue(measure, months, linesOf, id, dwellings) }))
      const lacks = (kind: UnitValue['kind']) => found.some(({ value }) => value.kind === kind)
      const why = outcome === null || dwellings === 0 ? 'noAnswers' : lacks('notYet') ? 'notYet' : lacks('few') ? 'few' : 'complete'
      const values = Object.fromEntries(
        found.flatMap(({ measure: { box }, value }) => (value.kind === 'value' ? [[box, value.value]] : [])),
      )
      return { wave: wave.id, community: id, why, values: why === 'complete' ? { ...values, outcome: outcome! } : {} }
    })
  })

function boxValue(measure: BoxMeasure, months: readonly string[], linesOf: LinesOf, community: string, dwellings: number): UnitValue {
  const found = valueOf(
    measure,
    months.map((month) => linesOf(measure, month)),
    community,
  )
  if (found.kind !== 'value') return found
  const value = measure.perThousandDwellings ? (found.value * 1000) / dwellings : found.value
  return { kind: 'value', value: measure.turned ? -value : value }
}

/** The twelve whole months before a day, oldest first. */
export function monthsUntil(day: string): string[] {
  const last = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  return Array.from({ length: monthsBefore }, (_, at) => {
    const month = last - monthsBefore + at
    return periodOf(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`, 'month')
  })
}
