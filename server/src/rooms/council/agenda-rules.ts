import type { AgendaWhy } from '@ronghe/contract/council/agenda.ts'
import type { Bench } from '@ronghe/contract/council/charter.ts'

/** A motion that may be taken up. Its place among its bench is by how long it has waited: meetings first, then the day and number of its filing. */
export interface WaitingMotion {
  readonly id: string
  readonly bench: Bench | null
  readonly filedOn: string
  readonly number: number
  readonly meetingsWaited: number
  /** Begun or postponed at an earlier meeting. */
  readonly carriedOver: boolean
}

export interface PlacedMotion {
  readonly motion: WaitingMotion
  readonly why: Extract<AgendaWhy, { rule: 'carriedOver' | 'waitedLongest' | 'turn' | 'noneOfOther' }>
}

const longestFirst = (one: WaitingMotion, other: WaitingMotion): number =>
  other.meetingsWaited - one.meetingsWaited ||
  (one.filedOn < other.filedOn ? -1 : one.filedOn > other.filedOn ? 1 : 0) ||
  one.number - other.number

/**
 * The order of an agenda (08, Agenda): what was carried over; what has waited as many meetings as anything may wait; then in turn the
 * longest-waiting motion of each bench. A motion of neither bench takes its place by its waiting time, as a guest of the bench whose turn it is.
 * The bench that has fewer items so far begins, then the one whose motion has waited longer.
 *
 * @param places how many motions the meeting has time for; what is carried over or has waited longest is taken even beyond it
 */
export function buildAgenda(
  motions: readonly WaitingMotion[],
  {
    places,
    mostMeetingsWaiting,
    lastBench = null,
  }: { readonly places: number; readonly mostMeetingsWaiting: number; readonly lastBench?: Bench | null },
): PlacedMotion[] {
  const sorted = motions.toSorted(longestFirst)
  const carried = sorted.filter(({ carriedOver }) => carriedOver)
  const overdue = sorted.filter(({ carriedOver, meetingsWaited }) => !carriedOver && meetingsWaited >= mostMeetingsWaiting)
  const placed: PlacedMotion[] = [
    ...carried.map((motion) => ({ motion, why: { rule: 'carriedOver' } as const })),
    ...overdue.map((motion) => ({ motion, why: { rule: 'waitedLongest', meetings: motion.meetingsWaited } as const })),
  ]
  const rest = sorted.filter((motion) => !carried.includes(motion) && !overdue.includes(motion))
  let turn = firstBench(placed, rest, lastBench)
  while (rest.length > 0 && placed.length < places) {
    const own = rest.find(({ bench }) => bench === turn)
    const guest = rest.find(({ bench }) => bench === null)
    const next = own && guest ? (longestFirst(own, guest) <= 0 ? own : guest) : (own ?? guest ?? rest[0]!)
    rest.splice(rest.indexOf(next), 1)
    const since = next.filedOn
    placed.push({
      motion: next,
      why:
        next.bench !== null && next === own
          ? { rule: 'turn', bench: next.bench, since }
          : { rule: 'noneOfOther', bench: next.bench, since },
    })
    // A guest uses up no bench's turn.
    if (next.bench !== null) turn = otherThan(next.bench)
  }
  return placed
}

const otherThan = (bench: Bench): Bench => (bench === 'newcomers' ? 'locals' : 'newcomers')

function firstBench(placed: readonly PlacedMotion[], rest: readonly WaitingMotion[], lastBench: Bench | null): Bench {
  const many = (bench: Bench): number => placed.filter(({ motion }) => motion.bench === bench).length
  const [newcomers, locals] = [many('newcomers'), many('locals')]
  if (newcomers !== locals) return newcomers < locals ? 'newcomers' : 'locals'
  if (lastBench) return otherThan(lastBench)
  return rest.find(({ bench }) => bench !== null)?.bench ?? 'newcomers'
}
