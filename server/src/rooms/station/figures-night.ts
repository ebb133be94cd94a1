import type { Deed } from '../../platform/deed.ts'
import { freeze } from '../../platform/privacy/frozen-figures.ts'
import { addUpQuarters } from './equity-figures.ts'
import { mediationFigures } from './mediation-figures.ts'
import { followUpFigures } from './rating-follow-up-figures.ts'
import { filedCases } from './report-figures.ts'

/** Counts the periods that are over and were not counted yet. */
export async function freezeStationFigures(deed: Deed): Promise<void> {
  await addUpQuarters(deed)
  for (const figure of [filedCases, followUpFigures, mediationFigures]) await freeze(deed, figure)
}
