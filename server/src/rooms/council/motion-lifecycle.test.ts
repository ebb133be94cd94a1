import { MotionState } from '@ronghe/contract/council/motion-states.ts'
import { expect, test } from 'vitest'
import { canStep, isOver, motionSteps, stepMotion, stepOfOutcome } from './motion-lifecycle.ts'

const states = MotionState.options

test('the way of a motion from the first draft to the vote', () => {
  const way = ['seekSupport', 'file', 'admit', 'schedule', 'move', 'second', 'debate', 'putToVote', 'carry'] as const
  let state: MotionState = 'draft'
  for (const step of way) {
    const next = stepMotion(state, step)
    if (next.kind === 'refused') throw new Error(`${step} was refused in ${state}`)
    state = next.state
  }
  expect(state).toBe('carried')
})

test('nothing leads out of a motion that was carried, rejected or withdrawn', () => {
  for (const state of states.filter(isOver)) expect(motionSteps.filter((step) => canStep(state, step))).toEqual([])
})

test('every state can be reached, and only a vote carries or rejects on the merits', () => {
  const reached = new Set<MotionState>(['draft'])
  for (let before = 0; before !== reached.size;) {
    before = reached.size
    for (const state of new Set(reached))
      for (const step of motionSteps) {
        const next = stepMotion(state, step)
        if (next.kind === 'to') reached.add(next.state)
      }
  }
  expect([...reached].toSorted()).toEqual([...states].toSorted())
  expect(states.filter((state) => canStep(state, 'carry'))).toEqual(['putToVote'])
})

test('no debate before it was moved, and no withdrawal once it is seconded', () => {
  expect(stepMotion('onAgenda', 'debate')).toEqual({ kind: 'refused', rule: 'motion-not-debate' })
  expect(states.filter((state) => canStep(state, 'withdraw'))).not.toContain('seconded')
})

test('without a quorum it comes again, and what is still tied fails', () => {
  expect((['carried', 'rejected', 'no-quorum', 'tied'] as const).map(stepOfOutcome)).toEqual(['carry', 'reject', 'postpone', 'reject'])
})
