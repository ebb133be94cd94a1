import { describe, expect, test } from 'vitest'
import { goldens, textOf, withoutData } from './data.testing.ts'
import { BrokenFile } from './pb-rows.ts'
import { readPb } from './read-pb.ts'
import { writePb } from './write-pb.ts'

const lines = [
  'META',
  'key;value',
  'description;S Street',
  'num_projects;2',
  'num_votes;2',
  'budget;1000,50',
  'vote_type;cumulative',
  'max_length;2',
  'PROJECTS',
  'project_id;cost;name;selected',
  'A;700;"Benches; and ""shade""";1',
  'B;300.5;灯;0',
  'VOTES',
  'voter_id;vote;points;origin',
  'v1;A,B;3,1;newcomer',
  'v2;;;local',
]
const text = lines.join('\n')

test('a file is read with everything it says', () => {
  const file = readPb(text)
  expect(file).toMatchObject({
    budget: 1000.5,
    voteType: 'cumulative',
    projects: [
      { id: 'A', cost: 700, name: 'Benches; and "shade"', selected: true },
      { id: 'B', cost: 300.5, name: '灯', selected: false },
    ],
    ballots: [
      { voter: 'v1', choices: [0, 1], points: [3, 1], cells: ['v1', 'A,B', '3,1', 'newcomer'] },
      { voter: 'v2', choices: [], points: [] },
    ],
    remarks: [],
  })
  expect(file.meta.get('description')).toBe('S Street')
})

test('byte order mark, CRLF, blank lines and a line feed inside quotes are all right', () => {
  expect(readPb(`\uFEFF${lines.join('\r\n')}\r\n\r\n`)).toEqual(readPb(text))
  expect(readPb(text.replace('Benches; and', 'Benches\nand')).projects[0]!.name).toBe('Benches\nand "shade"')
})

test('what is read is written as it was', () => {
  expect(writePb(readPb(text))).toBe(`${text}\n`)
})

/** What is wrong, how line 14 or another is changed for it, and what the reader says. */
const broken: readonly [string, (given: string) => string, string][] = [
  [
    'a vote for what is no project',
    (given) => given.replace('v1;A,B', 'v1;A,X'),
    'line 15, column 6: the vote names "X", which is no project',
  ],
  ['points missing', (given) => given.replace('3,1', '3'), 'line 15, column 8: the vote names 2 projects and gives points to 1'],
  ['points that are no number', (given) => given.replace('3,1', '3,x'), 'line 15, column 10: no points: x'],
  [
    'a cost that is no amount',
    (given) => given.replace('300.5', '3OO'),
    'line 12, column 3: the cost of project "B" is no amount above 0: 3OO',
  ],
  ['a cost of nothing', (given) => given.replace('300.5', '0'), 'line 12, column 3: the cost of project "B" is no amount above 0: 0'],
  ['a project twice', (given) => given.replace('B;300.5', 'A;300.5'), 'line 12, column 1: the project "A" is there twice'],
  ['a voter twice', (given) => given.replace('v2', 'v1'), 'line 16, column 1: voter "v1" is there twice, first in line 15'],
  ['no budget', (given) => given.replace('budget;', 'budge;'), 'line 2, column 1: META has no "budget"'],
  ['a budget that is no amount', (given) => given.replace('1000,50', 'much'), 'line 6, column 8: the budget is no amount: much'],
  ['an unknown vote type', (given) => given.replace('cumulative', 'shouting'), 'line 7, column 11: no such vote_type: shouting'],
  [
    'a file cut off',
    (given) => given.split('\n').slice(0, -1).join('\n'),
    'line 5, column 11: the file says 2 votes and has 1: is it cut off?',
  ],
  ['a section missing', (given) => given.split('\n').slice(0, 12).join('\n'), 'line 12, column 1: the file has no section VOTES'],
  ['a section without header', (given) => given.split('\n').slice(0, 13).join('\n'), 'line 13, column 1: the section VOTES has no header'],
  ['sections out of order', (given) => `VOTES\n${given}`, 'line 1, column 1: the file does not begin with META'],
  ['a cell too many', (given) => given.replace('newcomer', 'newcomer;x'), 'line 15, column 21: the row has 5 cells and the header 4'],
  ['a cell too few', (given) => given.replace(';newcomer', ''), 'line 15, column 11: the row has 3 cells and the header 4'],
  ['a column missing', (given) => given.replace('points;', 'punkte;'), 'line 14, column 1: there is no column "points"'],
  ['a column twice', (given) => given.replace('origin', 'vote'), 'line 14, column 22: the column "vote" is there twice'],
  ['a quote never closed', (given) => given.replace('shade"""', 'shade'), 'line 11, column 7: a quote is opened here and never closed'],
  [
    'more than one choice',
    (given) => given.replace('cumulative', 'choose-1'),
    'line 15, column 6: more than one project where one is to be chosen',
  ],
  ['nothing at all', () => '', 'line 1, column 1: the file has no section META'],
]
test.each(broken)('%s is refused with line, column and row', (_, spoil, sentence) => {
  const spoiled = spoil(text)
  let refusal: unknown
  try {
    readPb(spoiled)
  } catch (error) {
    refusal = error
  }
  expect(refusal).toBeInstanceOf(BrokenFile)
  const { message, line, row } = refusal as BrokenFile
  expect(message.split('\n')[0]).toContain(sentence)
  expect(spoiled.split('\n')[line - 1] ?? '').toContain(row)
})

test('ballots beyond the rules of the vote are remarked upon, and counted', () => {
  const { remarks, ballots } = readPb(text.replace('max_length;2', 'max_length;1').replace('description;S Street', 'max_sum_points;3'))
  expect(remarks.map(({ line, sentence }) => `${line}: ${sentence}`)).toEqual([
    '15: the vote has 2 projects, at most 1 allowed',
    '15: the vote has 4 points in all, at most 3 allowed',
  ])
  expect(ballots[0]!.choices).toEqual([0, 1])
  expect(readPb(text.replace('description;S Street', 'default_score;1')).remarks).toMatchObject([{ line: 3, column: 15 }])
  const twice = readPb(text.replace('v1;A,B', 'v1;A,A'))
  expect(twice.ballots[0]).toMatchObject({ choices: [0], points: [3] })
  expect(twice.remarks).toMatchObject([{ line: 15, column: 6, sentence: 'the vote names "A" twice; it counts once' }])
})

describe.skipIf(withoutData)('real files', () => {
  test.each(goldens.map(({ file, n, m, budget, selected }) => [file, { n, m, budget, selected }] as const))('%s', (name, golden) => {
    const given = textOf(name)
    const file = readPb(given)
    expect(file.ballots).toHaveLength(golden.n)
    expect(file.projects).toHaveLength(golden.m)
    expect(file.budget).toBe(Number(golden.budget))
    expect(file.projects.flatMap(({ id, selected }) => (selected ? [id] : [])).toSorted()).toEqual([...golden.selected].toSorted())
    expect(writePb(file).trimEnd()).toBe(given.replaceAll('\r\n', '\n').trimEnd())
    expect(file.remarks.length).toBeLessThan(3)
  })
})
