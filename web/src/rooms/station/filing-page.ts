import type { Back } from '../../ui/PageHeader.tsx'

/** What every page of a form shows around its question. */
export interface StepPage {
  readonly matter: string
  readonly step: number
  readonly of: number
  readonly back: Back
  readonly saved: string | undefined
  readonly next: string
  readonly onNext: () => void
}
