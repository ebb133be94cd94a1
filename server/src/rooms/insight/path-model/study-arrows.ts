import type { PathArrow, PathBox } from '@ronghe/contract/insight/path-model.ts'

const integrations = ['management', 'service', 'resources', 'values'] as const

/**
 * The arrows of the study, fixed before any number (08, Figures): embedding leads to the four integrations, those to the outcome; service is the
 * study's "precondition" of deciding together and resources its "means". No survey, no arrow to the outcome.
 */
const arrows = (survey: boolean): readonly PathArrow[] => [
  ...(['organisationEmbedding', 'memberEmbedding'] as const).flatMap((from) =>
    integrations.map((to) => ({ from, to, because: 'embedding' as const })),
  ),
  { from: 'service', to: 'management', because: 'precondition' },
  { from: 'resources', to: 'management', because: 'means' },
  ...(survey ? integrations.map((from) => ({ from, to: 'outcome' as const, because: 'outcome' as const })) : []),
]

/** What an organ that is off would fill: its box is absent, not zero and not grey. With party modules off that is member embedding. */
export interface Modules {
  readonly branch: boolean
  readonly school: boolean
  readonly corps: boolean
}

export function studyArrows({ branch, school, corps }: Modules, survey: boolean): PathArrow[] {
  const absent = new Set<PathBox>([
    ...(branch ? [] : (['memberEmbedding'] as const)),
    ...(school ? [] : (['resources'] as const)),
    ...(corps ? [] : (['values'] as const)),
  ])
  return arrows(survey).filter(({ from, to }) => !absent.has(from) && !absent.has(to))
}

export const boxesOf = (drawn: readonly PathArrow[]): ReadonlySet<PathBox> => new Set(drawn.flatMap(({ from, to }) => [from, to]))
