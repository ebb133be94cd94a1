import type { FloorAsk } from '@ronghe/contract/council/floor.ts'
import { chairOf, nextPoint, nextQuestion, votersOn, whoIsNext, endingPoints, type FloorState } from '@ronghe/floor'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { readFloor } from '@ronghe/contract/council/floor.ts'
import type { FloorWords } from './words/zh-CN.ts'

/** One key, one step. `ask` needs a word or a yes first. */
export interface Act {
  readonly key: string
  readonly label: string
  readonly main?: boolean
  readonly command?: FloorAsk
  readonly ask?: 'adjourn' | 'close' | 'openOther' | 'abandon' | 'interruption'
}

/** What whoever presides can do at this moment, the likeliest first; the floor has the last word on each. */
export function actsFor(
  state: FloorState,
  read: ReplyOf<typeof readFloor>,
  me: { readonly id: string | null; readonly clerk: boolean },
  w: FloorWords,
  name: (id: string | null) => string,
): readonly Act[] {
  const presides = state.presidingId !== null && state.presidingId === me.id
  const { item, vote, rules } = state
  const motion = item?.motion ?? null
  if (state.phase === 'before')
    return me.clerk || me.id !== null ? [{ key: 'o', label: w.open, main: true, command: { kind: 'open' } }] : []
  if (state.phase === 'closed') return []
  if (state.phase === 'adjourned')
    return presides || me.clerk ? [{ key: 'a', label: w.resume, main: true, command: { kind: 'resume' } }] : []
  const acts: Act[] = []
  const add = (act: Act | false | undefined): void => {
    if (act) acts.push(act)
  }
  const chair = chairOf(state)
  if (!presides) {
    add(me.id === chair?.id && state.presidingId !== chair?.id && { key: 'b', label: w.takeBack, command: { kind: 'takeBack' } })
    add(
      (me.clerk || me.id !== null) &&
        motion?.speaking != null &&
        me.clerk && { key: 'i', label: interpretWord(state, w), command: interpretOf(state) },
    )
    add(me.clerk && motion?.speaking != null && { key: 'x', label: w.interruption, ask: 'interruption' })
    add(me.clerk && !vote && { key: 'a', label: w.adjourn, ask: 'adjourn' })
    return acts
  }
  const point = nextPoint(state)
  if (point) {
    const rule = (ruling: 'upheld' | 'dismissed', endsSpeech = false): FloorAsk => ({
      kind: 'rulePoint',
      pointId: point.id,
      ruling,
      endsSpeech,
      words: null,
    })
    add({ key: 'u', label: w.uphold, main: true, command: rule('upheld') })
    add({ key: 'd', label: w.dismiss, command: rule('dismissed') })
    add(motion?.speaking != null && endingPoints.includes(point.kind) && { key: 'e', label: w.upholdEnd, command: rule('upheld', true) })
    return acts
  }
  if (vote) {
    if (vote.tie) {
      for (const [key, mark] of [
        ['f', 'for'],
        ['g', 'against'],
        ['n', 'none'],
      ] as const)
        add({ key, label: w.breakTie[mark], main: mark === 'for', command: { kind: 'breakTie', mark } })
      return acts
    }
    const left = votersOn(state, vote.question).length - Object.keys(vote.marks).length
    add(
      vote.way !== 'secret' && {
        key: 'c',
        label: vote.way === 'rollCall' ? `${w.closeVote} · ${w.closeVoteLeft(left)}` : w.closeVote,
        main: true,
        command: { kind: 'closeVote' },
      },
    )
    add(vote.way !== 'rollCall' && { key: 'z', label: w.abandonVote, ask: 'abandon' })
    return acts
  }
  const question = nextQuestion(state)
  const next = whoIsNext(state)[0]
  const done = new Set(state.closed.map(({ id }) => id))
  if (!item) {
    const following = state.agenda.find(({ id }) => !done.has(id))
    add(
      following && {
        key: 'o',
        label: w.openItem(following.position),
        main: true,
        command: { kind: 'openItem', itemId: following.id, because: null },
      },
    )
    add(state.agenda.filter(({ id }) => !done.has(id)).length > 1 && { key: 'p', label: w.openOther, ask: 'openOther' })
    add(
      question?.kind === 'appeal' && { key: 'v', label: w.putToVote.rollCall, main: true, command: { kind: 'putToVote', way: 'rollCall' } },
    )
    add({ key: 'q', label: w.closeMeeting, main: !following, ask: 'close' })
  } else if (!motion) add({ key: 'o', label: w.closeItem, main: true, command: { kind: 'closeItem' } })
  else {
    const unseconded = rules?.floor.secondRequired && motion.moverId !== null && motion.secondedById === null
    const amendment = rules?.floor.secondRequired
      ? motion.amendments.find((one) => one.state === 'open' && one.secondedById === null)
      : undefined
    if (motion.speaking) {
      add({ key: 'i', label: interpretWord(state, w), command: interpretOf(state) })
      add({ key: 'x', label: w.interruption, ask: 'interruption' })
    } else if (next)
      add({ key: 'n', label: w.give(name(next.delegateId)), main: true, command: { kind: 'giveFloor', toId: next.delegateId } })
    add(unseconded && { key: 'd', label: w.dropUnseconded, command: { kind: 'dropUnseconded', amendmentId: null } })
    add(amendment && { key: 'd', label: w.dropAmendment(amendment.number), command: { kind: 'dropUnseconded', amendmentId: amendment.id } })
    const ready = motion.moverId !== null && !unseconded && !motion.speaking
    if (question && (question.kind !== 'motion' || (ready && !next)) && (!motion.speaking || question.kind === 'appeal')) {
      const secret = question.kind === 'motion' && rules?.kinds[motion.kind]?.secret
      const ballotId = read.agenda.find(({ id }) => id === item.id)?.ballotId
      if (secret)
        add(ballotId ? { key: 'v', label: w.announceBallot, main: true, command: { kind: 'announceBallot', ballotId } } : undefined)
      else {
        const open = question.kind === 'motion' ? (rules?.ballot.open ?? 'rollCall') : 'rollCall'
        add({ key: 'v', label: w.putToVote[open], main: !next, command: { kind: 'putToVote', way: open } })
        add(
          (question.kind !== 'motion' || open === 'hands') &&
            open !== 'hands' && { key: 'h', label: w.putToVote.hands, command: { kind: 'putToVote', way: 'hands' } },
        )
        add(question.kind === 'motion' && { key: 'k', label: w.putToVote.paper, command: { kind: 'putToVote', way: 'paper' } })
      }
    }
    add(ready && !next && motion.debate === 'open' && { key: 'l', label: w.closeDebate, command: { kind: 'closeDebate' } })
    add(rules?.chair.neutral && me.id === chair?.id && { key: 't', label: w.handOver, command: { kind: 'handOver' } })
  }
  add({ key: 'a', label: w.adjourn, ask: 'adjourn' })
  return acts
}

const interpretOf = ({ item }: FloorState): FloorAsk => ({ kind: 'interpret', on: item?.motion?.speaking?.interpretingSince === null })
const interpretWord = ({ item }: FloorState, w: FloorWords): string =>
  item?.motion?.speaking?.interpretingSince === null ? w.interpretOn : w.interpretOff
