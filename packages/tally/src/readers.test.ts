import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BallotFileError } from './ballot-file-error.ts'
import { countMeek } from './count-meek.ts'
import { countScottish } from './count-scottish.ts'
import { checked, type Election } from './election.ts'
import { elections, runs } from './elections.testing.ts'
import { naiveScottish } from './naive-stv.testing.ts'
import { published, publishedTest } from './published.testing.ts'
import { readBlt } from './read-blt.ts'
import { readElection } from './read-election.ts'
import { readRankedCsv } from './read-ranked-csv.ts'
import { readScottishCsv } from './read-scottish-csv.ts'
import { readTallySheet } from './read-tally-sheet.ts'
import { writeBlt, writeHill, writeScottishCsv } from './write-election.ts'

describe('BLT and Hill files', () => {
  test('the example of Algorithm 123, with a candidate withdrawn', () => {
    const election = readBlt(
      '4 2\n-2\n3 1 3 4 0\n4 1 3 2 0\n2 4 1 3 0\n1 2 0\n2 2 4 3 1 0\n1 3 4 2 0\n0\n"Adam"\n"Basil"\n"Charlotte"\n"Donald"\n"Title"\n',
    )
    expect(election).toMatchObject({ title: 'Title', seats: 2 })
    expect(election.candidates).toEqual([{ name: 'Adam' }, { name: 'Basil', withdrawn: true }, { name: 'Charlotte' }, { name: 'Donald' }])
    expect(election.ballots[1]).toEqual({ papers: 4, preferences: [[0], [2], [1]] })
    expect(election.ballots).toHaveLength(6)
  })

  test('what other programs add: comments, options, short names, ballot numbers, equal preferences, a mark at both ends', () => {
    const text =
      '\uFEFF3 2 # three for two\n[nick a b c] [tie c a b] [droop rule=meek] /* all on\none line */ 2 a b=c 0 (A-17) (b c) a 0 1 0 0 "A" "B" "C" "T" "source" and a remark\u001A'
    expect(readBlt(text)).toEqual({
      title: 'T',
      seats: 2,
      candidates: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
      ballots: [
        { papers: 2, preferences: [[0], [1, 2]] },
        { papers: 1, preferences: [[1, 2], [0]] },
        { papers: 1, preferences: [] },
      ],
      tieOrder: [2, 0, 1],
    })
  })

  test('any election comes back from BLT, from Hill’s format and from a ward’s CSV as it was written', () => {
    fc.assert(
      fc.property(elections({ equal: true }), elections(), (equal, strict) => {
        expect(readBlt(writeBlt(equal))).toEqual(equal)
        expect(readBlt(writeHill(equal))).toEqual(equal)
        expect(readScottishCsv(writeScottishCsv(strict))).toEqual(strict)
      }),
      runs(200),
    )
  })

  test.each([
    ['', 1, 1, 'the number of candidates should be a whole number, not the end of the file'],
    ['x 2', 1, 1, 'the number of candidates should be a whole number, not x'],
    ['0 2', 1, 1, 'the number of candidates should be at least 1, not 0'],
    ['3 0', 1, 3, 'the number of seats should be at least 1, not 0'],
    ['3 2\n4 1 7 0\n0', 2, 5, 'there is no candidate 7: the file has 3'],
    ['3 2\n4 1 2 1 0\n0', 2, 7, 'candidate 1 is ranked twice on this paper'],
    ['3 2\n4 1 2=2 0\n0', 2, 5, 'candidate 2 is ranked twice on this paper'],
    ['3 2\n4 1 two 0\n0', 2, 5, 'the number of a candidate should be here, not two'],
    ['3 2\n4 1 2\n"A"', 3, 1, 'this paper does not end with 0'],
    ['3 2\n4 1 2 0', 2, 8, 'the number of papers, or the 0 that ends them, should be a whole number, not the end of the file'],
    ['3 2\n-4\n0', 2, 1, 'there is no candidate 4: the file has 3'],
    ['2 1\n[tie 1]\n0 "A" "B"', 2, 1, 'an order for ties must name every candidate once'],
    ['2 1\n1 1 0\n0\n"A"', 4, 4, 'the name of candidate 2 of 2 should be here, in quotes, not the end of the file'],
    ['2 1\n1 1 0\n0\nA B', 4, 1, 'the name of candidate 1 of 2 should be here, in quotes, not A'],
  ])('%j is refused with line %i and column %i', (text, line, column, reason) => {
    expect(refusal(() => readBlt(text))).toMatchObject({ line, column, reason, row: text.split('\n')[line - 1] })
  })

  publishedTest('the Tideman collection’s A1 in Hill’s format: 380 papers, 10 candidates, 3 seats', () => {
    const election = readElection('A1.HIL', published('tideman', 'A1.HIL'))
    expect(election).toMatchObject({ seats: 3, title: 'a1' })
    expect(election.ballots.reduce((sum, { papers }) => sum + papers, 0)).toBe(380)
    expect(election.candidates.map(({ name }) => name)[9]).toBe('Candidate 10')
    // Two rules, two results: the last place is between 3 and 8, and the quota of Meek's rule falls.
    expect(countMeek(election).elected.map((one) => one + 1)).toEqual([1, 9, 8])
    expect(countScottish(election).elected.toSorted((one, other) => one - other)).toEqual(naiveScottish(election))
  })

  publishedTest('all published BLT files are read, and come back as they are', () => {
    for (const name of ['42', '42t', 'Calton-2007', 'M135', 'SC', 'weak-surplus']) {
      const election = readBlt(published('droop_reference', `${name}.blt`))
      expect(readBlt(writeBlt(election))).toEqual(election)
    }
    expect(readBlt(published('droop_reference', '42t.blt')).tieOrder).toEqual([2, 1, 0])
  })
})

