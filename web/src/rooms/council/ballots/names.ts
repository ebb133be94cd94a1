import type { Ballot, BallotState } from '@ronghe/contract/council/ballots.ts'
import type { Bench } from '@ronghe/contract/council/charter.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useSession } from '../../../platform/session/session.tsx'
import type { Tone } from '../../../ui/Tag.tsx'
import { ballotWords } from './words/words.ts'

export const toneOf = (state: BallotState): Tone =>
  state === 'open' ? 'going' : state === 'setAside' ? 'alert' : state === 'published' ? 'quiet' : 'attention'

/** The street's own names of the two benches, and what a box is called. */
export function useBenchNames() {
  const w = useWords(ballotWords)
  const text = useText()
  const { groupNames } = useSession()
  const bench = (side: Bench): string => text(side === 'newcomers' ? groupNames.newcomer : groupNames.local)
  return { bench, box: (side: Bench | null): string => w.boxOf(side === null ? null : bench(side)) }
}

/** What was marked, in words: names of the answers, or "blank". The place for blank comes first. */
export function useMarked(ballot: Pick<Ballot, 'answers'>) {
  const w = useWords(ballotWords)
  const text = useText()
  return (marks: readonly number[]): readonly string[] => {
    const names = [w.blank, ...ballot.answers.map(({ name }) => text(name))]
    return names.filter((_, place) => marks[place] === 1)
  }
}

/** A council in which whoever is signed in holds one of these posts. */
export const useCouncilWith = (kinds: readonly string[]): string | undefined =>
  useSession().person?.posts.find(({ kind }) => kinds.includes(kind))?.organId
