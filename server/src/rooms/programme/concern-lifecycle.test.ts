import type { ConcernState } from '@ronghe/contract/programme/concerns.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canStep, concernActs, isOpen, step, type BeforeMerge, type ConcernAct } from './concern-lifecycle.ts'

const seed = { seed: 20261123, numRuns: 500 }
const acts = fc.array(fc.constantFrom(...concernActs), { maxLength: 40 })

/** What a history of acts leads to, refused ones leaving everything as it was. */
function live(history: readonly ConcernAct[]) {
  let state: ConcernState = 'raised'
  let before: BeforeMerge | null = null
  const passed: { from: ConcernState; act: ConcernAct; to: ConcernState; before: BeforeMerge | null }[] = []
  for (const act of history) {
    const next = step(state, act, before)
    if (next.kind === 'refused') continue
    passed.push({ from: state, act, to: next.state, before })
    before = next.state === 'merged' ? (state as BeforeMerge) : null
    state = next.state
  }
  return { state, passed }
}

test('raised, screened, begun, answered and accepted is the straight way', () => {
  expect(live(['screen', 'begin', 'answer', 'accept']).state).toBe('accepted')
})

test('what is accepted stays accepted', () => {
  for (const act of concernActs) expect(step('accepted', act, null)).toEqual({ kind: 'refused', rule: `concern-not-${act}` })
})

test('nothing is accepted that was not answered, and nothing answered that was not screened', () => {
  fc.assert(
    fc.property(acts, (history) => {
      const { passed } = live(history)
      for (const [index, { act, from }] of passed.entries()) {
        if (act === 'accept') expect(from).toBe('answered')
        if (act === 'answer')
          expect(passed.slice(0, index).some((earlier) => earlier.act === 'screen' || earlier.act === 'protect')).toBe(true)
      }
    }),
    seed,
  )
})

test('undoing a merge leads exactly to where the concern was', () => {
  fc.assert(
    fc.property(acts, (history) => {
      const { passed } = live(history)
      for (const [index, { act, to }] of passed.entries()) if (act === 'unmerge') expect(to).toBe(passed[index - 1]!.from)
    }),
    seed,
  )
})

test('an author can always answer back to an answer and to a refusal', () => {
  fc.assert(
    fc.property(acts, (history) => {
      const { state } = live(history)
      if (state === 'answered' || state === 'declined') {
        const again = step(state, 'reopen', null)
        expect(again.kind === 'to' && isOpen(again.state)).toBe(true)
      }
    }),
    seed,
  )
})

test('from every open state there is a way to an answer', () => {
  const waysOn = (state: ConcernState): ConcernState[] =>
    concernActs.flatMap((act) =>
      canStep(state, act) ? (([next]) => (next?.kind === 'to' ? [next.state] : []))([step(state, act, 'raised')]) : [],
    )
  for (const start of ['raised', 'screened', 'answering', 'merged', 'declined'] as const) {
    const reached = new Set<ConcernState>([start])
    for (const state of reached) for (const next of waysOn(state)) reached.add(next)
    expect(reached.has('answered')).toBe(true)
  }
})
