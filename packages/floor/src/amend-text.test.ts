import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amended, conflict, faultOf, movedBy, type LineChange } from './amend-text.ts'

const text = ['one', 'two', 'three', 'four']

describe('amendments', () => {
  test('lines are replaced, put in before a line, and left out', () => {
    expect(amended(text, { fromLine: 2, toLine: 3, lines: ['2'] })).toEqual(['one', '2', 'four'])
    expect(amended(text, { fromLine: 2, toLine: 1, lines: ['new'] })).toEqual(['one', 'new', 'two', 'three', 'four'])
    expect(amended(text, { fromLine: 5, toLine: 4, lines: ['end'] })).toEqual([...text, 'end'])
    expect(amended(text, { fromLine: 1, toLine: 1, lines: [] })).toEqual(['two', 'three', 'four'])
  })

  test('what is outside the text, changes nothing, leaves nothing or is too long is a fault', () => {
    expect(faultOf(text, { fromLine: 4, toLine: 5, lines: ['x'] }, 60)).toBe('amendment-outside')
    expect(faultOf(text, { fromLine: 6, toLine: 5, lines: ['x'] }, 60)).toBe('amendment-outside')
    expect(faultOf(text, { fromLine: 2, toLine: 2, lines: ['two'] }, 60)).toBe('amendment-changes-nothing')
    expect(faultOf(text, { fromLine: 3, toLine: 2, lines: [] }, 60)).toBe('amendment-changes-nothing')
    expect(faultOf(text, { fromLine: 1, toLine: 4, lines: [] }, 60)).toBe('amendment-leaves-nothing')
    expect(faultOf(text, { fromLine: 5, toLine: 4, lines: ['x'] }, 4)).toBe('amendment-too-long')
    expect(faultOf(text, { fromLine: 5, toLine: 4, lines: ['x'] }, 60)).toBeNull()
  })

  test('two that touch a line, or put something in at one place, are in conflict; neighbours are not', () => {
    expect(conflict({ fromLine: 1, toLine: 2 }, { fromLine: 2, toLine: 3 })).toBe(true)
    expect(conflict({ fromLine: 1, toLine: 2 }, { fromLine: 3, toLine: 4 })).toBe(false)
    expect(conflict({ fromLine: 3, toLine: 2 }, { fromLine: 3, toLine: 2 })).toBe(true)
    expect(conflict({ fromLine: 3, toLine: 2 }, { fromLine: 2, toLine: 4 })).toBe(true)
    expect(conflict({ fromLine: 2, toLine: 1 }, { fromLine: 2, toLine: 4 })).toBe(false)
  })
})

const marked = Array.from({ length: 8 }, (_, index) => `line ${index + 1}`)
const change = (name: string): fc.Arbitrary<LineChange> =>
  fc
    .record({ fromLine: fc.integer({ min: 1, max: 9 }), many: fc.integer({ min: 0, max: 4 }), put: fc.integer({ min: 0, max: 3 }) })
    .map(({ fromLine, many, put }) => ({
      fromLine,
      toLine: Math.min(8, fromLine + many - 1),
      lines: Array.from({ length: put }, (_, index) => `${name} ${index}`),
    }))
    .filter((one) => faultOf(marked, one, 60) === null)

describe('laws of amendments', () => {
  test('being in conflict does not depend on who is asked first', () => {
    fc.assert(
      fc.property(change('a'), change('b'), (a, b) => {
        expect(conflict(a, b)).toBe(conflict(b, a))
      }),
      { seed: 20261123, numRuns: 500 },
    )
  })

  test('two that are not in conflict give the same text in either order', () => {
    fc.assert(
      fc.property(change('a'), change('b'), (a, b) => {
        const [bMoved, aMoved] = [movedBy(b, a), movedBy(a, b)]
        if (conflict(a, b)) {
          expect([bMoved, aMoved]).toEqual([null, null])
          return
        }
        const aFirst = amended(amended(marked, a), { ...b, ...bMoved! })
        const bFirst = amended(amended(marked, b), { ...a, ...aMoved! })
        expect(aFirst).toEqual(bFirst)
      }),
      { seed: 20261123, numRuns: 1000 },
    )
  })

  test('an amendment that moves still names the very lines it named', () => {
    fc.assert(
      fc.property(change('a'), change('b'), (a, b) => {
        const moved = movedBy(b, a)
        if (!moved) return
        expect(amended(marked, a).slice(moved.fromLine - 1, moved.toLine)).toEqual(marked.slice(b.fromLine - 1, b.toLine))
      }),
      { seed: 20261123, numRuns: 1000 },
    )
  })
})
