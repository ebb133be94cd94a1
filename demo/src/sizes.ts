/** `small`: the named people and a year of a few streets' corners. `street`: 88,000 residents and 200,000 cases, as the study's street has. */
export const demoSizes = ['small', 'street'] as const
export type DemoSize = (typeof demoSizes)[number]

/** How much of everything is made up. */
export interface Amounts {
  readonly residents: number
  readonly cases: number
  readonly concerns: number
  readonly hazards: number
  readonly disputes: number
}

export const amounts: Readonly<Record<DemoSize, Amounts>> = {
  small: { residents: 2_000, cases: 1_500, concerns: 140, hazards: 90, disputes: 16 },
  street: { residents: 88_000, cases: 200_000, concerns: 6_000, hazards: 3_000, disputes: 400 },
}
