import type { Deed } from '../../platform/deed.ts'
import { freeze } from '../../platform/privacy/frozen-figures.ts'
import { handOverToCity } from './city/hand-over.ts'
import { flowsFigure } from './flows/flows.ts'
import { indicators } from './indicators/all.ts'
import { frozenIndicator } from './indicators/frozen-indicators.ts'
import { countClosedWaves } from './survey/results.ts'
import { workOutPathModel } from './path-model/path-model.ts'
import { unitCounts } from './path-model/unit-counts.ts'
import { tiesFigure } from './ties/ties.ts'

/** Counts every finished period of the room's figures that was not counted yet; the oldest first, and each once. */
export async function freezeInsight(deed: Deed): Promise<void> {
  await countClosedWaves(deed)
  for (const indicator of indicators) await freeze(deed, frozenIndicator(indicator))
  await handOverToCity(deed)
  for (const figure of [tiesFigure, flowsFigure, unitCounts]) await freeze(deed, figure)
  // Last: it goes by the months and the waves that are counted above.
  await workOutPathModel(deed)
}
