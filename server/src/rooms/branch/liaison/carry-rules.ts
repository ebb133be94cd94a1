import type { CarriedConcern } from '@ronghe/contract/branch/liaison.ts'

/** Working days within which the branch carries words up or gives them back. */
export const daysToCarry = 3

/** given > carried > answered; or given back, with a reason, as long as they were not carried up. */
export const carryActs: Readonly<Record<CarriedConcern['state'], readonly ('carry' | 'answer' | 'return')[]>> = {
  given: ['carry', 'return'],
  carried: ['answer'],
  answered: ['answer'],
  returned: [],
}
