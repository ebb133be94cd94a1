import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { MotionKind, MotionOutcomeKind, MotionState } from '@ronghe/contract/council/motion-states.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import { holds } from '../programme/acting-post.ts'
import { fixRulesOfMotion } from './allocation.ts'
import { adoptCharter, checkCharterDraft, rejectCharter } from './charter-change.ts'
import { cited, parametersOf } from './charter.ts'
import { heldIn } from './delegates.ts'
import { cosigners } from './motion-reader.ts'
import { isOver, stepMotion, stepOfOutcome, type MotionStep } from './motion-lifecycle.ts'
import { addMotionEvent, changeMotion, getMotion, partiesOf, type MotionRow } from './motion-rows.ts'
import { excludeDelegate } from './excluding.ts'
import { adoptMotion } from './resolution-adopting.ts'

/** What happens to a motion in a meeting, as the floor says it. */
export type FloorStep = Extract<
  MotionStep,
  'move' | 'second' | 'debate' | 'putToVote' | 'dropUnseconded' | 'postpone' | 'refer' | 'withdraw'
>

/** Moves a motion as a meeting goes on; a step that does not fit is refused and names the article. */
export async function moveMotion(
  deed: Deed,
  motionId: string,
  step: FloorStep,
  { meetingId, because = null }: { readonly meetingId: string; readonly because?: string | null },
): Promise<MotionState> {
  const row = await getMotion(deed, motionId, 'lock')
  const next = await stepped(deed, row, step)
  // Signed by a delegate beforehand, or in a council that asks for no second: it is seconded as soon as it is moved.
  const state = next === 'moved' && (await isSeconded(deed, row)) ? 'seconded' : next
  await changeMotion(deed, row.id, {
    state,
    meeting_id: meetingId,
    ...(isOver(state) ? { decided_on: dayIn(deed.street.zone, deed.now) } : {}),
  })
  await addMotionEvent(deed, row.id, { kind: step, meetingId, byPost: null, details: because === null ? {} : { because } })
  await record(deed, { kind: `council.motion.${step}`, plain: { motion: row.id, meeting: meetingId, state } })
  if (isOver(state)) await endCharterDraft(deed, row)
  return state
}

/**
 * Refuses to open the item of a motion that could not be decided: it was withdrawn since the agenda went out, or it is a change of the charter that
 * could not be adopted any more. Nobody debates in vain, and no vote is left that cannot be closed.
 */
export async function checkStillOpen(deed: Deed, motionId: string): Promise<void> {
  const row = await getMotion(deed, motionId)
  await stepped(deed, row, 'move')
  if (row.kind === 'charter' && row.charter_version_id) await checkCharterDraft(deed, row.council_id, row.charter_version_id)
}

async function isSeconded(deed: Deed, row: MotionRow): Promise<boolean> {
  const { floor } = await parametersOf(deed, row.council_id)
  return !floor.secondRequired || ((await cosigners(deed, [row.id])).get(row.id) ?? []).length > 0
}

/** What the floor has to know of a motion when its item is opened. */
export interface MotionOnFloor {
  readonly id: string
  readonly title: Text
  readonly number: { readonly year: number; readonly number: number } | null
  readonly kind: MotionKind
  readonly state: MotionState
  readonly bench: Bench | null
  /** The mover, where a delegate moves it. */
  readonly moverId: string | null
  readonly seconded: boolean
  /** Parties an interest may lie in. */
  readonly parties: readonly string[]
  readonly version: number
  readonly lines: readonly string[]
}

export async function motionForFloor(deed: Deed, motionId: string): Promise<MotionOnFloor> {
  const row = await getMotion(deed, motionId)
  return {
    id: row.id,
    title: row.title,
    number: row.number === null ? null : { year: row.year!, number: row.number },
    kind: row.kind,
    state: row.state,
    bench: row.bench,
    moverId: row.origin === 'delegate' ? row.author_id : null,
    seconded: await isSeconded(deed, row),
    parties: await partiesOf(deed, row),
    version: row.version,
    lines: row.lines,
  }
}

/** The result of a ballot on a motion, of the floor or of a secret ballot. */
export interface MotionOutcome {
  readonly kind: MotionOutcomeKind
  readonly meetingId: string | null
  readonly ballotId?: string | null
  /** Counts as they are published: totals, and per bench where the kind has bench totals. */
  readonly figures: Readonly<Record<string, unknown>>
}

/**
 * The result moves the motion by rule. A carried one becomes a resolution in the same deed. Whoever already settled it with the same ballot
 * is answered, not settled again.
 */
export async function settleMotion(deed: Deed, motionId: string, outcome: MotionOutcome): Promise<MotionState> {
  const row = await getMotion(deed, motionId, 'lock')
  if (outcome.ballotId && (row.outcome as { ballotId?: string } | null)?.ballotId === outcome.ballotId) return row.state
  return conclude(deed, row, await stepped(deed, row, stepOfOutcome(outcome.kind)), {
    ...outcome,
    ballotId: outcome.ballotId ?? null,
    override: null,
  })
}

/**
 * A result set by hand, for the day on which the rule cannot have meant this: chair and clerk both, each with the same printed reason. Nothing is
 * hidden by it: the page shows what the vote said, what was set, and why.
 */
