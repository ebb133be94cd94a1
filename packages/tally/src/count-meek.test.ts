import { expect, test } from 'vitest'
import { countMeek } from './count-meek.ts'
import type { Election } from './election.ts'
import { accuracyExample } from './examples.testing.ts'
import { published, publishedTest } from './published.testing.ts'
import { readBlt } from './read-blt.ts'
import { readReference } from './reference-report.testing.ts'
import type { StvFigures } from './stv-count.ts'

const reports = {
  '42': '42-meek-prf-o6-fixed-p9-d9',
  '42t': '42t-meek-prf-o6-fixed-p9-d9',
  M135: 'M135-meek-prf-o6-fixed-p9-d9',
  SC: 'SC-meek-prf-o6-fixed-p9-d9',
  'Calton-2007': 'Calton-2007-meek-prf-GENERATED',
  'weak-surplus': 'weak-surplus-meek-prf-GENERATED',
}

for (const [name, report] of Object.entries(reports))
  publishedTest(`${name}: every figure of every round is the reference report’s, to nine decimals`, () => {
    compare(readBlt(published('droop_reference', `${name}.blt`)), published('droop_reference', 'expected_report', `${report}.txt`))
  })

publishedTest('the example of Voting matters 12: every figure is the reference report’s', () => {
  compare(accuracyExample, published('droop_reference', 'expected_report', 'SC-Vm-12-meek-prf-o6-fixed-p9-d9.txt'))
})

test('the example of Voting matters 12: three candidates closer than the surplus are tied', () => {
  const { rounds, elected, end } = countMeek(accuracyExample)
  expect(rounds[1]).toMatchObject({
    action: 'exclusion',
    reason: 'omega',
    candidates: [2],
    votes: [1000.750000126, 1000.750000126, 667.166666686, 667.166666562, 667.1666665],
    ties: [{ tied: [2, 3, 4], chosen: 2, by: { kind: 'order' } }],
  })
  expect(elected).toEqual([0, 1, 3])
  expect(end).toMatchObject({ votes: [800.584418564, 800.584418564, 0, 800.59698277, 0], exhausted: 1601.234180102, quota: 800.580647027 })
})

test('the quota falls as papers run out', () => {
  const { quota, rounds } = countMeek(readBlt('4 2 6 1 0 3 2 3 0 2 3 0 1 4 0 0 "A" "B" "C" "D" "falling"'))
  const quotas = [quota, ...rounds.map((round) => round.quota)]
  expect(quotas[0]).toBe(4.000000001)
  expect(quotas).toEqual(quotas.toSorted((one, other) => other - one))
  expect(quotas.at(-1)).toBeLessThan(4)
})

function compare(election: Election, reference: string): void {
  const { names, steps } = readReference(reference)
  const count = countMeek(election)
  const sum = ({ votes }: StvFigures) => votes.reduce((total, vote) => total + vote, 0)
  const rounds = [count.start, ...count.rounds]
  for (const { round, action, votes, totals } of steps) {
    if (action.startsWith('Break tie')) continue
    const finishing = /^(Elect|Defeat) remaining/.test(action)
    const figures = action === 'Count Complete' ? count.end : rounds[round]!
    for (const [name, vote] of votes) {
      // While the last places are filled the report strikes candidates out one by one; the votes of the elected stand.
      if (finishing && figures.votes[names.indexOf(name)]!.toFixed(9) !== vote) expect([name, vote]).toEqual([name, '0.000000000'])
      else expect([action, name, vote]).toEqual([action, name, figures.votes[names.indexOf(name)]!.toFixed(9)])
    }
    expect(totals.get('Quota')).toBe(figures.quota.toFixed(9))
    if (finishing) continue
    expect(totals.get('Votes')).toBe(sum(figures).toFixed(9))
    expect(totals.get('Residual')).toBe(figures.exhausted.toFixed(9))
    // When somebody is elected the report still shows the surplus of the iteration before; ours is the one at the end of the round.
    if (!action.startsWith('Elect')) expect(totals.get('Surplus')).toBe(figures.surplus.toFixed(9))
  }
  const said = (pattern: RegExp, round: number) =>
    steps.flatMap((step) => (step.round === round ? (pattern.exec(step.action)?.slice(1) ?? []) : []))
  const called = (candidates: readonly number[]) => candidates.map((candidate) => names[candidate])
  for (const { round, action, candidates, elected, reason, ties } of count.rounds) {
    expect(called(elected).toSorted()).toEqual(said(/^Elect: (.*)$/, round).toSorted())
    expect([action, ...called(candidates)]).toEqual(
      elected.length > 0 ? ['election'] : ['exclusion', ...said(/^Defeat \(.*\): (.*)$/, round)],
    )
    const why = said(/^Defeat \((?:stable )?surplus ([\d.]+(?: < omega)?)\)/, round)
    expect(reason).toBe(why.length === 0 ? null : why[0]!.endsWith('omega') ? 'omega' : 'stable')
    expect(ties.flatMap(({ tied, chosen }) => [called(tied).join(', '), names[chosen]])).toEqual(
      said(/^Break tie \(defeat low candidate\): \[(.*)\] -> (.*)$/, round),
    )
  }
  expect(steps.at(-1)!.round).toBe(count.rounds.length)
  expect(called(count.end.elected)).toEqual(said(/^Elect remaining: (.*)$/, count.rounds.length))
  expect(count.quota.toFixed(9)).toBe(/Quota: ([\d.]+)/.exec(reference)![1])
}
