import type { RollCount } from '@ronghe/tally'
import type { CommandOf } from './commands.ts'
import { countedRoll, countFits, decideVote, isQuorate, quorumOf, rollOf, totalRoll, votersOn, votingRulesFor } from './count.ts'
import { closeItem, noteInterest } from './decide-item.ts'
import { benchOf, chairPresides, hasInterest } from './people.ts'
import { nextQuestion } from './questions.ts'
import { refuse, type Refused } from './refusal.ts'
import { asPresider, onBehalf, type Sitting } from './sitting.ts'
import { whoIsNext } from './who-is-next.ts'
import type { Counts, Mark, Question, Vote } from './state.ts'

/** Only after everybody who waits has spoken: whoever presides cannot silence anybody by closing. */
export function closeDebate(sitting: Sitting): Refused | undefined {
  const refused = asPresider(sitting) ?? movedAndSeconded(sitting)
  if (refused) return refused
  if (sitting.motion!.debate === 'closed') return refuse('floor-debate-closed', 'floor')
  const wanted = stillWanted(sitting)
  if (wanted) return wanted
  if (sitting.state.points.length > 0) return refuse('floor-point-first', 'floor')
  sitting.say({ kind: 'debateClosed' })
  return undefined
}

function movedAndSeconded({ motion, rules }: Sitting): Refused | undefined {
  if (!motion) return refuse('floor-no-motion', 'floor')
  if (motion.moverId === null) return refuse('floor-not-moved', 'floor')
  return rules.floor.secondRequired && motion.secondedById === null ? refuse('floor-not-seconded', 'floor') : undefined
}

function stillWanted({ motion, state }: Sitting): Refused | undefined {
  if (motion?.speaking) return refuse('floor-somebody-speaking', 'floor')
  const waiting = whoIsNext(state).length
  return waiting > 0 ? refuse('floor-debate-wanted', 'floor', { waiting }) : undefined
}

/** Puts the question that comes next. Without a quorum the item is postponed; its speeches stand. */
export function putToVote(sitting: Sitting, { way }: CommandOf<'putToVote'>): Refused | undefined {
  const ready = readyToVote(sitting)
  if ('code' in ready) return ready
  const { question } = ready
  const { rules, motion } = sitting
  if (question.kind === 'motion' && rules.kinds[motion!.kind]!.secret) return refuse('floor-vote-secret', 'ballot')
  if (question.kind === 'motion' && way === 'hands' && rules.ballot.open === 'rollCall') return refuse('floor-other-way', 'ballot')
  if (lostQuorum(sitting, question)) return undefined
  if (question.kind === 'motion' && motion!.debate === 'open') sitting.say({ kind: 'debateClosed' })
  sitting.say({ kind: 'voteOpened', question, way })
  return undefined
}

function readyToVote(sitting: Sitting): { readonly question: Question } | Refused {
  const refused = asPresider(sitting)
  if (refused) return refused
  const { state } = sitting
  if (state.vote) return refuse('floor-vote-open', 'floor')
  if (state.points.length > 0) return refuse('floor-point-first', 'floor')
  const question = nextQuestion(state)
  if (!question)
    return sitting.item
      ? sitting.motion
        ? refuse('floor-not-moved', 'floor')
        : refuse('floor-no-motion', 'floor')
      : refuse('floor-no-item', 'floor')
  if (question.kind === 'amendment') {
    const unseconded = sitting.motion!.amendments.find(({ id, secondedById }) => id === question.amendmentId && secondedById === null)
    if (unseconded && sitting.rules.floor.secondRequired) return refuse('floor-not-seconded', 'floor')
  }
  if (question.kind === 'motion') {
    const open = movedAndSeconded(sitting) ?? stillWanted(sitting)
    if (open) return open
  } else if (question.kind !== 'appeal' && sitting.motion?.speaking) return refuse('floor-somebody-speaking', 'floor')
  return { question }
}

function lostQuorum(sitting: Sitting, question: Question): boolean {
  const quorum = quorumOf(sitting.state, question)
  if (isQuorate(quorum)) return false
  withoutQuorum(sitting, question, rollOf(sitting.state, question), null)
  return true
}

