import { expect, test } from 'vitest'
import { fromBody, missingIn, newHeard, newVisiting, toBody, withPart } from './visiting.ts'
import { slipCode } from '../../../platform/slip-code.ts'

const begun = newVisiting('1', '2026-11-23')

test('words are sent only with their tick, and an empty record is nothing', () => {
  const said = { ...newHeard('2'), words: '路灯不亮' }
  expect(missingIn({ ...begun, words: [said] })).toContain('words')
  expect(missingIn({ ...begun, words: [{ ...said, agreed: true }, newHeard('3')] })).not.toContain('words')
  expect(toBody({ ...begun, words: [{ ...said, agreed: true }, newHeard('3')] }, 'v').words).toEqual([
    { id: '2', words: '路灯不亮', consentVersion: 'v', code: said.code },
  ])
})

test('a concern needs its topic as well; place, time and who went are always needed', () => {
  const concern = { ...newHeard('2'), words: '修灯', agreed: true }
  expect(missingIn({ ...begun, concerns: [concern] })).toEqual(['laneId', 'part', 'delegates', 'concerns'])
  const whole = { ...begun, laneId: 'l', part: 'evening' as const, delegates: ['d'], concerns: [{ ...concern, topic: 'safety' }] }
  expect(missingIn(whole)).toEqual([])
  expect(fromBody(toBody(whole, 'v'))).toMatchObject({ laneId: 'l', concerns: [{ topic: 'safety', agreed: true, code: concern.code }] })
})

test('only the part that was changed gets a new moment', () => {
  const changed = withPart({ ...begun, times: { laneId: 'before' } }, 'seen', '堆了杂物', new Date('2026-11-23T02:00:00Z'))
  expect(changed).toMatchObject({ seen: '堆了杂物', times: { laneId: 'before', seen: '2026-11-23T02:00:00.000Z' } })
})

test('a code made on the phone is one the server reads: sixteen signs with their check sign', () => {
  const fixed = slipCode((bytes) => bytes.fill(7))
  expect(fixed).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  expect(fixed).toBe('7777-7777-7777-7773')
  expect(new Set(Array.from({ length: 50 }, () => slipCode())).size).toBe(50)
})
