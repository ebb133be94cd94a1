import { expect, test } from 'vitest'
import { countScottish } from './count-scottish.ts'
import type { Election } from './election.ts'
import { published, publishedTest } from './published.testing.ts'
import { readBlt } from './read-blt.ts'
import { readReference } from './reference-report.testing.ts'
import { readScottishCsv } from './read-scottish-csv.ts'
import type { StvCount } from './stv-count.ts'
import { accuracyExample } from './examples.testing.ts'

const reports = {
  '42': '42-scotland-fixed-p5-d5',
  '42t': '42t-scotland-fixed-p5-d5',
  M135: 'M135-scotland-fixed-p5-d5',
  SC: 'SC-scotland-fixed-p5-d5',
  'Calton-2007': 'Calton-2007-scotland-GENERATED',
  'weak-surplus': 'weak-surplus-scotland-GENERATED',
}

for (const [name, report] of Object.entries(reports))
  publishedTest(`${name}: every figure of every round is the reference report’s`, () => {
    compare(readBlt(published('droop_reference', `${name}.blt`)), published('droop_reference', 'expected_report', `${report}.txt`))
  })

publishedTest('the example of Voting matters 12: every figure is the reference report’s', () => {
  compare(accuracyExample, published('droop_reference', 'expected_report', 'SC-Vm-12-scotland-fixed-p5-d5.txt'))
})

publishedTest('four Scottish wards elect whom they elected, with the quota and the rounds of the record', () => {
  const wards = JSON.parse(published('scottish_stv', 'expected.json')) as {
    file: string
    quota: number
    rounds: number
    seats: number
    ballots: number
    elected: string[]
  }[]
  for (const ward of wards) {
    const election = readScottishCsv(published('scottish_stv', ward.file.replace(/^.*\//, '')))
    const count = countScottish(election)
    expect(count.elected.map((one) => election.candidates[one]!.name).toSorted()).toEqual(ward.elected.toSorted())
    expect([count.quota, count.rounds.length, count.seats, count.papers.valid]).toEqual([ward.quota, ward.rounds, ward.seats, ward.ballots])
  }
})

publishedTest('Govan 2007 elects the four councillors it had', () => {
  const election = readScottishCsv(published('scottish_stv', 'glasgow_2007_govan.csv'))
  const names = countScottish(election).elected.map((one) => election.candidates[one]!.name)
  expect(names.toSorted()).toEqual(['Allison Hunter', 'John Flanagan', 'Shaukat Butt', 'Stephen Dornan'])
})

test('equal surpluses: whoever had more votes in the most recent round that tells them apart goes first', () => {
  const election = readBlt('6 4 16 1 3 0 12 2 0 8 3 0 8 4 0 6 5 4 0 6 6 4 0 0 "A" "B" "C" "D" "E" "F" "weak ties"')
  const { rounds, elected } = countScottish(election)
  expect(rounds[1]).toMatchObject({
    action: 'surplus',
    candidates: [1],
    ties: [{ tied: [1, 2], chosen: 1, by: { kind: 'round', round: 0 } }],
  })
  expect(elected).toEqual([0, 1, 2, 3])
})

test('the law’s arithmetic: a transfer value is cut off at five decimals and the rest is lost', () => {
  // 7 papers, 2 seats, quota 3: a surplus of 1 on 4 papers of which 3 name somebody further, then thirds.
  const { quota, rounds } = countScottish(readBlt('3 2 2 1 2 0 4 1 3 0 1 3 0 0 "A" "B" "C" "thirds"'))
  expect(quota).toBe(3)
  expect(rounds[0]).toMatchObject({ action: 'surplus', votes: [3, 1, 3], exhausted: 0, lost: 0 })
  const cut = countScottish(readBlt('3 2 1 1 0 2 1 2 0 4 1 3 0 0 "A" "B" "C" "sevenths"'))
  expect(cut.rounds[0]).toMatchObject({ votes: [3, 1.14284, 2.28568], exhausted: 0.57142, lost: 0.00006 })
})

test('a withdrawn candidate is passed over, a blank paper does not raise the quota', () => {
  const count = countScottish(readBlt('3 1 -1 4 1 2 0 3 3 0 5 0 2 1 0 0 "A" "B" "C" "withdrawn"'))
  expect(count.papers).toEqual({ valid: 7, rejected: 7 })
  expect(count).toMatchObject({ quota: 4, elected: [1], rounds: [] })
})

test('an equal preference ends the paper there', () => {
  const count = countScottish(readBlt('3 1 2 1 2=3 0 1 2=3 1 0 3 2 0 0 "A" "B" "C" "equal"'))
  expect(count.papers).toEqual({ valid: 5, rejected: 1 })
  expect(count.start.votes).toEqual([2, 3, 0])
})

test('fewer candidates than seats are all elected and the rest stays empty', () => {
  expect(countScottish(readBlt('2 4 5 1 0 0 "A" "B" "few"'))).toMatchObject({ elected: [0, 1], vacancies: 2 })
})

function compare(election: Election, reference: string): void {
  const { names, steps } = readReference(reference)
  const count = countScottish(election)
  expect(election.candidates.map(({ name }) => name)).toEqual(names)
  const printed = (votes: readonly number[]) => Object.fromEntries(names.map((name, index) => [name, votes[index]!.toFixed(5)]))
  const at = (round: number): StvCount['start'] => (round === 0 ? count.start : count.rounds[round - 1]!)
  for (const { round, action, votes, totals } of steps) {
    const before = /^(Defeat low|Break tie|Transfer high)/.test(action)
    const figures = at(before ? round - 1 : round)
    if (votes.size > 0) expect([action, Object.fromEntries(votes)]).toEqual([action, printed(figures.votes)])
    expect(totals.get('Nontransferable votes')).toBe(figures.exhausted.toFixed(5))
    expect(totals.get('Residual')).toBe(figures.lost.toFixed(5))
    expect(totals.get('Surplus')).toBe(at(round).surplus.toFixed(5))
  }
  const said = (pattern: RegExp, round: number) =>
    steps.flatMap((step) => (step.round === round ? (pattern.exec(step.action)?.slice(1) ?? []) : []))
  const called = (candidates: readonly number[]) => candidates.map((candidate) => names[candidate])
  expect(called(count.start.elected).toSorted()).toEqual(said(/^Elect, transfer pending: (.*)$/, 0).toSorted())
  for (const { round, candidates, elected, ties } of count.rounds) {
    expect(called(candidates)).toEqual(said(/^(?:Surplus transferred: (.*) \([\d.]+\)|Transfer defeated: (.*))$/, round).filter(Boolean))
    expect(called(elected).toSorted()).toEqual(said(/^Elect, transfer pending: (.*)$/, round).toSorted())
    expect(
      ties.map(({ tied, chosen, by }) => [by.kind === 'round' ? 'prior stage' : 'lot', called(tied).join(', '), names[chosen]]).flat(),
    ).toEqual(said(/^Break tie by (lot|prior stage) \(.*\): \[(.*)\] -> (.*)$/, round))
  }
  expect(steps.at(-1)!.round).toBe(count.rounds.length)
  expect(called(count.end.elected)).toEqual(said(/^Elect remaining candidates: (.*)$/, count.rounds.length))
  expect(Number(count.quota).toFixed(5)).toBe(/Quota: ([\d.]+)/.exec(reference)![1])
}