/** Recorded as a result of its own, so that the minutes can say how many were there. */
function withoutQuorum(sitting: Sitting, question: Question, count: RollCount, vote: Vote | null): void {
  const turn = sitting.motion?.speaking
  sitting.say({
    kind: 'voteClosed',
    question,
    way: vote?.way ?? 'rollCall',
    ballotId: vote?.ballotId ?? null,
    count,
    decision: decideVote(sitting.state, question, count),
    roll: {},
  })
  if (!sitting.item) return
  if (turn) sitting.say({ kind: 'speechEnded', delegateId: turn.delegateId, ms: turn.usedMs, why: 'postponed' })
  closeItem(sitting, 'postponed', 'quorum')
}

/** A secret ballot is held outside the floor; the item waits for its result. Small benches are protected: fewer ballots than the charter's
 * number would tell who voted how. */
export function announceBallot(sitting: Sitting, { ballotId }: CommandOf<'announceBallot'>): Refused | undefined {
  const ready = readyToVote(sitting)
  if ('code' in ready) return ready
  const { question } = ready
  const { rules, motion, state } = sitting
  if (question.kind !== 'motion') return refuse('floor-question-first', 'floor')
  const { secret, voting } = rules.kinds[motion!.kind]!
  if (!secret) return refuse('floor-vote-not-secret', 'ballot')
  const voters = votersOn(state, question)
  if (voting.benchMajority)
    for (const bench of rules.benches) {
      const many = voters.filter((id) => benchOf(state, id) === bench).length
      if (many < rules.ballot.fewest) return refuse('floor-bench-too-small', 'ballot', { bench, many, fewest: rules.ballot.fewest })
    }
  if (lostQuorum(sitting, question)) return undefined
  if (motion!.debate === 'open') sitting.say({ kind: 'debateClosed' })
  sitting.say({ kind: 'voteAnnounced', ballotId })
  return undefined
}

/** On one's own device, and changed there until the vote is closed; or called out, and entered by the clerk. */
export function castVote(sitting: Sitting, { delegateId, mark }: CommandOf<'castVote'>): Refused | undefined {
  const how = onBehalf(sitting, delegateId)
  if (typeof how !== 'string') return how
  const { state } = sitting
  if (state.vote?.way !== 'rollCall' || state.vote.tie) return refuse('floor-no-vote', 'ballot')
  if (hasInterest(state, delegateId)) return refuse('floor-interest', 'interest')
  if (!votersOn(state, state.vote.question).includes(delegateId)) return refuse('floor-no-vote-of-yours', 'chair')
  if (how === 'hand' && state.vote.marks[delegateId]?.how === 'device') return refuse('floor-cast-by-device', 'ballot')
  sitting.say({ kind: 'voteCast', delegateId, mark, how })
  return undefined
}

/** Hands are counted twice, papers by two persons; counts that differ leave the result open. */
export function enterCount(sitting: Sitting, { counts }: CommandOf<'enterCount'>): Refused | undefined {
  const { state, actor } = sitting
  const { vote } = state
  if (!vote || vote.tie || (vote.way !== 'hands' && vote.way !== 'paper')) return refuse('floor-no-vote', 'ballot')
  const presides = actor.id === state.presidingId
  if (!actor.clerk && !presides && (vote.way !== 'paper' || !state.present.includes(actor.id))) return refuse('floor-not-clerk', 'ballot')
  const roll = rollOf(state, vote.question)
  if (!countFits(roll, counts)) return refuse('floor-count-wrong', 'ballot')
  const first = vote.counts.at(-1)
  if (vote.way === 'paper' && first?.by === actor.id) return refuse('floor-second-person', 'ballot')
  sitting.say({ kind: 'countEntered', counts, agrees: first ? sameCounts(first.counts, counts, sitting.rules.benches) : null })
  return undefined
}

export const sameCounts = (one: Counts, other: Counts, benches: readonly string[]): boolean =>
  benches.every((bench) =>
    (['for', 'against', 'abstain'] as const).every((mark) => (one[bench]?.[mark] ?? 0) === (other[bench]?.[mark] ?? 0)),
  )

/** The result is what the rule makes of the roll; it moves the item by itself. */
export function closeVote(sitting: Sitting): Refused | undefined {
  const refused = asPresider(sitting)
  if (refused) return refused
  const { state, rules } = sitting
  const { vote } = state
  if (!vote || vote.tie) return refuse('floor-no-vote', 'ballot')
  if (vote.way === 'secret') return refuse('floor-vote-secret', 'ballot')
  let count = rollOf(state, vote.question, marksOf(vote))
  if (vote.way !== 'rollCall') {
    const [one, other] = vote.counts.slice(-2)
    if (!one || !other || !sameCounts(one.counts, other.counts, rules.benches)) return refuse('floor-counts-needed', 'ballot')
    if (!countFits(count, other.counts)) return refuse('floor-count-wrong', 'ballot')
    count = countedRoll(count, other.counts)
  }
  conclude(sitting, vote, count)
  return undefined
}

