import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draft, standingOf, stepKinds, stepsFrom, takeStep, transitions, type Standing, type Step } from './case-lifecycle.ts'

const steps = (...kinds: string[]): Step[] =>
  kinds.map(
    (kind) => (kind === 'asked' ? { kind, permitted: false } : kind === 'decided' ? { kind, outcome: 'granted' } : { kind }) as Step,
  )
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(...stepKinds.filter((kind) => kind !== 'asked' && kind !== 'decided')).map((kind) => ({ kind }) as Step),
  fc.record({ kind: fc.constant('asked' as const), permitted: fc.boolean() }),
  fc.record({
    kind: fc.constant('decided' as const),
    outcome: fc.constantFrom('granted' as const, 'refused' as const, 'referred' as const),
  }),
)
/** Whatever a crowd of clerks, departments and residents tries: the steps that were taken, and every standing on the way. */
const tried = fc.array(anyStep, { maxLength: 60 }).map((wishes) => {
  const taken: Step[] = []
  const standings: Standing[] = [draft]
  for (const wish of [{ kind: 'filed' } as Step, ...wishes]) {
    const next = takeStep(standings.at(-1)!, wish)
    if (next.kind === 'refused') continue
    taken.push(wish)
    standings.push(next.standing)
  }
  return { taken, standings }
})
const law = (check: (course: { taken: Step[]; standings: Standing[] }) => void) =>
  fc.assert(fc.property(tried, check), { seed: 20261123, numRuns: 400 })

describe('the life of a case', () => {
  test('goes from filing over acceptance and the department to a decision, a closing and a rating', () => {
    const standing = standingOf(steps('filed', 'accepted', 'routed', 'departmentAccepted', 'decided', 'closed', 'rated'))
    expect(standing).toMatchObject({ state: 'rated', outcome: 'granted', reopened: 0 })
  })

  test('names what is missing once; a second notice needs a supervisor', () => {
    const once = standingOf(steps('filed', 'accepted', 'asked', 'supplemented'))
    expect(takeStep(once, { kind: 'asked', permitted: false })).toEqual({ kind: 'refused', rule: 'case-noticed-once' })
    expect(takeStep(once, { kind: 'asked', permitted: true })).toMatchObject({
      kind: 'taken',
      standing: { state: 'waitingForResident', notices: 2 },
    })
  })

  test('goes on after the answer where it stood when the question was asked', () => {
    expect(standingOf(steps('filed', 'asked', 'supplemented')).state).toBe('filed')
    expect(standingOf(steps('filed', 'accepted', 'asked', 'supplemented')).state).toBe('accepted')
    expect(standingOf(steps('filed', 'accepted', 'routed', 'departmentAccepted', 'asked', 'supplemented'))).toMatchObject({
      state: 'routed',
      departmentAccepted: true,
    })
  })

  test('is decided by a department only after the department took it on', () => {
    expect(takeStep(standingOf(steps('filed', 'accepted', 'routed')), { kind: 'decided', outcome: 'granted' })).toEqual({
      kind: 'refused',
      rule: 'case-department-accept-first',
    })
  })

  test('says which rule stands against a step', () => {
    const rule = (before: Step[], step: string) => {
      const next = takeStep(standingOf(before), steps(step)[0]!)
      return next.kind === 'refused' ? next.rule : 'taken'
    }
    expect(rule(steps('filed'), 'routed')).toBe('case-accept-first')
    expect(rule(steps('filed', 'accepted'), 'accepted')).toBe('case-already-accepted')
    expect(rule(steps('filed', 'accepted', 'asked'), 'decided')).toBe('case-waits-for-resident')
    expect(rule(steps('filed', 'accepted', 'decided'), 'withdrawn')).toBe('case-decided-already')
    expect(rule(steps('filed', 'accepted'), 'closed')).toBe('case-not-decided')
    expect(rule(steps('filed', 'withdrawn'), 'accepted')).toBe('case-withdrawn')
    expect(rule(steps('filed', 'withdrawn'), 'reopened')).toBe('case-withdrawn')
    expect(rule(steps('filed', 'asked', 'lapsed'), 'reopened')).toBe('taken')
    expect(rule(steps('filed', 'accepted', 'externalSent'), 'decided')).toBe('case-external-open')
    expect(rule(steps('filed', 'accepted'), 'externalReplied')).toBe('case-external-none')
    expect(rule([], 'accepted')).toBe('case-not-filed')
  })

  test('whatever is tried, an outcome exists exactly from the decision until a reopening', () =>
    law(({ standings }) => {
      for (const { state, outcome } of standings) expect(outcome !== null).toBe(['decided', 'closed', 'rated'].includes(state))
    }))

  test('whatever is tried, a resident may withdraw at any time before the decision and at no time after', () =>
    law(({ standings }) => {
      for (const standing of standings.slice(1)) {
        const open = ['filed', 'accepted', 'waitingForResident', 'routed'].includes(standing.state)
        expect(takeStep(standing, { kind: 'withdrawn' }).kind).toBe(open ? 'taken' : 'refused')
      }
    }))

  test('whatever is tried, no case is stuck: every state but a resident’s own withdrawal has a step on', () =>
    law(({ standings }) => {
      for (const standing of standings) {
        if (standing.state === 'withdrawn' && !standing.lapsed) continue
        const moves = stepsFrom(standing).filter((kind) => transitions[standing.state][kind] !== 'stays')
        expect(moves.length).toBeGreaterThan(0)
      }
    }))

  test('whatever is tried, reopenings are counted and give back the one notice', () =>
    law(({ taken, standings }) => {
      expect(standings.at(-1)!.reopened).toBe(taken.filter(({ kind }) => kind === 'reopened').length)
      taken.forEach(({ kind }, place) => kind === 'reopened' && expect(standings[place + 1]!.notices).toBe(0))
    }))

  test('whatever is tried, nothing waits for the resident without a question, and the stored list gives the same standing again', () =>
    law(({ taken, standings }) => {
      for (const standing of standings) if (standing.state === 'waitingForResident') expect(standing.waitingFrom).not.toBeNull()
      expect(standingOf(taken)).toEqual(standings.at(-1))
    }))
})
