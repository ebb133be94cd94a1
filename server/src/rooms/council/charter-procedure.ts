import { addDays } from '../../platform/calendar/working-days.ts'

/** What the procedure of a charter's change needs to know of a version. Days are dates in the street's zone. */
export interface ProcedureVersion {
  readonly id: string
  readonly state: 'draft' | 'adopted' | 'rejected'
  readonly inForceFrom: string | null
  /** The version it changes; null for the charter the council was founded with. */
  readonly basedOn: string | null
}

/** Why a step is not taken; the code of the refusal. */
export type ProcedureRefusal = 'council-charter-not-draft' | 'council-charter-stale' | 'council-charter-notice'

const latestFirst = (one: ProcedureVersion, other: ProcedureVersion): number => (one.inForceFrom! < other.inForceFrom! ? 1 : -1)

/** The version adopted last, in force already or still to come: what a change has to start from. */
export const newestOf = <V extends ProcedureVersion>(versions: readonly V[]): V | undefined =>
  versions.filter(({ state }) => state === 'adopted').toSorted(latestFirst)[0]

/** The one version that holds on a day. */
export const inForceOn = <V extends ProcedureVersion>(versions: readonly V[], day: string): V | undefined =>
  versions.filter(({ state, inForceFrom }) => state === 'adopted' && inForceFrom! <= day).toSorted(latestFirst)[0]

/**
 * The day a carried draft comes into force: so many days after it was carried, and never on or before the day of the version before it, or two
 * would hold at once.
 */
export function dayInForce(versions: readonly ProcedureVersion[], today: string, afterDays: number): string {
  const wanted = addDays(today, afterDays)
  const newest = newestOf(versions)?.inForceFrom
  return newest && newest >= wanted ? addDays(newest, 1) : wanted
}

/** Whether a carried draft may become the charter: it is a draft, it was sent out in time, and it changes the version that stands. */
export function whyNotAdopted(
  versions: readonly ProcedureVersion[],
  id: string,
  { sentOn, votedOn, noticeDays }: { readonly sentOn: string; readonly votedOn: string; readonly noticeDays: number },
): ProcedureRefusal | null {
  const draft = versions.find((version) => version.id === id)
  if (draft?.state !== 'draft') return 'council-charter-not-draft'
  if (draft.basedOn !== newestOf(versions)?.id) return 'council-charter-stale'
  return addDays(sentOn, noticeDays) > votedOn ? 'council-charter-notice' : null
}