export const marksOf = ({ marks }: Vote): Readonly<Record<string, Mark>> =>
  Object.fromEntries(Object.entries(marks).flatMap(([id, { mark }]) => (mark ? [[id, mark]] : [])))

/** The chair's vote settles the total, never a bench; who leaves it tied lets it fail. */
export function breakTie(sitting: Sitting, { mark }: CommandOf<'breakTie'>): Refused | undefined {
  const { state } = sitting
  const { vote } = state
  if (!vote?.tie) return refuse('floor-no-tie', 'chair')
  const refused = asPresider(sitting)
  if (refused) return refused
  if (mark === 'none') conclude(sitting, vote, vote.tie, null, 'fails')
  else if (!chairPresides(state) || votingRulesFor(state, vote.question).tie !== 'chair') return refuse('floor-not-chair', 'chair')
  else conclude(sitting, vote, vote.tie, mark)
  return undefined
}

/** Of a secret ballot, by the clerk when it is counted; taken of those who were in the room when it was announced. */
export function enterResult(sitting: Sitting, { ballotId, counts }: CommandOf<'enterResult'>): Refused | undefined {
  const { state, actor } = sitting
  const { vote } = state
  if (!actor.clerk) return refuse('floor-not-clerk', 'ballot')
  if (vote?.way !== 'secret') return refuse('floor-no-vote', 'ballot')
  if (vote.ballotId !== ballotId) return refuse('floor-other-ballot', 'ballot')
  const roll = rollOf(state, vote.question, {}, vote.present)
  if (isTotal(counts)) {
    const { total } = counts
    const voters = roll.total.present
    if (votingRulesFor(state, vote.question).benchMajority || total.for + total.against + total.abstain > voters)
      return refuse('floor-count-wrong', 'ballot')
    conclude(sitting, vote, totalRoll(roll, total), null, 'fails')
  } else {
    if (!countFits(roll, counts)) return refuse('floor-count-wrong', 'ballot')
    conclude(sitting, vote, countedRoll(roll, counts), null, 'fails')
  }
  return undefined
}

const isTotal = (counts: CommandOf<'enterResult'>['counts']): counts is { readonly total: Counts[string] } =>
  'total' in counts && Object.keys(counts).length === 1

/** Counts that do not agree, or a ballot that cannot be held: the vote is taken anew, and the minutes say why. */
export function abandonVote(sitting: Sitting, { because }: CommandOf<'abandonVote'>): Refused | undefined {
  const refused = asPresider(sitting)
  if (refused) return refused
  const { vote } = sitting.state
  if (!vote) return refuse('floor-no-vote', 'ballot')
  // A roll-call that everybody can see is closed, not thrown away.
  if (vote.way === 'rollCall' || vote.tie) return refuse('floor-vote-open', 'ballot')
  sitting.say({ kind: 'voteAbandoned', because })
  return undefined
}

function conclude(
  sitting: Sitting,
  vote: Vote,
  count: RollCount,
  chairVote: 'for' | 'against' | null = null,
  tie = votingRulesFor(sitting.state, vote.question).tie,
): void {
  const { question } = vote
  const decision = decideVote(sitting.state, question, count, chairVote, tie)
  if (decision.kind === 'no-quorum') return withoutQuorum(sitting, question, count, vote)
  if (decision.kind === 'tied') return sitting.say({ kind: 'voteTied', count })
  const carried = decision.kind === 'carried'
  const { item, motion } = sitting
  sitting.say({
    kind: 'voteClosed',
    question,
    way: vote.way,
    ballotId: vote.ballotId,
    count,
    decision,
    roll: marksOf(vote),
  })
  if (question.kind === 'motion') closeItem(sitting, carried ? 'carried' : 'rejected', null)
  else if (question.kind === 'interest' && carried && !item?.interests.some(({ delegateId }) => delegateId === question.delegateId))
    noteInterest(sitting, question.delegateId, 'decided')
  else if (question.kind === 'postpone' && carried && motion) closeItem(sitting, 'postponed', question.because)
  else if (question.kind === 'refer' && carried && motion) closeItem(sitting, 'referred', question.to)
}