describe('CSV files', () => {
  const ward = '2,1,\n5,1,2,\n3,2,\n"Candidate 1","Ann ""Nan"" Lee","Party, the (P)",\n"Candidate 2","Bo",\n"North",'

  test('a Scottish ward', () => {
    expect(readElection('ward.csv', `\uFEFF${ward.replaceAll('\n', '\r\n')}`)).toEqual({
      title: 'North',
      seats: 1,
      candidates: [{ name: 'Ann "Nan" Lee', party: 'Party, the (P)' }, { name: 'Bo' }],
      ballots: [
        { papers: 5, preferences: [[0], [1]] },
        { papers: 3, preferences: [[1]] },
      ],
    })
  })

  test.each([
    ['', 1, 1, 'the file is empty'],
    ['x,1,', 1, 1, 'the number of candidates should be a whole number from 1'],
    ['2', 1, 1, 'the number of seats should be a whole number from 1'],
    [ward.replace('5,1,2', '5,1,3'), 2, 5, 'there is no candidate 3: the file has 2'],
    [ward.replace('5,1,2', '5,1,1'), 2, 5, 'candidate 1 is ranked twice on this paper'],
    [ward.replace('5,1,2', '0,1,2'), 2, 1, 'the number of papers should be a whole number from 1'],
    [ward.replace('5,1,2', '5,,2'), 2, 3, 'the number of a candidate should be a whole number from 1'],
    [ward.replace('"Candidate 2"', '"Candidate 3"'), 5, 1, '"Candidate 2" of 2 and a name should be here'],
    [`${ward}\n1,2`, 7, 1, 'nothing should follow the name of the ward'],
    [ward.split('\n').slice(0, 4).join('\n'), 4, 50, 'there are 1 names for 2 candidates'],
  ])('%j is refused with line %i and column %i', (text, line, column, reason) => {
    expect(refusal(() => readScottishCsv(text))).toMatchObject({ line, column, reason })
  })

  test('rankings by name: a blank rank is passed over, at two marks the paper ends', () => {
    const election = readElection('city.csv', 'count,ranking...\n3,Bo,$UNDERVOTE,An\n2,An,$OVERVOTE,Bo\n1,$OVERVOTE\n')
    expect(election.candidates.map(({ name }) => name)).toEqual(['Bo', 'An'])
    expect(election.ballots).toEqual([
      { papers: 3, preferences: [[0], [1]] },
      { papers: 2, preferences: [[1]] },
      { papers: 1, preferences: [] },
    ])
    expect(refusal(() => readRankedCsv('count,r\n2,An,Bo,An'))).toMatchObject({
      line: 2,
      column: 9,
      reason: 'An is ranked twice on this paper',
    })
    expect(refusal(() => readRankedCsv('count,r\n0,An'))).toMatchObject({ line: 2, column: 1 })
    expect(refusal(() => readRankedCsv('votes\n'))).toMatchObject({ line: 1, column: 1 })
  })
})

test('a Debian tally sheet: equal ranks, gaps and blanks', () => {
  const sheet = '    Option 1--->: An\n  /  Option 2->: None of the above\n  |/\nV: 13 \t0a\nV: 11 0b\nV: -1 0c\nV: 13 0d\n'
  const election = readElection('vote.txt', sheet)
  expect(election.candidates.map(({ name }) => name)).toEqual(['An', 'None of the above'])
  expect(election.ballots).toEqual([
    { papers: 2, preferences: [[0], [1]] },
    { papers: 1, preferences: [[0, 1]] },
    { papers: 1, preferences: [[1]] },
  ])
  expect(refusal(() => readTallySheet(`${sheet}V: 123 0e`))).toMatchObject({ line: 8, column: 4 })
  expect(refusal(() => readTallySheet(`${sheet}V: 1? 0e`))).toMatchObject({ line: 8, column: 5, reason: 'a mark is a rank or -, not ?' })
  expect(refusal(() => readTallySheet('Dear Sir'))).toMatchObject({ line: 1, column: 1 })
})

test('a file with another ending, or one that is no text, is refused', () => {
  expect(() => readElection('votes.pdf', '')).toThrow('not from .pdf')
  expect(() => readElection('votes.blt', '2 1\n\u0000')).toThrow('line 2, column 1: a file of ballots is text')
})

test('an election made by hand is checked as a file is', () => {
  const election: Election = { title: '', seats: 1, candidates: [{ name: 'An' }], ballots: [] }
  expect(checked(election)).toBe(election)
  for (const [wrong, message] of [
    [{ seats: 0 }, 'seats must be a whole number from 1, not 0'],
    [{ candidates: [] }, 'an election needs a candidate'],
    [{ ballots: [{ papers: 1.5, preferences: [] }] }, 'ballot 1: papers must be a whole number from 1, not 1.5'],
    [{ ballots: [{ papers: 1, preferences: [[1]] }] }, 'ballot 1: there is no candidate 1'],
    [{ ballots: [{ papers: 1, preferences: [[0], [0]] }] }, 'ballot 1: candidate 0 is ranked twice'],
    [{ tieOrder: [] }, 'an order for ties must name every candidate once'],
  ] as const)
    expect(() => checked({ ...election, ...wrong })).toThrow(new RangeError(message))
})

function refusal(read: () => unknown): BallotFileError {
  try {
    read()
  } catch (error) {
    expect(error).toBeInstanceOf(BallotFileError)
    return error as BallotFileError
  }
  throw new Error('nothing was refused')
}
