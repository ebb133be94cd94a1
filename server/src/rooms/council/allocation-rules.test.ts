import { readFileSync } from 'node:fs'
import { main } from '../../../../packages/allocation/src/bin.ts'
import type { AllocationRules, BallotForm, Sharing } from '@ronghe/contract/council/allocation-rules.ts'
import { recountCommand, utilitiesOf } from '@ronghe/contract/council/allocation-rules.ts'
import type { Group } from '@ronghe/contract/values.ts'
import { readPb } from '@ronghe/allocation'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countBallots } from './allocation-count.ts'
import { payingOf } from './allocation-effects.ts'
import { alarmsOf, groupFigures } from './allocation-figures.ts'
import { writeBallots, type CountedBallot } from './allocation-file.ts'
import { roundSteps, stepRound } from './allocation-lifecycle.ts'
import { planFaults } from './allocation-plan.ts'
import { dates, plan } from './allocation.testing.ts'
import { countAside } from './allocation-worker.ts'

const seed = 20261123

/** The words of a command line in single quotes, as a shell reads them. */
const shellWords = (line: string): string[] =>
  [...line.matchAll(/(?:'([^']*)'|\\(')|([^\s'\\]+))+/g)].map(([word]) =>
    word.replaceAll("'\\''", '\0').replaceAll("'", '').replaceAll('\0', "'"),
  )

const forms = fc.constantFrom<BallotForm>({ form: 'approval', most: 6 }, { form: 'points', points: 10 }, { form: 'ranking', most: 4 })
const rulesOf = forms.chain((ballot) =>
  fc
    .record({
      sharing: fc.oneof(
        fc.record({
          rule: fc.constant('equal-shares' as const),
          utility: fc.constantFrom(...utilitiesOf[ballot.form]),
          completion: fc.constantFrom('add1' as const, 'add1u' as const, 'none' as const),
        }),
        fc.constant<Sharing>({ rule: 'greedy' }),
        fc.constant<Sharing>({ rule: 'phragmen' }),
      ),
      ties: fc.shuffledSubarray(['cheapest', 'votes', 'lot'] as const, { minLength: 1 }),
      seed: fc.constantFrom('S街 2027', "it's a seed", '骰子 4 2 6'),
    })
    .map((more): AllocationRules => ({ ...plan().rules, budgetCents: 10_000_00, ballot, ...more })),
)
const groups = fc.constantFrom<Group>('newcomer', 'local', 'unstated')
/** Few votes and few prices, so that ties happen. */
const electionOf = (rules: AllocationRules) =>
  fc
    .array(fc.integer({ min: 5, max: 60 }), { minLength: 2, maxLength: 8 })
    .map((prices) => prices.map((price, index) => ({ number: index + 1, title: `第${index + 1}个; "项目"`, cents: price * 100_00 })))
    .chain((projects) =>
      fc.record({
        rules: fc.constant(rules),
        projects: fc.constant(projects),
        ballots: fc.array(
          fc
            .record({
              group: groups,
              numbers: fc.shuffledSubarray(
                projects.map(({ number }) => number),
                { minLength: 1, maxLength: Math.min(4, projects.length) },
              ),
            })
            .map(({ group, numbers }): CountedBallot => ({
              group,
              picks: numbers.map((number, place) => (rules.ballot.form === 'points' ? { number, points: (place % 3) + 1 } : { number })),
            })),
          { minLength: 5, maxLength: 25 },
        ),
      }),
    )
const elections = rulesOf.chain(electionOf)
const fileOf = ({
  rules,
  projects,
  ballots,
}: {
  rules: AllocationRules
  projects: Parameters<typeof writeBallots>[1]
  ballots: readonly CountedBallot[]
}) => writeBallots({ street: 'S街', title: '2027年街坊小项目', number: 3, rules }, projects, ballots)

test('the published file, run through the published command, gives the published winners', () => {
  fc.assert(
    fc.property(elections, (election) => {
      const file = fileOf(election)
      const said: string[] = []
      const [, ...args] = shellWords(recountCommand(election.rules, 'ballots.pb'))
      const code = main([...args, '--json', '--no-budgets'], {
        say: (line) => said.push(line),
        complain: () => {},
        read: () => file.text,
        now: () => 0,
      })
      expect(code).toBe(0)
      const count = countBallots(file.text, election.rules, file.groups)
      expect((JSON.parse(said.join('')) as { winners: string[] }).winners.map(Number)).toEqual(count.winners)
      expect(count.cost * 100).toBeLessThanOrEqual(election.rules.budgetCents)
    }),
    { seed, numRuns: 150 },
  )
})

test('who voted first, and in which order, is not in the file; a number is a row and nothing else', () => {
  fc.assert(
    fc.property(elections, fc.integer(), (election, shift) => {
      const turned = election.ballots.map((_, index) => election.ballots[(index + Math.abs(shift)) % election.ballots.length]!)
      expect(fileOf({ ...election, ballots: turned })).toEqual(fileOf(election))
      const file = readPb(fileOf(election).text)
      expect(file.remarks).toEqual([])
      expect(file.ballots.map(({ voter }) => Number(voter))).toEqual(election.ballots.map((_, index) => index + 1))
      expect(file.voteColumns.filter((column) => !['voter_id', 'vote', 'points'].includes(column))).toEqual([])
    }),
    { seed, numRuns: 100 },
  )
})

test('what the ballots paid adds up to what each bought project cost, nobody pays more than a purse, and the groups’ money to all of it', () => {
  fc.assert(
    fc.property(elections, (election) => {
      const file = fileOf(election)
      const count = countBallots(file.text, election.rules, file.groups)
      const { prices } = count
      const money = Object.values(count.money).reduce((sum, part) => sum + part, 0)
      // A funded project nobody supports does not exist, so every yuan has a group.
      expect(money).toBeCloseTo(count.cost, 5)
      if (!prices) return
      const paidFor = new Map<number, number>()
      for (const { picks } of election.ballots) {
        const { paid, left } = payingOf(picks, prices)
        expect(left).toBeGreaterThanOrEqual(-1e-9)
        for (const [number, amount] of paid) paidFor.set(number, (paidFor.get(number) ?? 0) + amount)
      }
      for (const { number } of prices.bought)
        expect(paidFor.get(number)! * 100).toBeCloseTo(election.projects.find((project) => project.number === number)!.cents, 3)
    }),
    { seed, numRuns: 150 },
  )
})

test('the count on another thread is the same count', async () => {
  const [election] = fc.sample(elections, { seed, numRuns: 1 })
  const file = fileOf(election!)
  expect(await countAside({ text: file.text, rules: election!.rules, groups: file.groups })).toEqual(
    countBallots(file.text, election!.rules, file.groups),
  )
})

test('no group of fewer than five is shown, and none can be worked out from the others', () => {
  fc.assert(
    fc.property(elections, (election) => {
      const file = fileOf(election)
      const count = countBallots(file.text, election.rules, file.groups)
      const shown = groupFigures(count, election.rules.expected)
      const parts = (['newcomer', 'local', 'unstated'] as const).map((group) => ({
        group,
        effect: shown[group],
        truth: count.sides[group],
      }))
      const hidden = parts.filter(({ effect }) => effect.voters.kind === 'few')
      for (const { effect, truth } of parts) {
        if (effect.voters.kind === 'shown') expect(effect.voters.count).toBe(truth!.voters)
        if ((truth?.voters ?? 0) < 5) expect(effect.voters.kind).toBe('few')
        if (effect.voters.kind === 'few')
          for (const figure of [effect.turnoutShare, effect.moneyShare, effect.nothing.here, effect.funded.here, effect.preferHere])
            expect(figure.kind).toBe('few')
        // A share tells a count: neither those in it nor those outside may be few.
        if (effect.nothing.here.kind === 'shown' && truth) {
          expect(truth.one.nothing).toBeGreaterThanOrEqual(5)
        }
      }
      if (shown.all.voters.kind === 'shown') expect(hidden.length).not.toBe(1)
    }),
    { seed, numRuns: 200 },
  )
})

test('a group below three tenths of its expected share raises an alarm, unless the bar itself lies below five', () => {
  const side = (voters: number) => ({
    voters,
    one: { nothing: 0, meanProjects: 1, meanUtility: 1 },
    other: { nothing: 0, meanProjects: 1, meanUtility: 1 },
    preferOne: 0,
    preferOther: 0,
    indifferent: voters,
  })
  const of = (newcomer: number, local: number, paid = newcomer) => ({
    cost: newcomer + local,
    money: { newcomer: paid, local: newcomer + local - paid, unstated: 0 },
    sides: { all: side(newcomer + local), newcomer: side(newcomer), local: side(local), unstated: null },
  })
  const half = { newcomer: 50, local: 50 }
  expect(alarmsOf(of(2, 98), half, 30)).toEqual([
    { group: 'newcomer', of: 'turnout' },
    { group: 'newcomer', of: 'money' },
  ])
  expect(alarmsOf(of(15, 85), half, 30)).toEqual([])
  expect(alarmsOf(of(50, 50, 10), half, 30)).toEqual([{ group: 'newcomer', of: 'money' }])
  expect(alarmsOf(of(0, 20), half, 30)).toEqual([])
})

test('a round goes one way; the one return leads back to the count of the same ballots and never to the rules or the vote', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...roundSteps), { maxLength: 60 }), (steps) => {
      let state = 'setUp' as Parameters<typeof stepRound>[0]
      let returned = false
      const seen = [state]
      for (const step of steps) {
        const next = stepRound(state, step, returned)
        if (!next) continue
        if (step === 'return') returned = true
        state = next
        seen.push(next)
      }
      for (const once of ['setUp', 'rulesFixed', 'call', 'feasibility', 'voting', 'corrections', 'projects', 'evaluated'] as const)
        expect(seen.filter((one) => one === once).length).toBeLessThanOrEqual(1)
      expect(seen.filter((one) => one === 'counted').length).toBeLessThanOrEqual(2)
    }),
    { seed, numRuns: 500 },
  )
})