export async function overrideOutcome(
  deed: Deed,
  motionId: string,
  { state, reason }: { readonly state: 'carried' | 'rejected' | 'postponed'; readonly reason: string },
): Promise<'waitsForOther' | MotionState> {
  const row = await getMotion(deed, motionId, 'lock')
  // What is carried is a resolution already, with tasks and people who rely on it: only another motion undoes it.
  if (row.state === 'carried') throw refused('motion-carried-stands', await cited(deed, row.council_id, 'majority'))
  if (!overridable.includes(row.state)) throw refused('motion-no-result-yet', await cited(deed, row.council_id, 'majority'))
  const post = heldIn(deed, row.council_id, 'chair', 'councilClerk')
  if (!post) throw forbidden('motion-override-two', await cited(deed, row.council_id, 'majority'))
  const asked = (row.outcome as { asked?: Asked } | null)?.asked
  if (!asked || asked.state !== state || asked.kind === post.kind || holds(deed, asked.postId)) {
    await changeMotion(deed, row.id, {
      outcome: JSON.stringify({
        ...(row.outcome as object | null),
        asked: { state, reason, kind: post.kind as Asked['kind'], postId: post.id } satisfies Asked,
      }),
    })
    await addMotionEvent(deed, row.id, { kind: 'overrideAsked', byPost: post.id, details: { state, because: reason } })
    await record(deed, { kind: 'council.motion.override-asked', plain: { motion: row.id, state } })
    return 'waitsForOther'
  }
  const { asked: _, ...before } = (row.outcome ?? {}) as Record<string, unknown>
  return conclude(deed, row, state, {
    kind: state === 'postponed' ? 'no-quorum' : state,
    figures: (before['figures'] as Readonly<Record<string, unknown>>) ?? {},
    meetingId: row.meeting_id,
    ballotId: (before['ballotId'] as string | null) ?? null,
    override: { reason: `${asked.reason} / ${reason}`, posts: [asked.postId, post.id], was: row.state },
  })
}

/** States in which a result may be set by hand. */
export const overridable: readonly MotionState[] = ['putToVote', 'rejected', 'postponed']

interface Asked {
  readonly state: 'carried' | 'rejected' | 'postponed'
  readonly reason: string
  readonly kind: 'chair' | 'councilClerk'
  readonly postId: string
}

interface Override {
  readonly reason: string
  readonly posts: readonly string[]
  readonly was: MotionState
}

async function conclude(
  deed: Deed,
  row: MotionRow,
  state: MotionState,
  outcome: Omit<MotionOutcome, 'ballotId'> & { readonly ballotId: string | null; readonly override: Override | null },
): Promise<MotionState> {
  const today = dayIn(deed.street.zone, deed.now)
  const { meetingId, ...kept } = outcome
  await changeMotion(deed, row.id, {
    state,
    outcome: JSON.stringify(kept),
    meeting_id: meetingId ?? row.meeting_id,
    decided_on: isOver(state) ? today : null,
  })
  await addMotionEvent(deed, row.id, {
    kind: outcome.override ? 'overridden' : state,
    meetingId,
    details: { state, outcome: outcome.kind, figures: outcome.figures, ...(outcome.override ? { because: outcome.override.reason } : {}) },
  })
  await record(deed, {
    kind: outcome.override ? 'council.motion.overridden' : 'council.motion.settled',
    plain: { motion: row.id, state, outcome: outcome.kind, ballot: outcome.ballotId },
  })
  if (state === 'carried') await resolve(deed, row)
  if (state === 'rejected') await endCharterDraft(deed, row)
  return state
}

/**
 * What is carried is a resolution from this moment on; a carried change of the charter comes into force as the charter of the
 * day says, carried rules of an allocation round stand, and whoever is excluded has left the seat. */
async function resolve(deed: Deed, row: MotionRow): Promise<void> {
  const resolutionId = await adoptMotion(deed, row.id)
  if (row.kind === 'charter' && row.charter_version_id) await adoptCharter(deed, row.charter_version_id, resolutionId)
  if (row.kind === 'money') await fixRulesOfMotion(deed, row.id)
  if (row.kind === 'exclusion' && row.excluded_term) await excludeDelegate(deed, row.council_id, row.excluded_term)
}

/** A change of the charter that was not carried is over with its motion. */
export async function endCharterDraft(deed: Deed, row: MotionRow): Promise<void> {
  if (row.kind !== 'charter' || !row.charter_version_id) return
  const draft = await deed.tx
    .selectFrom('charter_version')
    .select('state')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.charter_version_id)
    .executeTakeFirst()
  if (draft?.state === 'draft') await rejectCharter(deed, row.charter_version_id)
}

/** The next state, or the refusal with the article on the floor. */
export async function stepped(deed: Deed, row: MotionRow, step: MotionStep): Promise<MotionState> {
  const next = stepMotion(row.state, step)
  if (next.kind === 'refused') {
    const article = step === 'carry' || step === 'reject' ? 'majority' : floorSteps.has(step) ? 'floor' : 'filing'
    throw refused(next.rule, await cited(deed, row.council_id, article))
  }
  return next.state
}

const floorSteps: ReadonlySet<MotionStep> = new Set(['move', 'second', 'debate', 'putToVote', 'dropUnseconded', 'postpone', 'refer'])
