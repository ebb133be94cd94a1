import type { Deed } from './deed.ts'

/** A time at which somebody may serve. Who does is no part of it. */
export interface OpenShift {
  readonly id: string
  /** A day in the street's zone; minutes from its midnight. */
  readonly day: string
  readonly from: number
  readonly to: number
}

/**
 * The times of shifts from one day to another, as the room that keeps the roster tells anybody. app.ts hands it to rooms that may not import
 * that room: they learn times, and the roster's room learns nothing.
 */
export type ShiftsBetween = (deed: Deed, from: string, to: string) => Promise<readonly OpenShift[]>
