import type { DepartmentKey } from '@ronghe/contract/programme/departments.ts'
import { anyDepartment, hazardDepartments, type HazardKind, type HazardState, type hazardSteps } from '@ronghe/contract/station/hazards.ts'

export type HazardStep = (typeof hazardSteps)[number] | 'reopen'

/** Reported, checked, sent, and an answer everybody can read; what is not solved is taken up again. */
export const hazardTransitions: Readonly<Record<HazardState, Readonly<Partial<Record<HazardStep, HazardState>>>>> = {
  reported: { check: 'checked', notFound: 'notFound', refer: 'referred' },
  checked: { check: 'checked', send: 'sent', fix: 'fixed', notFound: 'notFound', refer: 'referred' },
  sent: { transfer: 'sent', fix: 'fixed', notFound: 'notFound', refer: 'referred' },
  fixed: { reopen: 'reported' },
  notFound: { reopen: 'reported' },
  referred: { reopen: 'reported' },
}
export const stepHazardState = (state: HazardState, step: HazardStep): HazardState | undefined => hazardTransitions[state][step]
export const isOpen = (state: HazardState): boolean => state === 'reported' || state === 'checked' || state === 'sent'
export const openStates = ['reported', 'checked', 'sent'] as const

/** The department for its kind, or the one that sees to everything; undefined when somebody is in neither. */
export const usualDepartment = (kind: HazardKind, held: readonly DepartmentKey[]): DepartmentKey | undefined =>
  [hazardDepartments[kind], anyDepartment].find((key) => held.includes(key))

/** Working days until it is put right, by what it is; what can hurt somebody comes first. */
export const hazardDays: Readonly<Record<HazardKind, number>> = { wire: 1, lift: 1, water: 1, rubbish: 2, lamp: 5, road: 10, other: 10 }
/** A hazard that comes back within so many days was not put right (indicator 18); so long it can be reopened, and so long pictures and words stay. */
export const backDays = 90
export const mostPhotos = 3
