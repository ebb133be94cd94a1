export const surveyGroups = ['newcomer', 'local', 'unstated'] as const
export type SurveyGroup = (typeof surveyGroups)[number]

/** An answer sheet out of the box, and what it counts for. */
export interface Sheet {
  readonly group: SurveyGroup
  readonly laneId: string | null
  readonly communityId: string | null
  readonly complete: boolean
  /** By item: 1 to 5; 0 is "prefer not to say". */
  readonly answers: Readonly<Record<string, number>>
}
