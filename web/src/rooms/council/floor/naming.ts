import type { FloorEvent, FloorState, Question } from '@ronghe/floor'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { floorWords } from './words/words.ts'

/** Names, spans of time and events of a meeting in words. */
export function useNaming(state: FloorState) {
  const w = useWords(floorWords)
  const text = useText()
  const format = useFormat()
  const name = (id: string | null): string => {
    const delegate = state.delegates.find((one) => one.id === id)
    return delegate ? delegate.name || w.nobody : ''
  }
  const span = (ms: number): string => {
    const seconds = Math.round(ms / 1000)
    return w.duration(Math.floor(seconds / 60), seconds % 60)
  }
  const title = (of: Readonly<Record<string, string>>): string => text(of as { 'zh-CN': string })
  const question = (asked: Question): string =>
    asked.kind === 'interest'
      ? w.questions.interest(name(asked.delegateId))
      : asked.kind === 'refer'
        ? w.questions.refer(asked.to)
        : w.questions[asked.kind]
  const why = (because: readonly string[]): string => format.list(because.map((one) => w.because[one as keyof typeof w.because]))
  return { w, name, span, title, question, why, happened: (event: FloorEvent): string | undefined => happened(event) }

  function happened(event: FloorEvent): string | undefined {
    const say = w.happening
    switch (event.kind) {
      case 'meetingOpened':
        return say.meetingOpened(name(event.presidingId))
      case 'chairPassed':
        return event.toId === null ? say.chairNobody : say.chairPassed(name(event.toId))
      case 'itemOpened':
        return say.itemOpened(title(event.item.title))
      case 'delegateCame':
      case 'delegateLeft':
      case 'deputyNamed':
      case 'interestNoted':
      case 'askWithdrawn':
      case 'interpretingBegan':
      case 'voteCast':
        return say[event.kind](name(event.delegateId))
      case 'interestRaised':
        return say.interestRaised(name(event.delegateId), name(event.byId))
      case 'motionMoved':
      case 'motionSeconded':
      case 'amendmentSeconded':
      case 'rulingAppealed':
        return say[event.kind](name(event.byId))
      case 'floorAsked':
      case 'speechBegan':
        return say[event.kind](name(event.delegateId), w.stances[event.stance])
      case 'speechEnded':
        return event.why === 'time'
          ? say.speechTime(name(event.delegateId))
          : event.why === 'ruling'
            ? say.speechRuled(name(event.delegateId))
            : say.speechEnded(name(event.delegateId), span(event.ms))
      case 'interpretingEnded':
        return say.interpretingEnded(span(event.ms))
      case 'interruptionNoted':
        return say.interruptionNoted(name(event.speakerId))
      case 'pointRaised':
        return say.pointRaised(name(event.delegateId), w.points[event.point])
      case 'pointRuled':
        return say.pointRuled(w.rulings[event.ruling])
      case 'amendmentMoved':
        return say.amendmentMoved(name(event.amendment.moverId), event.amendment.number)
      case 'stepProposed':
        return say.stepProposed(name(event.byId), question(event.question))
      case 'voteOpened':
        return say.voteOpened(question(event.question))
      case 'countEntered':
        return event.agrees === false ? say.countsDiffer : say.countEntered
      case 'voteAbandoned':
        return say.voteAbandoned(event.because)
      case 'voteClosed':
        return say.voteClosed(question(event.question), w.results[event.decision.kind])
      case 'itemClosed':
        return say.itemClosed(w.outcomes[event.outcome])
      case 'adjourned':
        return say.adjourned(event.because)
      case 'amendmentDropped':
      case 'debateClosed':
      case 'voteAnnounced':
      case 'voteTied':
      case 'resumed':
      case 'meetingClosed':
        return say[event.kind]
    }
  }
}

/** 3:07, as a clock says it. */
export const asClock = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Where the open item is. */
export function stageOf({ item, vote, rules }: FloorState): keyof typeof floorWords.en.stages {
  if (vote) return vote.tie ? 'tie' : 'vote'
  const motion = item?.motion
  if (!motion) return 'heard'
  if (motion.moverId === null) return 'unmoved'
  if (rules?.floor.secondRequired && motion.secondedById === null) return 'unseconded'
  return motion.debate === 'open' ? 'debate' : 'debateClosed'
}
