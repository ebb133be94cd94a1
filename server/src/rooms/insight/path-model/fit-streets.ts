import type { PathArrow, PathBox, PathState } from '@ronghe/contract/insight/path-model.ts'
import { analyseApart } from './analyse-apart.ts'
import { publishAnalysis } from './publish-analysis.ts'
import { studyArrows, type Modules } from './study-arrows.ts'

/** A street in a wave, for the city: what the street itself shows of each box, null where it shows nothing. */
export interface StreetWave {
  readonly street: string
  readonly wave: string
  readonly values: Readonly<Partial<Record<PathBox, number | null>>>
}

/** The same arrows over street and wave instead of community and wave (08, Figures). A street in which something is missing is left out. */
export async function fitStreets(
  rows: readonly StreetWave[],
  modules: Modules = { branch: true, school: true, corps: true },
): Promise<{ readonly arrows: PathArrow[]; readonly state: PathState }> {
  const arrows = studyArrows(modules, true)
  const analysis = await analyseApart({
    arrows: arrows.map(({ from, to }) => ({ from, to })),
    units: rows.map(({ values }) => values),
    blocks: rows.map(({ street }) => street),
    seed: `path model of the city ${
      rows
        .map(({ wave }) => wave)
        .toSorted()
        .at(-1) ?? ''
    }`,
  })
  return { arrows, state: publishAnalysis(analysis, [], '') }
}
