/** Between two moments. */
export interface Span {
  readonly from: Date
  readonly until: Date
}

/** What is known about a claim when it is made: the evidence, the clock, and where else the volunteer was. */
export interface ClaimFacts {
  readonly shift: Span & { readonly cancelled: boolean }
  /** Who was there by code or paper list; `until` is the end of the shift where nobody noted an earlier leaving. */
  readonly presence: Span | undefined
  /** On a paper list that was entered, whether the list itself, with its signatures, is filed. */
  readonly paperMissing: boolean
  /** The volunteer's other hours that stand, of this shift and of others. */
  readonly standing: readonly (Span & { readonly sameShift: boolean })[]
  /** Other shifts, classes, meetings and duties. */
  readonly elsewhere: readonly Span[]
  /** Working time of a post that is paid. */
  readonly paid: readonly Span[]
  readonly now: Date
  readonly claimDays: number
}

/** Why hours cannot be claimed, in the order a person would want to know. The same rule whoever writes them down (08, Volunteers). */
export type ClaimFault =
  | 'hours-no-evidence'
  | 'hours-paper-missing'
  | 'hours-shift-cancelled'
  | 'hours-not-over'
  | 'hours-too-late'
  | 'hours-claimed-already'
  | 'hours-outside-presence'
  | 'hours-overlap'
  | 'hours-paid-time'

export function faultOfClaim(claim: Span, facts: ClaimFacts): ClaimFault | undefined {
  const { shift, presence, now } = facts
  if (!presence) return 'hours-no-evidence'
  if (facts.paperMissing) return 'hours-paper-missing'
  if (shift.cancelled) return 'hours-shift-cancelled'
  if (now < claim.until) return 'hours-not-over'
  if (now.getTime() > shift.until.getTime() + facts.claimDays * dayMs) return 'hours-too-late'
  if (facts.standing.some(({ sameShift }) => sameShift)) return 'hours-claimed-already'
  if (!(claim.from < claim.until) || !within(claim, presence) || !within(claim, shift)) return 'hours-outside-presence'
  if ([...facts.standing, ...facts.elsewhere].some((other) => overlap(claim, other))) return 'hours-overlap'
  if (facts.paid.some((other) => overlap(claim, other))) return 'hours-paid-time'
  return undefined
}

/** What is known about somebody who would confirm. */
export interface ConfirmFacts {
  readonly claim: Span & { readonly personId: string; readonly state: HoursState }
  readonly confirmer: string
  /** With whom the claimant lives. */
  readonly housemates: ReadonlySet<string>
  /** When the confirmer was on the same shift, if at all. */
  readonly presence: Span | undefined
  /** Named as somebody this shift served. */
  readonly served: boolean
  /** The claimant confirms the confirmer in this month of service. */
  readonly confirmedBack: boolean
  readonly now: Date
  readonly confirmDays: number
  readonly claimedAt: Date
}

export type HoursState = 'claimed' | 'confirmed' | 'reversed'
export type ConfirmFault =
  | 'hours-own'
  | 'hours-household'
  | 'hours-not-there'
  | 'hours-mutual'
  | 'hours-confirmed-already'
  | 'hours-reversed'
  | 'hours-confirm-too-late'

/** Why somebody cannot be the second person. */
export function faultOfConfirming(facts: ConfirmFacts): ConfirmFault | undefined {
  const { claim, confirmer, presence } = facts
  if (confirmer === claim.personId) return 'hours-own'
  if (facts.housemates.has(confirmer)) return 'hours-household'
  if (claim.state === 'confirmed') return 'hours-confirmed-already'
  if (claim.state === 'reversed') return 'hours-reversed'
  if (!facts.served && !sawMostOf(claim, presence)) return 'hours-not-there'
  if (facts.confirmedBack) return 'hours-mutual'
  if (facts.now.getTime() > facts.claimedAt.getTime() + facts.confirmDays * dayMs) return 'hours-confirm-too-late'
  return undefined
}

/** Somebody who came as the other left saw nothing: half of the time at least. */
const sawMostOf = (claim: Span, presence: Span | undefined): boolean =>
  presence !== undefined && commonMs(claim, presence) * 2 >= claim.until.getTime() - claim.from.getTime()

export const minutesOf = ({ from, until }: Span): number => Math.floor((until.getTime() - from.getTime()) / 60_000)

export const overlap = (a: Span, b: Span): boolean => commonMs(a, b) > 0
const commonMs = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.until.getTime(), b.until.getTime()) - Math.max(a.from.getTime(), b.from.getTime()))
const within = (inner: Span, outer: Span): boolean => inner.from >= outer.from && inner.until <= outer.until
const dayMs = 86_400_000
