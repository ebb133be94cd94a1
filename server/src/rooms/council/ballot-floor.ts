import type { BallotResult, BoxResult } from '@ronghe/contract/council/ballots.ts'
import { Bench } from '@ronghe/contract/council/charter.ts'
import { hasInterest, votersOn, type BenchCount } from '@ronghe/floor'
import type { Deed } from '../../platform/deed.ts'
import type { BallotRow } from './ballot-rows.ts'
import { floorEvents, floorState } from './floor-events.ts'
import { takeBallotResult } from './floor.ts'
import { findMotion } from './motion-rows.ts'

/** A meeting that has put the motion to this ballot and waits for the result. */
export interface WaitingFloor {
  readonly meetingId: string
  /** Who may vote: on a bench, in the room when it was announced, and with no interest in the item. */
  readonly voters: ReadonlySet<string>
}

export async function waitingFloor(deed: Deed, row: BallotRow): Promise<WaitingFloor | undefined> {
  const meetingId = row.motion_id === null ? null : (await findMotion(deed, row.motion_id))?.meeting_id
  if (!meetingId) return undefined
  const state = await floorState(deed, meetingId)
  if (state.vote?.ballotId !== row.id) return undefined
  const voters = votersOn({ ...state, present: state.vote.present }, state.vote.question).filter((id) => !hasInterest(state, id))
  return { meetingId, voters: new Set(voters) }
}

/**
 * Hands the counts to the floor, which decides by who was in the room and moves the item and the motion. Without bench conditions it gets the total
 * only, for there is nothing else.
 */
export async function tellFloor(deed: Deed, row: BallotRow, { meetingId }: WaitingFloor, result: BallotResult): Promise<BallotResult> {
  const { number } = await floorState(deed, meetingId)
  const [first] = result.boxes
  const counts =
    result.boxes.length > 1 ? Object.fromEntries(result.boxes.map((box) => [box.bench ?? '', countOf(box)])) : { total: countOf(first!) }
  await takeBallotResult(deed, { meetingId, ballotId: row.id, counts: counts as { readonly total: BenchCount } })
  const closed = (await floorEvents(deed, meetingId, number)).find((event) => event.kind === 'voteClosed')
  if (closed?.kind !== 'voteClosed') throw new Error(`the floor of meeting ${meetingId} took no result of ballot ${row.id}`)
  const { kind, conditions } = closed.decision
  return {
    ...result,
    outcome: kind === 'tied' ? 'rejected' : kind,
    conditions: conditions.map((condition) => ({ ...condition, bench: condition.bench === null ? null : Bench.parse(condition.bench) })),
  }
}

const countOf = ({ marks, blank, paper }: BoxResult): BenchCount => ({
  for: marks[0]!,
  against: marks[1]!,
  abstain: blank + (paper?.invalid ?? 0),
})
