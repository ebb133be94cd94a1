import { describe, expect, test } from 'vitest'
import { balanceLoads } from './balance-loads.ts'
import { fileOf, goldens, withoutData, type Golden } from './data.testing.ts'
import type { Utility } from './election.ts'
import { fundGreedily } from './fund-greedily.ts'
import { utilityOf } from './read-pb.ts'
import { shareEqually } from './share-equally.ts'

// The reference decides ties by name, so the comparison does.
const ties = ['name'] as const
const answers = (name: string): readonly [string, Golden][] =>
  goldens.flatMap((golden) => (Array.isArray(golden[name]) ? [[golden.file, golden] as [string, Golden]] : []))
const set = (ids: unknown): string[] => [...(ids as string[])].toSorted()

describe.skipIf(withoutData)('the winners of an exact-rational reference on real elections', () => {
  const rules: readonly [string, Utility][] = [
    ['mes_cost', 'cost'],
    ['mes_cardinality', 'cardinality'],
    ['mes_additive', 'points'],
    ['mes_borda', 'borda'],
  ]
  for (const [name, utility] of rules)
    test.each(answers(name))(`${name}: %s`, (file, golden) => {
      const { winners } = shareEqually(fileOf(file), { utility, completion: 'none', ties })
      // Not only the same winners: bought in the same order.
      expect(winners).toEqual(golden[name])
    })

  test.each(answers('mes_cost_add1'))('mes_cost_add1: %s', (file, golden) => {
    const { winners } = shareEqually(fileOf(file), { utility: 'cost', completion: 'add1', exhaustive: true, ties })
    expect(set(winners)).toEqual(set(golden['mes_cost_add1']))
  })

  const greedy: readonly [string, Utility][] = [
    ['greedy_cost', 'cost'],
    ['greedy_cardinality', 'cardinality'],
    ['greedy_additive', 'points'],
    ['greedy_borda', 'borda'],
  ]
  for (const [name, utility] of greedy)
    test.each(answers(name))(`${name}: %s`, (file, golden) => {
      expect(set(fundGreedily(fileOf(file), { by: 'value', utility, ties }).winners)).toEqual(set(golden[name]))
    })

  test.each(answers('phragmen'))('phragmen: %s', (file, golden) => {
    expect(set(balanceLoads(fileOf(file), { ties }).winners)).toEqual(set(golden['phragmen']))
  })
})

describe.skipIf(withoutData)('what the cities did', () => {
  test.each(goldens.filter(({ rule }) => rule.startsWith('equalshares')).map(({ file, selected }) => [file, selected] as const))(
    'equal shares with Add1, whatever decides ties: %s',
    (file, selected) => {
      expect(set(shareEqually(fileOf(file)).winners)).toEqual(set(selected))
      expect(set(shareEqually(fileOf(file), { ties }).winners)).toEqual(set(selected))
    },
  )

  const official = goldens.filter(({ rule, selected }) => selected.length > 0 && rule.startsWith('greedy') && rule !== 'greedy-custom')
  test.each(official.map((golden) => [`${golden.rule}: ${golden.file}`, golden] as const))('%s', (_, { file, rule, selected }) => {
    const election = fileOf(file)
    const utility = election.voteType === 'ordinal' ? 'rank' : utilityOf(election.voteType)
    const threshold = Number(election.meta.get('min_project_score_threshold') ?? 0)
    const { winners } = fundGreedily(election, {
      by: utility === 'cost' ? 'votes' : 'score',
      utility,
      skip: rule !== 'greedy-no-skip',
      ...(rule === 'greedy-threshold' && { threshold }),
    })
    expect(set(winners)).toEqual(set(selected))
  })
})
