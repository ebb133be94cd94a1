import { expect, test } from 'vitest'
import { decide, dueAt } from './decide.ts'
import type { ListCommand } from './events.ts'
import { aheadOf, missing, openList, type WaitingList } from './list.ts'
import { standardRules } from './offer-until.ts'
import { sharesOf } from './shares.ts'

const zone = 'Asia/Shanghai'
const at = (text: string) => new Date(`${text}:00+08:00`)
const startsAt = at('2026-11-28T19:00')
const noon = '2026-11-23T12:00'
const one = openList([{ kind: 'any', count: 1 }], 1, startsAt)

function after(list: WaitingList, ...steps: readonly (readonly [string, ListCommand])[]): WaitingList {
  return steps.reduce((so, [when, command]) => {
    const decided = decide(so, command, { now: at(when), rules: standardRules, zone })
    if (decided.kind === 'refused') throw new Error(`${command.kind} at ${when}: ${decided.code}`)
    return decided.list
  }, list)
}
const refusal = (list: WaitingList, when: string, command: ListCommand) => {
  const decided = decide(list, command, { now: at(when), rules: standardRules, zone })
  return decided.kind === 'refused' ? decided.code : undefined
}
const signUp = (who: string): ListCommand => ({ kind: 'signUp', entry: who, who, fits: ['any'] })
const leave = (entry: string): ListCommand => ({ kind: 'leave', entry })
const stateOf = (list: WaitingList, id: string) => list.entries.find((entry) => entry.id === id)?.state

test('the place somebody gives back is offered to the first in line, and a newcomer goes to the end (mod_booking #693)', () => {
  const full = after(one, [noon, signUp('an')], [noon, signUp('bo')], [noon, signUp('cai')])
  expect(aheadOf(full, full.entries[2]!)).toBe(1)
  const freed = after(full, ['2026-11-23T13:00', leave('an')], ['2026-11-23T13:00', signUp('du')])
  expect(freed.entries.map(({ id, state }) => [id, state])).toEqual([
    ['an', 'left'],
    ['bo', 'offered'],
    ['cai', 'waiting'],
    ['du', 'waiting'],
  ])
})

test('a place that becomes free at night is kept for whoever waits and offered at seven', () => {
  const freed = after(
    one,
    [noon, signUp('an')],
    [noon, signUp('bo')],
    ['2026-11-23T23:00', leave('an')],
    ['2026-11-23T23:01', signUp('cai')],
  )
  expect(stateOf(freed, 'cai')).toBe('waiting')
  expect(dueAt(freed, { now: at('2026-11-23T23:01'), rules: standardRules, zone })).toEqual(at('2026-11-24T07:00'))
  expect(stateOf(after(freed, ['2026-11-24T07:00', { kind: 'tick' }]), 'bo')).toBe('offered')
})

test('whoever lets an offer run out goes to the end and is asked once more, then is off the list and may come again', () => {
  const asked = after(one, [noon, signUp('an')], [noon, signUp('bo')], [noon, signUp('cai')], ['2026-11-23T13:00', leave('an')])
  const passed = after(asked, ['2026-11-25T13:00', { kind: 'tick' }])
  expect([stateOf(passed, 'bo'), stateOf(passed, 'cai')]).toEqual(['waiting', 'offered'])
  expect(refusal(passed, '2026-11-25T13:01', { kind: 'accept', entry: 'bo' })).toBe('offer-over')
  const again = after(passed, ['2026-11-25T14:00', { kind: 'decline', entry: 'cai' }])
  expect([stateOf(again, 'bo'), stateOf(again, 'cai')]).toEqual(['offered', 'declined'])
  const over = after(again, ['2026-11-28T18:00', { kind: 'tick' }])
  expect(stateOf(over, 'bo')).toBe('passed')
  expect(after(over, ['2026-11-28T18:01', { ...signUp('bo'), entry: 'bo2' } as ListCommand]).entries.at(-1)!.state).toBe('placed')
})

test('an offer is answered too late at the very moment it ends, even before anybody looked at the clock', () => {
  const asked = after(one, [noon, signUp('an')], [noon, signUp('bo')], ['2026-11-27T12:00', leave('an')])
  expect(refusal(asked, '2026-11-27T14:00', { kind: 'accept', entry: 'bo' })).toBe('offer-over')
  const two = after(asked, ['2026-11-27T12:00', signUp('cai')])
  expect(refusal(two, '2026-11-27T14:00', { kind: 'accept', entry: 'bo' })).toBe('offer-over')
  expect(refusal(two, '2026-11-27T13:59', { kind: 'accept', entry: 'bo' })).toBeUndefined()
})

test('what is refused, and why', () => {
  const full = after(one, [noon, signUp('an')], [noon, signUp('bo')])
  expect(refusal(full, noon, signUp('an'))).toBe('already-in')
  expect(refusal(full, noon, { kind: 'signUp', entry: 'x', who: 'x', fits: ['dialect'] })).toBe('fits-no-place')
  expect(refusal(full, noon, { kind: 'accept', entry: 'bo' })).toBe('no-offer')
  expect(refusal(full, noon, { kind: 'decline', entry: 'an' })).toBe('no-offer')
  expect(refusal(full, noon, leave('nobody'))).toBe('not-in')
  expect(refusal(full, noon, { kind: 'changeCapacity', places: [{ kind: 'any', count: 0 }] })).toBe('places-taken')
  expect(refusal(full, '2026-11-28T19:00', signUp('cai'))).toBe('started')
  const cancelled = after(full, [noon, { kind: 'cancel' }])
  expect(refusal(cancelled, noon, signUp('cai'))).toBe('cancelled')
  expect(refusal(cancelled, noon, { kind: 'cancel' })).toBe('cancelled')
  expect(refusal(cancelled, noon, leave('an'))).toBeUndefined()
})

test('more places are offered at once, and how many are missing is told by those who have one', () => {
  const full = after(openList([{ kind: 'any', count: 1 }], 3, startsAt), [noon, signUp('an')], [noon, signUp('bo')], [noon, signUp('cai')])
  const wider = after(full, [noon, { kind: 'changeCapacity', places: [{ kind: 'any', count: 3 }] }])
  expect([stateOf(wider, 'bo'), stateOf(wider, 'cai')]).toEqual(['offered', 'offered'])
  expect(missing(wider)).toBe(2)
})

test('shares of groups are counted beside the list and never stand in it', () => {
  const full = after(one, [noon, signUp('an')], [noon, signUp('bo')])
  expect(sharesOf(full, ['newcomer', 'local'], (who) => (who === 'an' ? 'newcomer' : 'local'))).toEqual([
    { group: 'newcomer', places: 1, waiting: 0 },
    { group: 'local', places: 0, waiting: 1 },
  ])
  expect(Object.keys(full.entries[0]!)).not.toContain('group')
})

test('a list with a kind twice or a broken number is nonsense', () => {
  expect(() => openList([{ kind: 'a', count: 1.5 }], 0, startsAt)).toThrow(RangeError)
  expect(() =>
    openList(
      [
        { kind: 'a', count: 1 },
        { kind: 'a', count: 1 },
      ],
      0,
      startsAt,
    ),
  ).toThrow(RangeError)
})
