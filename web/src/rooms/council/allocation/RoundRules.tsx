import type { AllocationRound } from '@ronghe/contract/council/allocation.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import styles from './allocation.module.css'
import { allocationWords } from './words/words.ts'

/** The rules in words: what the council fixed before anybody proposed anything. */
export function RoundRules({
  round,
}: {
  readonly round: Pick<AllocationRound, 'rules' | 'fixedOn' | 'motionId' | 'charterVersion' | 'groupsFixedOn'>
}) {
  const w = useWords(allocationWords)
  const text = useText()
  const format = useFormat()
  const group = useGroupName()
  const { data } = useQuery(reading(listPlaces))
  const { rules } = round
  const { sharing, dates } = rules
  const area = rules.communityIds
    .map((id) => data?.communities.find((one) => one.id === id))
    .flatMap((one) => (one ? [text(one.name)] : []))
  const ties = rules.ties.map((tie) => w.ties[tie])
  return (
    <Card title={w.rulesTitle} className={styles.gap}>
      <p>{round.fixedOn ? w.rulesFixedOn(format.day(round.fixedOn)) : w.rulesDraft}</p>
      <Facts
        facts={[
          [w.facts.budget, format.money(rules.budgetCents)],
          [w.facts.area, rules.communityIds.length === 0 ? w.wholeStreet : format.list(area)],
          [w.facts.rule, w.ruleOf(w.ruleNames[sharing.rule], w.ruleMeans[sharing.rule])],
          ...(sharing.rule === 'equal-shares'
            ? ([
                [w.facts.utility, w.utilities[sharing.utility]],
                [w.facts.completion, w.completions[sharing.completion]],
              ] as const)
            : []),
          [w.facts.ties, [format.list(ties), rules.ties.includes('lot') && w.lotSeed(rules.seed)].filter(Boolean).join(w.and)],
          [w.facts.ballot, ballotWords(w, rules.ballot, format.count)],
          [w.facts.voters, w.votersAre[rules.voters]],
          [w.facts.call, w.fromTo(format.wholeDay(dates.callFrom), format.wholeDay(dates.callUntil))],
          [w.facts.feasibility, format.wholeDay(dates.feasibilityUntil)],
          [w.facts.voting, w.fromTo(format.wholeDay(dates.votingFrom), format.wholeDay(dates.votingUntil))],
          [
            w.facts.expected,
            w.shares(
              `${group('newcomer')} ${format.percent(rules.expected.newcomer / 100)}`,
              `${group('local')} ${format.percent(rules.expected.local / 100)}`,
            ),
          ],
          ...(round.groupsFixedOn ? ([[w.facts.groups, format.wholeDay(round.groupsFixedOn)]] as const) : []),
          ...(round.charterVersion ? ([[w.facts.charter, w.charterVersion(format.count(round.charterVersion))]] as const) : []),
        ]}
      />
      {round.motionId && (
        <div className={styles.actions}>
          <LinkButton kind="quiet" to={`/council/motions/${round.motionId}`}>
            {w.rulesMotion}
          </LinkButton>
        </div>
      )}
    </Card>
  )
}

type Words = (typeof allocationWords)['zh-CN']
export const ballotWords = (w: Words, ballot: AllocationRound['rules']['ballot'], count: (number: number) => string): string =>
  ballot.form === 'points' ? w.ballots.points(count(ballot.points)) : w.ballots[ballot.form](count(ballot.most))
