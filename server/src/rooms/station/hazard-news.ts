import type { FindingState } from '@ronghe/contract/programme/findings.ts'
import type { HazardState } from '@ronghe/contract/station/hazards.ts'
import type { Deed } from '../../platform/deed.ts'
import { tellFinder } from '../programme/findings.ts'

const toldAs: Readonly<Record<HazardState, FindingState>> = {
  reported: 'reported',
  checked: 'checked',
  sent: 'forwarded',
  fixed: 'fixed',
  notFound: 'notFound',
  referred: 'referred',
}

/** Whoever found it can read what becomes of it. */
export const tellHazard = (
  deed: Deed,
  hazard: { readonly id: string; readonly state: HazardState; readonly answer: string | null; readonly ended_on: string | null },
): Promise<void> => tellFinder(deed, hazard.id, { state: toldAs[hazard.state], answer: hazard.answer, endedOn: hazard.ended_on })