test('rules that leave no time to appeal, or do not fit together, are refused before the council sees them', () => {
  const faults = (more: Partial<AllocationRules>) => planFaults(plan(more).rules, '2026-11-23', 7).map(({ code }) => code)
  expect(faults({})).toEqual([])
  expect(faults({ dates: { ...dates, votingFrom: '2026-12-11' } })).toEqual(['allocation-no-time-to-appeal'])
  expect(faults({ dates: { ...dates, votingUntil: '2026-12-14' } })).toEqual(['allocation-date-before'])
  expect(faults({ expected: { newcomer: 60, local: 50 } })).toEqual(['allocation-expected-hundred'])
  expect(
    faults({ ballot: { form: 'ranking', most: 5 }, sharing: { rule: 'equal-shares', utility: 'points', completion: 'add1' } }),
  ).toEqual(['allocation-utility-unfit'])
  expect(faults({ ties: ['lot', 'lot'] })).toEqual(['allocation-ties-twice'])
})

test('the example of the package, as ballots of ours, gives the package’s winners', () => {
  const street = readPb(readFileSync(new URL('../../../../packages/allocation/s-street.pb', import.meta.url), 'utf8'))
  const projects = street.projects.map(({ cost, name }, index) => ({ number: index + 1, title: name ?? '', cents: cost * 100 }))
  const ballots = street.ballots.map(({ choices, cells }): CountedBallot => ({
    group: cells.includes('newcomer') ? 'newcomer' : 'local',
    picks: choices.map((place) => ({ number: place + 1 })),
  }))
  const rules: AllocationRules = { ...plan().rules, sharing: { rule: 'equal-shares', utility: 'cost', completion: 'none' } }
  const file = writeBallots({ street: 'S街', title: '例', number: 1, rules }, projects, ballots)
  const count = countBallots(file.text, rules, file.groups)
  expect(count.winners.map((number) => street.projects[number - 1]!.id)).toEqual(['bench', 'lamp', 'kitchen', 'room'])
  expect(count.greedy.winners.map((number) => street.projects[number - 1]!.id)).toEqual(['bench', 'lamp', 'stage'])
  // Four of ten voters paid for the room alone and for most of the kitchen: four tenths of the money, but for what nobody spent.
  expect(count.money.newcomer / count.cost).toBeGreaterThan(0.38)
  expect(count.money.newcomer / count.cost).toBeLessThan(0.43)
})
